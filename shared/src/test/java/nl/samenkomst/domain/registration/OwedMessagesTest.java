package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.confirmed;
import static nl.samenkomst.domain.registration.SampleRegistrations.marked;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitlisted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is owed an organiser's message, and when. */
class OwedMessagesTest {

    private static final Instant SIGNED_UP = Instant.parse("2026-11-03T09:00:00Z");
    private static final Instant WRITTEN = SIGNED_UP.plus(Duration.ofDays(1));
    private static final Instant LEAVES = WRITTEN.plus(Duration.ofMinutes(2));
    private static final Session SESSION = Session.published(
            new SessionId("sessie"), SampleDocuments.document("reminders", List.of("P1D")), SIGNED_UP);
    private static final Instant START = SESSION.document().when().start().toInstant();
    private static final Instant END = SESSION.document().when().end().toInstant();
    private static final Optional<LetterKind> MESSAGE = Optional.of(LetterKind.MESSAGE);
    private static final MessageId ID = MessageId.of(WRITTEN, "local");
    private static final Registration COMES = told(confirmed(SESSION, SIGNED_UP), LetterKind.CONFIRMED, 1, SIGNED_UP);
    private static final Registration WAITS = told(waitlisted(SESSION, SIGNED_UP), LetterKind.WAITING, 1, SIGNED_UP);

    @Test
    void leavesTwoMinutesAfterItWasWritten() {
        Session written = with(note(group(MessageGroup.CONFIRMED)));

        assertThat(Owed.next(written, COMES, WRITTEN)).contains(OwedLetter.of(ID, LEAVES));
        assertThat(Owed.dueAt(written, COMES, WRITTEN)).contains(LEAVES);
    }

    @Test
    void leavesAtItsMomentButNeverBeforeItCanBeTakenBack() {
        Instant later = WRITTEN.plus(Duration.ofHours(3));
        assertThat(MessageNote.written(ID, MessageAudience.EVERYBODY, WRITTEN, Optional.of(later), false)
                        .from())
                .isEqualTo(later);
        assertThat(MessageNote.written(ID, MessageAudience.EVERYBODY, WRITTEN, Optional.of(WRITTEN), false)
                        .from())
                .isEqualTo(LEAVES);
    }

    @Test
    void theDryRunHasItOnceAndTheLettersAfterIt() {
        assertThat(LetterAhead.all(with(note(MessageAudience.EVERYBODY)), COMES, WRITTEN))
                .extracting(ahead -> ahead.letter().kind())
                .containsExactly(LetterKind.MESSAGE, LetterKind.REMINDER);
    }

    @Test
    void goesToEachPersonOnce() {
        Session written = with(note(MessageAudience.EVERYBODY));
        Registration got = sent(COMES, ID, LEAVES);

        assertThat(kind(written, COMES, LEAVES)).contains(LetterKind.MESSAGE);
        assertThat(kind(written, got, LEAVES)).isNotEqualTo(MESSAGE);
        assertThat(kind(written, SampleRegistrations.promoted(sent(WAITS, ID, LEAVES), LEAVES), LEAVES))
                .as("in another state")
                .contains(LetterKind.PROMOTED);
    }

    @Test
    void remembersEveryMessageHoweverManyLettersFollow() {
        Registration got = sent(COMES, ID, LEAVES);
        for (int hour = 1; hour < 100; hour++) {
            got = told(got, LetterKind.OWN_LINK, 1, LEAVES.plus(Duration.ofHours(hour)));
            got = sent(got, MessageId.of(LEAVES.plus(Duration.ofHours(hour)), "local"), LEAVES);
        }

        assertThat(got.letters().ofMessage(ID)).isPresent();
    }

    @Test
    void goesOnlyToItsGroupsThemesAndMarks() {
        Registration atTheme =
                COMES.with(new RegistrationState.Confirmed(SIGNED_UP, false, Optional.of(new ThemeId("zorg"))));
        MessageAudience toTheme = new MessageAudience(List.of(), List.of(new ThemeId("zorg")), Optional.empty());

        assertThat(isOwed(group(MessageGroup.CONFIRMED), COMES)).isTrue();
        assertThat(isOwed(group(MessageGroup.CONFIRMED), WAITS)).isFalse();
        assertThat(isOwed(group(MessageGroup.WAITLISTED), WAITS)).isTrue();
        assertThat(isOwed(
                        group(MessageGroup.UNDER_REVIEW),
                        COMES.with(new RegistrationState.UnderReview(SIGNED_UP, false, Optional.empty()))))
                .isTrue();
        assertThat(isOwed(toTheme, atTheme)).isTrue();
        assertThat(isOwed(toTheme, COMES)).isFalse();
        assertThat(isOwed(present(true), marked(COMES, true))).isTrue();
        assertThat(isOwed(present(true), marked(COMES, false))).isFalse();
        assertThat(isOwed(present(true), COMES)).isFalse();
        assertThat(isOwed(present(false), marked(COMES, false))).isTrue();
    }

    @Test
    void goesToNobodyWhoCancelledMeanwhile() {
        assertThat(isOwed(MessageAudience.EVERYBODY, SampleRegistrations.cancelled(COMES, WRITTEN)))
                .isFalse();
        assertThat(isOwed(MessageAudience.EVERYBODY, COMES.with(SampleRegistrations.invited())))
                .isFalse();
    }

