package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.cancelled;
import static nl.samenkomst.domain.registration.SampleRegistrations.changedTo;
import static nl.samenkomst.domain.registration.SampleRegistrations.confirmed;
import static nl.samenkomst.domain.registration.SampleRegistrations.marked;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.promoted;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitlisted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.document.When;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwedTest {

    private static final Instant PUBLISHED = Instant.parse("2026-11-01T09:00:00Z");
    private static final Instant EARLY = Instant.parse("2026-11-02T09:00:00Z");
    /** Starts on Thursday 3 December 2026 at 15:00, which is 14:00 in UTC; reminders 8 days, 1 day, 1 hour before. */
    private static final Session SESSION =
            Session.published(new SessionId("versnellingskamer"), SampleDocuments.document(), PUBLISHED);

    private static final List<Map<String, String>> THEMES =
            List.of(Map.of("id", "buurt", "title", "Buurt"), Map.of("id", "werk", "title", "Werk"));

    private static final Instant EIGHT_DAYS_BEFORE = Instant.parse("2026-11-25T14:00:00Z");
    private static final Instant DAY_BEFORE = Instant.parse("2026-12-02T14:00:00Z");
    private static final Instant HOUR_BEFORE = Instant.parse("2026-12-03T13:00:00Z");
    private static final Instant START = Instant.parse("2026-12-03T14:00:00Z");
    private static final Instant END = Instant.parse("2026-12-03T16:00:00Z");

    @Test
    void confirmsAtOnce() {
        assertThat(next(SESSION, confirmed(SESSION, EARLY), EARLY)).isEqualTo("confirmed " + EARLY);
    }

    @ParameterizedTest
    @EnumSource
    void owesNothingWhileAProblemStopsLetters(MailProblem.Kind kind) {
        Registration registration =
                confirmed(SESSION, EARLY).withMailProblem(Optional.of(new MailProblem(kind, EARLY)));

        assertThat(Owed.next(SESSION, registration, EARLY).isEmpty()).isEqualTo(kind.stopsLetters());
        assertThat(Owed.next(SESSION, registration.with(new AddressProof.Given(EARLY)), EARLY)
                        .isEmpty())
                .as("once the address is shown to be theirs")
                .isEqualTo(
                        kind.stopsLetters() && kind != MailProblem.Kind.TOO_MANY && kind != MailProblem.Kind.REFUSED);
    }

    @Test
    void owesNothingWhileMailCannotOrMustNotBeSent() {
        for (MailProblem.Kind kind : MailProblem.Kind.values()) {
            Registration registration =
                    confirmed(SESSION, EARLY).withMailProblem(Optional.of(new MailProblem(kind, EARLY)));

            assertThat(next(SESSION, registration, EARLY))
                    .as("%s", kind)
                    .isEqualTo(kind.stopsLetters() ? "nothing" : "confirmed " + EARLY);
            assertThat(Owed.dueAt(SESSION, registration, EARLY).isEmpty()).isEqualTo(kind.stopsLetters());
        }
    }

    @Test
    void remindsAtEachMomentOnce() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        assertThat(next(SESSION, registration, EARLY)).isEqualTo("reminder " + EIGHT_DAYS_BEFORE);

        registration = told(registration, LetterKind.REMINDER, 1, EIGHT_DAYS_BEFORE);
        assertThat(next(SESSION, registration, EIGHT_DAYS_BEFORE)).isEqualTo("reminder " + DAY_BEFORE);

        registration = told(registration, LetterKind.REMINDER, 1, DAY_BEFORE);
        assertThat(next(SESSION, registration, DAY_BEFORE)).isEqualTo("reminder " + HOUR_BEFORE);

        registration = told(registration, LetterKind.REMINDER, 1, HOUR_BEFORE);
        assertThat(next(SESSION, registration, HOUR_BEFORE)).isEqualTo("nothing");
    }

    @Test
    void skipsRemindersThatANewerOneOvertook() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Instant late = DAY_BEFORE.plus(Duration.ofHours(3));

        assertThat(next(SESSION, registration, late)).isEqualTo("reminder " + DAY_BEFORE);
        assertThat(next(SESSION, told(registration, LetterKind.REMINDER, 1, late), late))
                .isEqualTo("reminder " + HOUR_BEFORE);
    }

    @Test
    void skipsRemindersDueBeforeSignUp() {
        Instant twoDaysBefore = START.minus(Duration.ofDays(2));
        Registration registration = told(confirmed(SESSION, twoDaysBefore), LetterKind.CONFIRMED, 1, twoDaysBefore);

        assertThat(next(SESSION, registration, twoDaysBefore)).isEqualTo("reminder " + DAY_BEFORE);
    }

    @Test
    void remindsNobodyAfterTheStart() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);

        assertThat(next(SESSION, registration, START)).isEqualTo("nothing");
        assertThat(next(SESSION, registration, START.minusMillis(1))).isEqualTo("reminder " + HOUR_BEFORE);
    }

    @Test
    void confirmsSignUpRightBeforeStart() {
        Instant justBefore = START.minusSeconds(1);

        assertThat(next(SESSION, confirmed(SESSION, justBefore), START)).isEqualTo("confirmed " + justBefore);
        assertThat(next(SESSION, confirmed(SESSION, justBefore), END)).isEqualTo("nothing");
    }

    @Test
    void tellsWhoWaitsOnceAndRemindsThemOfNothing() {
        Registration waiting = waitlisted(SESSION, EARLY);
        assertThat(next(SESSION, waiting, EARLY)).isEqualTo("waiting " + EARLY);

        assertThat(next(SESSION, told(waiting, LetterKind.WAITING, 1, EARLY), HOUR_BEFORE))
                .isEqualTo("last-word " + START);
    }

    @Test
    void tellsOnceHowWaitingEnded() {
        Registration waiting = told(waitlisted(SESSION, EARLY), LetterKind.WAITING, 1, EARLY);
        Registration told = told(waiting, LetterKind.LAST_WORD, 1, START);
        for (Instant now : List.of(START, END, END.plus(Duration.ofDays(20)))) {
            assertThat(next(SESSION, waiting, now)).isEqualTo("last-word " + START);
            assertThat(next(SESSION, told, now)).isEqualTo("nothing");
        }
        assertThat(next(SESSION, waitlisted(SESSION, EARLY), START))
                .as("instead of a letter that it overtakes")
                .isEqualTo("last-word " + START);
        assertThat(next(SESSION.cancelled("", DAY_BEFORE), waiting, START))
                .isEqualTo("session-cancelled " + DAY_BEFORE.plus(Duration.ofMinutes(2)));
    }

    @Test
    void tellsTheUndecidedWhenSignUpCloses() {
        Session session = Session.published(
                SESSION.id(), SampleDocuments.document("closes", "2026-11-26T12:00:00+01:00"), PUBLISHED);
        Registration undecided = told(
                noor(session, new RegistrationState.UnderReview(EARLY, true, Optional.empty())),
                LetterKind.UNDER_REVIEW,
                1,
                EARLY);
        assertThat(next(session, undecided, EARLY)).isEqualTo("last-word 2026-11-26T11:00:00Z");
        Registration told = told(undecided, LetterKind.LAST_WORD, 1, Instant.parse("2026-11-26T11:00:00Z"));
        for (Instant now : List.of(DAY_BEFORE, START, END)) {
            assertThat(next(session, told, now)).isEqualTo("nothing");
        }
    }

    @Test
    void tellsOfAReinstatementOnlyThoseWhoHeardOfTheCancellation() {
        Registration place = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Session over = SESSION.cancelled("", EIGHT_DAYS_BEFORE);
        Instant sent = EIGHT_DAYS_BEFORE.plus(Duration.ofMinutes(2));
        assertThat(next(over, place, EIGHT_DAYS_BEFORE)).isEqualTo("session-cancelled " + sent);
        Session onAgain = over.reinstated(DAY_BEFORE.minusSeconds(60));
        assertThat(next(onAgain, place, EIGHT_DAYS_BEFORE.plusSeconds(60)))
                .as("who heard nothing")
                .isEqualTo("reminder " + EIGHT_DAYS_BEFORE);
        Registration heard = told(place, LetterKind.SESSION_CANCELLED, 2, sent);
        assertThat(next(onAgain, heard, DAY_BEFORE)).isEqualTo("session-reinstated " + DAY_BEFORE.minusSeconds(60));
        Registration told = told(heard, LetterKind.SESSION_REINSTATED, 3, DAY_BEFORE.minusSeconds(60));
        assertThat(next(onAgain, told, DAY_BEFORE)).isEqualTo("reminder " + DAY_BEFORE);
        assertThat(next(onAgain.cancelled("", DAY_BEFORE), told, DAY_BEFORE))
                .as("called off a second time")
                .isEqualTo("session-cancelled " + DAY_BEFORE.plus(Duration.ofMinutes(2)));
    }

    @Test
    void tellsThePromotedAndRemindsThemFromThereOn() {
        Registration waiting = told(waitlisted(SESSION, EARLY), LetterKind.WAITING, 1, EARLY);
        Registration promoted = promoted(waiting, DAY_BEFORE.plusSeconds(60));
        assertThat(next(SESSION, promoted, DAY_BEFORE.plusSeconds(60))).startsWith("promoted");

        Registration told = told(promoted, LetterKind.PROMOTED, 1, DAY_BEFORE.plusSeconds(61));
        assertThat(next(SESSION, told, DAY_BEFORE.plusSeconds(61))).isEqualTo("reminder " + HOUR_BEFORE);
    }

    @Test
    void skipsWaitingLetterAfterPromotion() {
        Registration promoted = promoted(waitlisted(SESSION, EARLY), EARLY.plusSeconds(1));

        assertThat(next(SESSION, promoted, EARLY.plusSeconds(1))).startsWith("promoted");
    }

    @Test
    void tellsNobodyOfACancellationWhoseAddressIsNotConfirmed() {
        Registration unconfirmed = confirmed(SESSION, EARLY).with(new AddressProof.Awaited(Optional.empty()));

        assertThat(Owed.next(SESSION, cancelled(unconfirmed, EIGHT_DAYS_BEFORE), EIGHT_DAYS_BEFORE))
                .isEmpty();
    }

    @Test
    void remindsNobodyWhoCancelled() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Registration cancelled = cancelled(registration, EIGHT_DAYS_BEFORE);
        assertThat(next(SESSION, cancelled, EIGHT_DAYS_BEFORE)).isEqualTo("cancelled " + EIGHT_DAYS_BEFORE);

        assertThat(next(SESSION, told(cancelled, LetterKind.CANCELLED, 1, EIGHT_DAYS_BEFORE), HOUR_BEFORE))
                .isEqualTo("nothing");
    }

    @Test
    void invitesOnceThenAnnouncesChanges() {
        Registration invited = invited(SESSION, EARLY);
        assertThat(next(SESSION, invited, EARLY)).isEqualTo("invited " + EARLY);

        Registration told = told(invited, LetterKind.INVITED, 1, EARLY);
        assertThat(next(SESSION, told, HOUR_BEFORE)).isEqualTo("nothing");
        Session moved = SESSION.changed(SampleDocuments.document("place", "Elders"), DAY_BEFORE);
        assertThat(next(moved, told, DAY_BEFORE)).isEqualTo("session-moved " + DAY_BEFORE);
        Session cancelled = SESSION.cancelled("", DAY_BEFORE);
        assertThat(next(cancelled, told, DAY_BEFORE))
                .isEqualTo("session-cancelled " + DAY_BEFORE.plus(Duration.ofMinutes(2)));
        assertThat(next(SESSION, told.with(new RegistrationState.Invited(DAY_BEFORE)), DAY_BEFORE))
                .isEqualTo("invited " + DAY_BEFORE);
    }

    @Test
    void invitesWhenAnInvitationCanBeAnswered() {
        Session later = Session.published(
                SESSION.id(), SampleDocuments.document("opens", "2026-11-20T09:00:00+01:00"), PUBLISHED);
        assertThat(next(later, invited(later, EARLY), EARLY)).isEqualTo("invited 2026-11-20T08:00:00Z");
        assertThat(next(SESSION, invited(SESSION, EARLY), START)).isEqualTo("nothing");
        assertThat(next(SESSION.cancelled("", EARLY), invited(SESSION, EARLY), EARLY))
                .isEqualTo("nothing");
    }

    @Test
    void announcesRevocationOnlyOfSentUnansweredInvitations() {
        Registration invited = invited(SESSION, EARLY);
        Registration told = told(invited, LetterKind.INVITED, 1, EARLY);
        RegistrationState revoked = new RegistrationState.InvitationRevoked(DAY_BEFORE, "");
        assertThat(next(SESSION, invited.with(revoked), DAY_BEFORE)).isEqualTo("nothing");
        assertThat(next(SESSION, told.with(revoked), DAY_BEFORE)).isEqualTo("revoked " + DAY_BEFORE);

        Registration notComing = told.with(new RegistrationState.InvitationDeclined(EIGHT_DAYS_BEFORE));
        assertThat(next(SESSION, notComing, EIGHT_DAYS_BEFORE)).isEqualTo("nothing");
        Session moved = SESSION.changed(SampleDocuments.document("place", "Elders"), DAY_BEFORE);
        assertThat(next(moved, notComing, DAY_BEFORE)).isEqualTo("nothing");
    }

    @Test
    void announcesMoveOnceAndRecomputesReminders() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        registration = told(registration, LetterKind.REMINDER, 1, EIGHT_DAYS_BEFORE);
        Instant moment = EIGHT_DAYS_BEFORE.plusSeconds(3600);
        Session moved = SESSION.changed(
                SampleDocuments.document("start", "2027-01-14T15:00:00+01:00", "end", "2027-01-14T17:00:00+01:00"),
                moment);
        assertThat(next(moved, registration, moment)).isEqualTo("session-moved " + moment);

        registration = told(registration, LetterKind.SESSION_MOVED, 2, moment);
        assertThat(next(moved, registration, moment)).isEqualTo("reminder 2027-01-06T14:00:00Z");
    }

    @Test
    void announcesNoChangeOfTitleOrMeetingLink() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Session corrected = SESSION.changed(
                SampleDocuments.document("title", "Beter", "meetingLink", Map.of("url", "https://example.org/zaal")),
                EARLY);

        assertThat(next(corrected, registration, EARLY)).isEqualTo("reminder " + EIGHT_DAYS_BEFORE);
    }

    @Test
    void announcesCorrectionOnceToConfirmedAndWaitlisted() {
        Instant moment = EARLY.plusSeconds(60);
        Session corrected = SESSION.changed(SampleDocuments.document("title", "Beter"), Announcement.ALWAYS, moment);
        Registration place = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Registration queue = told(waitlisted(SESSION, EARLY), LetterKind.WAITING, 1, EARLY);
        Registration gone = told(cancelled(place, EARLY), LetterKind.CANCELLED, 1, EARLY);

        assertThat(next(corrected, place, moment)).isEqualTo("session-changed " + moment);
        assertThat(next(corrected, queue, moment)).isEqualTo("session-changed " + moment);
        assertThat(next(corrected, gone, moment)).isEqualTo("nothing");
        Session later = corrected.changed(SampleDocuments.document("title", "Nog beter"), moment.plusSeconds(60));
        assertThat(next(later, told(place, LetterKind.SESSION_CHANGED, 2, moment), moment.plusSeconds(60)))
                .isEqualTo("reminder " + EIGHT_DAYS_BEFORE);
        assertThat(next(later, told(queue, LetterKind.SESSION_CHANGED, 2, moment), moment.plusSeconds(60)))
                .isEqualTo("last-word " + START);
    }

    @Test
    void tellsOfAMoveAndACorrectionInOneLetter() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Instant moment = EARLY.plusSeconds(60);
        Session both = SESSION.changed(
                SampleDocuments.document("title", "Beter", "place", "Zaal 2"), Announcement.ALWAYS, moment);
        Session moveFirst = SESSION.changed(SampleDocuments.document("place", "Zaal 2"), EARLY.plusSeconds(1))
                .changed(SampleDocuments.document("place", "Zaal 2", "title", "Beter"), Announcement.ALWAYS, moment);

        for (Session session : List.of(both, moveFirst)) {
            assertThat(next(session, registration, moment)).isEqualTo("session-moved " + moment);
            assertThat(next(
                            session,
                            told(
                                    registration,
                                    LetterKind.SESSION_MOVED,
                                    session.revision().number(),
                                    moment),
                            moment))
                    .isEqualTo("reminder " + EIGHT_DAYS_BEFORE);
        }
    }

    @Test
    void aConfirmationTellsOfTheMoveItself() {
        Session moved = SESSION.changed(SampleDocuments.document("place", "Zaal 2"), EARLY.plusSeconds(1));
        Registration registration = confirmed(SESSION, EARLY);
        assertThat(next(moved, registration, EARLY.plusSeconds(2))).startsWith("confirmed");

        Registration told = told(registration, LetterKind.CONFIRMED, 2, EARLY.plusSeconds(2));
        assertThat(next(moved, told, EARLY.plusSeconds(2))).startsWith("reminder");
    }

    @Test
    void announcesCancelledSessionToAllButCancelled() {
        Session over = SESSION.cancelled("ziek", EIGHT_DAYS_BEFORE);
        Registration place = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Registration queue = told(waitlisted(SESSION, EARLY), LetterKind.WAITING, 1, EARLY);
        Registration gone = cancelled(place, EARLY.plusSeconds(5));

        Instant twoMinutesLater = EIGHT_DAYS_BEFORE.plus(Duration.ofMinutes(2));
        assertThat(next(over, place, EIGHT_DAYS_BEFORE)).isEqualTo("session-cancelled " + twoMinutesLater);
        assertThat(next(over, queue, EIGHT_DAYS_BEFORE)).isEqualTo("session-cancelled " + twoMinutesLater);
        assertThat(next(over, gone, EIGHT_DAYS_BEFORE)).isEqualTo("nothing");
        assertThat(next(over, told(place, LetterKind.SESSION_CANCELLED, 2, EIGHT_DAYS_BEFORE), HOUR_BEFORE))
                .isEqualTo("nothing");
    }

    @Test
    void resendsOwnLinkAskedForAfterLastLetter() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Instant later = EARLY.plus(Duration.ofHours(2));
        Registration asked = registration.linkRequested(later);
        assertThat(next(SESSION, asked, later)).isEqualTo("own-link " + later);

        assertThat(next(SESSION, told(asked, LetterKind.OWN_LINK, 1, later), later))
                .isEqualTo("reminder " + EIGHT_DAYS_BEFORE);
        assertThat(registration.mayResendLink(EARLY.plus(Duration.ofMinutes(59))))
                .isFalse();
        assertThat(registration.mayResendLink(EARLY.plus(Duration.ofMinutes(60))))
                .isTrue();
    }

    @Test
    void announcesMaterialOncePerAnnouncedVersion() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Instant moment = EARLY.plusSeconds(60);
        Session first = SESSION.changed(with(material("before", "1", true)), moment);
        assertThat(next(first, registration, moment)).isEqualTo("materials " + moment);
        registration = told(registration, LetterKind.MATERIALS, 2, moment);
        String reminder = "reminder " + EIGHT_DAYS_BEFORE;
        assertThat(next(first, registration, moment)).isEqualTo(reminder);

        Session silent = first.changed(with(material("before", "2", false)), moment);
        assertThat(next(silent, registration, moment)).isEqualTo(reminder);
        Session corrected = first.changed(with(material("before", "1", false)), moment)
                .changed(with(material("before", "1", true)), moment);
        assertThat(next(corrected, registration, moment)).isEqualTo(reminder);
        Session second = silent.changed(with(material("before", "2", true)), moment);
        assertThat(next(second, registration, moment)).isEqualTo("materials " + moment);
        Session later = second.changed(
                with(material("before", "2", true), material("before", "3", false)), moment.plusSeconds(1));
        assertThat(next(later, told(registration, LetterKind.MATERIALS, 4, moment), moment.plusSeconds(1)))
                .isEqualTo(reminder);
    }

    @Test
    void tellsNoMaterialThatAnotherLetterListed() {
        Session session = Session.published(SESSION.id(), with(material("before", "1", true)), PUBLISHED);
        Registration registration = told(confirmed(session, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        assertThat(next(session, registration, EARLY)).isEqualTo("reminder " + EIGHT_DAYS_BEFORE);

        Session second = session.changed(with(material("before", "2", true)), EIGHT_DAYS_BEFORE);
        assertThat(next(second, registration, EIGHT_DAYS_BEFORE))
                .as("the reminder that is due lists it")
                .isEqualTo("reminder " + EIGHT_DAYS_BEFORE);
        assertThat(next(second, told(registration, LetterKind.REMINDER, 2, EIGHT_DAYS_BEFORE), EIGHT_DAYS_BEFORE))
                .isEqualTo("reminder " + DAY_BEFORE);
        assertThat(next(second, told(registration, LetterKind.OWN_LINK, 2, EIGHT_DAYS_BEFORE), EIGHT_DAYS_BEFORE))
                .as("the own link lists none")
                .isEqualTo("materials " + EIGHT_DAYS_BEFORE);
    }

    @Test
    void tellsOfMaterialsToNobodyWithoutAPlace() {
        Session session = SESSION.changed(
                with(material("before", "1", true), material("after", "1", true)), EARLY.plusSeconds(1));
        Registration queue = told(waitlisted(SESSION, EARLY), LetterKind.WAITING, 1, EARLY);
        Registration place = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Registration gone = told(cancelled(place, EARLY), LetterKind.CANCELLED, 1, EARLY);

        for (Instant now : List.of(EARLY.plusSeconds(1), END)) {
            assertThat(next(session, queue, now)).isEqualTo("last-word " + START);
            assertThat(next(session, gone, now)).isEqualTo("nothing");
        }
        Session over = session.cancelled("", EARLY.plusSeconds(2));
        Registration told = told(place, LetterKind.SESSION_CANCELLED, 3, EARLY.plusSeconds(2));
        assertThat(next(over, told, EARLY.plusSeconds(2))).isEqualTo("nothing");
        assertThat(next(over, place, END)).isEqualTo("nothing");
    }

    @Test
    void sendsFollowUpAfterEndIfMaterialsExist() {
        Session session = Session.published(
                SESSION.id(), with(material("before", "1", true), material("after", "1", true)), EARLY);
        Registration registration = told(confirmed(session, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        registration = told(registration, LetterKind.REMINDER, 1, HOUR_BEFORE);
        assertThat(next(session, registration, HOUR_BEFORE)).isEqualTo("follow-up " + END);
        assertThat(next(session, registration, END)).isEqualTo("follow-up " + END);
        registration = told(registration, LetterKind.FOLLOW_UP, 1, END);
        assertThat(next(session, registration, END)).isEqualTo("nothing");

        Instant weekAfter = END.plus(Duration.ofDays(7));
        Session more = session.changed(with(material("after", "2", true)), weekAfter);
        assertThat(next(more, registration, weekAfter)).isEqualTo("follow-up " + weekAfter);
        assertThat(next(more, told(registration, LetterKind.FOLLOW_UP, 2, weekAfter), weekAfter))
                .isEqualTo("nothing");
        Instant forgotten = more.document().forgetAt();
        assertThat(next(session.changed(with(material("after", "2", true)), forgotten), registration, forgotten))
                .isEqualTo("nothing");
    }

    @Test
    void followsUpWithWhoeverIsNotMarkedAbsent() {
        Session session = Session.published(SESSION.id(), with(material("after", "1", true)), EARLY);
        Registration registration = told(confirmed(session, EARLY), LetterKind.CONFIRMED, 1, EARLY);

        assertThat(next(session, marked(registration, true), END)).isEqualTo("follow-up " + END);
        assertThat(next(session, marked(registration, false), END)).isEqualTo("nothing");
    }

    @Test
    void asksOnceHowItWasWhetherThereAreMaterialsOrNot() {
        Session session = Session.published(
                SESSION.id(), SampleDocuments.document("questions", SampleSessions.QUESTIONS_AFTERWARDS), EARLY);
        Registration registration = told(confirmed(session, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        registration = told(registration, LetterKind.REMINDER, 1, HOUR_BEFORE);

        assertThat(next(session, registration, HOUR_BEFORE)).isEqualTo("follow-up " + END);
        assertThat(next(session, registration, END)).isEqualTo("follow-up " + END);
        assertThat(next(session, marked(registration, false), END)).isEqualTo("nothing");
        assertThat(next(session, registration.evaluated(Evaluation.WITHOUT_NAME), END))
                .isEqualTo("nothing");
        assertThat(next(session.cancelled("", END), registration, END)).isEqualTo("nothing");
        assertThat(next(session, told(registration, LetterKind.FOLLOW_UP, 1, END), END))
                .isEqualTo("nothing");
    }

    @Test
    void leavesMaterialsAddedDuringSessionToFollowUp() {
        Registration registration = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Session session = SESSION.changed(with(material("before", "1", true)), START);

        assertThat(next(session, registration, START)).isEqualTo("follow-up " + END);
        assertThat(next(SESSION.changed(with(material("after", "1", false)), START), registration, START))
                .isEqualTo("nothing");
    }

    @Test
    void announcesThemeMaterialToThatThemeOnly() {
        Session before = Session.published(SESSION.id(), SampleDocuments.document("themes", THEMES), PUBLISHED);
        Session session = before.changed(
                SampleDocuments.document(
                        "themes", THEMES, "materials", List.of(of("buurt", "before"), of("werk", "after"))),
                EARLY.plusSeconds(60));
        Instant moment = EARLY.plusSeconds(60);
        Registration buurt = told(at(before, "buurt", EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Registration werk = told(at(before, "werk", EARLY), LetterKind.CONFIRMED, 1, EARLY);

        assertThat(next(session, buurt, moment)).isEqualTo("materials " + moment);
        assertThat(next(session, werk, moment)).isEqualTo("reminder " + EIGHT_DAYS_BEFORE);
        assertThat(next(session, told(buurt, LetterKind.MATERIALS, 2, moment), END))
                .isEqualTo("nothing");
        assertThat(next(session, werk, END)).isEqualTo("follow-up " + END);
    }

    @Test
    void tellsWhoChangesThemesOfTheMaterialThere() {
        Session session = Session.published(
                SESSION.id(),
                SampleDocuments.document(
                        "themes", THEMES, "materials", List.of(of("buurt", "before"), of("werk", "before"))),
                PUBLISHED);
        Instant later = EARLY.plusSeconds(60);
        Registration confirmed = told(at(session, "buurt", EARLY), LetterKind.CONFIRMED, 1, EARLY);
        Registration elsewhere = changedTo(new ThemeId("werk"), confirmed, later);

        assertThat(next(session, confirmed, later)).isEqualTo("reminder " + EIGHT_DAYS_BEFORE);
        assertThat(next(session, elsewhere, later)).isEqualTo("materials " + PUBLISHED);
        assertThat(next(session, told(elsewhere, LetterKind.MATERIALS, 1, later), later))
                .isEqualTo("reminder " + EIGHT_DAYS_BEFORE);
    }

    @Test
    void waitsWithAHeldLetter() {
        Registration registration = confirmed(SESSION, EARLY);
        Registration held = registration.with(registration.letters().delayed(EARLY.plusSeconds(300)));

        assertThat(Owed.dueAt(SESSION, held, EARLY)).contains(EARLY.plusSeconds(300));
    }

    /** Tries a session at every quarter of an hour through 2037, and sends each letter at the moment it is due. */
    @Test
    void missesAndDoublesNoReminderAtAnyStartThrough2037() {
        ZonedDateTime first = ZonedDateTime.of(2026, 12, 1, 0, 0, 0, 0, ZoneId.of("Europe/Amsterdam"));
        List<String> invalid = new ArrayList<>();
        SessionDocument any = SampleDocuments.document();
        Registration signedUp = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        for (ZonedDateTime start = first; start.getYear() < 2038; start = start.plusMinutes(15)) {
            Session session = Session.published(SESSION.id(), at(any, start), EARLY);
            List<Instant> expected = any.reminders().stream()
                    .map(ahead -> expectedReminder(session.document().when().start(), ahead))
                    .toList();
            List<Instant> sent = new ArrayList<>();
            Registration registration = signedUp;
            Optional<OwedLetter> owed = Owed.next(session, registration, EARLY);
            while (owed.isPresent()) {
                Instant moment = owed.get().from();
                sent.add(moment);
                registration = told(registration, LetterKind.REMINDER, 1, moment);
                owed = Owed.next(session, registration, moment);
            }
            if (!sent.equals(expected)) {
                invalid.add(start + ": " + sent + " instead of " + expected);
            }
        }
        assertThat(invalid).isEmpty();
    }

    /** Computes the moment independently: days on the calendar, then hours in elapsed time. */
    private static Instant expectedReminder(ZonedDateTime start, CalendarPeriod ahead) {
        return ZonedDateTime.ofLocal(
                        start.toLocalDateTime().minusDays(ahead.days()), start.getZone(), start.getOffset())
                .toInstant()
                .minus(ahead.time());
    }

    private static SessionDocument at(SessionDocument document, ZonedDateTime start) {
        return new SessionDocument(
                document.about(),
                new When(start, start.plusHours(2)),
                document.where(),
                document.signUp(),
                document.themes(),
                document.questions(),
                document.programme(),
                document.materials(),
                document.chosenReminders(),
                document.notifications(),
                document.retention());
    }

    private static SessionDocument with(Map<?, ?>... materials) {
        return SampleDocuments.document("materials", List.of(materials));
    }

    private static Registration invited(Session session, Instant moment) {
        return confirmed(session, moment).with(new RegistrationState.Invited(moment));
    }

    private static Registration at(Session session, String theme, Instant moment) {
        return confirmed(session, moment).with(new RegistrationState.Confirmed(moment, false, ThemeId.parse(theme)));
    }

    private static Map<String, Object> of(String theme, String when) {
        return Map.of("title", "Gids", "url", "https://example.org/g", "when", when, "theme", theme);
    }

    private static Map<String, Object> material(String when, String version, boolean tell) {
        return Map.of("title", "Gids", "url", "https://example.org/g", "when", when, "version", version, "tell", tell);
    }

    private static String next(Session session, Registration registration, Instant now) {
        return Owed.next(session, registration, now)
                .map(owed -> owed.kind().word() + " " + owed.from())
                .orElse("nothing");
    }
}
