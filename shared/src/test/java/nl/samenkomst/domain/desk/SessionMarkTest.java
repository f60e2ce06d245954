package nl.samenkomst.domain.desk;

import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class SessionMarkTest {

    @Test
    void tellsHowSignUpStands() {
        assertThat(marks(Map.of(), 0)).containsExactly(SessionMark.OPEN);
        assertThat(marks(Map.of("places", 2), 2)).containsExactly(SessionMark.FULL);
        assertThat(marks(Map.of("opens", "2026-12-01T09:00:00+01:00"), 0)).containsExactly(SessionMark.NOT_OPEN_YET);
        assertThat(marks(Map.of("closes", "2026-11-01T09:00:00+01:00"), 0)).containsExactly(SessionMark.CLOSED);
        assertThat(marks(Map.of("admission", "reviewed"), 0)).containsExactly(SessionMark.OPEN, SessionMark.REVIEWED);
        assertThat(marks(Map.of("admission", "invited"), 0)).containsExactly(SessionMark.INVITATION_ONLY);
        assertThat(marks(Map.of("admission", "invited", "places", 2), 2))
                .containsExactly(SessionMark.FULL, SessionMark.INVITATION_ONLY);
    }

    @Test
    void signingUpNoLongerMattersOnceItStartedOrIsCancelled() {
        Session session = HANDREIKING;
        Instant start = session.document().when().start().toInstant();
        Instant end = session.document().when().end().toInstant();

        assertThat(SessionMark.of(with(session, 0), start)).containsExactly(SessionMark.UNDER_WAY);
        assertThat(SessionMark.of(with(session, 0), end)).containsExactly(SessionMark.ENDED);
        assertThat(SessionMark.of(with(session.cancelled("", NOW), 0), end)).containsExactly(SessionMark.CANCELLED);
    }

    private static List<SessionMark> marks(Map<String, ?> fields, int taken) {
        Map<String, Object> tree = new HashMap<>(Map.of(
                "title", "Sessie",
                "start", "2027-01-14T10:00:00+01:00",
                "end", "2027-01-14T12:00:00+01:00",
                "organiser", "Kennisinstituut",
                "contact", "vragen@example.org"));
        tree.putAll(fields);
        return SessionMark.of(with(SampleSessions.session("sessie", tree), taken), NOW);
    }

    private static SessionSnapshot with(Session session, int taken) {
        return new SessionSnapshot(session, Places.allFree(session.document()).add(Count.TAKEN, taken));
    }
}