    @Test
    void goesToLatecomersIfItSaysSoUntilTheStart() {
        Instant late = LEAVES.plus(Duration.ofHours(1));
        Registration latecomer = told(confirmed(SESSION, late), LetterKind.CONFIRMED, 1, late);
        MessageNote toAll = MessageNote.written(ID, MessageAudience.EVERYBODY, WRITTEN, Optional.empty(), true);

        assertThat(kind(with(note(MessageAudience.EVERYBODY)), latecomer, late)).isNotEqualTo(MESSAGE);
        assertThat(kind(with(toAll), latecomer, late)).contains(LetterKind.MESSAGE);
        assertThat(OwedMessages.isOwed(toAll, SESSION, latecomer, START)).isFalse();
        assertThat(OwedMessages.isOwed(toAll, SESSION, COMES, START))
                .as("somebody who was there in time")
                .isTrue();
    }

    @Test
    void doesNotGoToUnconfirmedAddresses() {
        Registration unconfirmed = COMES.with(new AddressProof.Awaited(Optional.empty()));
        Registration confirmedLater = COMES.with(new AddressProof.Given(LEAVES.plusSeconds(1)));

        assertThat(kind(with(note(MessageAudience.EVERYBODY)), unconfirmed, LEAVES))
                .isNotEqualTo(MESSAGE);
        assertThat(isOwed(MessageAudience.EVERYBODY, unconfirmed)).isFalse();
        assertThat(isOwed(MessageAudience.EVERYBODY, confirmedLater)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void doesNotGoToMailboxesThatTakeNoLetters(MailProblem.Kind kind) {
        Registration known = COMES.withMailProblem(Optional.of(new MailProblem(kind, SIGNED_UP)));

        assertThat(isOwed(MessageAudience.EVERYBODY, known)).isEqualTo(!kind.stopsLetters());
    }

    @Test
    void stopsOnceItIsWithdrawn() {
        Session withdrawn = with(note(MessageAudience.EVERYBODY)).withdrawing(ID, LEAVES);

        assertThat(kind(withdrawn, COMES, LEAVES)).isNotEqualTo(MESSAGE);
        assertThat(withdrawn
                        .withdrawing(ID, LEAVES.plusSeconds(9))
                        .message(ID)
                        .orElseThrow()
                        .withdrawnAt())
                .contains(LEAVES);
    }

    @Test
    void isSilentAboutACancelledSessionUnlessItWasWrittenSince() {
        Session written = with(note(MessageAudience.EVERYBODY));
        Session called = written.cancelled("", WRITTEN.plusSeconds(30));
        Registration knows = told(COMES, LetterKind.SESSION_CANCELLED, 3, LEAVES.plusSeconds(30));
        Instant later = LEAVES.plus(Duration.ofHours(1));

        assertThat(Owed.next(called, knows, later)).isEmpty();
        assertThat(kind(called.reinstated(later), COMES, later)).contains(LetterKind.MESSAGE);
        assertThat(kind(
                        SESSION.cancelled("", WRITTEN.minusSeconds(1)).with(note(MessageAudience.EVERYBODY)),
                        knows,
                        later))
                .contains(LetterKind.MESSAGE);
    }

    @Test
    void lettersThatAreDueGoFirst() {
        Session written = with(note(MessageAudience.EVERYBODY));
        Instant reminds = START.minus(Duration.ofDays(1));

        assertThat(kind(written, confirmed(SESSION, SIGNED_UP), LEAVES)).contains(LetterKind.CONFIRMED);
        assertThat(kind(written, COMES, reminds)).contains(LetterKind.REMINDER);
        assertThat(kind(written, told(COMES, LetterKind.REMINDER, 1, reminds), reminds))
                .contains(LetterKind.MESSAGE);
    }

    @Test
    void takesThePlaceOfNoOtherLetter() {
        Instant reminds = START.minus(Duration.ofDays(1));
        Session written = with(note(MessageAudience.EVERYBODY));

        assertThat(Owed.next(written, sent(COMES, ID, reminds.plusSeconds(5)), reminds.plusSeconds(9)))
                .as("the reminder that was due before the message left")
                .contains(new OwedLetter(LetterKind.REMINDER, reminds));
    }

    @Test
    void whatWasForTheSessionDoesNotLeaveAfterIt() {
        MessageNote before = note(MessageAudience.EVERYBODY);
        MessageNote thanks =
                MessageNote.written(ID, MessageAudience.EVERYBODY, WRITTEN, Optional.of(END.plusSeconds(60)), false);

        assertThat(OwedMessages.isOwed(before, SESSION, COMES, END.minusSeconds(1)))
                .isTrue();
        assertThat(OwedMessages.isOwed(before, SESSION, COMES, END)).isFalse();
        assertThat(kind(with(thanks), COMES, END.plusSeconds(60))).contains(LetterKind.MESSAGE);
    }

    private static MessageAudience group(MessageGroup group) {
        return new MessageAudience(List.of(group), List.of(), Optional.empty());
    }

    private static MessageAudience present(boolean there) {
        return new MessageAudience(List.of(), List.of(), Optional.of(there));
    }

    private static MessageNote note(MessageAudience to) {
        return MessageNote.written(ID, to, WRITTEN, Optional.empty(), false);
    }

    private static Session with(MessageNote note) {
        return SESSION.with(note);
    }

    private static boolean isOwed(MessageAudience to, Registration registration) {
        return OwedMessages.isOwed(note(to), SESSION, registration, LEAVES);
    }

    private static Optional<LetterKind> kind(Session session, Registration registration, Instant now) {
        return Owed.next(session, registration, now)
                .filter(letter -> letter.isDueBy(now))
                .map(OwedLetter::kind);
    }

    private static Registration sent(Registration registration, MessageId message, Instant at) {
        SentLetter letter = new SentLetter(OwedLetter.of(message, at), new Revision(1), at, Optional.of("message"));
        return registration.with(registration.letters().with(letter, Map.of()));
    }
}
