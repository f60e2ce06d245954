package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import org.junit.jupiter.api.Test;

/** Checks who gets to the organiser's pages at all. */
class GateTest {

    private final Gathering gathering = new Gathering();
    private final OrganiserBrowser browser = OrganiserBrowser.ofAdministrator(gathering);

    @Test
    void somebodySignedInSeesTheOverview() {
        assertThat(browser.open("/organise").status()).isEqualTo(200);
    }

    @Test
    void anybodyElseIsLedToTheSignInPageAndBack() {
        OrganiserBrowser.Answer answer = OrganiserBrowser.signedOut(gathering).open("/organise?q=a");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/organise/sign-in?next=%2Forganise%3Fq%3Da");
    }

    @Test
    void aSessionEndsAfterAnHourWithoutARequest() {
        gathering.clock.advance(Duration.ofMinutes(50));
        assertThat(browser.open("/organise").status()).isEqualTo(200);
        gathering.clock.advance(Duration.ofMinutes(50));
        assertThat(browser.open("/organise").status()).isEqualTo(200);
        gathering.clock.advance(Duration.ofMinutes(60));
        assertThat(browser.open("/organise").status()).isEqualTo(303);
    }

    @Test
    void everyFunctionNotesThatABrowserWasSeen() {
        gathering.clock.advance(Duration.ofMinutes(50));
        assertThat(browser.open("/organise/me").status()).isEqualTo(200);
        gathering.clock.advance(Duration.ofMinutes(50));
        assertThat(browser.open("/organise/me").status()).isEqualTo(200);
    }

    @Test
    void anotherAddressOfTheDeskHasNoSuchPages() {
        assertThat(browser.with("host", Optional.of("abc.execute-api.eu-west-1.amazonaws.com"))
                        .open("/organise")
                        .status())
                .isEqualTo(404);
    }
}
