package nl.samenkomst.domain.figures;

import java.time.Clock;
import java.time.Instant;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;

/** Shows a session's figures: counted now as long as its registrations are there, and then those that were kept. */
public final class ShowFigures {

    private final Tallies tallies;
    private final Registrations registrations;
    private final Clock clock;

    public ShowFigures(Tallies tallies, Registrations registrations, Clock clock) {
        this.tallies = tallies;
        this.registrations = registrations;
        this.clock = clock;
    }

    public Tally show(SessionSnapshot snapshot) {
        Instant now = clock.instant();
        return now.isBefore(snapshot.session().document().forgetAt())
                ? Tally.of(snapshot, registrations.all(snapshot.session().id(), now))
                : tallies.tally(snapshot.session().id()).orElseGet(() -> Tally.of(snapshot.places()));
    }
}
