package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

/** The letter with a link that was asked for or renewed, whatever the state of the registration and the session. */
final class RenewedLinkTest {

    private static final Session SESSION = SampleSnapshots.session();
    private static final LinkSecret FRESH = LinkSecret.generate(new Random(2));
    private static final Instant TOLD = SIGNED_UP.plusSeconds(1);
    private static final Instant LATER = SIGNED_UP.plus(Duration.ofHours(2));
    private static final Instant OVER =
            SESSION.document().when().end().toInstant().plusSeconds(60);

    @Test
    void isOwedInEveryState() {
        assertThat(EVERY_STATE).allSatisfy(state -> {
            Registration renewed = informed(SESSION, state).renewed(FRESH, LATER);
            assertThat(next(SESSION, renewed, LATER)).contains(new OwedLetter(LetterKind.OWN_LINK, LATER));
            assertThat(next(SESSION, told(renewed, LetterKind.OWN_LINK, 1, LATER), LATER))
                    .isNotEqualTo(Optional.of(new OwedLetter(LetterKind.OWN_LINK, LATER)));
        });
    }

    @Test
    void isOwedAfterTheSessionToo() {
        Registration renewed = informed(SESSION, place()).renewed(FRESH, OVER);
        assertThat(next(SESSION, renewed, OVER)).contains(new OwedLetter(LetterKind.OWN_LINK, OVER));
        Registration asked = informed(SESSION, place()).linkRequested(OVER);
        assertThat(next(SESSION, asked, OVER)).contains(new OwedLetter(LetterKind.OWN_LINK, OVER));
    }

    /** Until two minutes after it, nothing may tell that the session is cancelled. */
    @Test
    void doesNotBreakTheSilenceAfterACancellation() {
        Session cancelled = SESSION.cancelled("", LATER);
        Instant told = LATER.plus(Owed.CANCELLATION_DELAY);
        Registration gone = informed(SESSION, new RegistrationState.CancelledByPerson(SIGNED_UP, true, false));
        assertThat(next(cancelled, gone.renewed(FRESH, LATER.plusSeconds(1)), LATER.plusSeconds(1)))
                .contains(new OwedLetter(LetterKind.OWN_LINK, told));
        Registration comes = informed(SESSION, place()).renewed(FRESH, LATER.plusSeconds(1));
        assertThat(next(cancelled, comes, told)).contains(new OwedLetter(LetterKind.SESSION_CANCELLED, told));
    }

    /** The invitation has the link; nothing is mailed before people may answer. */
    @Test
    void doesNotPrecedeAnInvitation() {
        Session later = SampleSnapshots.session("admission", "invited", "opens", "2026-11-09T10:00:00+01:00");
        Registration again = told(noor(later, place()), LetterKind.CANCELLED, 1, SIGNED_UP.minusSeconds(1))
                .with(invited())
                .renewed(FRESH, LATER);
        assertThat(next(later, again, LATER).orElseThrow().kind()).isEqualTo(LetterKind.INVITED);
        Registration revoked = again.with(new RegistrationState.InvitationRevoked(LATER, ""));
        assertThat(next(later, revoked, LATER)).isEmpty();
    }

    /** Somebody who signs up again is owed the letter about that, which has the new link. */
    @Test
    void isNotOwedForSigningUp() {
        Registration gone = informed(SESSION, new RegistrationState.CancelledByPerson(SIGNED_UP, true, false));
        Registration revoked = gone.with(new RegistrationState.InvitationRevoked(LATER, ""));
        assertThat(next(SESSION, revoked, LATER)).isEmpty();
    }

    @Test
    void precedesAReminder() {
        Instant dayBefore = SESSION.document().when().start().toInstant().minus(Duration.ofDays(1));
        Registration renewed = informed(SESSION, place()).renewed(FRESH, dayBefore);
        assertThat(next(SESSION, renewed, dayBefore).orElseThrow().kind()).isEqualTo(LetterKind.OWN_LINK);
    }

    @Test
    void endsTheLinkAtOnce() {
        Registration noor = informed(SESSION, place());
        Registration renewed = noor.renewed(FRESH, LATER);
        assertThat(renewed.secrets().kindOf(noor.secret())).isEqualTo(LinkKind.ENDED);
        assertThat(renewed.secret()).isEqualTo(FRESH);
        assertThat(renewed.isLinkUntold()).isTrue();
        assertThat(noor.isLinkUntold()).isFalse();
        assertThat(told(renewed, LetterKind.OWN_LINK, 1, LATER).isLinkUntold()).isFalse();
    }

    /** By its clock, the sender may have logged the last letter later than the renewal. */
    @Test
    void isOwedThoughTheClockOfTheSenderIsAhead() {
        Registration renewed = told(noor(SESSION, place()), LetterKind.CONFIRMED, 1, LATER.plusMillis(5))
                .renewed(FRESH, LATER);
        assertThat(renewed.isLinkUntold()).isTrue();
        assertThat(next(SESSION, renewed, LATER.plusMillis(6)).orElseThrow().kind())
                .isEqualTo(LetterKind.OWN_LINK);
    }

    @Test
    void isOwedStillIfALetterWithTheOldLinkIsLoggedAfterIt() {
        Registration written = informed(SESSION, place());
        Registration renewed = written.renewed(FRESH, LATER);
        Registration logged =
                told(renewed, LetterKind.REMINDER, 1, LATER.plusMillis(5)).afterLetter(written);
        assertThat(logged.isLinkUntold()).isTrue();
        assertThat(logged.secrets().ended()).isEqualTo(List.of(written.secret()));
        assertThat(next(SESSION, logged, LATER.plusSeconds(1)).orElseThrow().kind())
                .isEqualTo(LetterKind.OWN_LINK);
    }

    @Test
    void isOwedNoMoreOnceALetterWithItIsLogged() {
        Registration renewed = informed(SESSION, place()).renewed(FRESH, LATER);
        Registration logged =
                told(renewed, LetterKind.OWN_LINK, 1, LATER.plusMillis(5)).afterLetter(renewed);
        assertThat(logged.isLinkUntold()).isFalse();
    }

    /** A registration about which the first letter has been sent, whatever it was. */
    private static Registration informed(Session session, RegistrationState state) {
        LetterKind first = switch (state) {
            case RegistrationState.Confirmed _ -> LetterKind.CONFIRMED;
            case RegistrationState.Waitlisted _ -> LetterKind.WAITING;
            case RegistrationState.UnderReview _ -> LetterKind.UNDER_REVIEW;
            case RegistrationState.Declined _ -> LetterKind.DECLINED;
            case RegistrationState.Cancelled _ -> LetterKind.CANCELLED;
            case RegistrationState.Invited _ -> LetterKind.INVITED;
            case RegistrationState.InvitationDeclined _ -> LetterKind.INVITED;
            case RegistrationState.InvitationRevoked _ -> LetterKind.INVITED;
        };
        Registration informed = told(noor(session, state), first, 1, TOLD);
        return state instanceof RegistrationState.InvitationRevoked
                ? told(informed, LetterKind.REVOKED, 1, TOLD)
                : informed;
    }

    private static Optional<OwedLetter> next(Session session, Registration registration, Instant now) {
        return Owed.next(session, registration, now);
    }
}
