package nl.samenkomst.domain.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationState;
import org.junit.jupiter.api.Test;

/** Accepting a person whose chosen theme was closed in the meantime. */
class ClosedThemeTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final ThemeId BUURT = new ThemeId("buurt");
    private static final ThemeId WERK = new ThemeId("werk");
    private static final RegistrationState.UnderReview WANTS_BUURT =
            new RegistrationState.UnderReview(NOW, false, Optional.of(BUURT));

    private static final Places ONLY_WERK = Places.allFree(
            SampleDocuments.document("places", 1, "themes", List.of(Map.of("id", "werk", "title", "Werk"))));
    private static final Places NO_THEMES = Places.allFree(SampleDocuments.document("places", 1));

    @Test
    void seatsThePersonAtAnotherThemeWithRoom() {
        assertThat(ONLY_WERK.accept(WANTS_BUURT, NOW))
                .isEqualTo(new RegistrationState.Confirmed(NOW, false, Optional.of(WERK)));
    }

    @Test
    void keepsTheWishInTheQueue() {
        for (Places open : List.of(ONLY_WERK, NO_THEMES)) {
            Places full = open.add(Count.TAKEN, 1);
            assertThat(full.accept(WANTS_BUURT, NOW))
                    .isEqualTo(new RegistrationState.Waitlisted(NOW, full.highestNumber() + 1, Optional.of(BUURT)));
        }
    }

    @Test
    void keepsAHeldPlaceAtTheClosedTheme() {
        RegistrationState.UnderReview held = new RegistrationState.UnderReview(NOW, true, Optional.of(BUURT));
        assertThat(ONLY_WERK.accept(held, NOW))
                .isEqualTo(new RegistrationState.Confirmed(NOW, false, Optional.of(BUURT)));
    }
}
