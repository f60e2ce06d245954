package nl.samenkomst.domain.draft;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.draft.PartChange.Fit;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PartChangeTest {

    private static final List<Map<String, String>> PROGRAMME =
            List.of(Map.of("from", "14:50", "title", "Inloop"), Map.of("from", "15:00", "title", "Gesprek"));
    private static final List<Map<String, Object>> THEMES =
            List.of(SampleDocuments.theme(SampleDocuments.BUURT), SampleDocuments.theme(SampleDocuments.WERK));

    /** On Thursday 3 December 2026, 15:00 to 17:00. */
    private static DraftedSession here(@Nullable Object... namesAndValues) {
        return session("2026-12-03", "+01:00", namesAndValues);
    }

    /** In April, with summer time. */
    private static DraftedSession there(@Nullable Object... namesAndValues) {
        return session("2027-04-08", "+02:00", namesAndValues);
    }

    private static DraftedSession session(String day, String offset, @Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> tree = SampleDocuments.with(namesAndValues);
        tree.put("start", day + "T15:00:00" + offset);
        tree.put("end", day + "T17:00:00" + offset);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        SessionId id = new SessionId("les-" + day);
        Session session = Session.published(id, SampleDocuments.document(tree), NOW);
        return new DraftedSession(id, Optional.of(session), Optional.empty());
    }

    private static DraftedSession changed(DraftedSession before, Section section, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>(before.fieldsOf(section));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return saved(before, section, fields);
    }

    private static DraftedSession saved(DraftedSession before, Section section, Map<String, String> fields) {
        SectionDraft saved = new SectionDraft(SectionInput.of(section, fields), "basis", NOOR.id(), NOW);
        return before.with(before.draft()
                .map(known -> known.with(section, saved))
                .orElseGet(() -> Draft.first(before.id(), NOOR.id(), Map.of(section, saved))));
    }

    private static SessionDocument carried(DraftedSession changed, DraftedSession there) {
        SessionForm form = there.form();
        for (PartChange change : PartChange.of(changed)) {
            form = change.applyTo(form);
        }
        return switch (form.parse()) {
            case Parsed.Valid<SessionDocument> valid -> valid.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static List<String> pointers(DraftedSession changed) {
        return PartChange.of(changed).stream()
                .map(change -> change.part().pointer())
                .toList();
    }

    private static Fit fit(DraftedSession changed, DraftedSession there) {
        return PartChange.of(changed).getFirst().fit(there.form());
    }

    @Test
    void carriesOnlyWhatTheDraftChanges() {
        DraftedSession changed = changed(here("places", 12), Section.SIGN_UP, "/places", "20", "/waitingList", "no");

        assertThat(pointers(changed)).containsExactly("/places", "/waitingList");
        assertThat(PartChange.of(here("places", 12))).isEmpty();
        assertThat(carried(changed, there("places", 12, "noticePeriod", "P7D")).signUp())
                .satisfies(signUp -> {
                    assertThat(signUp.places()).hasValue(20);
                    assertThat(signUp.noticePeriod()).hasToString("P7D");
                });
    }

    @Test
    void aFieldThatWasDifferentThereIsNotTakenForTheSame() {
        DraftedSession changed = changed(here("places", 12), Section.SIGN_UP, "/places", "20");

        assertThat(fit(changed, there("places", 12))).isEqualTo(Fit.FITS);
        assertThat(fit(changed, there("places", 20))).isEqualTo(Fit.DONE);
        assertThat(fit(changed, there("places", 40))).isEqualTo(Fit.DIFFERS);
        assertThat(fit(changed, there())).isEqualTo(Fit.DIFFERS);
        assertThat(fit(changed, changed(there("places", 12), Section.SIGN_UP, "/places", "15")))
                .as("in a draft")
                .isEqualTo(Fit.DIFFERS);
    }

    @Test
    void aTimeOfDayGoesToEachDayOverAChangeOfSummerTime() {
        DraftedSession changed = changed(
                here(), Section.WHEN, "/start/time", "16:00", "/end/time", "18:30", "/start/date", "2026-12-10");

        assertThat(pointers(changed)).containsExactly("/start", "/end");
        assertThat(PartChange.staying(changed)).containsExactly("/start/date");
        assertThat(carried(changed, there()).when().start()).hasToString("2027-04-08T16:00+02:00[Europe/Amsterdam]");
        assertThat(carried(changed, there()).when().end()).hasToString("2027-04-08T18:30+02:00[Europe/Amsterdam]");
    }

    @Test
    void anEndOnTheNextDayIsOnTheNextDayThere() {
        DraftedSession late = changed(here(), Section.WHEN, "/end/date", "2026-12-04", "/end/time", "01:00");

        assertThat(carried(late, there()).when().end()).hasToString("2027-04-09T01:00+02:00[Europe/Amsterdam]");
        DraftedSession moved = changed(late, Section.WHEN, "/start/date", "2026-12-10", "/end/date", "2026-12-11");
        assertThat(carried(moved, there()).when().end()).hasToString("2027-04-09T01:00+02:00[Europe/Amsterdam]");
    }

    @Test
    void aDateOfItsOwnIsNotCarriedButItsTimeIsWhereThereIsOne() {
        String opens = "2026-11-01T09:00:00+01:00";
        DraftedSession set = changed(here(), Section.SIGN_UP, "/opens/date", "2026-11-01", "/opens/time", "09:00");
        DraftedSession later = changed(here("opens", opens), Section.SIGN_UP, "/opens/time", "12:00");

        assertThat(PartChange.of(set)).isEmpty();
        assertThat(PartChange.staying(set)).containsExactly("/opens/date");
        assertThat(fit(later, there())).isEqualTo(Fit.ABSENT);
        assertThat(carried(later, there("opens", "2027-03-01T09:00:00+01:00"))
                        .signUp()
                        .opens())
                .map(Object::toString)
                .contains("2027-03-01T12:00+01:00[Europe/Amsterdam]");
    }

    @Test
    void theSecondOfTwoEqualTimesIsAnOrdinaryTimeOnAnotherDay() {
        DraftedSession changed = changed(
                session("2026-10-25", "+01:00"), Section.WHEN, "/start/time", "02:30 +01:00", "/end/time", "05:00");

        assertThat(carried(changed, there()).when().start()).hasToString("2027-04-08T02:30+02:00[Europe/Amsterdam]");
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://example.org/nieuw, '', DIFFERS",
        "https://example.org/oud, https://example.org/nieuw, https://example.org/oud, FITS",
        "https://example.org/oud, https://example.org/nieuw, https://example.org/eigen, DIFFERS",
        "https://example.org/oud, https://example.org/nieuw, '', DIFFERS"
    })
    void aLinkFitsOnlyASessionThatSharedIt(String before, String after, String other, Fit fit) {
        DraftedSession changed = changed(here(online(before)), Section.WHEN, "/meetingLink/url", after);

        assertThat(pointers(changed)).containsExactly(FormPart.LINK.pointer());
        assertThat(fit(changed, there(online(other)))).isEqualTo(fit);
    }

    private static @Nullable Object[] online(String link) {
        return new @Nullable Object[] {"online", true, "meetingLink", link.isEmpty() ? Map.of() : Map.of("url", link)};
    }

    @Test
    void materialsStayWithTheirSession() {
        DraftedSession changed = changed(
                here(), Section.MAILS, "/materials/0/title", "Lezen", "/materials/0/url", "https://a.example/b");

        assertThat(PartChange.of(changed)).isEmpty();
        assertThat(PartChange.staying(changed)).containsExactly("/materials");
    }

    @Test
    void remindersAreOnePartWithTheirChoice() {
        DraftedSession own =
                changed(here(), Section.MAILS, SessionForm.REMINDERS_CHOICE, "own", "/reminders", "P8D\nPT1H");

        assertThat(pointers(own)).containsExactly("/reminders");
        assertThat(carried(own, there()).chosenReminders())
                .get(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        DraftedSession usual =
                changed(here("reminders", List.of("P2D")), Section.MAILS, SessionForm.REMINDERS_CHOICE, "");
        assertThat(carried(usual, there("reminders", List.of("P2D"))).chosenReminders())
                .isEmpty();
    }

    @Test
    void aProgrammeIsCarriedAsAWholeToTheSessionsOwnDay() {
        DraftedSession here = here("programme", PROGRAMME, "end", "2026-12-04T12:00:00+01:00");
        DraftedSession there = there("programme", PROGRAMME, "end", "2027-04-09T12:00:00+02:00");
        DraftedSession changed = changed(
                here,
                Section.PROGRAMME,
                "/programme/2/from/date",
                "2026-12-04",
                "/programme/2/from/time",
                "09:00",
                "/programme/2/title",
                "Ontbijt");

        SessionDocument carried = carried(changed, there);

        assertThat(fit(changed, there)).isEqualTo(Fit.FITS);
        assertThat(carried.programme()).hasSize(3);
        assertThat(carried.programme().getLast().from())
                .map(Object::toString)
                .contains("2027-04-09T09:00+02:00[Europe/Amsterdam]");
        assertThat(fit(changed, there("programme", PROGRAMME.subList(0, 1)))).isEqualTo(Fit.DIFFERS);
    }

    @Test
    void rowsAddedRemovedAndReorderedKeepTheirIds() {
        DraftedSession here = here("themes", THEMES);
        Map<String, String> fields = new LinkedHashMap<>();
        here.fieldsOf(Section.THEMES)
                .forEach((name, value) -> fields.put(
                        name.replace("/themes/1/", "/themes/x/")
                                .replace("/themes/0/", "/themes/1/")
                                .replace("/themes/x/", "/themes/0/"),
                        value));
        fields.put("/themes/2/id", "zorg");
        fields.put("/themes/2/title", "Zorg");
        DraftedSession more = saved(here, Section.THEMES, fields);
        fields.keySet().removeIf(name -> name.startsWith("/themes/0/"));
        DraftedSession other = saved(here, Section.THEMES, fields);

        assertThat(carried(more, there("themes", THEMES)).themes())
                .extracting(theme -> theme.id().value())
                .containsExactly("werk", "buurt", "zorg");
        assertThat(carried(other, there("themes", THEMES)).themes())
                .extracting(theme -> theme.id().value())
                .containsExactly("buurt", "zorg");
        assertThat(fit(more, there("themes", THEMES.reversed()))).isEqualTo(Fit.DIFFERS);
        assertThat(fit(more, more)).isEqualTo(Fit.DONE);
    }

    @Test
    void aSessionThatWasNeverPublishedChangesNothingForOthers() {
        DraftedSession published = here();
        DraftedSession begun = new DraftedSession(
                published.id(),
                Optional.empty(),
                changed(published, Section.ABOUT, "/title", "Nieuw").draft());

        assertThat(PartChange.of(begun)).isEmpty();
        assertThat(PartChange.staying(begun)).isEmpty();
    }

    /** A field that is neither carried nor said to stay would be forgotten without a word. */
    @Test
    void everyFieldIsCarriedOrSaidToStay() {
        for (Section section : Section.values()) {
            section.fields().stream().flatMap(field -> field.names().stream()).forEach(name -> {
                DraftedSession before =
                        here("opens", "2026-11-01T09:00:00+01:00", "closes", "2026-12-01T09:00:00+01:00");
                DraftedSession changed = before.with(Draft.first(
                        before.id(),
                        NOOR.id(),
                        Map.of(section, new SectionDraft(withOther(before, section, name), "b", NOOR.id(), NOW))));

                assertThat(pointers(changed).size()
                                + PartChange.staying(changed).size())
                        .as(name)
                        .isEqualTo(name.equals("/reminders") ? 0 : 1);
            });
        }
    }

    private static Map<String, String> withOther(DraftedSession before, Section section, String name) {
        Map<String, String> fields = new LinkedHashMap<>(before.fieldsOf(section));
        fields.put(name, name.endsWith("/date") ? "2026-12-09" : name.endsWith("/time") ? "11:11" : "anders");
        return fields;
    }
}
