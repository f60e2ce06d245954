package nl.samenkomst.priming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import org.junit.jupiter.api.Test;

/** Reading items back during priming, which stores nothing in the table. */
class ReadBackTest {

    @Test
    void readsASessionAsItWasWritten() {
        SessionSnapshot written = Priming.sessionSnapshot();
        assertThat(Priming.readBack(written, DynamoDbSessions::readBack))
                .isEqualTo(written)
                .isNotSameAs(written);
    }

    @Test
    void readsARegistrationAsItWasWritten() {
        RegistrationSnapshot written = Priming.snapshot(Priming.participant(), known -> true);
        assertThat(Priming.readBack(written, DynamoDbRegistrations::readBack).registration())
                .hasValue(Priming.participant());
    }

    @Test
    void failsIfReadValueDiffers() {
        SessionSnapshot written = Priming.sessionSnapshot();
        assertThatThrownBy(() -> Priming.readBack(
                        written,
                        sessionSnapshot -> new SessionSnapshot(
                                sessionSnapshot.session(),
                                Places.allFree(sessionSnapshot.session().document()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("read back otherwise than written: SessionSnapshot");
    }
}
