package nl.samenkomst.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SeededDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionFormTest {

    @Test
    void readsBackEveryDocument() {
        assertThat(LongStream.range(0, 2_000)).allSatisfy(seed -> {
            SessionDocument document = SeededDocuments.of(seed);

            assertThat(SessionForm.of(document).parse()).isEqualTo(new Parsed.Valid<>(document));
        });
    }

    @Test
    void everyInputBelongsToOneSection() {
        assertThat(SessionForm.of(SeededDocuments.of(3)).fields().keySet())
                .allSatisfy(name -> assertThat(List.of(Section.values()))
                        .filteredOn(section -> section.has(name))
                        .hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/title| |/title title.required",
                "/start/date| |/start/date start.date.required",
                "/start/date|overmorgen|/start/date start.date.invalid",
                "/start/date|3-12-1999|/start/date start.date.invalid",
                "/start/time|15 uur en nog wat|/start/time start.time.invalid",
                "/start/time| |/start/time start.time.required",
                "/end/time|14:00|/end/time end.too-early",
                "/end/time| |/end/time end.required",
                "/contact|ik|/contact contact.invalid",
                "/places|dertig|/places places.invalid",
                "/places|0|/places places.out-of-range",
                "/noticePeriod|een tijdje|/noticePeriod noticePeriod.invalid",
                "/audience|beleid\\nbeleid|/audience audience.duplicate",
                "/opens/date|4-12-2026|/opens/time opens.time.required",
                "/closes/time|12:00|/closes/date closes.date.required"
            })
    void putsAProblemBesideItsInput(String name, String typed, String problem) {
        assertThat(problems(Map.of(name, typed == null ? "" : typed.replace("\\n", "\n"))))
                .contains(problem);
    }

    @Test
    void saysOnlyOnceWhatIsWrong() {
        assertThat(problems(Map.of("/start/date", "overmorgen"))).containsExactly("/start/date start.date.invalid");
        assertThat(problems(Map.of("/start/date", "", "/start/time", ""))).contains("/start/date start.required");
    }

    @Test
    void readsRowsInTheOrderOfTheirNumbers() {
        SessionDocument document = valid(Map.of(
                "/programme/2/title", "Pauze",
                "/programme/10/title", "Afsluiting",
                "/programme/0/title", "Inloop",
                "/programme/0/from/time", "14.50 uur"));

        assertThat(document.programme()).map(part -> part.title()).containsExactly("Inloop", "Pauze", "Afsluiting");
        assertThat(document.programme().getFirst().from())
                .contains(document.when().start().minusMinutes(10));
    }

    @Test
    void putsAProblemInARowBesideItsInput() {
        assertThat(problems(Map.of("/materials/0/title", "Handreiking", "/materials/0/url", "http://example.org/")))
                .containsExactly("/materials/0/url materials.url.not-https");
        assertThat(problems(Map.of(
                        "/themes/0/id", "werk",
                        "/themes/0/title", "Werk",
                        "/themes/0/facilitators", "Jan\n, HAN")))
                .containsExactly("/themes/0/facilitators themes.facilitators.name.required");
        assertThat(problems(Map.of("/programme/0/title", "Pauze", "/programme/0/from/time", "kwart voor")))
                .containsExactly("/programme/0/from/time programme.from.time.invalid");
    }

    @Test
    void readsPeriodsAndFlagsAsPeopleMeanThem() {
        SessionDocument document = valid(Map.of(
                "/noticePeriod", "een week", "/waitingList", "no", "/places", " 30 ", "/lateCancellation", "yes"));

        assertThat(document.signUp().noticePeriod()).hasToString("P7D");
        assertThat(document.signUp().waitingList()).isFalse();
        assertThat(document.signUp().lateCancellation()).isTrue();
        assertThat(document.signUp().places()).hasValue(30);
    }

    @Test
    void remindersCountOnlyIfTheyWereChosen() {
        Map<String, String> typed = Map.of("/reminders", "2 dagen\n3 uur vooraf");

        assertThat(valid(typed).chosenReminders()).isEmpty();
        Map<String, String> chosen = new LinkedHashMap<>(typed);
        chosen.put(SessionForm.REMINDERS_CHOICE, SessionForm.OWN);
        assertThat(valid(chosen).reminders()).map(Object::toString).containsExactly("P2D", "PT3H");
    }

    private static SessionDocument valid(Map<String, String> typed) {
        return switch (form(typed).parse()) {
            case Parsed.Valid<SessionDocument> valid -> valid.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static List<String> problems(Map<String, String> typed) {
        return form(typed).parse() instanceof Parsed.Invalid<SessionDocument> invalid
                ? invalid.problems().stream()
                        .map(problem -> problem.pointer() + " " + problem.code())
                        .toList()
                : List.of();
    }

    private static SessionForm form(Map<String, String> typed) {
        Map<String, String> fields =
                new LinkedHashMap<>(SessionForm.of(SampleDocuments.document()).fields());
        fields.putAll(typed);
        return new SessionForm(fields);
    }
}
