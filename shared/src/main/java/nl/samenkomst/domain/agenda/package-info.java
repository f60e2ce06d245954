/** Lists of sessions: the public agenda with its filters and pages, series, and the organiser's list of sessions. */
@NullMarked
package nl.samenkomst.domain.agenda;

import org.jspecify.annotations.NullMarked;
