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
        assertThat(RegistrationId.withoutKey(SESSION, new EmailAddress("NOOR@example.org")))
                .isEqualTo(RegistrationId.withoutKey(SESSION, NOOR));
    }

    @Test
    void differsByPersonAndBySession() {
        assertThat(RegistrationId.withoutKey(SESSION, new EmailAddress("piet@example.org")))
                .isNotEqualTo(RegistrationId.withoutKey(SESSION, NOOR));
        assertThat(RegistrationId.withoutKey(new SessionId("volgende"), NOOR))
                .isNotEqualTo(RegistrationId.withoutKey(SESSION, NOOR));
    }
}
