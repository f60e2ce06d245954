package nl.samenkomst.domain.own;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.capacity.SampleSnapshots.snapshot;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.confirmed;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class CancelTest {

    private static final Session WEEKS_NOTICE = session("noticePeriod", "P7D");
    private static final Session LATE_ALLOWED = session("noticePeriod", "P7D", "lateCancellation", true);
    private static final Instant LAST_MOMENT = START.minus(Duration.ofDays(7));
    private static final Instant LATE = LAST_MOMENT.plusMillis(1);
    private static final Registration WITH_PLACE = toldOf(place(), WEEKS_NOTICE);

    @Test
    void givesUpAPlaceAndPromotesInTheSameStep() {
        Decided<CancelOutcome> decided = decide(WEEKS_NOTICE, place(), NOW);
        assertThat(decided).isInstanceOf(Decided.CommitAndPromote.class);
        RegistrationState cancelled = new RegistrationState.CancelledByPerson(NOW, true, false);
        assertThat(decided.stored().orElseThrow().state()).isEqualTo(cancelled);
        assertThat(decided.outcome()).isEqualTo(new CancelOutcome.Cancelled(WEEKS_NOTICE, WITH_PLACE.with(cancelled)));
    }

    @Test
    void keepsAPlaceOnceTheNoticePeriodHasBegun() {
        assertThat(decide(WEEKS_NOTICE, place(), LAST_MOMENT).stored()).isPresent();
        assertThat(decide(WEEKS_NOTICE, place(), LATE))
                .isEqualTo(Decided.asIs(new CancelOutcome.NoticePeriodPassed(WEEKS_NOTICE, WITH_PLACE)));
    }

    @Test
    void marksALateCancellationWhereItIsAllowed() {
        assertThat(state(decide(LATE_ALLOWED, place(), LAST_MOMENT)))
                .isEqualTo(new RegistrationState.CancelledByPerson(LAST_MOMENT, true, false));
        assertThat(state(decide(LATE_ALLOWED, place(), LATE)))
                .isEqualTo(new RegistrationState.CancelledByPerson(LATE, true, true));
    }

    @Test
    void givesADayToCancelAfterALetterThatCameLate() {
        Registration late = told(confirmed(WEEKS_NOTICE, LATE), LetterKind.CONFIRMED, 1, LATE.plusSeconds(60));
        Instant aDayAfter = LATE.plusSeconds(60).plus(Duration.ofDays(1));
        RegistrationState inTime = new RegistrationState.CancelledByPerson(aDayAfter, true, false);
        assertThat(state(Cancel.decide(seen(WEEKS_NOTICE, late), late.ownLink(), aDayAfter)))
                .isEqualTo(inTime);
        assertThat(Cancel.decide(seen(WEEKS_NOTICE, late), late.ownLink(), aDayAfter.plusMillis(1)))
                .isEqualTo(Decided.asIs(new CancelOutcome.NoticePeriodPassed(WEEKS_NOTICE, late)));
    }

    @Test
    void needsNoNoticeFromThoseWithoutAConfirmedPlace() {
        for (RegistrationState state : List.of(waiting(1), underReviewWithPlace())) {
            assertThat(state(decide(WEEKS_NOTICE, state, LATE)))
                    .isEqualTo(new RegistrationState.CancelledByPerson(LATE, false, false));
        }
    }

    @Test
    void declinesAnInvitation() {
        assertThat(state(decide(WEEKS_NOTICE, invited(), LATE)))
                .isEqualTo(new RegistrationState.InvitationDeclined(LATE));
    }

    @Test
    void cancelsNothingFromTheStartOn() {
        for (RegistrationState state : List.of(place(), waiting(1), underReviewWithPlace(), invited())) {
            assertThat(decide(LATE_ALLOWED, state, START))
                    .isEqualTo(
                            Decided.asIs(new CancelOutcome.SessionStarted(LATE_ALLOWED, toldOf(state, LATE_ALLOWED))));
        }
    }

    @Test
    void cancelsNothingInACancelledSession() {
        Session cancelled = WEEKS_NOTICE.cancelled("Ziek", NOW);
        for (RegistrationState state : List.of(place(), waiting(1), underReviewWithPlace(), invited())) {
            assertThat(decide(cancelled, state, NOW).outcome())
                    .isEqualTo(new CancelOutcome.SessionCancelled(cancelled, toldOf(state, cancelled)));
        }
    }

    @Test
    void hasTheSameOutcomeAgainEvenAfterTheStart() {
        List<RegistrationState> over = EVERY_STATE.stream()
                .filter(state -> state instanceof RegistrationState.Closed
                        || state instanceof RegistrationState.InvitationDeclined
                        || state instanceof RegistrationState.InvitationRevoked)
                .toList();
        assertThat(over)
                .hasSize(6)
                .allSatisfy(state -> assertThat(decide(WEEKS_NOTICE, state, START))
                        .isEqualTo(Decided.asIs(new CancelOutcome.Cancelled(WEEKS_NOTICE, noor(WEEKS_NOTICE, state)))));
    }

    @Test
    void isOfferedOnThePageExactlyWhereItWorks() {
        for (Session session : List.of(WEEKS_NOTICE, LATE_ALLOWED, WEEKS_NOTICE.cancelled("Ziek", NOW))) {
            for (Instant now : List.of(NOW, LAST_MOMENT, LATE, START)) {
                assertThat(EVERY_STATE)
                        .allSatisfy(state -> assertThat(own(session, state, now).mayCancel())
                                .isEqualTo(decide(session, state, now).stored().isPresent()));
            }
        }
    }

    @Test
    void needsTheOwnSecret() {
        OwnLink forged = new OwnLink(WITH_PLACE.id(), LinkSecret.generate(new Random(2)));
        assertThat(Cancel.decide(seen(WEEKS_NOTICE, WITH_PLACE), forged, NOW))
                .isEqualTo(Decided.asIs(new CancelOutcome.UnknownLink()));
        assertThat(Cancel.decide(seenNobody(WEEKS_NOTICE), WITH_PLACE.ownLink(), NOW))
                .isEqualTo(Decided.asIs(new CancelOutcome.UnknownLink()));
    }

    private static Decided<CancelOutcome> decide(Session session, RegistrationState state, Instant now) {
        Registration noor = toldOf(state, session);
        return Cancel.decide(seen(session, noor), noor.ownLink(), now);
    }

    private static OwnRegistration own(Session session, RegistrationState state, Instant now) {
        return new OwnRegistration(snapshot(session, state), toldOf(state, session), OptionalInt.empty(), now);
    }

    /** Noor's registration in this state, of which a letter told her at once. */
    private static Registration toldOf(RegistrationState state, Session session) {
        Registration noor = noor(session, state);
        return state instanceof RegistrationState.Confirmed ? told(noor, LetterKind.CONFIRMED, 1, state.since()) : noor;
    }

    private static RegistrationState state(Decided<?> decided) {
        return decided.stored().orElseThrow().state();
    }
}
