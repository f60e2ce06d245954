package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Where registrations are kept. Every change is one atomic step that is conditioned on the rule it follows, on the
 * revision of the session it was decided with, and on the version of each registration it writes; where one of these
 * no longer holds it changes nothing and is {@code STALE}.
 */
public interface Registrations {

    /** What a request about one person needs to know, in one round trip; nothing where the session is unknown. */
    Optional<Lookup> find(SessionId session, RegistrationId registration, Instant now);

    /** Gives a place to somebody who has none, if one is free and nobody waits for it. */
    Commit takePlace(Lookup seen, Registration confirmed, Instant now);

    /** Puts somebody at the end of the queue, with the number after the last one given out. */
    Commit joinQueue(Lookup seen, Registration waitlisted, long number, Instant now);

    /** Frees a place for which nobody waits, or of which there were too many. */
    Commit giveBack(Lookup seen, Registration cancelled, Instant now);

    /** Hands a place over to the first in line. */
    Commit handOver(Lookup seen, Registration cancelled, Promotion first, Instant now);

    /** Takes somebody off the queue. */
    Commit leaveQueue(Lookup seen, Registration cancelled, long number, Instant now);

    /** Gives free places to the first in line. */
    Commit promote(Listing seen, List<Promotion> promoted, Instant now);

    /** Writes down what changed about a registration beside its standing. */
    Commit keep(Session current, Registration changed, Instant now);

    /** Those who wait, the first in line first. */
    List<Registration> firstInLine(SessionId session, int most, Instant now);

    /** How many in line there are up to and including this number: 1 is next. */
    int position(SessionId session, long number);

    /** All registrations of a session, in no particular order, read as they are asked for. */
    Iterable<Registration> all(SessionId session, Instant now);

    /** Who is still reckoned with an older revision of the session; among them who cannot be read. */
    Iterable<RegistrationId> reckonedBefore(SessionId session, int revision, Instant now);
}
