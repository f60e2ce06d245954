package nl.samenkomst.domain.colleagues;

import java.util.Optional;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;

/** What one attempt to change a colleague decided. */
sealed interface ColleagueDecision {

    /** Writes nothing. */
    record AsIs(ColleagueOutcome outcome) implements ColleagueDecision {}

    /**
     * Stores a colleague's next version.
     *
     * @param stays who must remain an administrator meanwhile
     * @param signsOut whether their browser sessions end in the same step
     */
    record Change(Organiser after, Optional<Organiser> stays, boolean signsOut, DeskEntry record)
            implements ColleagueDecision {}

    static ColleagueDecision done(Organiser colleague) {
        return new AsIs(new ColleagueOutcome.Done(colleague));
    }
}
