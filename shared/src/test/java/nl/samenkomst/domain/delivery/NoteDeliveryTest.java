package nl.samenkomst.domain.delivery;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.MailProblem.Kind;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NoteDeliveryTest {

    private static final Session SESSION = session("places", 2);
    private static final AddressProof AWAITED = new AddressProof.Awaited(Optional.of(NOW.plus(Duration.ofDays(1))));

    @ParameterizedTest
    @EnumSource(names = {"BOUNCED", "SUPPRESSED", "COMPLAINED"})
    void stopsLettersToAConfirmedAddressWhichKeepsItsPlace(DeliveryNews news) {
        Decided<NoteDeliveryOutcome> decided = decide(noor(SESSION, place()), news);
        Registration noted = decided.stored().orElseThrow();

        assertThat(decided).isInstanceOf(Decided.Commit.class);
        assertThat(decided.outcome()).isEqualTo(new NoteDeliveryOutcome.Noted(Kind.valueOf(news.name())));
        assertThat(noted.state()).isEqualTo(place());
        assertThat(noted.mailProblem()).contains(new MailProblem(Kind.valueOf(news.name()), NOW));
        assertThat(noted.dueAt()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"BOUNCED", "SUPPRESSED", "COMPLAINED"})
    void freesThePlaceOfAnUnconfirmedAddressInTheSameStep(DeliveryNews news) {
        Decided<NoteDeliveryOutcome> decided = decide(unproven(place()), news);
        Registration noted = decided.stored().orElseThrow();

        assertThat(decided).isInstanceOf(Decided.CommitAndPromote.class);
        assertThat(decided.outcome()).isEqualTo(new NoteDeliveryOutcome.Lapsed(Kind.valueOf(news.name())));
        assertThat(noted.state()).isEqualTo(new RegistrationState.Lapsed(NOW, true));
        assertThat(noted.mailProblem()).isPresent();
        assertThat(Owed.next(SESSION, noted, NOW)).isEmpty();
    }

    @Test
    void takesAnUnconfirmedAddressOutOfTheQueueAndOfReview() {
        assertThat(stateAfterBounce(unproven(waiting(1)))).isEqualTo(new RegistrationState.Lapsed(NOW, false));
        assertThat(stateAfterBounce(unproven(underReview()))).isEqualTo(new RegistrationState.Lapsed(NOW, false));
        assertThat(stateAfterBounce(unproven(underReviewWithPlace())))
                .isEqualTo(new RegistrationState.Lapsed(NOW, false));
    }

    @Test
    void leavesTheStateOfAnybodyWhoIsNotActive() {
        for (RegistrationState state : EVERY_STATE) {
            if (!(state instanceof RegistrationState.Active)) {
                assertThat(stateAfterBounce(unproven(state))).isEqualTo(state);
            }
        }
    }

    @Test
    void freesNoPlaceOnceTheSessionHasStartedOrWasCancelled() {
        Registration unproven = unproven(place());
        Session cancelled = SESSION.cancelled("Ziek", NOW);

        assertThat(NoteDelivery.decide(seen(SESSION, unproven), event(DeliveryNews.BOUNCED, NOW), START)
                        .outcome())
                .isEqualTo(new NoteDeliveryOutcome.Noted(Kind.BOUNCED));
        assertThat(NoteDelivery.decide(seen(cancelled, unproven), event(DeliveryNews.BOUNCED, NOW), NOW)
                        .outcome())
                .isEqualTo(new NoteDeliveryOutcome.Noted(Kind.BOUNCED));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAYED", "ARRIVED_LATE"})
    void showsADelayAndKeepsSending(DeliveryNews news) {
        Decided<NoteDeliveryOutcome> decided = decide(unproven(place()), news);
        Registration noted = decided.stored().orElseThrow();

        assertThat(decided).isInstanceOf(Decided.Update.class);
        assertThat(noted.state()).isEqualTo(place());
        assertThat(noted.dueAt()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingTheSecondTime(DeliveryNews news) {
        for (Registration registration : List.of(noor(SESSION, place()), unproven(place()))) {
            decide(registration, news)
                    .stored()
                    .ifPresent(noted -> assertThat(decide(noted, news))
                            .isEqualTo(Decided.asIs(new NoteDeliveryOutcome.Unchanged())));
        }
    }

    @Test
    void keepsTheProblemOfSomebodyStoppedByTheDesk() {
        Registration stopped =
                unproven(place()).withMailProblem(Optional.of(new MailProblem(Kind.TOO_MANY, SIGNED_UP)));

        assertThat(decide(stopped, DeliveryNews.ARRIVED_LATE)).isInstanceOf(Decided.AsIs.class);
        assertThat(stateAfterBounce(stopped)).isEqualTo(new RegistrationState.Lapsed(NOW, true));
    }

    @ParameterizedTest
    @EnumSource
    void ignoresALetterFromBeforeTheLatestSignUp(DeliveryNews news) {
        assertThat(NoteDelivery.decide(seen(SESSION, unproven(place())), event(news, SIGNED_UP.minusMillis(1)), NOW))
                .isEqualTo(Decided.asIs(new NoteDeliveryOutcome.Outdated()));
        assertThat(NoteDelivery.decide(seen(SESSION, unproven(place())), event(news, SIGNED_UP), NOW)
                        .outcome())
                .as("sent at the moment of signing up")
                .isNotEqualTo(new NoteDeliveryOutcome.Outdated());
    }

    @Test
    void ignoresALetterAboutARegistrationThatWasErased() {
        assertThat(NoteDelivery.decide(seenNobody(SESSION), event(DeliveryNews.BOUNCED, NOW), NOW))
                .isEqualTo(Decided.asIs(new NoteDeliveryOutcome.Outdated()));
    }

    @Test
    void countsEachRegistrationUnderItsProblem() {
        Decided<NoteDeliveryOutcome> bounced = decide(noor(SESSION, place()), DeliveryNews.BOUNCED);
        Decided<NoteDeliveryOutcome> complained = decide(bounced.stored().orElseThrow(), DeliveryNews.COMPLAINED);

        assertThat(count(bounced, Count.BOUNCED)).isOne();
        assertThat(count(complained, Count.BOUNCED)).isZero();
        assertThat(count(complained, Count.COMPLAINED)).isOne();
    }

    private static int count(Decided<NoteDeliveryOutcome> decided, Count count) {
        return decided instanceof Decided.Commit<?> commit
                ? commit.changes().after().count(count)
                : -1;
    }

    private static RegistrationState stateAfterBounce(Registration registration) {
        return decide(registration, DeliveryNews.BOUNCED).stored().orElseThrow().state();
    }

    private static Decided<NoteDeliveryOutcome> decide(Registration registration, DeliveryNews news) {
        return NoteDelivery.decide(seen(SESSION, registration), event(news, SIGNED_UP), NOW);
    }

    private static DeliveryEvent event(DeliveryNews news, Instant sentAt) {
        Registration noor = noor(SESSION, place());
        LetterTags letter = new LetterTags(
                "confirmed", SESSION.id(), sentAt, List.of(new RegistrationKey(SESSION.id(), noor.id())));
        return new DeliveryEvent(letter, news, NOW);
    }

    private static Registration unproven(RegistrationState state) {
        return noor(SESSION, state).with(AWAITED);
    }
}
