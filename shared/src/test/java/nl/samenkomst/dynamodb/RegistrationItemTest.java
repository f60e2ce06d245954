package nl.samenkomst.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class RegistrationItemTest {

    @Test
    void readsEveryStateAsItWasWritten() {
        Session session = SampleSnapshots.session();
        for (RegistrationState state : SampleRegistrations.EVERY_STATE) {
            Registration written = SampleRegistrations.noor(session, state);

            assertThat(RegistrationItem.read(RegistrationItem.write(
                                    written, session.document().forgetAt()))
                            .state())
                    .isEqualTo(state);
        }
    }
}
