package nl.samenkomst.domain.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.texts.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDocumentFieldsTest {

    @Test
    void fillsInWhatIsLeftOut() {
        SessionDocument document = SampleDocuments.document();

        assertThat(document.about().language()).isEqualTo(Language.NL);
        assertThat(document.when().zone()).isEqualTo(ZoneId.of("Europe/Amsterdam"));
        assertThat(document.signUp().places()).isEmpty();
        assertThat(document.signUp().waitingList()).isTrue();
        assertThat(document.signUp().noticePeriod()).isEqualTo(CalendarPeriod.NONE);
        assertThat(document.cancelBy()).isEqualTo(document.when().start());
        assertThat(document.closes()).isEqualTo(document.when().start());
        assertThat(document.reminders()).map(CalendarPeriod::toString).containsExactly("P8D", "P1D", "PT1H");
        assertThat(document.retention()).hasToString("P30D");
    }

    @Test
    void readsEveryLanguage() {
        for (Language language : Language.values()) {
            assertThat(SampleDocuments.document("language", language.tag())
                            .about()
                            .language())
                    .isEqualTo(language);
        }
    }

    @Test
    void writesDownWhatItReads() {
        Map<String, @Nullable Object> tree = SampleDocuments.with(
                "summary",
                "Twee regels\ntekst",
                "language",
                "en",
                "timeZone",
                "Europe/London",
                "start",
                "2026-12-03T15:00:00Z",
                "end",
                "2026-12-03T17:00:00Z",
                "online",
                true,
                "place",
                "MS Teams",
                "coOrganisers",
                List.of("HAN"),
                "audience",
                List.of("beleidsmedewerkers"),
                "topics",
                List.of("participatie"),
                "region",
                "Gelderland",
                "series",
                "versnellingskamers",
                "image",
                "https://example.org/i.png",
                "places",
                30,
                "waitingList",
                false,
                "admission",
                "reviewed",
                "admitDomains",
                List.of("gemeente.example.org"),
                "reviewHoldsPlace",
                false,
                "themes",
                List.of(
                        Map.of(
                                "id",
                                "buurt",
                                "title",
                                "In de buurt",
                                "summary",
                                "Over de wijk",
                                "places",
                                12,
                                "facilitators",
                                List.of(Map.of("name", "Els", "organisation", "HAN"), Map.of("name", "Karim"))),
                        Map.of("id", "werk", "title", "Werk")),
                "questions",
                List.of(
                        Map.of("id", "kans", "label", "Welke kans zie je?", "required", true),
                        Map.of("id", "tip", "label", "Een tip?", "when", "after"),
                        Map.of(
                                "id",
                                "rol",
                                "label",
                                "Je rol?",
                                "kind",
                                "choices",
                                "theme",
                                "buurt",
                                "options",
                                List.of("a", "b"))),
                "noticePeriod",
                "P7D",
                "lateCancellation",
                true,
                "opens",
                "2026-11-01T09:00:00Z",
                "closes",
                "2026-12-02T17:00:00Z",
                "programme",
                List.of(
                        Map.of("title", "Inloop", "from", "14:50", "to", "15:00"),
                        Map.of("title", "In gesprek", "speaker", "HAN")),
                "meetingLink",
                Map.of("url", "https://teams.example.org/x", "visibleFrom", "PT2H"),
                "reminders",
                List.of("P2D"),
                "materials",
                List.of(Map.of(
                        "title",
                        "Gids",
                        "url",
                        "https://example.org/g",
                        "theme",
                        "werk",
                        "when",
                        "after",
                        "tell",
                        false)),
                "retention",
                "P60D");

        SessionDocument document = SampleDocuments.document(tree);

        assertThat(SampleDocuments.document(SessionDocumentFields.write(document)))
                .isEqualTo(document);
        assertThat(document.programme().getFirst().from().orElseThrow())
                .hasToString("2026-12-03T14:50Z[Europe/London]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "start", "end", "contact", "organiser"})
    void asksForWhatIsRequired(String field) {
        Map<String, @Nullable Object> tree = SampleDocuments.with();
        tree.remove(field);

        assertThat(SampleDocuments.codes(tree)).containsExactly("/" + field + " " + field + ".required");
        assertThat(SampleDocuments.codes(SampleDocuments.with(field, "")))
                .containsExactly("/" + field + " " + field + ".required");
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertThat(SampleDocuments.codes(
                        SampleDocuments.with("title", 7, "places", 0, "colour", "red", "contact", "nobody")))
                .containsExactlyInAnyOrder(
                        "/title title.invalid",
                        "/places places.out-of-range",
                        "/colour field.unknown",
                        "/contact contact.invalid");
    }

    @Test
    void namesUnknownFieldsDeepInside() {
        assertThat(SampleDocuments.codes(SampleDocuments.with(
                        "programme", List.of(Map.of("title", "a"), Map.of("title", "b", "room/1", "x")))))
                .containsExactly("/programme/1/room~11 field.unknown");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-03T15:00:00+02:00 | /start start.offset
            2026-07-03T15:00:00+01:00 | /start start.offset
            2027-03-28T02:30:00+01:00 | /start start.offset
            2026-12-03T15:00:00       | /start start.invalid
            2026-12-32T15:00:00+01:00 | /start start.invalid
            2026-02-29T15:00:00+01:00 | /start start.invalid
            1726-12-03T15:00:00+01:00 | /start start.out-of-range
            morgen                    | /start start.invalid
            """)
    void refusesAStartThatCannotBeMeant(String start, String problem) {
        assertThat(SampleDocuments.codes(SampleDocuments.with("start", start))).contains(problem);
    }

    @Test
    void acceptsBothRepeatedHoursInOctober() {
        for (String start : List.of("2027-10-31T02:30:00+02:00", "2027-10-31T02:30:00+01:00")) {
            SessionDocument document = SampleDocuments.document("start", start, "end", "2027-10-31T12:00:00+01:00");

            assertThat(document.when().start().toOffsetDateTime()).hasToString(start.replace(":00+", "+"));
        }
    }

    @Test
    void refusesWhatContradictsItself() {
        assertThat(SampleDocuments.codes(SampleDocuments.with("end", "2026-12-03T15:00:00+01:00")))
                .containsExactly("/end end.too-early");
        assertThat(SampleDocuments.codes(SampleDocuments.with("closes", "2026-12-03T15:01:00+01:00")))
                .containsExactly("/closes closes.too-late");
        assertThat(SampleDocuments.codes(SampleDocuments.with("opens", "2026-12-03T15:00:00+01:00")))
                .containsExactly("/opens opens.too-late");
        assertThat(SampleDocuments.codes(
                        SampleDocuments.with("opens", "2026-11-30T15:00:00+01:00", "noticePeriod", "P7D")))
                .containsExactly("/noticePeriod noticePeriod.too-early");
        assertThat(SampleDocuments.codes(SampleDocuments.with("reminders", List.of("P1D", "PT0M"))))
                .containsExactly("/reminders reminders.too-late");
        assertThat(SampleDocuments.codes(SampleDocuments.with("reminders", List.of("P1D", "P1D"))))
                .containsExactly("/reminders/1 reminders.duplicate");
        assertThat(SampleDocuments.codes(SampleDocuments.with(
                        "programme", List.of(Map.of("title", "a", "from", "15:30", "to", "15:30")))))
                .containsExactly("/programme/0/to programme.to.too-early");
    }

    /** From-to of each programme part, a dot if unknown, and the problems; the session is from 15:00 to 17:00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14:50-15:00 15:00-15:30 .-. 15:30-17:00 |
            13:00-15:00 15:00-.                     |
            13:00-17:00                             |
            .-.         .-.                         |
            .-14:00     14:00-.     .-16:00         |
            15:00-.     15:00-16:00                 |
            15:00-16:00 15:00-16:00 15:00-16:00 16:00-17:00 |
            12:59-14:00                             | /programme/0/from programme.from.too-early
            .-12:59                                 | /programme/0/to programme.to.too-early
            17:00-.                                 | /programme/0/from programme.from.too-late
            17:30-18:00                             | /programme/0/from programme.from.too-late
            16:00-17:01                             | /programme/0/to programme.to.too-late
            .-17:01                                 | /programme/0/to programme.to.too-late
            15:00-16:00 15:59-17:00                 | /programme/1/from programme.from.overlap
            15:00-16:00 .-. 15:30-.                 | /programme/2/from programme.from.overlap
            15:00-16:00 15:00-15:59                 | /programme/1/from programme.from.overlap
            15:00-16:00 15:00-.                     | /programme/1/from programme.from.overlap
            15:00-16:00 .-16:00                     | /programme/1/to programme.to.overlap
            16:00-17:00 15:00-16:00 16:30-17:00     | /programme/1/from programme.from.overlap;\
                                                      /programme/2/from programme.from.overlap
            15:30-15:00 15:00-16:00                 | /programme/0/to programme.to.too-early
            """)
    void checksProgrammeLiesWithinSessionAndInOrder(String parts, @Nullable String problems) {
        List<Map<String, @Nullable Object>> programme = new ArrayList<>();
        for (String times : parts.split(" +", -1)) {
            Map<String, @Nullable Object> part = new LinkedHashMap<>();
            part.put("title", "Onderdeel");
            part.put("from", known(times.substring(0, times.indexOf('-'))));
            part.put("to", known(times.substring(times.indexOf('-') + 1)));
            programme.add(part);
        }

        assertThat(SampleDocuments.codes(SampleDocuments.with("programme", programme)))
                .isEqualTo(problems == null ? List.of() : List.of(problems.split(";\\s*", -1)));
    }

    @Test
    void namesEarliestPossibleStartOfOverlappingPart() {
        Map<String, @Nullable Object> overlapping = SampleDocuments.with(
                "programme",
                List.of(
                        Map.of("title", "a", "from", "15:00", "to", "15:45"),
                        Map.of("title", "b", "from", "15:30", "to", "16:00")));

        assertThat(SampleDocuments.problems(overlapping))
                .map(problem -> ProblemTexts.of(problem, Language.EN))
                .containsExactly("This part starts before an earlier part is over."
                        + " Choose a start at 2026-12-03T15:45:00+01:00 or later, or put the parts in order.");
    }

    @Test
    void takesASpeakerInWordsOrNone() {
        SessionDocument document = SampleDocuments.document(
                "programme",
                List.of(
                        Map.of("title", "Opening", "speaker", ""),
                        Map.of("title", "Lezing", "speaker", " wordt nog bekendgemaakt "),
                        Map.of("title", "Afsluiting")));

        assertThat(document.programme())
                .map(part -> part.speaker().orElse("niemand"))
                .containsExactly("niemand", "wordt nog bekendgemaakt", "niemand");
    }

    @Test
    void refusesAMaterialForAThemeThatIsNotThere() {
        assertThat(SampleDocuments.codes(SampleDocuments.with(
                        "materials", List.of(Map.of("title", "m", "url", "https://example.org", "theme", "a")))))
                .containsExactly("/materials/0/theme materials.theme.unknown");
    }

    @Test
    void refusesInvalidThemes() {
        assertThat(SampleDocuments.codes(SampleDocuments.with(
                        "themes",
                        List.of(
                                Map.of("id", "any", "title", "A"),
                                Map.of("id", "b", "title", "B"),
                                Map.of("id", "b", "title", "B"),
                                Map.of("title", "", "facilitators", List.of(Map.of("organisation", "HAN")))))))
                .containsExactlyInAnyOrder(
                        "/themes/0/id themes.id.invalid",
                        "/themes/2/id themes.id.duplicate",
                        "/themes/2/title themes.title.duplicate",
                        "/themes/3/id themes.id.required",
                        "/themes/3/title themes.title.required",
                        "/themes/3/facilitators/0/name themes.facilitators.name.required");
        assertThat(SampleDocuments.codes(SampleDocuments.with("themes", Collections.nCopies(21, Map.of()))))
                .containsExactly("/themes themes.too-long");
    }

    @Test
    void refusesPlacesThatNobodyCouldEverTake() {
        assertThat(SampleDocuments.codes(
                        SampleDocuments.with("places", 4, "themes", List.of(theme("a", 5), theme("b", 3)))))
                .as("more at one table than in the session")
                .containsExactly("/themes/0/places themes.places.never-filled");
        assertThat(SampleDocuments.codes(
                        SampleDocuments.with("places", 12, "themes", List.of(theme("a", 5), theme("b", 3)))))
                .as("more in the session than at all tables")
                .containsExactly("/places places.never-filled");
        assertThat(SampleDocuments.document("places", 8, "themes", List.of(theme("a", 5), theme("b", 3)))
                        .themes())
                .hasSize(2);
    }

    @Test
    void refusesQuestionsThatCannotBeAnswered() {
        assertThat(SampleDocuments.codes(SampleDocuments.with(
                        "questions",
                        List.of(
                                Map.of("id", "q", "label", "Waarom?", "options", List.of("ja", "nee")),
                                Map.of("id", "q", "label", "Wat?", "kind", "choice", "options", List.of("dit")),
                                Map.of("id", "r", "label", "Wie?", "theme", "nergens"),
                                Map.of("id", "s", "kind", "essay")))))
                .containsExactlyInAnyOrder(
                        "/questions/0/options questions.options.useless",
                        "/questions/1/id questions.id.duplicate",
                        "/questions/1/options questions.options.required",
                        "/questions/2/theme questions.theme.unknown",
                        "/questions/3/label questions.label.required",
                        "/questions/3/kind questions.kind.invalid");
    }

    @Test
    void refusesAnUnknownMomentForAQuestion() {
        assertThat(SampleDocuments.codes(
                        SampleDocuments.with("questions", List.of(Map.of("id", "a", "label", "A", "when", "during")))))
                .containsExactly("/questions/0/when questions.when.invalid");
    }

    @Test
    void refusesReviewFieldsWithoutReview() {
        assertThat(SampleDocuments.codes(
                        SampleDocuments.with("admitDomains", List.of("example.org"), "reviewHoldsPlace", false)))
                .containsExactlyInAnyOrder(
                        "/admitDomains admitDomains.useless", "/reviewHoldsPlace reviewHoldsPlace.useless");
        assertThat(SampleDocuments.codes(SampleDocuments.with(
                        "admission", "reviewed", "admitDomains", List.of("example.org", "a b", "EXAMPLE.org"))))
                .containsExactlyInAnyOrder(
                        "/admitDomains/1 admitDomains.invalid", "/admitDomains/2 admitDomains.duplicate");
    }

    @Test
    void admitsAListedDomainWithItsSubdomainsAtOnce() {
        Admission admission = SampleDocuments.document(
                        "admission", "reviewed", "admitDomains", List.of("Gemeente.Example.org"))
                .signUp()
                .admission();

        assertThat(admission.admits(new EmailAddress("noor@gemeente.example.org")))
                .isTrue();
        assertThat(admission.admits(new EmailAddress("noor@wijk.gemeente.example.org")))
                .isTrue();
        assertThat(admission.admits(new EmailAddress("noor@nepgemeente.example.org")))
                .isFalse();
        assertThat(admission.admits(new EmailAddress("noor@example.org"))).isFalse();
    }

    @Test
    void keepsAnUnconfirmedAddressForAnHourAtLeast() {
        assertThat(SampleDocuments.document().signUp().confirmAddress()).isEmpty();
        assertThat(SampleDocuments.document("confirmAddress", "PT1H").signUp().confirmAddress())
                .contains(new CalendarPeriod(0, Duration.ofHours(1)));
        assertThat(SampleDocuments.codes(SampleDocuments.with("confirmAddress", "PT59M")))
                .containsExactly("/confirmAddress confirmAddress.too-short");
        assertThat(SampleDocuments.codes(SampleDocuments.with("confirmAddress", "een dag")))
                .containsExactly("/confirmAddress confirmAddress.invalid");
    }

    private static Map<String, Object> theme(String id, int places) {
        return Map.of("id", id, "title", "Tafel " + id, "places", places);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "javascript:alert(1)",
                "https://",
                "https://me:secret@example.org",
                "example.org",
                "https://example.org/a b"
            })
    void refusesLinksThatAreNotPlainlyHttps(String link) {
        assertThat(SampleDocuments.codes(SampleDocuments.with("meetingLink", Map.of("url", link))))
                .singleElement()
                .asString()
                .startsWith("/meetingLink/url meetingLink.url.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:text/html;base64,PHNjcmlwdD4=",
                "data:image/svg+xml,<svg onload=alert(1)>",
                "data:image/png;base64,",
                "data:image/png;base64,AA\"><script>",
                "data:,",
            })
    void refusesPicturesThatAreNone(String image) {
        assertThat(SampleDocuments.codes(SampleDocuments.with("image", image)))
                .singleElement()
                .asString()
                .startsWith("/image image.");
    }

    @Test
    void takesEmbeddedPictureUpToLimit() {
        String head = "data:image/webp;base64,";
        int room = SessionDocumentFields.MAX_PICTURE_LENGTH - head.length();

        assertThat(SampleDocuments.codes(SampleDocuments.with("image", head + "A".repeat(room))))
                .isEmpty();
        assertThat(SampleDocuments.codes(SampleDocuments.with("image", head + "A".repeat(room + 1))))
                .containsExactly("/image image.too-long");
    }

    @Test
    void refusesLinesThatWouldBreakAHeaderOrTurnTheText() {
        for (String title : List.of("a\nb", "a\rb", "a\u0000b", "a\u2028b", "a\u202Eb", "a\uFFFEb", "a\uD800b")) {
            assertThat(SampleDocuments.codes(SampleDocuments.with("title", title)))
                    .containsExactly("/title title.characters");
        }
        assertThat(SampleDocuments.problems(SampleDocuments.with("title", "عنوان \u200F 🎉 é")))
                .isEmpty();
    }

    @Test
    void countsLettersAsPeopleDo() {
        assertThat(SampleDocuments.problems(SampleDocuments.with("title", "🎉".repeat(300))))
                .isEmpty();
        assertThat(SampleDocuments.codes(SampleDocuments.with("title", "a".repeat(301))))
                .containsExactly("/title title.too-long");
    }

    @Test
    void refusesEveryWrongTypeWithoutStumbling() {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                7, -1, 1.5, 1e300, true, "x", "", List.of(7), List.of(List.of()), Map.of("a", 1), Arrays.asList((Object)
                        null)));
        for (String field :
                SessionDocumentFields.write(SampleDocuments.document()).keySet()) {
            for (Object value : values) {
                // It may take the value or report problems, but must not throw.
                SampleDocuments.problems(SampleDocuments.with(field, value));
            }
        }
    }

    private static @Nullable String known(String time) {
        return time.equals(".") ? null : time;
    }
}
