package nl.samenkomst.domain.colleagues;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;

/** Shows the next sessions, those that began a day ago included, to choose a colleague's scope from. */
public final class ShowScopeChoices {

    /** How many sessions there are to tick. */
    public static final int MAX_SESSIONS = 50;

    private static final Duration LOOKBACK = Duration.ofDays(1);

    private final AgendaIndex index;
    private final Clock clock;

    public ShowScopeChoices(AgendaIndex index, Clock clock) {
        this.index = index;
        this.clock = clock;
    }

    /** Returns the choices, among which is the scope that is there already. */
    public ScopeChoices show(Optional<Scope> before) {
        List<Session> sessions = index.after(AgendaCursor.from(clock.instant().minus(LOOKBACK)), MAX_SESSIONS).stream()
                .map(SessionSnapshot::session)
                .toList();
        return ScopeChoices.of(sessions, before);
    }
}
