package nl.samenkomst.domain.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/** Reads a session's registrations, once, for what an organiser's pages say about all of them together. */
public final class ShowSessionProgress {

    private final Registrations registrations;
    private final Clock clock;

    public ShowSessionProgress(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Returns the letters to come and the sign-ups so far. */
    public SessionProgress show(Session session) {
        Instant now = clock.instant();
        List<Registration> all = new ArrayList<>();
        registrations.all(session.id(), now).forEach(all::add);
        return SessionProgress.of(session, all, now);
    }

    /** Returns what leaves when, to how many, and why not to others. */
    public Timetable timetable(Session session) {
        Instant now = clock.instant();
        return Timetable.of(session, registrations.all(session.id(), now), now);
    }

    /** Returns who will be told if the session is cancelled now, or is being told if it was. */
    public ToldOfCancellation toldOfCancellation(Session session) {
        Instant now = clock.instant();
        return ToldOfCancellation.of(session, registrations.all(session.id(), now), now);
    }
}
