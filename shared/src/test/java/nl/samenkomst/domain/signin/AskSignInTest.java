package nl.samenkomst.domain.signin;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.SampleOrganisers;
import nl.samenkomst.domain.access.TokenHash;
import org.junit.jupiter.api.Test;

class AskSignInTest {

    private static final SignInToken FRESH = SignInToken.generate(new Random(1));
    private static final SignInToken EARLIER = SignInToken.generate(new Random(2));
    private static final SignInQuestion QUESTION = question("Noor@example.org");

    private RequestCounter byAddress = counter(RequestCounter.Kind.ADDRESS);
    private RequestCounter byNetwork = counter(RequestCounter.Kind.NETWORK);

    @Test
    void owesThreeLettersInTenMinutesAndFiveInAnHour() {
        assertThat(ask(NOW)).isEqualTo(MailState.OWED);
        assertThat(ask(NOW)).isEqualTo(MailState.OWED);
        assertThat(ask(NOW)).isEqualTo(MailState.OWED);
        assertThat(ask(NOW)).as("fourth").isEqualTo(MailState.WITHHELD);
        Instant later = NOW.plus(Duration.ofMinutes(10));
        assertThat(ask(later)).isEqualTo(MailState.OWED);
        assertThat(ask(later)).isEqualTo(MailState.OWED);
        assertThat(ask(later)).as("sixth").isEqualTo(MailState.WITHHELD);
        assertThat(ask(NOW.plus(Duration.ofMinutes(59)))).isEqualTo(MailState.WITHHELD);
        assertThat(ask(NOW.plus(Duration.ofMinutes(60)))).isEqualTo(MailState.OWED);
    }

    @Test
    void owesTwentyLettersInAnHourToOneNetwork() {
        for (int i = 0; i < 20; i++) {
            byAddress = counter(RequestCounter.Kind.ADDRESS);
            assertThat(ask(NOW)).isEqualTo(MailState.OWED);
        }
        byAddress = counter(RequestCounter.Kind.ADDRESS);
        assertThat(ask(NOW)).isEqualTo(MailState.WITHHELD);
    }

    @Test
    void writesBothCountersWithinTheLimitsAndBeyond() {
        for (long number = 1; number <= 7; number++) {
            ask(NOW);
            assertThat(byAddress.version()).isEqualTo(new Version(number));
            assertThat(byNetwork.version()).isEqualTo(new Version(number));
        }
        assertThat(byAddress.requests()).hasSize(3);
    }

    @Test
    void keepsTheLettersOfABrowserThatAsksAgain() {
        PendingSignIn had = asked(NOW).with(letter(NOW), NOW).with(MailState.SENT);
        PendingSignIn again = decide(had, question("noor@EXAMPLE.org"), NOW.plusSeconds(60));

        assertThat(again.id()).isEqualTo(had.id());
        assertThat(again.letters()).isEqualTo(had.letters());
        assertThat(again.salt()).isEqualTo(had.salt());
        assertThat(again.mail()).isEqualTo(MailState.OWED);
        assertThat(again.expiresAt()).isEqualTo(NOW.plusSeconds(60).plus(PendingSignIn.VALIDITY));
    }

    @Test
    void forgivesNoTryToABrowserThatAsksAgain() {
        assertThat(decide(asked(NOW).withWrongCode(), QUESTION, NOW).tries()).isEqualTo(4);
    }

    @Test
    void startsAnewForAnotherAddressAfterTenMinutesAndAfterTheLastTry() {
        assertThat(decide(asked(NOW), question("karim@example.org"), NOW).id()).isEqualTo(FRESH.hash());
        assertThat(decide(asked(NOW), QUESTION, NOW.plus(PendingSignIn.VALIDITY))
                        .id())
                .isEqualTo(FRESH.hash());
        PendingSignIn used = asked(NOW);
        for (int i = 0; i < PendingSignIn.MAX_TRIES; i++) {
            used = used.withWrongCode();
        }
        assertThat(decide(used, QUESTION, NOW).id()).isEqualTo(FRESH.hash());
    }

    @Test
    void countsFiveTriesAndNoLetterAfterThem() {
        PendingSignIn pending = asked(NOW).with(letter(NOW), NOW);
        for (int tries = 4; tries >= 0; tries--) {
            assertThat(pending.letter(known -> true, NOW)).isPresent();
            pending = pending.withWrongCode();
            assertThat(pending.tries()).isEqualTo(tries);
        }

        assertThat(pending.letter(known -> true, NOW)).isEmpty();
        assertThat(pending.withWrongCode().tries()).isZero();
    }

    @Test
    void aLetterIsGoodForTenMinutes() {
        PendingSignIn pending =
                asked(NOW).with(letter(NOW), NOW).askedAgain(QUESTION, MailState.OWED, NOW.plusSeconds(300));

        assertThat(pending.letter(known -> true, NOW.plusSeconds(599))).isPresent();
        assertThat(pending.letter(known -> true, NOW.plusSeconds(600))).isEmpty();
    }

    @Test
    void recordsTheLastTryUnlessBeyondTheLimits() {
        PendingSignIn last =
                asked(NOW).withWrongCode().withWrongCode().withWrongCode().withWrongCode();

        assertThat(ProveMailbox.wrongCode(asked(NOW), NOW).records()).isEmpty();
        assertThat(ProveMailbox.wrongCode(last, NOW).records()).hasSize(1);
        assertThat(ProveMailbox.wrongCode(last.withWrongCode(), NOW).records()).isEmpty();
        assertThat(ProveMailbox.wrongCode(last.with(MailState.WITHHELD), NOW).records())
                .isEmpty();
    }

    private MailState ask(Instant now) {
        AskSignIn.Decided decided =
                AskSignIn.decide(new Asking(Optional.empty(), byAddress, byNetwork), FRESH, "salt", QUESTION, now);
        byAddress = decided.byAddress();
        byNetwork = decided.byNetwork();
        return decided.pending().mail();
    }

    private PendingSignIn decide(PendingSignIn known, SignInQuestion question, Instant now) {
        return AskSignIn.decide(new Asking(Optional.of(known), byAddress, byNetwork), FRESH, "other", question, now)
                .pending();
    }

    private static PendingSignIn asked(Instant now) {
        return PendingSignIn.asked(EARLIER.hash(), QUESTION, "salt", MailState.OWED, now);
    }

    private static MintedLetter letter(Instant at) {
        return new MintedLetter(
                SampleOrganisers.NOOR.id(), at, TokenHash.of("link"), CodeHash.of(new MailCode("2B4D6F8H"), "salt"));
    }

    private static SignInQuestion question(String address) {
        return new SignInQuestion(new EmailAddress(address), Optional.empty(), false, Language.NL, "Firefox, Linux");
    }

    private static RequestCounter counter(RequestCounter.Kind kind) {
        return new RequestCounter(kind, "id", List.of(), Version.NONE);
    }
}
