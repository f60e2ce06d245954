package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.confirmed;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SkippableLetter;
import org.junit.jupiter.api.Test;

/** Skipped letters do not leave, and nothing else changes. */
class SkippedLettersTest {

    private static final SessionId ID = new SessionId("versnellingskamer");
    private static final Instant PUBLISHED = Instant.parse("2026-11-01T09:00:00Z");
    private static final Instant EARLY = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant END = Instant.parse("2026-12-03T16:00:00Z");
    private static final int SEEDS = 25;
    private static final SkippableLetter FOLLOW_UP = new SkippableLetter.FollowUp();
    private static final Session SESSION =
            Session.published(ID, SampleDocuments.document("materials", List.of(afterwards("a"))), PUBLISHED);

    private static Map<String, Object> afterwards(String name) {
        return Map.of("title", name, "url", "https://example.org/" + name, "when", "after");
    }

    @Test
    void aSkippedReminderDoesNotLeaveAndTheOthersDo() {
        Session skipping = SESSION.skipping(reminder("P1D"), EARLY);

        assertThat(ahead(skipping)).containsExactly("reminder 192", "reminder 1", "follow-up -2");
        assertThat(ahead(skipping.notSkipping(reminder("P1D"), EARLY)))
                .isEqualTo(ahead(SESSION))
                .containsExactly("reminder 192", "reminder 24", "reminder 1", "follow-up -2");
    }

    @Test
    void aSkippedLetterAfterwardsDoesNotLeaveUntilThereIsNewMaterialAfterTheEnd() {
        Session skipping = SESSION.skipping(FOLLOW_UP, EARLY);
        Session addedBefore = skipping.changed(
                SampleDocuments.document("materials", List.of(afterwards("a"), afterwards("b"))), EARLY);
        Instant later = END.plus(Duration.ofDays(2));
        Session addedAfter = addedBefore.changed(
                SampleDocuments.document("materials", List.of(afterwards("a"), afterwards("b"), afterwards("c"))),
                later);

        assertThat(ahead(skipping)).doesNotContain("follow-up -2");
        assertThat(ahead(addedBefore)).doesNotContain("follow-up -2");
        assertThat(ahead(addedBefore.changed(SampleDocuments.document("title", "Anders"), later)))
                .noneMatch(letter -> letter.startsWith("follow-up"));
        assertThat(ahead(addedAfter)).contains("follow-up -50");
    }

    @Test
    void skippingTellsNobody() {
        Session skipping = SESSION.skipping(reminder("P1D"), EARLY);

        assertThat(skipping.revision()).isEqualTo(SESSION.revision().next());
        assertThat(skipping.sequence()).isEqualTo(SESSION.sequence());
        assertThat(skipping.movedIn()).isEqualTo(SESSION.movedIn());
        assertThat(skipping.announcedIn()).isEqualTo(SESSION.announcedIn());
    }

    @Test
    void aReminderThatIsTakenOutAndPutBackIsNotSkippedAnyMore() {
        SessionDocument without = SESSION.document().withReminders(List.of(period("P8D")));

        assertThat(SESSION.skipping(reminder("P1D"), EARLY)
                        .changed(without, EARLY)
                        .changed(SESSION.document(), EARLY)
                        .skipped()
                        .reminders())
                .isEmpty();
    }

    @Test
    void everySkippableLetterHasAWord() {
        assertThat(SkippableLetter.of("reminder-P1DT2H")).contains(reminder("P1DT2H"));
        assertThat(reminder("P1DT2H").word()).isEqualTo("reminder-P1DT2H");
        assertThat(SkippableLetter.of(FOLLOW_UP.word())).contains(FOLLOW_UP);
        assertThat(SkippableLetter.of("reminder-")).isEmpty();
        assertThat(SkippableLetter.of("confirmed")).isEmpty();
    }

    /** Seeded histories of skipping, taking back and other offsets, against a model that counts moments. */
    @Test
    void remindsAsTheModelSaysWhateverTheOrganiserSkipsAndWhen() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertThat(violations(seed, UnaryOperator.identity()))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    /** A planted bug: letters are owed as if nothing were skipped. */
    @Test
    void theModelFindsASenderThatIgnoresWhatIsSkipped() {
        UnaryOperator<Session> ignoring =
                session -> Session.published(session.id(), session.document(), session.changedAt());

        assertThat(IntStream.rangeClosed(1, SEEDS)
                        .filter(seed -> !violations(seed, ignoring).isEmpty()))
                .hasSizeGreaterThan(SEEDS / 2);
    }

