/** Use cases of organisers: publish and cancel sessions, invite, decide, list and change registrations. */
@NullMarked
package nl.samenkomst.domain.organiser;

import org.jspecify.annotations.NullMarked;
