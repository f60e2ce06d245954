package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

class CertificateCodeTest {

    private static final Session SESSION = SampleSnapshots.session();
    private static final Registration NOOR = noor(SESSION, place());
    private static final CertificateCode CODE = CertificateCode.of(KEY, NOOR);

    @Test
    void isReadAsItWasWritten() {
        assertThat(CODE.written()).hasSize(44);
        assertThat(CertificateCode.parse(CODE.written())).hasValue(CODE);
    }

    @Test
    void noOtherCodeIsGenuine() {
        assertThat(CODE.isGenuine(KEY, SESSION.id())).isTrue();
        assertThat(CODE.isGenuine(KEY, new SessionId("andere"))).isFalse();
        assertThat(CODE.isGenuine(DeskKey.generate(new Random(8)), SESSION.id()))
                .isFalse();
        assertThat(Stream.of(NOOR.secret(), NOOR.secret().forCalendar())
                        .map(secret -> new CertificateCode(NOOR.id(), secret.value())))
                .noneMatch(other -> other.isGenuine(KEY, SESSION.id()));
        RegistrationId other = new RegistrationId(NOOR.secret().value());
        assertThat(new CertificateCode(other, CODE.seal()).isGenuine(KEY, SESSION.id()))
                .isFalse();
    }

    @Test
    void staysTheSameWhenTheOwnLinkIsRenewed() {
        assertThat(CertificateCode.of(KEY, NOOR.renewed(LinkSecret.generate(new Random(9)), NOW)))
                .isEqualTo(CODE);
    }

    @Test
    void nothingElseIsACode() {
        String written = CODE.written();
        assertThat(Stream.of(
                        "",
                        written + "A",
                        written.substring(1),
                        written.replace(written.charAt(3), '!'),
                        written.substring(0, 43) + "b",
                        NOOR.ownLink().token()))
                .allMatch(other -> CertificateCode.parse(other).isEmpty());
    }

    @Test
    void tellsNoLogTheCode() {
        assertThat(CODE.toString()).doesNotContain(CODE.seal());
    }
}
