package nl.samenkomst.local.tests.store;

import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static nl.samenkomst.local.tests.store.StoreFixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import org.junit.jupiter.api.Test;

/** The counters of places change with the registrations, in one transaction, on the condition that there is room. */
interface PlacesContract {

    StoreFixture store();

    @Test
    default void rejectsAPlaceTakenSinceTheSnapshot() {
        store().publish("places", 1);
        RegistrationSnapshot seen = store().look("noor");
        store().signUp("piet");

        assertThat(store().commit(seen, "noor", PLACE)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().find("noor")).isEmpty();
        assertThat(store().places()).isEqualTo("1 taken, 0 waiting, 0 cancelled");
    }

    @Test
    default void commitsAPlaceDespiteOtherSignUps() {
        store().publish("places", 2);
        RegistrationSnapshot seen = store().look("noor");
        store().signUp("piet");

        assertThat(store().commit(seen, "noor", PLACE)).isEqualTo(WriteResult.committed());
        assertThat(store().places()).isEqualTo("2 taken, 0 waiting, 0 cancelled");
    }

    @Test
    default void rejectsAThemeFilledSinceTheSnapshot() {
        store().publish("places", 5, "themes", List.of(theme(BUURT, 1), theme(WERK, 5)));
        RegistrationSnapshot seen = store().look("noor");
        store().signUp("piet", "buurt");

        assertThat(store().commit(seen, "noor", new RegistrationState.Confirmed(NOW, false, Optional.of(BUURT))))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().themes()).isEqualTo("buurt 1/0, werk 0/0");
    }

    @Test
    default void rejectsDecisionsOnAnOlderRevision() {
        store().publish("places", 5);
        RegistrationSnapshot seen = store().look("noor");
        store().wiring.organiser().cancelSession().cancel(ID, "", Actor.LOCAL);

        assertThat(store().commit(seen, "noor", PLACE)).isInstanceOf(WriteResult.Conflict.class);
    }

    @Test
    default void commitsOneOfTwoSignUpsOfAPerson() {
        store().publish("places", 5);
        RegistrationSnapshot seen = store().look("noor");
        store().signUp("noor");

        assertThat(store().commit(seen, "noor", PLACE)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().places()).isEqualTo("1 taken, 0 waiting, 0 cancelled");
    }

    @Test
    default void commitsOneOfTwoCancellations() {
        store().publish("places", 2);
        store().signUp("noor");
        RegistrationSnapshot seen = store().look("noor");
        Registration noor = store().registration("noor");
        store().cancel("noor");
        assertThat(store().places()).isEqualTo("0 taken, 0 waiting, 1 cancelled");

        Registration cancelled = noor.with(new RegistrationState.CancelledByPerson(NOW, true, false));
        assertThat(store().registrations
                        .commit(RegistrationChanges.changing(seen.sessionSnapshot(), noor, cancelled, NOW), NOW))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().places()).isEqualTo("0 taken, 0 waiting, 1 cancelled");
    }

    @Test
    default void commitsAllOfSeveralChangesOrNone() {
        store().publish("places", 5);
        store().signUp("noor");
        store().signUp("piet");
        RegistrationSnapshot seen = store().look("noor");
        List<RegistrationChange> erasures = List.of(
                RegistrationChange.erasure(store().registration("noor")),
                RegistrationChange.erasure(store().registration("piet")));
        RegistrationChanges both = new RegistrationChanges(seen.sessionSnapshot(), erasures);
        store().cancel("piet");

        assertThat(store().registrations.commit(both, NOW)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().state("noor")).isEqualTo("confirmed");
        assertThat(store().places()).isEqualTo("1 taken, 0 waiting, 1 cancelled");
    }

    @Test
    default void readsTheCountersUnderTheLimitOfTheCurrentRevision() {
        store().publish("places", 3);
        store().signUp("noor");
        assertThat(store().snapshot().places().left()).hasValue(2);

        store().change("places", 2);
        assertThat(store().snapshot().places().left()).hasValue(1);
        store().change();
        assertThat(store().snapshot().places().left()).isEmpty();
        assertThat(store().places()).isEqualTo("1 taken, 0 waiting, 0 cancelled");
    }

    @Test
    default void commitsACancellationWhileTooManyHavePlaces() {
        store().publish("places", 3);
        store().signUp("noor");
        store().signUp("piet");
        store().signUp("fatma");
        store().change("places", 1);
        assertThat(store().places()).isEqualTo("3 taken, 0 waiting, 0 cancelled");

        store().cancel("noor");
        assertThat(store().places()).as("still too many").isEqualTo("2 taken, 0 waiting, 1 cancelled");
    }

    @Test
    default void countsThePeopleOfEachTheme() {
        store().publish("places", 3, "themes", List.of(theme(BUURT, 1), theme(WERK, 3)));
        store().signUp("noor", "buurt");
        store().signUp("piet", "buurt");
        store().signUp("fatma", "werk");
        store().signUp("jan", "any");
        store().signUp("els", "werk");

        assertThat(store().registration("jan").state().theme()).contains(WERK);
        assertThat(store().registration("els").state().theme()).contains(WERK);
        assertThat(store().themes()).isEqualTo("buurt 1/1, werk 2/1");
        assertThat(store().places()).isEqualTo("3 taken, 2 waiting, 0 cancelled");
    }

    @Test
    default void countsUnconfirmedPeopleAndTheirPlacesWithEveryChange() {
        store().publish("places", 3, "themes", List.of(theme(BUURT, 3), theme(WERK, 3)));
        store().signUp("noor", "buurt");
        store().signUp("piet", "buurt");
        store().signUp("fatma", "werk");
        store().change("fatma", one -> one.with(new AddressProof.Given(NOW)));
        store().signUp("jan", "werk");
        store().signUp("els", "any");
        assertUnconfirmed("4 with 2 places", "buurt 2, werk 0");

        store().cancel("noor");
        assertThat(store().state("jan")).as("promoted").isEqualTo("confirmed");
        assertUnconfirmed("3 with 2 places", "buurt 1, werk 1");
        store().change("jan", one -> one.with(new AddressProof.Given(NOW)));
        assertUnconfirmed("2 with 1 places", "buurt 1, werk 0");
        store().change("piet", one -> one.with(new RegistrationState.Confirmed(NOW, false, Optional.of(WERK))));
        assertUnconfirmed("2 with 1 places", "buurt 0, werk 1");
        store().wiring.erase().erase(ID, store().registration("els").ownLink());
        assertUnconfirmed("1 with 1 places", "buurt 0, werk 1");
        store().change("places", 3, "themes", List.of(theme(BUURT, 3)));
        assertUnconfirmed("1 with 1 places", "buurt 0, werk 1");
        store().change("piet", one -> one.with(new RegistrationState.Lapsed(NOW, true)));
        assertUnconfirmed("0 with 0 places", "buurt 0, werk 0");
    }

    /** Asserts what the counters say, and that a recount says so too. */
    private void assertUnconfirmed(String inAll, String atThemes) {
        for (Places places : List.of(store().snapshot().places(), store().recount())) {
            assertThat(places.count(Count.UNCONFIRMED) + " with " + places.count(Count.UNCONFIRMED_PLACES) + " places")
                    .isEqualTo(inAll);
            assertThat(places.themes().entrySet().stream()
                            .map(theme ->
                                    theme.getKey() + " " + theme.getValue().unconfirmed())
                            .collect(Collectors.joining(", ")))
                    .isEqualTo(atThemes);
        }
    }

    @Test
    default void countsThePeopleOfAClosedThemeAndOfAddedOnes() {
        store().publish("themes", List.of(theme(BUURT, 1), theme(WERK, 1)));
        store().signUp("noor", "buurt");
        store().signUp("piet", "buurt");

        store().change("themes", List.of(theme(WERK, 1)));
        assertThat(store().themes()).isEqualTo("werk 0/0, buurt 1/1");
        store().change("themes", List.of(theme(WERK, 1), theme(BUURT, 2), theme(new ThemeId("digitaal"), 2)));
        assertThat(store().state("noor")).isEqualTo("confirmed");
        assertThat(store().state("piet")).isEqualTo("confirmed");
        assertThat(store().themes()).isEqualTo("werk 0/0, buurt 2/0, digitaal 0/0");
    }
}
