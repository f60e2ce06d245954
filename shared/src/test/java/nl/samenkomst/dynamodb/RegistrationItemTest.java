package nl.samenkomst.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class RegistrationItemTest {

    @Test
    void readsEveryStateAsItWasWritten() {
        Session session = SampleSnapshots.session();
        List<RegistrationState> states = new ArrayList<>(SampleRegistrations.EVERY_STATE);
        states.add(SampleRegistrations.underReviewWithPlace());
        states.add(SampleRegistrations.placeAt(SampleDocuments.BUURT));
        states.add(SampleRegistrations.waitingFor(SampleDocuments.BUURT, 1));
        states.add(new RegistrationState.Confirmed(SampleRegistrations.NOW, true, Optional.empty()));
        states.add(new RegistrationState.CancelledByPerson(SampleRegistrations.NOW, true, true));
        for (RegistrationState state : states) {
            Registration written = SampleRegistrations.noor(session, state);

            assertThat(RegistrationItem.read(RegistrationItem.write(
                                    written, session.document().forgetAt()))
                            .state())
                    .isEqualTo(state);
        }
    }
}
