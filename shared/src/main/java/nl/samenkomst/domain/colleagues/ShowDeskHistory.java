package nl.samenkomst.domain.colleagues;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;

/** Shows the desk's history, a part at a time. */
public final class ShowDeskHistory {

    /** Entries in a part. */
    public static final int PART = 50;

    private final Organisers organisers;
    private final Clock clock;

    public ShowDeskHistory(Organisers organisers, Clock clock) {
        this.organisers = organisers;
        this.clock = clock;
    }

    /**
     * Returns a part.
     *
     * @param before the entry after which it begins; empty for the newest part
     * @param colleagues all organisers, whose names the entries' ids lead to
     */
    public DeskHistory show(Optional<DeskEntry.Position> before, List<Organiser> colleagues) {
        Instant now = clock.instant();
        List<DeskEntry> found = organisers.history(before, PART + 1, now);
        List<DeskEntry> part = found.subList(0, Math.min(found.size(), PART));
        return new DeskHistory(
                part,
                new Colleagues(colleagues, now),
                found.size() > PART ? Optional.of(part.getLast().position()) : Optional.empty());
    }
}
