package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

/** The letters to an address that nobody has confirmed: two at most, whatever happens to the session. */
class OwedUntilConfirmedTest {

    private static final Instant PUBLISHED = Instant.parse("2026-11-01T09:00:00Z");
    private static final Instant SIGNED_UP = SampleRegistrations.SIGNED_UP;
    private static final Instant NEXT_DAY = SIGNED_UP.plus(Duration.ofDays(1));
    /** Starts on Thursday 3 December 2026 at 15:00, which is 14:00 in UTC; reminders 8 days, 1 day, 1 hour before. */
    private static final Session SESSION =
            Session.published(new SessionId("versnellingskamer"), SampleDocuments.document(), PUBLISHED);

    private static final Instant START = Instant.parse("2026-12-03T14:00:00Z");
    private static final AddressProof FOR_EVER = new AddressProof.Awaited(Optional.empty());
    private static final RegistrationState PLACE = SampleRegistrations.place();
    private static final RegistrationState PROMOTED =
            new RegistrationState.Confirmed(SIGNED_UP.plusSeconds(60), true, Optional.empty());

    @Test
    void answersTheSignUpAsAnyOther() {
        assertThat(next(unconfirmed(PLACE, FOR_EVER))).isEqualTo("confirmed " + SIGNED_UP);
        assertThat(next(unconfirmed(SampleRegistrations.waiting(1), FOR_EVER))).isEqualTo("waiting " + SIGNED_UP);
        assertThat(next(unconfirmed(SampleRegistrations.underReview(), FOR_EVER)))
                .isEqualTo("under-review " + SIGNED_UP);
    }

    @Test
    void asksToConfirmWhereTheRegistrationLapses() {
        for (RegistrationState state :
                List.of(PLACE, SampleRegistrations.waiting(1), SampleRegistrations.underReview())) {
            assertThat(next(unconfirmed(state, until(NEXT_DAY)))).isEqualTo("confirm-address " + SIGNED_UP);
        }
    }

    @Test
    void asksOnceMoreADayLater() {
        Registration first = told(unconfirmed(PLACE, FOR_EVER), LetterKind.CONFIRMED, 1, SIGNED_UP);
        assertThat(next(first)).isEqualTo("confirm-address " + NEXT_DAY);
        assertThat(next(told(first, LetterKind.CONFIRM_ADDRESS, 1, NEXT_DAY))).isEqualTo("nothing");
    }

    @Test
    void asksNoMoreOnceItLapsesOrStarts() {
        assertThat(next(told(unconfirmed(PLACE, until(NEXT_DAY)), LetterKind.CONFIRM_ADDRESS, 1, SIGNED_UP)))
                .isEqualTo("nothing");
        assertThat(next(told(
                        unconfirmed(PLACE, until(NEXT_DAY.plusMillis(1))), LetterKind.CONFIRM_ADDRESS, 1, SIGNED_UP)))
                .isEqualTo("confirm-address " + NEXT_DAY);
        Instant justBefore = START.minus(Duration.ofHours(23));
        assertThat(next(told(unconfirmed(PLACE, FOR_EVER), LetterKind.CONFIRMED, 1, justBefore)))
                .isEqualTo("nothing");
    }

    /** Every day until the end of the session, with a move, a cancellation and a theme to choose in between. */
    @Test
    void tellsOfNothingElse() {
        Session moved = SESSION.changed(
                SampleDocuments.document("start", "2026-12-03T14:00:00+01:00"), Announcement.ALWAYS, NEXT_DAY);
        for (Session session : List.of(SESSION, moved, moved.cancelled("Ziek", NEXT_DAY.plusSeconds(1)))) {
            for (RegistrationState state : SampleRegistrations.EVERY_STATE) {
                Registration registration = unconfirmed(state, FOR_EVER);
                List<String> sent = new ArrayList<>();
                for (Instant now = SIGNED_UP;
                        now.isBefore(START.plus(Duration.ofDays(5)));
                        now = now.plusSeconds(3600)) {
                    Instant moment = now;
                    Registration before = registration;
                    registration = Owed.next(session, registration, now)
                            .filter(letter -> letter.isDueBy(moment))
                            .map(letter -> told(
                                    before, letter.kind(), session.revision().number(), moment))
                            .orElse(before);
                    if (!registration.equals(before)) {
                        sent.add(registration.letters().last().orElseThrow().word());
                    }
                }
                assertThat(sent).as(state + " " + session.isCancelled()).hasSizeLessThanOrEqualTo(2);
                assertThat(sent.isEmpty()).isEqualTo(!registration.isActive() || session.isCancelled());
            }
        }
    }

