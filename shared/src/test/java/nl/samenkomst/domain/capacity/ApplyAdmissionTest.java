package nl.samenkomst.domain.capacity;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class ApplyAdmissionTest {

    private static final Session OPEN = session("places", 1);
    private static final Session REVIEWED = session("places", 1, "admission", "reviewed");
    private static final Session WITHOUT_HOLDING =
            session("places", 1, "admission", "reviewed", "reviewHoldsPlace", false);
    private static final Session ADMITS_NOOR =
            session("places", 1, "admission", "reviewed", "admitDomains", List.of("example.org"));
    private static final Session INVITED = session("places", 1, "admission", "invited");

    @Test
    void acceptsEverybodyOnceTheSessionIsOpen() {
        assertThat(decide(OPEN, underReview(), NOW))
                .contains(new RegistrationState.Confirmed(NOW, false, Optional.empty()));
        assertThat(decide(OPEN, underReviewWithPlace(), NOW))
                .contains(new RegistrationState.Confirmed(NOW, false, Optional.empty()));
    }

    @Test
    void putsThoseWhoDoNotFitAtTheEndOfTheQueue() {
        assertThat(decide(OPEN, underReview(), NOW, place()))
                .contains(new RegistrationState.Waitlisted(NOW, number(1), Optional.empty()));
        assertThat(decide(OPEN, underReview(), NOW, place(), waiting(1)))
                .contains(new RegistrationState.Waitlisted(NOW, number(2), Optional.empty()));
    }

    @Test
    void acceptsAnAddressInADomainThatIsListedSince() {
        assertThat(decide(ADMITS_NOOR, underReviewWithPlace(), NOW))
                .contains(new RegistrationState.Confirmed(NOW, false, Optional.empty()));
        assertThat(decide(REVIEWED, underReviewWithPlace(), NOW)).isEmpty();
    }

    @Test
    void holdsPlacesAsTheRuleSaysNow() {
        assertThat(decide(REVIEWED, underReview(), NOW))
                .contains(new RegistrationState.UnderReview(SIGNED_UP, true, Optional.empty()));
        assertThat(decide(REVIEWED, underReview(), NOW, place()))
                .as("it is full")
                .isEmpty();
        assertThat(decide(WITHOUT_HOLDING, underReviewWithPlace(), NOW))
                .contains(new RegistrationState.UnderReview(SIGNED_UP, false, Optional.empty()));
        assertThat(decide(WITHOUT_HOLDING, underReview(), NOW)).isEmpty();
    }

    @Test
    void holdsAPlaceForAListedAddressUntilItIsConfirmed() {
        Session listing = session(
                "places",
                1,
                "admission",
                "reviewed",
                "reviewHoldsPlace",
                false,
                "admitDomains",
                List.of("example.org"));
        Registration unconfirmed =
                noor(listing, underReviewWithPlace()).with(new AddressProof.Awaited(Optional.empty()));
        assertThat(ApplyAdmission.decide(seen(listing, unconfirmed), NOW).stored())
                .isEmpty();
        assertThat(ApplyAdmission.decide(seen(listing, unconfirmed.with(underReview())), NOW)
                        .stored()
                        .map(Registration::state))
                .contains(new RegistrationState.UnderReview(SIGNED_UP, true, Optional.empty()));
    }

    @Test
    void leavesEverybodyElseAlone() {
        assertThat(decide(INVITED, underReview(), NOW)).isEmpty();
        assertThat(decide(OPEN, underReview(), START)).isEmpty();
        assertThat(decide(OPEN.cancelled("", NOW), underReview(), NOW)).isEmpty();
        assertThat(decide(OPEN, waiting(1), NOW)).isEmpty();
    }

    private static Optional<RegistrationState> decide(
            Session session, RegistrationState state, Instant now, RegistrationState... others) {
        return ApplyAdmission.decide(seen(session, noor(session, state), others), now)
                .stored()
                .map(stored -> stored.state());
    }
}
