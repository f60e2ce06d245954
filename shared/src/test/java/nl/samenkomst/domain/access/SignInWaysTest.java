package nl.samenkomst.domain.access;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInWaysTest {

    private static final String ISSUER = "https://login.example.org";
    private static final Identity ACCOUNT = new Identity(ISSUER, "1");
    private static final SignInWays ADMINISTRATORS = new SignInWays(Optional.of(ISSUER), true);
    private static final SignInWays NOBODY = new SignInWays(Optional.of(ISSUER), false);

    @Test
    void withoutAProviderEverybodySignsInByMailAndNobodyConnects() {
        for (Organiser organiser : List.of(NOOR, KARIM, ELS.signedInAs(ACCOUNT, NOW))) {
            assertThat(SignInWays.MAIL.takesMailOf(organiser)).isTrue();
            assertThat(SignInWays.MAIL.mails(organiser)).isTrue();
            assertThat(SignInWays.MAIL.takesAppOf(organiser)).isTrue();
            assertThat(SignInWays.MAIL.mayConnect(organiser)).isFalse();
            assertThat(SignInWays.MAIL.isConnected(organiser)).isFalse();
        }
    }

    private static Organiser withoutFactor(Organiser organiser) {
        return organiser.reset();
    }

    @Test
    void withAProviderAMailSignsInAdministratorsOnlyOrNobody() {
        assertThat(ADMINISTRATORS.takesMailOf(withoutFactor(NOOR))).isTrue();
        assertThat(ADMINISTRATORS.takesMailOf(NOOR.signedInAs(ACCOUNT, NOW))).isTrue();
        assertThat(ADMINISTRATORS.takesMailOf(withoutFactor(KARIM))).isFalse();
        assertThat(ADMINISTRATORS.takesMailOf(ELS.signedInAs(ACCOUNT, NOW))).isFalse();
        assertThat(NOBODY.takesMailOf(withoutFactor(NOOR))).isFalse();
        assertThat(NOBODY.takesMailOf(NOOR.signedInAs(ACCOUNT, NOW))).isFalse();
    }

    /** Else whoever reads their mail could connect an account without the factor, and nobody could with it. */
    @Test
    void whoEnrolledAnAppBeforeSignsInWithItUntilTheyConnectAndNeverConnectsByMailAlone() {
        assertThat(NOBODY.takesMailOf(KARIM)).isTrue();
        assertThat(NOBODY.connectsByMail(KARIM)).isFalse();
        assertThat(NOBODY.connectsByMail(withoutFactor(KARIM))).isTrue();
    }

    @Test
    void whoHasConnectedAnAccountGetsNoMailUnlessItSignsThemIn() {
        assertThat(NOBODY.mails(KARIM)).isTrue();
        assertThat(NOBODY.mails(KARIM.signedInAs(ACCOUNT, NOW))).isFalse();
        assertThat(ADMINISTRATORS.mails(NOOR.signedInAs(ACCOUNT, NOW))).isTrue();
        assertThat(ADMINISTRATORS.takesAppOf(KARIM.signedInAs(ACCOUNT, NOW))).isFalse();
    }

    @Test
    void anAccountOfAnotherProviderIsNone() {
        Organiser moved = KARIM.signedInAs(new Identity(ISSUER + "/", "1"), NOW);

        assertThat(NOBODY.isConnected(moved)).isFalse();
        assertThat(NOBODY.mayConnect(moved)).isTrue();
    }
}
