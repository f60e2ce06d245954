package nl.samenkomst.domain.capacity;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static nl.samenkomst.domain.session.SampleSessions.registration;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import org.junit.jupiter.api.Test;

final class RecountTest {

    private static final ThemeId BUURT = new ThemeId("buurt");

    @Test
    void countsEveryStateAsAChangeToItDoes() {
        for (RegistrationState state : SampleRegistrations.EVERY_STATE) {
            Registration one = registration(VERSNELLINGSKAMER, state);
            Places none = Places.allFree(VERSNELLINGSKAMER.document());
            Places counted = CapacityChange.after(none, new RegistrationChange(Optional.empty(), Optional.of(one)));

            assertThat(Recount.of(withTaken(VERSNELLINGSKAMER, 9, 9).places().add(BUURT, 5, 5), List.of(one))
                            .counts())
                    .as(state.word())
                    .isEqualTo(counted.counts());
        }
    }

    @Test
    void countsEachTheme() {
        Registration seated =
                registration(VERSNELLINGSKAMER, new RegistrationState.Confirmed(NOW, false, Optional.of(BUURT)));
        Places places = Recount.of(withTaken(VERSNELLINGSKAMER, 9, 9).places().add(BUURT, 5, 5), List.of(seated));

        assertThat(places.themes().values().stream()
                        .mapToInt(ThemePlaces::taken)
                        .sum())
                .isEqualTo(1);
        assertThat(places.themes().get(BUURT))
                .extracting(ThemePlaces::taken, ThemePlaces::waiting)
                .containsExactly(1, 0);
    }

    @Test
    void keepsWhatOutlivesTheRegistrations() {
        Registration present =
                registration(VERSNELLINGSKAMER, SampleRegistrations.place()).marked(Optional.of(true));
        Places places = withTaken(VERSNELLINGSKAMER, 0, 0)
                .places()
                .add(Count.FREED_BY_ERASURE, 2)
                .add(Count.ABSENT, 3);

        assertThat(Recount.of(places, List.of(present)).counts())
                .isEqualTo(Map.of(Count.TAKEN, 1, Count.FREED_BY_ERASURE, 2, Count.ABSENT, 3, Count.PRESENT, 1));
    }

    @Test
    void givesOutNoNumberOfTheQueueAgain() {
        Registration waiting = registration(
                VERSNELLINGSKAMER, new RegistrationState.Waitlisted(NOW, 7_000_000_000L, Optional.empty()));

        assertThat(Recount.of(Places.allFree(VERSNELLINGSKAMER.document()), List.of(waiting))
                        .highestNumber())
                .isEqualTo(7_000_000_000L);
    }
}
