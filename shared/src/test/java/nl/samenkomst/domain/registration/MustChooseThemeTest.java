package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class MustChooseThemeTest {

    private static final Session ONLY_WERK = session("themes", List.of(theme(WERK, 1)));
    private static final Session NO_THEMES = session();

    @Test
    void peopleOfAClosedThemeMustChoose() {
        for (RegistrationState state : List.of(placeAt(BUURT), waitingFor(BUURT, 1))) {
            assertThat(mustChoose(state, ONLY_WERK)).isTrue();
            assertThat(mustChoose(state, NO_THEMES)).isFalse();
        }
        assertThat(mustChoose(placeAt(WERK), ONLY_WERK)).isFalse();
    }

    @Test
    void peopleWithAPlaceMustChooseOnceThemesAreAdded() {
        assertThat(mustChoose(place(), ONLY_WERK)).isTrue();
        assertThat(mustChoose(waiting(1), ONLY_WERK)).isFalse();
    }

    private static boolean mustChoose(RegistrationState state, Session current) {
        return noor(current, state).mustChooseTheme(current);
    }
}
