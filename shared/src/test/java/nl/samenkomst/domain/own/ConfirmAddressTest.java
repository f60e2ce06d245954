package nl.samenkomst.domain.own;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class ConfirmAddressTest {

    private static final AddressProof AWAITED = new AddressProof.Awaited(Optional.of(NOW.plusSeconds(60)));
    private static final Session OPEN = session("places", 1);
    private static final Session ADMITTING =
            session("places", 1, "admission", "reviewed", "admitDomains", List.of("example.org"));

    @Test
    void confirmsWhoeverHasTheLinkAndChangesNothingElse() {
        Registration noor = noor(OPEN, place()).with(AWAITED);
        Decided<Boolean> decided = ConfirmAddress.decide(seen(OPEN, noor), noor.ownLink(), NOW);
        assertThat(decided.outcome()).isTrue();
        Registration stored = decided.stored().orElseThrow();
        assertThat(stored.proof()).isEqualTo(new AddressProof.Given(NOW));
        assertThat(stored.state()).isEqualTo(noor.state());
        assertThat(stored.sequence()).isEqualTo(noor.sequence());
    }

    @Test
    void knowsNobodyByAnotherLink() {
        Registration noor = noor(OPEN, place()).with(AWAITED);
        OwnLink another = new OwnLink(noor.id(), LinkSecret.generate(new Random(7)));
        assertThat(ConfirmAddress.decide(seen(OPEN, noor), another, NOW)).isEqualTo(Decided.asIs(false));
    }

    @Test
    void changesNothingTwiceNorWhatHasEnded() {
        Registration given = noor(OPEN, place());
        assertThat(ConfirmAddress.decide(seen(OPEN, given), given.ownLink(), NOW))
                .isEqualTo(Decided.asIs(true));
        assertThat(EVERY_STATE.stream()
                        .map(state -> noor(OPEN, state).with(AWAITED))
                        .filter(one -> !one.isActive()))
                .isNotEmpty()
                .allSatisfy(ended -> assertThat(ConfirmAddress.decide(seen(OPEN, ended), ended.ownLink(), NOW))
                        .isEqualTo(Decided.asIs(true)));
    }

    @Test
    void acceptsAnAdmittedDomainInThePlaceHeldOrAFreeOneOrInTheQueue() {
        RegistrationState accepted = new RegistrationState.Confirmed(NOW, false, Optional.empty());
        assertThat(confirmed(ADMITTING, underReviewWithPlace())).isEqualTo(accepted);
        assertThat(confirmed(ADMITTING, underReview())).isEqualTo(accepted);
        Registration noor = noor(ADMITTING, underReview()).with(AWAITED);
        assertThat(state(ConfirmAddress.decide(seen(ADMITTING, noor, place()), noor.ownLink(), NOW)))
                .isEqualTo(new RegistrationState.Waitlisted(NOW, number(1), Optional.empty()));
    }

    @Test
    void leavesTheOthersToTheOrganiser() {
        Session elsewhere =
                session("places", 1, "admission", "reviewed", "admitDomains", List.of("elders.example.org"));
        assertThat(confirmed(elsewhere, underReviewWithPlace())).isEqualTo(underReviewWithPlace());
        assertThat(confirmed(ADMITTING.cancelled("", NOW), underReviewWithPlace()))
                .isEqualTo(underReviewWithPlace());
    }

    private static RegistrationState confirmed(Session session, RegistrationState state) {
        Registration noor = noor(session, state).with(AWAITED);
        return state(ConfirmAddress.decide(seen(session, noor), noor.ownLink(), NOW));
    }

    private static RegistrationState state(Decided<Boolean> decided) {
        return decided.stored().orElseThrow().state();
    }
}
