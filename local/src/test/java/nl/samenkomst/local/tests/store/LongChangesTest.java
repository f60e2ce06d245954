package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.samenkomst.local.tests.kit.Gathering;
import org.junit.jupiter.api.Test;

/** Changes the longest texts of a session many times: the session's item stays within DynamoDB's 400 KB. */
class LongChangesTest {

    private static final int CHANGES = 8;

    /** As many facilitators with the longest names as fit into a body of 64 KB: 7 themes with 10 names of 200 characters. */
    private static final int THEMES = 7;

    private static final int FACILITATORS = 10;
    private static final int NAME_LENGTH = 200;

    /** As many parts as a programme can have, with titles that fill the body. */
    private static final int PARTS = 100;

    private static final int TITLE_LENGTH = 140;

    @Test
    void facilitatorsCanBeChangedAgainAndAgain() {
        assertThat(revisionAfterChanges("themes", LongChangesTest::themes)).isEqualTo(1 + CHANGES);
    }

    @Test
    void theProgrammeCanBeChangedAgainAndAgain() {
        assertThat(revisionAfterChanges("programme", LongChangesTest::programme))
                .isEqualTo(1 + CHANGES);
    }

    private static long revisionAfterChanges(String field, Function<String, List<Map<String, Object>>> starting) {
        Gathering gathering = new Gathering();
        for (int change = 0; change < CHANGES; change++) {
            gathering.publish(field, starting.apply("x".repeat(change + 1)));
        }
        return gathering.session().revision().number();
    }

    private static List<Map<String, Object>> programme(String start) {
        return IntStream.range(0, PARTS)
                .<Map<String, Object>>mapToObj(number -> Map.of("title", start + number + "🚀".repeat(TITLE_LENGTH)))
                .toList();
    }

    private static List<Map<String, Object>> themes(String start) {
        return IntStream.range(0, THEMES)
                .<Map<String, Object>>mapToObj(theme -> Map.of(
                        "id", "thema-" + theme,
                        "title", "Thema " + theme,
                        "facilitators", facilitators(start)))
                .toList();
    }

    private static List<Map<String, Object>> facilitators(String start) {
        return IntStream.range(0, FACILITATORS)
                .<Map<String, Object>>mapToObj(number ->
                        Map.of("name", start + "🚀".repeat(NAME_LENGTH - start.length())))
                .toList();
    }
}
