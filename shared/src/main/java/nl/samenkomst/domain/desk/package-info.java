/** What organisers see at their desk about sessions: what waits, what is odd, which letters leave, what was done. */
@NullMarked
package nl.samenkomst.domain.desk;

import org.jspecify.annotations.NullMarked;
