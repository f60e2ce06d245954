@NullMarked
package nl.samenkomst.domain.mailbox;

import org.jspecify.annotations.NullMarked;
