package nl.samenkomst.domain.capacity;

import static nl.samenkomst.domain.capacity.SampleSnapshots.places;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReviewWithPlace;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class PlacesTest {

    private static final Optional<ThemeId> ANY = Optional.empty();
    private static final ThemeId DIGITAAL = new ThemeId("digitaal");
    private static final Session TWO_PLACES = session("places", 2);

    /** Four places, of which one at buurt and three at werk. */
    private static final Session THEMES = session("places", 4, "themes", List.of(theme(BUURT, 1), theme(WERK, 3)));

    @Test
    void admitsToAFreePlace() {
        assertThat(places(TWO_PLACES, place()).admit(ANY, NOW))
                .isEqualTo(new RegistrationState.Confirmed(NOW, false, ANY));
    }

    @Test
    void admitsToTheEndOfTheQueueWhenFull() {
        assertThat(places(TWO_PLACES, place(), place(), waiting(1)).admit(ANY, NOW))
                .isEqualTo(new RegistrationState.Waitlisted(NOW, number(2), ANY));
    }

    @Test
    void hasNoLimitByDefault() {
        Places places = places(session(), place(), place());
        assertThat(places.left()).isEmpty();
        assertThat(places.mayTake(ANY)).isTrue();
    }

    @Test
    void countsAPlaceHeldDuringReviewAsTaken() {
        Places places = places(TWO_PLACES, place(), underReviewWithPlace());
        assertThat(places.left()).hasValue(0);
        assertThat(places.mayTake(ANY)).isFalse();
    }

    @Test
    void offersAFreePlaceToNobodyNewWhileSomebodyFits() {
        Places places = places(TWO_PLACES, place(), waiting(1));
        assertThat(places.hasRoom(ANY)).isTrue();
        assertThat(places.mayTake(ANY)).isFalse();
        assertThat(places.left()).hasValue(0);
    }

    @Test
    void offersAPlaceWhichNobodyWaitingFits() {
        Places places = places(THEMES, placeAt(BUURT), waitingFor(BUURT, 1));
        assertThat(places.mayTake(Optional.of(WERK))).isTrue();
        assertThat(places.mayTake(Optional.of(BUURT))).isFalse();
    }

    @Test
    void fillsAThemeBeforeTheSession() {
        Places places = places(THEMES, placeAt(BUURT));
        assertThat(places.mayTake(Optional.of(BUURT))).isFalse();
        assertThat(places.mayTake(ANY)).isTrue();
        assertThat(places.left(BUURT)).hasValue(0);
        assertThat(places.left(WERK)).hasValue(3);
    }

    @Test
    void fillsTheSessionBeforeItsThemes() {
        Places places =
                places(session("places", 1, "themes", List.of(theme(BUURT, 1), theme(WERK, 1))), placeAt(BUURT));
        assertThat(places.mayTake(Optional.of(WERK))).isFalse();
        assertThat(places.left(WERK)).hasValue(0);
    }

    @Test
    void hasAsManyPlacesLeftAsItsThemes() {
        Session session = session("themes", List.of(theme(BUURT, 1), theme(WERK, 3)));
        assertThat(places(session, placeAt(WERK)).left()).hasValue(3);
    }

    @Test
    void seatsAtTheThemeWanted() {
        assertThat(places(THEMES).seat(Optional.of(BUURT))).contains(BUURT);
    }

    @Test
    void seatsAnybodyElseWhereMostPlacesAreLeft() {
        assertThat(places(THEMES).seat(ANY)).contains(WERK);
        assertThat(places(THEMES, placeAt(WERK), placeAt(WERK), placeAt(WERK)).seat(ANY))
                .contains(BUURT);
    }

    @Test
    void seatsAtTheEmptiestOfThemesWithoutLimit() {
        Session endless = session("themes", List.of(theme(BUURT), theme(WERK)));
        assertThat(places(endless, placeAt(BUURT)).seat(ANY)).contains(WERK);
    }

    @Test
    void seatsNowhereInASessionWithoutThemes() {
        assertThat(places(TWO_PLACES).seat(ANY)).isEmpty();
    }

    @Test
    void takesNobodysPlaceWhenTheLimitIsLowered() {
        Places places = places(TWO_PLACES, place(), place()).withRulesOf(SampleDocuments.document("places", 1));
        assertThat(places.taken()).isEqualTo(2);
        assertThat(places.left()).hasValue(0);
        assertThat(places.mayTake(ANY)).isFalse();
    }

    @Test
    void hasRoomForThoseWaitingWhenTheLimitIsRaised() {
        Places places = places(TWO_PLACES, place(), place(), waiting(1));
        assertThat(places.canPromote()).isFalse();
        assertThat(places.withRulesOf(SampleDocuments.document("places", 3)).canPromote())
                .isTrue();
        assertThat(places.withRulesOf(SampleDocuments.document()).canPromote()).isTrue();
    }

    @Test
    void hasRoomForThoseWaitingWhenTheLimitOfTheirThemeIsRaised() {
        Places places = places(THEMES, placeAt(BUURT), waitingFor(BUURT, 1));
        assertThat(places.canPromote()).isFalse();
        Places raised = places.withRulesOf(SampleDocuments.document(
                "places", 4, "themes", List.of(theme(BUURT, 2), theme(WERK, 3), theme(DIGITAAL, 2))));
        assertThat(raised.canPromote()).isTrue();
        assertThat(raised.themes().get(DIGITAAL)).isEqualTo(ThemePlaces.allFree(OptionalInt.of(2)));
    }

    @Test
    void keepsAClosedThemeAsLongAsItHasPeople() {
        Places places =
                places(THEMES, placeAt(BUURT)).withRulesOf(SampleDocuments.document("themes", List.of(theme(WERK))));
        assertThat(places.themes()).containsOnlyKeys(WERK, BUURT);
        assertThat(places.isOpen(BUURT)).isFalse();
        assertThat(places(THEMES)
                        .withRulesOf(SampleDocuments.document("themes", List.of(theme(WERK))))
                        .themes())
                .containsOnlyKeys(WERK);
    }

    @Test
    void countsThePeopleOfAThemeThatOpensAgain() {
        Places closed =
                places(THEMES, placeAt(BUURT)).withRulesOf(SampleDocuments.document("themes", List.of(theme(WERK))));
        Places open = closed.withRulesOf(SampleDocuments.document("themes", List.of(theme(WERK), theme(BUURT, 2))));
        assertThat(open.left(BUURT)).hasValue(1);
    }

    @Test
    void hasRoomForThoseWaitingWhenTheirThemeOpensAgain() {
        Places closed = places(THEMES, placeAt(BUURT), waitingFor(BUURT, 1))
                .withRulesOf(SampleDocuments.document("themes", List.of(theme(WERK, 1))));
        Places open = closed.withRulesOf(SampleDocuments.document("themes", List.of(theme(WERK, 1), theme(BUURT, 2))));
        assertThat(closed.canPromote()).isFalse();
        assertThat(open.canPromote()).isTrue();
    }

    @Test
    void givesNobodyAClosedTheme() {
        Places places = places(THEMES, placeAt(BUURT), waitingFor(BUURT, 1))
                .withRulesOf(SampleDocuments.document("themes", List.of(theme(WERK, 1))));
        assertThat(places.hasRoom(Optional.of(BUURT))).isFalse();
        assertThat(places.canPromote()).isFalse();
    }

    @Test
    void offersNoThemesOnceAllAreClosed() {
        Places places = places(THEMES, placeAt(BUURT)).withRulesOf(SampleDocuments.document("places", 2));
        assertThat(places.offersThemes()).isFalse();
        assertThat(places.hasRoom(ANY)).isTrue();
    }

    @Test
    void admitsToAnyThemeWhenTheOneWantedWasClosed() {
        Places places = places(THEMES).withRulesOf(SampleDocuments.document("themes", List.of(theme(WERK))));
        assertThat(places.admit(Optional.of(BUURT), NOW))
                .isEqualTo(new RegistrationState.Confirmed(NOW, false, Optional.of(WERK)));
    }

    @Test
    void keepsTheWishForAClosedThemeInTheQueue() {
        Places full =
                places(THEMES, placeAt(WERK)).withRulesOf(SampleDocuments.document("themes", List.of(theme(WERK, 1))));
        assertThat(full.admit(Optional.of(BUURT), NOW))
                .isEqualTo(new RegistrationState.Waitlisted(NOW, number(1), Optional.of(BUURT)));
    }

    @Test
    void changesThemeWithinAFullSession() {
        Places full = places(session("places", 1, "themes", List.of(theme(BUURT), theme(WERK))), placeAt(BUURT));
        assertThat(full.hasRoom(Optional.of(WERK))).isFalse();
        assertThat(full.hasRoomAtTheme(Optional.of(WERK))).isTrue();
    }

    @Test
    void tellsThePublicOfNoPlaceThatAnUnconfirmedAddressHolds() {
        Places places = unconfirmed(places(session("places", 4), place()), place());
        assertThat(places.left()).hasValue(2);
        assertThat(places.publicLeft()).hasValue(3);
        assertThat(places(session(), place()).publicLeft()).isEmpty();
    }

    @Test
    void tellsThePublicWhenNothingIsLeft() {
        Places full = unconfirmed(unconfirmed(places(TWO_PLACES), place()), place());
        assertThat(full.left()).hasValue(0);
        assertThat(full.publicLeft()).hasValue(0);
    }

    @Test
    void tellsThePublicOfEachThemeAsOfAll() {
        Places places = unconfirmed(unconfirmed(places(THEMES, placeAt(WERK)), placeAt(WERK)), placeAt(BUURT));
        assertThat(places.left(WERK)).hasValue(1);
        assertThat(places.publicLeft(WERK)).hasValue(2);
        assertThat(places.left(BUURT)).hasValue(0);
        assertThat(places.publicLeft(BUURT)).hasValue(0);
        assertThat(places.publicLeft()).hasValue(3);
    }

    private static Places unconfirmed(Places places, RegistrationState state) {
        Registration registration =
                SampleRegistrations.noor(TWO_PLACES, state).with(new AddressProof.Awaited(Optional.empty()));
        return CapacityChange.after(places, new RegistrationChange(Optional.empty(), Optional.of(registration)));
    }
}
