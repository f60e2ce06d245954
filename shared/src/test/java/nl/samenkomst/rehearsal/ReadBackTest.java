package nl.samenkomst.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.samenkomst.domain.registration.Lookup;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import org.junit.jupiter.api.Test;

/** Reading items back during priming, which stores nothing in the table. */
class ReadBackTest {

    @Test
    void readsASessionAsItWasWritten() {
        Listing written = Rehearsal.listing();
        assertThat(Rehearsal.readBack(written, DynamoDbSessions::readBack))
                .isEqualTo(written)
                .isNotSameAs(written);
    }

    @Test
    void readsARegistrationAsItWasWritten() {
        Lookup written = Rehearsal.lookup(Rehearsal.participant().id(), Rehearsal.participant());
        assertThat(Rehearsal.readBack(written, DynamoDbRegistrations::readBack).registration())
                .hasValue(Rehearsal.participant());
    }

    @Test
    void failsWhereItIsReadOtherwise() {
        Listing written = Rehearsal.listing();
        assertThatThrownBy(() -> Rehearsal.readBack(
                        written,
                        listing -> new Listing(
                                listing.session(),
                                Places.allFree(listing.session().document()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("read back otherwise than written: Listing");
    }
}
