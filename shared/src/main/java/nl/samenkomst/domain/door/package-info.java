/** What happens at the door of a session, beyond marking the people on the list. */
@NullMarked
package nl.samenkomst.domain.door;

import org.jspecify.annotations.NullMarked;
