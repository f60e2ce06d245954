package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RegistrationStateTest {

    @Test
    void everyStateHasASample() {
        assertThat(EVERY_STATE.stream().<Class<?>>map(RegistrationState::getClass))
                .containsExactlyInAnyOrderElementsOf(leaves(RegistrationState.class));
    }

    @Test
    void listsTheWordOfEveryStateOnce() {
        Set<String> words = EVERY_STATE.stream().map(RegistrationState::word).collect(Collectors.toSet());
        assertThat(RegistrationState.WORDS).containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void hasOneWordForAllWaysToBeCancelled() {
        List<String> cancelled = EVERY_STATE.stream()
                .filter(RegistrationState.Cancelled.class::isInstance)
                .map(RegistrationState::word)
                .toList();
        assertThat(cancelled).containsExactly("cancelled", "cancelled", "cancelled");
        assertThat(RegistrationState.WORDS).hasSize(EVERY_STATE.size() - 2);
    }

    @Test
    void everyStateIsOnOneBranch() {
        assertThat(leaves(RegistrationState.Active.class))
                .containsExactlyInAnyOrder(
                        RegistrationState.Confirmed.class,
                        RegistrationState.Waitlisted.class,
                        RegistrationState.UnderReview.class);
        assertThat(leaves(RegistrationState.Invitation.class))
                .containsExactlyInAnyOrder(
                        RegistrationState.Invited.class,
                        RegistrationState.InvitationDeclined.class,
                        RegistrationState.InvitationRevoked.class);
        assertThat(leaves(RegistrationState.Closed.class))
                .containsExactlyInAnyOrder(
                        RegistrationState.Declined.class,
                        RegistrationState.CancelledByPerson.class,
                        RegistrationState.CancelledByOrganiser.class,
                        RegistrationState.Lapsed.class);
        assertThat(leaves(RegistrationState.class)).doesNotHaveDuplicates();
    }

    @Test
    void onlyAConfirmedOrHeldPlaceIsHeld() {
        assertThat(EVERY_STATE.stream().filter(RegistrationState::holdsPlace))
                .hasOnlyElementsOfType(RegistrationState.Confirmed.class);
        assertThat(underReviewWithPlace().holdsPlace()).isTrue();
    }

    @Test
    void onlyAnOrganisersDecisionHasAReason() {
        assertThat(EVERY_STATE.stream().flatMap(state -> state.organisersReason().stream()))
                .containsExactlyInAnyOrder("Alleen voor bibliotheken", "Geen gemeente", "Dubbel aangemeld");
    }

    /** The records below an interface. */
    private static List<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? List.of(type)
                : Stream.of(type.getPermittedSubclasses())
                        .map(RegistrationStateTest::leaves)
                        .flatMap(List::stream)
                        .toList();
    }
}
