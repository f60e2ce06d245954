package nl.samenkomst.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document is read back as it was written; {@code GoldenItemsTest} covers items of earlier releases. */
class StoredDocumentTest {

    static Stream<Session> sessions() {
        return Stream.of(
                SampleSessions.EENZAAMHEID_ONDER_JONGEREN,
                SampleSessions.LIBRARY_NETWORK,
                SampleSessions.HANDREIKING,
                SampleSessions.VERSNELLINGSKAMER);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void readsWhatItWrote(Session session) {
        assertThat(StoredDocument.read(
                        Attributes.of(StoredDocument.write(session.document()).m())))
                .isEqualTo(session.document());
    }
}
