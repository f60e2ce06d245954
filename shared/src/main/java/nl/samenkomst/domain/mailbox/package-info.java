/** What protects a mailbox from the desk, over all sessions: how many letters it had, and whether it wants any. */
@NullMarked
package nl.samenkomst.domain.mailbox;

import org.jspecify.annotations.NullMarked;
