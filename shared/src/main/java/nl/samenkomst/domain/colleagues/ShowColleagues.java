package nl.samenkomst.domain.colleagues;

import java.time.Clock;
import nl.samenkomst.domain.access.Organisers;

/** Shows who may use the desk. */
public final class ShowColleagues {

    private final Organisers organisers;
    private final Clock clock;

    public ShowColleagues(Organisers organisers, Clock clock) {
        this.organisers = organisers;
        this.clock = clock;
    }

    public Colleagues show() {
        return new Colleagues(organisers.all(), clock.instant());
    }
}
