package nl.samenkomst.organiserpages.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SessionForm;
import org.junit.jupiter.api.Test;

class SectionSummaryTest {

    @Test
    void aProgrammeThatDoesNotBeginWithTheSessionSaysSo() {
        assertThat(programme("13:00", "", "13.00")).containsExactly("1 part.");
        assertThat(programme("14:00", "", "13:00"))
                .containsExactly("1 part.", "It begins at 13:00, and the session at 14:00.");
        assertThat(programme("14:00", "4 maart 2027", "14:00"))
                .hasSize(2)
                .contains(
                        "It begins on Thursday 4 March 2027 at 14:00, and the session on Wednesday 3 March 2027 at 14:00.");
        assertThat(programme("", "", "13:00")).containsExactly("1 part.");
        assertThat(programme("13:00", "", "")).containsExactly("1 part.");
    }

    private static List<String> programme(String start, String partDate, String partTime) {
        SessionForm form = new SessionForm(Map.of(
                "/start/date", "3 maart 2027",
                "/start/time", start,
                "/programme/0/from/date", partDate,
                "/programme/0/from/time", partTime,
                "/programme/0/title", "Welkom"));
        return new SectionSummary(form, Language.EN).of(Section.PROGRAMME);
    }
}
