package nl.samenkomst.domain.colleagues;

import java.util.Set;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.session.SessionId;

/** The outcome of inviting a colleague. */
public sealed interface InviteColleagueOutcome {

    /** Invited, and owed a mail. */
    record Invited(Organiser colleague) implements InviteColleagueOutcome {}

    /** Nothing was done: a colleague has this address. */
    record AlreadyColleague(Organiser colleague) implements InviteColleagueOutcome {}

    /** Nothing was done: a former colleague has this address, who can be taken back. */
    record FormerColleague(Organiser colleague) implements InviteColleagueOutcome {}

    /** Refused: as many colleagues as {@link Colleagues#MAX} use the desk already. */
    record TooMany() implements InviteColleagueOutcome {}

    /** Refused: there are no such sessions. */
    record UnknownSessions(Set<SessionId> unknown) implements InviteColleagueOutcome {}
}
