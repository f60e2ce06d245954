/** Who signed up for a session: a place, the queue, cancelling; knows sessions, and no letters but which were sent. */
@NullMarked
package nl.samenkomst.domain.registration;

import org.jspecify.annotations.NullMarked;