    @Test
    void sendsTheRequestAgainForTheOrganiser() {
        Registration told = told(unconfirmed(PLACE, FOR_EVER), LetterKind.CONFIRMED, 1, SIGNED_UP);
        Instant asked = SIGNED_UP.plusSeconds(7200);
        assertThat(next(told.linkRequested(asked))).isEqualTo("confirm-address " + asked);
    }

    @Test
    void confirmsThePlaceOnceTheAddressIsConfirmedUnlessALetterDid() {
        Instant now = SIGNED_UP.plusSeconds(600);
        Registration asked = told(unconfirmed(PLACE, until(NEXT_DAY)), LetterKind.CONFIRM_ADDRESS, 1, SIGNED_UP);
        assertThat(next(asked.provenAt(now))).isEqualTo("confirmed " + SIGNED_UP);
        Registration confirmed = told(unconfirmed(PLACE, FOR_EVER), LetterKind.CONFIRMED, 1, SIGNED_UP);
        assertThat(next(confirmed.provenAt(now))).startsWith("reminder ");
        Registration promoted = told(unconfirmed(PROMOTED, FOR_EVER), LetterKind.PROMOTED, 1, NEXT_DAY);
        assertThat(next(promoted.provenAt(NEXT_DAY))).startsWith("reminder ");
        Registration waiting = told(
                unconfirmed(SampleRegistrations.waiting(1), until(NEXT_DAY)), LetterKind.CONFIRM_ADDRESS, 1, SIGNED_UP);
        assertThat(next(waiting.provenAt(now))).isEqualTo("last-word " + START);
    }

    @Test
    void tellsAConfirmedPersonWhatTheyMissed() {
        Registration waiting =
                told(unconfirmed(SampleRegistrations.waiting(1), FOR_EVER), LetterKind.WAITING, 1, SIGNED_UP);
        Registration promoted = waiting.with(PROMOTED);
        assertThat(next(promoted)).isEqualTo("confirm-address " + NEXT_DAY);
        assertThat(next(promoted.provenAt(NEXT_DAY))).isEqualTo("promoted " + PROMOTED.since());
    }

    @Test
    void needsAttentionWhenItLapses() {
        Registration asked = told(unconfirmed(PLACE, until(NEXT_DAY)), LetterKind.CONFIRM_ADDRESS, 1, SIGNED_UP);
        assertThat(Owed.dueAt(SESSION, asked, SIGNED_UP)).contains(NEXT_DAY);
        assertThat(Owed.dueAt(SESSION, unconfirmed(PLACE, until(NEXT_DAY)), SIGNED_UP))
                .contains(SIGNED_UP);
        assertThat(unconfirmed(PLACE, until(START)).lapsesAt(SESSION)).isEmpty();
        assertThat(asked.lapsesAt(SESSION.cancelled("", SIGNED_UP))).isEmpty();
        assertThat(asked.provenAt(SIGNED_UP).lapsesAt(SESSION)).isEmpty();
        assertThat(asked.with(new RegistrationState.Lapsed(NEXT_DAY, true)).lapsesAt(SESSION))
                .isEmpty();
    }

    private static Registration unconfirmed(RegistrationState state, AddressProof proof) {
        return noor(SESSION, state).with(proof);
    }

    private static AddressProof until(Instant moment) {
        return new AddressProof.Awaited(Optional.of(moment));
    }

    private static String next(Registration registration) {
        return Owed.next(SESSION, registration, SIGNED_UP)
                .map(letter -> letter.kind().word() + " " + letter.from())
                .orElse("nothing");
    }
}
