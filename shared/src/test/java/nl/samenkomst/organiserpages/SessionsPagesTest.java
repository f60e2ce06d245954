package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import nl.samenkomst.api.SessionNumbers;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.audit.ChangedValues;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.desk.HistoryEntry;
import nl.samenkomst.domain.desk.Oddity;
import nl.samenkomst.domain.desk.SessionMark;
import nl.samenkomst.domain.desk.SessionProgress;
import nl.samenkomst.domain.desk.WaitKind;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDifference;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages about sessions, and the words of the history. */
class SessionsPagesTest {

    private static final int MAX_BYTES = 20_000;

    @ParameterizedTest
    @EnumSource
    void everyPageHasOneHeadingAndIsSmall(Language language) throws IOException {
        for (Map.Entry<String, String> page : EveryOrganiserPage.in(language).entrySet()) {
            Document html = Jsoup.parse(page.getValue());
            assertThat(html.select("h1")).as(page.getKey()).hasSize(1);
            assertThat(html.select("[style], script")).as(page.getKey()).isEmpty();
            assertThat(gzipped(page.getValue())).as(page.getKey()).isLessThan(MAX_BYTES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCellOfATableOfCardsSaysItsColumn(Language language) {
        EveryOrganiserPage.in(language)
                .forEach((name, page) -> assertThat(Jsoup.parse(page).select("table.cards td.number:not([data-label])"))
                        .as(name)
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyActionHasASentence(Language language) {
        Stream<String> ofOthers =
                Stream.of("exported", "list-read", "erased-on-request", "corrected", "decision-withdrawn");
        Stream<String> words = Stream.concat(Arrays.stream(AuditAction.values()).map(AuditAction::word), ofOthers);

        assertThat(words.map(word -> "did." + word))
                .allMatch(key -> SessionsTexts.TEXTS.has(language, key))
                .allMatch(key -> SessionsTexts.TEXTS.text(language, key).endsWith("."));
    }

    @ParameterizedTest
    @EnumSource
    void everyWordOfTheDomainHasAText(Language language) {
        List<String> keys = new ArrayList<>();
        for (LetterKind kind : LetterKind.values()) {
            keys.add("letter." + kind.word());
        }
        for (SessionMark mark : SessionMark.values()) {
            keys.add("mark." + mark.word());
        }
        for (WaitKind kind : WaitKind.values()) {
            keys.addAll(List.of("wait." + kind.word(), "wait." + kind.word() + ".one"));
        }
        for (Oddity.Kind kind : Oddity.Kind.values()) {
            keys.add("odd." + kind.word());
        }
        for (SessionDone done : SessionDone.values()) {
            keys.add("done." + done.word());
        }
        for (SessionDifference.Kind kind : SessionDifference.Kind.values()) {
            keys.add("field." + kind.word());
        }
        SessionDocumentFields.write(EENZAAMHEID_ONDER_JONGEREN.document())
                .keySet()
                .forEach(field -> keys.add("field." + field));

        assertThat(keys).allMatch(key -> SessionsTexts.TEXTS.has(language, key));
    }

    @Test
    void namesAColleagueAsLongAsTheyAreKept() {
        Actor organiser = KARIM.actor();

        assertThat(said(organiser, AuditAction.ACCEPTED, Optional.of("Karim"), Optional.of("Fatima")))
                .isEqualTo("Karim heeft de aanmelding van Fatima geaccepteerd.");
        assertThat(said(organiser, AuditAction.ACCEPTED, Optional.empty(), Optional.empty()))
                .isEqualTo("Een oud-collega heeft de aanmelding van iemand die gewist is geaccepteerd.");
        assertThat(said(
                        new Actor.ByRole("arn:aws:sts::111122223333:assumed-role/organiser/noor"),
                        AuditAction.SESSION_PUBLISHED,
                        Optional.empty(),
                        Optional.empty()))
                .isEqualTo("noor (via de API) heeft de bijeenkomst gepubliceerd.");
        assertThat(said(Actor.PERSON, AuditAction.CANCELLED_LATE, Optional.empty(), Optional.of("Fatima")))
                .isEqualTo("Fatima heeft zich afgemeld, na de afmeldtermijn.");
        assertThat(said(Actor.DESK, AuditAction.LAPSED, Optional.empty(), Optional.of("Fatima")))
                .startsWith("Het systeem heeft de aanmelding van Fatima laten vervallen");
    }

    @Test
    void saysChangedValuesInWords() {
        Session after = SampleSessions.eenzaamheidWith(Map.of(
                "places",
                40,
                "noticePeriod",
                "PT36H",
                "topics",
                List.of("Eenzaamheid"),
                "waitingList",
                false,
                "admission",
                "reviewed",
                "start",
                "2026-12-15T13:30:00+01:00",
                "reminders",
                List.of("P2D", "PT1H"),
                "materials",
                List.of(Map.of("title", "Eén, of twee", "url", "https://example.org/a.pdf"))));

        assertThat(rows(EENZAAMHEID_ONDER_JONGEREN, after))
                .contains(
                        "Aantal plekken: 30 > 40",
                        "Afmeldtermijn: 7 dagen > 36 uur",
                        "Onderwerpen: Eenzaamheid, Jongeren > Eenzaamheid",
                        "Wachtlijst: ja > nee",
                        "Wie mag komen: iedereen > wie de organisator toelaat",
                        "Datum en tijd: dinsdag 15 december 2026, 14.00-16.30 uur > dinsdag 15 december 2026,"
                                + " 13.30-16.30 uur",
                        "Herinneringen:  > 2 dagen, 1 uur",
                        "Materiaal:  > ");
    }

    @Test
    void aSessionWithoutALimitSaysWhetherItsThemesHaveOne() {
        List<Map<String, Object>> themes = List.of(Map.of("id", "werk", "title", "Werk", "places", 8));
        Map<String, Object> limited = Map.of(
                "title",
                "Thema's",
                "start",
                "2027-02-04T19:30:00+01:00",
                "end",
                "2027-02-04T21:00:00+01:00",
                "organiser",
                "Gemeente",
                "contact",
                "samen@example.org",
                "themes",
                themes);
        Map<String, Object> unlimited = new HashMap<>(limited);
        unlimited.put("themes", List.of());

        assertThat(taken(SampleSessions.session("begrensd", limited)))
                .isEqualTo("places taken; the themes have a limit");
        Map<String, Object> partly = new HashMap<>(limited);
        partly.put("themes", List.of(themes.getFirst(), Map.of("id", "taal", "title", "Taal")));
        assertThat(taken(SampleSessions.session("deels", partly))).isEqualTo("places taken, without a limit");
        assertThat(taken(SampleSessions.session("vrij", unlimited))).isEqualTo("places taken, without a limit");
    }

    private static String taken(Session session) {
        Places places = Places.allFree(session.document());
        return new SessionDeskPage(
                        EveryOrganiserPage.by(KARIM, Language.EN),
                        new SessionSnapshot(session, places),
                        SessionNumbers.perState(places),
                        SessionProgress.of(session, List.of(), NOW),
                        Optional.empty())
                .takenWithoutLimit();
    }

    @Test
    void wordsOfAnotherReleaseAreShownAsTheyAre() {
        ChangedValueText text = new ChangedValueText(EENZAAMHEID_ONDER_JONGEREN, Language.NL);
        ChangedValue unknown = new ChangedValue("newField", "", "P", "a/b");

        assertThat(text.what(unknown)).isEqualTo("newField");
        assertThat(text.value(unknown, "P")).isEqualTo("P");
        assertThat(text.value(unknown, "a/b")).isEqualTo("a/b");
    }

    private static List<String> rows(Session before, Session after) {
        ChangedValueText text = new ChangedValueText(before, Language.NL);
        return ChangedValues.between(before.document(), after.document()).stream()
                .map(value -> text.what(value) + ": " + text.value(value, value.before()) + " > "
                        + text.value(value, value.after()))
                .toList();
    }

    private static String said(Actor actor, AuditAction action, Optional<String> organiser, Optional<String> person) {
        HistoryEntry entry =
                new HistoryEntry(new AuditEntry(NOW, actor, action, Optional.of("id"), ""), organiser, person);
        return HistoryTexts.who(entry, Language.NL) + " " + HistoryTexts.what(entry, Language.NL);
    }

    private static int gzipped(String page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
