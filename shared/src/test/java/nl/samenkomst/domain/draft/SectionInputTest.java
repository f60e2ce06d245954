package nl.samenkomst.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import nl.samenkomst.domain.document.SeededDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SectionInputTest {

    private static final Map<String, String> TYPED = Map.of(
            "/programme/0/title", "Inloop",
            "/programme/3/title", "Pauze",
            "/programme/3/from/time", "15 uur",
            "/programme/7/title", " ",
            "/places", "12",
            "lang", "nl");

    @Test
    void numbersRowsWithoutGapsAndLeavesOutBlankOnesAndOtherInputs() {
        assertThat(SectionInput.of(Section.PROGRAMME, TYPED))
                .containsEntry("/programme/0/title", "Inloop")
                .containsEntry("/programme/1/title", "Pauze")
                .containsEntry("/programme/1/from/time", "15:00")
                .containsEntry("/programme/1/speaker", "")
                .doesNotContainKeys("/programme/2/title", "/programme/3/title", "/places", "lang");
    }

    @Test
    void keepsARowWithAnIdAlthoughItIsEmptied() {
        assertThat(SectionInput.of(Section.THEMES, Map.of("/themes/0/id", "werk", "/themes/0/title", "")))
                .containsEntry("/themes/0/id", "werk");
    }

    @Test
    void changesNothingAboutWhatIsSpelledAsInADocument() {
        assertThat(LongStream.range(0, 300)).allSatisfy(seed -> {
            SessionForm form = SessionForm.of(SeededDocuments.of(seed));
            for (Section section : Section.values()) {
                Map<String, String> fields = form.fieldsOf(section);

                assertThat(SectionInput.of(section, fields)).isEqualTo(fields);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "add,/programme,Inloop Pauze _",
        "remove,/programme/0,Pauze",
        "remove,/programme/1,Inloop",
        "up,/programme/1,Pauze Inloop",
        "up,/programme/0,Inloop Pauze",
        "down,/programme/0,Pauze Inloop",
        "down,/programme/1,Inloop Pauze"
    })
    void aButtonChangesTheRowsAndKeepsWhatWasTyped(String button, String pointer, String titles) {
        Map<String, String> sent = new LinkedHashMap<>(Map.of(
                "/programme/0/title", "Inloop",
                "/programme/0/from/time", "half drie",
                "/programme/4/title", "Pauze"));
        sent.put(button, pointer);

        Map<String, String> after =
                SectionInput.afterButton(Section.PROGRAMME, sent).orElseThrow();

        StringBuilder found = new StringBuilder();
        for (int row = 0; after.containsKey("/programme/" + row + "/title"); row++) {
            String title = after.getOrDefault("/programme/" + row + "/title", "");
            found.append(row == 0 ? "" : " ").append(title.isEmpty() ? "_" : title);
        }
        assertThat(found).hasToString(titles);
        if (titles.contains("Inloop")) {
            assertThat(after).containsValue("half drie");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "remove,/programme/9",
        "remove,/themes/0",
        "add,/themes",
        "up,",
        "down,/programme",
        "remove,/programme/x"
    })
    void aButtonOfNoRowIsNone(String button, String pointer) {
        Map<String, String> sent = new LinkedHashMap<>(TYPED);
        sent.put(button, pointer == null ? "" : pointer);

        assertThat(SectionInput.afterButton(Section.PROGRAMME, sent)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Eenzaamheid & jongeren: één aanpak|eenzaamheid-jongeren-een-aanpak",
                "Zoë Ølgård|zoe-lgard",
                "any|thema",
                "مرحبا|thema",
                "x|x-2"
            })
    void anIdIsMadeOfTheTitle(String title, String id) {
        Map<String, String> fields = SectionInput.of(Section.THEMES, Map.of("/themes/0/title", title));

        assertThat(NewIds.inRows(Section.THEMES, fields, Set.of("x"))).containsEntry("/themes/0/id", id);
    }
}
