package nl.samenkomst.domain.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

class ErasureFormTest {

    private static final SessionId FIRST = new SessionId("eerste");
    private static final SessionId SECOND = new SessionId("tweede");

    @Test
    void readsTheSessionsTickedInAForm() {
        assertThat(ErasureForm.parse(Map.of("sure", "yes"))).isEmpty();
        assertThat(ErasureForm.parse(Map.of("sessions", "eerste\ntweede"))).containsExactly(FIRST, SECOND);
        assertThat(ErasureForm.parse(Map.of("sessions", "Geen id\ntweede"))).containsExactly(SECOND);
        assertThat(ErasureForm.parse(Map.of("sessions", "x".repeat(60_000)))).isEmpty();
    }

    @Test
    void readsNoMoreSessionsThanAPageOffers() {
        assertThat(ErasureForm.parse(Map.of("sessions", String.join("\n", ids(ErasureForm.MAX_OTHERS + 1)))))
                .hasSize(ErasureForm.MAX_OTHERS);
        assertThat(problems(Map.of("sessions", ids(ErasureForm.MAX_OTHERS + 1))))
                .extracting(Problem::reason)
                .containsExactly(Reason.TOO_LONG);
    }

    @Test
    void readsTheSessionsInACall() {
        assertThat(ErasureForm.parseJson(Map.of())).isEqualTo(new Parsed.Valid<>(List.of()));
        assertThat(ErasureForm.parseJson(Map.of("sessions", List.of("eerste", "tweede"))))
                .isEqualTo(new Parsed.Valid<>(List.of(FIRST, SECOND)));
    }

    @Test
    void refusesWhatIsNoSessionByItsPlace() {
        assertThat(problems(Map.of("sessions", List.of("eerste", "Geen id"))))
                .extracting(Problem::pointer, Problem::reason)
                .containsExactly(tuple("/sessions/1", Reason.UNKNOWN));
        assertThat(problems(Map.of("session", List.of("eerste"))))
                .extracting(Problem::pointer)
                .containsExactly("/session");
        assertThat(problems(Map.of("sessions", "eerste"))).isNotEmpty();
    }

    private static List<String> ids(int number) {
        return IntStream.range(0, number).mapToObj(i -> "sessie-" + i).toList();
    }

    private static List<Problem> problems(Map<String, ?> tree) {
        return ErasureForm.parseJson(tree) instanceof Parsed.Invalid<?> invalid ? invalid.problems() : List.of();
    }
}
