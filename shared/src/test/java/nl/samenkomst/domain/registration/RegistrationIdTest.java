package nl.samenkomst.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;

import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

final class RegistrationIdTest {

    private static final SessionId SESSION = new SessionId("versnellingskamer");
    private static final EmailAddress NOOR = new EmailAddress("noor@example.org");

    @Test
    void isTheSameHoweverAnAddressIsWritten() {
        assertThat(RegistrationId.of(SESSION, new EmailAddress("NOOR@example.org")))
                .isEqualTo(RegistrationId.of(SESSION, NOOR));
    }

    @Test
    void differsByPersonAndBySession() {
        assertThat(RegistrationId.of(SESSION, new EmailAddress("piet@example.org")))
                .isNotEqualTo(RegistrationId.of(SESSION, NOOR));
        assertThat(RegistrationId.of(new SessionId("volgende"), NOOR)).isNotEqualTo(RegistrationId.of(SESSION, NOOR));
    }
}