    private static List<String> violations(int seed, UnaryOperator<Session> seenBySender) {
        Random random = new Random(seed);
        Session session = Session.published(ID, SampleDocuments.document(), PUBLISHED);
        Registration registration = told(confirmed(session, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Map<CalendarPeriod, Boolean> skipped = new HashMap<>();
        Instant last = EARLY;
        List<String> violations = new ArrayList<>();
        for (Instant at = EARLY.plus(Duration.ofHours(1));
                at.isBefore(SampleDocuments.START);
                at = at.plus(Duration.ofHours(1))) {
            if (random.nextInt(24) == 0) {
                session = changed(session, skipped, random, at);
            }
            Optional<Instant> expected = expected(session.document(), skipped, last, at);
            Optional<OwedLetter> owed = Owed.next(seenBySender.apply(session), registration, at);
            Instant now = at;
            Optional<Instant> sent = owed.filter(letter -> letter.kind() == LetterKind.REMINDER)
                    .filter(letter -> letter.isDueBy(now))
                    .map(OwedLetter::from);
            if (!sent.equals(expected)) {
                violations.add(at + ": expected " + expected + ", and sent " + sent);
            }
            if (sent.isPresent()) {
                registration = told(registration, LetterKind.REMINDER, 1, at);
                last = at;
            }
        }
        return violations;
    }

    /** Skips a reminder that is still to come, takes that back, or chooses other reminders. */
    private static Session changed(Session session, Map<CalendarPeriod, Boolean> skipped, Random random, Instant at) {
        List<CalendarPeriod> reminders = session.document().reminders();
        if (random.nextInt(4) == 0 || reminders.isEmpty()) {
            List<CalendarPeriod> others = List.of("P20D", "P9D", "P8D", "P3D", "P1D", "PT5H", "PT1H").stream()
                    .filter(_ -> random.nextBoolean())
                    .map(SkippedLettersTest::period)
                    .toList();
            skipped.keySet().retainAll(others);
            return session.changed(session.document().withReminders(others), Announcement.NEVER, at);
        }
        CalendarPeriod ahead = reminders.get(random.nextInt(reminders.size()));
        if (!moment(ahead).isAfter(at)) {
            return session;
        }
        return skipped.remove(ahead) == null
                ? skipping(session, skipped, ahead, at)
                : session.notSkipping(new SkippableLetter.Reminder(ahead), at);
    }

    private static Session skipping(
            Session session, Map<CalendarPeriod, Boolean> skipped, CalendarPeriod ahead, Instant at) {
        skipped.put(ahead, true);
        return session.skipping(new SkippableLetter.Reminder(ahead), at);
    }

    /** Returns the reminder that must leave now: the latest one not skipped whose moment came since the last letter. */
    private static Optional<Instant> expected(
            SessionDocument document, Map<CalendarPeriod, Boolean> skipped, Instant last, Instant at) {
        return document.reminders().stream()
                .filter(ahead -> !skipped.containsKey(ahead))
                .map(SkippedLettersTest::moment)
                .filter(moment -> moment.isAfter(last) && !moment.isAfter(at))
                .max(Comparator.naturalOrder());
    }

    private static Instant moment(CalendarPeriod ahead) {
        return ahead.before(SESSION.document().when().start()).toInstant();
    }

    private static CalendarPeriod period(String written) {
        return CalendarPeriod.parse(written).orElseThrow();
    }

    private static SkippableLetter reminder(String ahead) {
        return new SkippableLetter.Reminder(period(ahead));
    }

    /** Returns the letters ahead of somebody who has a confirmation, each with how many hours before the start. */
    private static List<String> ahead(Session session) {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        return LetterAhead.all(session, registration, EARLY).stream()
                .map(letter -> letter.letter().kind().word() + " "
                        + Duration.between(letter.at(), SampleDocuments.START).toHours())
                .toList();
    }
}
