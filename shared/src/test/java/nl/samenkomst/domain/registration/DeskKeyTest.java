package nl.samenkomst.domain.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

final class DeskKeyTest {

    private static final SessionId SESSION = new SessionId("versnellingskamer");
    private static final EmailAddress NOOR = new EmailAddress("noor@example.org");
    private static final DeskKey KEY = DeskKey.generate(new Random(1));

    @Test
    void givesOnePersonOneIdForASession() {
        assertThat(KEY.registrationId(SESSION, new EmailAddress("NOOR@example.org")))
                .isEqualTo(KEY.registrationId(SESSION, NOOR));
        assertThat(KEY.registrationId(SESSION, new EmailAddress("piet@example.org")))
                .isNotEqualTo(KEY.registrationId(SESSION, NOOR));
        assertThat(KEY.registrationId(new SessionId("volgende"), NOOR)).isNotEqualTo(KEY.registrationId(SESSION, NOOR));
    }

    /** Computed by OpenSSL 3.0: {@code printf … | openssl dgst -sha256 -mac HMAC -macopt hexkey:…}. */
    @Test
    void hashesWithHmacSha256() {
        DeskKey key = new DeskKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8");

        assertThat(key.registrationId(SESSION, NOOR)).isEqualTo(new RegistrationId("-PUBG1N-7I9v54yjvWrsRA"));
        assertThat(key.mailboxId(NOOR)).isEqualTo(new MailboxId("hVSb76WqgaSpiBYm1pU1FQ"));
    }

    @Test
    void ofAnotherDeskGivesOtherIds() {
        assertThat(DeskKey.generate(new Random(2)).registrationId(SESSION, NOOR))
                .isNotEqualTo(KEY.registrationId(SESSION, NOOR))
                .isNotEqualTo(RegistrationId.withoutKey(SESSION, NOOR));
    }

    @Test
    void givesAMailboxOneIdWhateverTheTag() {
        MailboxId noor = KEY.mailboxId(NOOR);

        assertThat(List.of("Noor+1@example.org", "noor+slachtoffer+2@EXAMPLE.org"))
                .allSatisfy(address ->
                        assertThat(KEY.mailboxId(new EmailAddress(address))).isEqualTo(noor));
        assertThat(KEY.mailboxId(new EmailAddress("noortje@example.org"))).isNotEqualTo(noor);
        assertThat(noor.value())
                .isNotEqualTo(KEY.registrationId(SESSION, NOOR).value())
                .isNotEqualTo(DeskKey.generate(new Random(2)).mailboxId(NOOR).value());
    }

    @Test
    void isNotInAnyLog() {
        assertThat(KEY.toString()).doesNotContain(KEY.value());
        assertThatThrownBy(() -> new DeskKey("short")).isInstanceOf(IllegalArgumentException.class);
    }
}
