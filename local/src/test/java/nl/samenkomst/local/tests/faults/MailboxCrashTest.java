package nl.samenkomst.local.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.CrashPoint;
import nl.samenkomst.local.tests.kit.Gathering;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the process may die at any call, and that the mailbox then counts just the letters that are owed. */
class MailboxCrashTest {

    private static final CrashPoint NEVER = new CrashPoint(0, false);
    private static final EmailAddress NOOR = new EmailAddress("noor@example.org");

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aSignUpCountsOnce(boolean afterwards) {
        boolean lived = false;
        int call = 0;
        while (!lived) {
            call++;
            Gathering gathering = new Gathering();
            lived = CrashingRun.survives(
                    new CrashPoint(call, afterwards),
                    client -> gathering.wiring(client).register().register(Gathering.ID, Gathering.form("noor")));
            gathering.clock.advance(Duration.ofSeconds(20));
            gathering.signUp("noor");

            assertThat(gathering.mailbox("noor").letters())
                    .as("dead at call %d", call)
                    .hasSize(1);
        }
        assertThat(call).isGreaterThan(4);
    }

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aRequestForTheOwnLinkCountsOnce(boolean afterwards) {
        boolean lived = false;
        int call = 0;
        while (!lived) {
            call++;
            Gathering gathering = new Gathering();
            gathering.signUp("noor");
            gathering.clock.advance(Duration.ofHours(1));
            lived = CrashingRun.survives(
                    new CrashPoint(call, afterwards),
                    client -> gathering.wiring(client).resendOwnLink().resend(Gathering.ID, NOOR));
            gathering.clock.advance(Duration.ofSeconds(20));
            gathering.wiring().resendOwnLink().resend(Gathering.ID, NOOR);

            assertThat(gathering.mailbox("noor").letters())
                    .as("dead at call %d", call)
                    .hasSize(2);
        }
        assertThat(call).isGreaterThan(3);
    }

    /** It is counted when it is claimed, and a claim that ends by itself is not counted again. */
    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void theSecondRequestToConfirmCountsOnce(boolean afterwards) throws IOException {
        boolean died = true;
        int call = 0;
        while (died) {
            call++;
            Gathering gathering = new Gathering();
            gathering.signUpUnconfirmed("noor");
            CrashingRun.dies(gathering, new Mailbox(gathering.clock, Optional.empty()), NEVER);
            gathering.clock.advance(Duration.ofDays(1));
            Mailbox second = new Mailbox(gathering.clock, Optional.empty());
            died = CrashingRun.diesAndIsFollowed(gathering, second, new CrashPoint(call, afterwards));

            assertThat(gathering.mailbox("noor").letters())
                    .as("dead at call %d", call)
                    .hasSize(1);
            assertThat(second.letters()).as("dead at call %d", call).isNotEmpty();
        }
        assertThat(call).isGreaterThan(6);
    }

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void aRefusalErasesAndClosesTheMailboxOrNeither(boolean afterwards) {
        boolean lived = false;
        int call = 0;
        while (!lived) {
            call++;
            Gathering gathering = new Gathering("places", 1);
            gathering.signUp("noor");
            gathering.signUp("piet");
            OwnLink link = gathering.find("noor").ownLink();
            lived = CrashingRun.survives(
                    new CrashPoint(call, afterwards),
                    client -> gathering.wiring(client).refuseMail().refuse(Gathering.ID, link));

            boolean isRefused = gathering.mailbox("noor").isRefused();
            assertThat(gathering.find("piet").state().holdsPlace())
                    .as("dead at call %d", call)
                    .isEqualTo(isRefused);
            assertThat(gathering
                            .wiring()
                            .showRegistration()
                            .show(Gathering.ID, link)
                            .isEmpty())
                    .as("dead at call %d", call)
                    .isEqualTo(isRefused);
            assertThat(gathering.wiring().refuseMail().refuse(Gathering.ID, link))
                    .as("dead at call %d", call)
                    .isTrue();
            assertThat(gathering.mailbox("noor").isRefused()).isTrue();
            assertThat(gathering.find("piet").state().holdsPlace()).isTrue();
        }
        assertThat(call).isGreaterThan(4);
    }

    @ParameterizedTest(name = "right after the call: {0}")
    @ValueSource(booleans = {false, true})
    void takingARefusalBackHappensOnce(boolean afterwards) {
        boolean lived = false;
        int call = 0;
        while (!lived) {
            call++;
            Gathering gathering = new Gathering();
            gathering.signUp("noor");
            OwnLink link = gathering.find("noor").ownLink();
            gathering.wiring().refuseMail().refuse(Gathering.ID, link);
            lived = CrashingRun.survives(
                    new CrashPoint(call, afterwards),
                    client -> gathering.wiring(client).refuseMail().takeBack(Gathering.ID, link));

            assertThat(gathering.wiring().refuseMail().takeBack(Gathering.ID, link))
                    .as("dead at call %d", call)
                    .isTrue();
            assertThat(gathering.mailbox("noor").isRefused()).isFalse();
        }
        assertThat(call).isGreaterThan(3);
    }
}
