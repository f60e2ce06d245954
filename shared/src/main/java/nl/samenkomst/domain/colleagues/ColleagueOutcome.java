package nl.samenkomst.domain.colleagues;

import java.time.Instant;
import java.util.Set;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.session.SessionId;

/** The outcome of a change of what a colleague may do. */
public sealed interface ColleagueOutcome {

    /** Done, now or already before. */
    record Done(Organiser colleague) implements ColleagueOutcome {}

    record Unknown() implements ColleagueOutcome {}

    /** Refused: somebody else changed the colleague since the form was made, into this. */
    record ChangedMeanwhile(Organiser colleague) implements ColleagueOutcome {}

    /** Refused: nobody else would remain to manage the desk. */
    record LastAdministrator(Organiser colleague) implements ColleagueOutcome {}

    /** Refused: as many colleagues as {@link Colleagues#MAX} use the desk already. */
    record TooMany(Organiser colleague) implements ColleagueOutcome {}

    /** Refused: there are no such sessions. */
    record UnknownSessions(Organiser colleague, Set<SessionId> unknown) implements ColleagueOutcome {}

    /** Refused: a mail was owed so short ago that another may be only from this moment on. */
    record TooSoon(Organiser colleague, Instant from) implements ColleagueOutcome {}

    /** Refused: they may no longer use the desk. */
    record Ended(Organiser colleague) implements ColleagueOutcome {}
}
