/** What organisers see and do with many participants at once: lists, decisions, invitations; and one with their history. */
@NullMarked
package nl.samenkomst.domain.participants;

import org.jspecify.annotations.NullMarked;
