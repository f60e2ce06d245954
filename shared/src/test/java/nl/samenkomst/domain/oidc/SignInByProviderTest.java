package nl.samenkomst.domain.oidc;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
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
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.oidc.SignInByProvider.Decision;
import nl.samenkomst.domain.signin.MailState;
import nl.samenkomst.domain.signin.MailboxProof;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.SignInQuestion;
import org.junit.jupiter.api.Test;

class SignInByProviderTest {

    private static final Identity ACCOUNT = new Identity("https://login.example.org", "f:1:noor");
    private static final Identity OTHER_ACCOUNT = new Identity("https://login.example.org", "f:1:els");
    private static final Identity ELSEWHERE = new Identity("https://other.example.org", "f:1:noor");
    private static final Organiser INVITED = NOOR.reset();
    private static final Organiser CONNECTED = INVITED.signedInAs(ACCOUNT, NOW);
    private static final Decision NOT_CONNECTED = new Decision.Refused(new ProviderOutcome.NotConnected());
    private static final Decision OTHER_PERSON = new Decision.Refused(new ProviderOutcome.OtherPerson());

    /** Returns the request of a browser in which this organiser has proven their mailbox. */
    private static Optional<PendingSignIn> proven(Organiser organiser, Instant at, Optional<MailboxProof.Begun> begun) {
        return Optional.of(new PendingSignIn(
                TokenHash.of("a browser"),
                new SignInQuestion(
                        new EmailAddress("noor@example.org"), Optional.empty(), false, Language.NL, "Firefox"),
                "salt",
                at,
                MailState.SENT,
                List.of(),
                PendingSignIn.MAX_TRIES,
                Optional.of(new MailboxProof(organiser.id(), at, Optional.empty(), 5, begun)),
                Version.NONE.next()));
    }

    private static Optional<PendingSignIn> proven(Organiser organiser) {
        return proven(organiser, NOW, Optional.empty());
    }

    private static Decision decide(Optional<PendingSignIn> pending, Organiser... all) {
        return SignInByProvider.decide(List.of(all), pending, ACCOUNT, NOW);
    }

    private static Decision let(Organiser organiser, boolean isNew, Optional<PendingSignIn> pending) {
        return new Decision.Let(organiser, isNew, pending.flatMap(PendingSignIn::proof));
    }

    @Test
    void anAccountSignsInTheOneWhoConnectedIt() {
        assertThat(decide(Optional.empty(), KARIM, CONNECTED)).isEqualTo(let(CONNECTED, false, Optional.empty()));
    }

    @Test
    void anAccountOfNobodySignsInNobody() {
        assertThat(decide(Optional.empty(), NOOR, KARIM)).isEqualTo(NOT_CONNECTED);
        assertThat(decide(Optional.empty(), NOOR.signedInAs(OTHER_ACCOUNT, NOW)))
                .isEqualTo(NOT_CONNECTED);
        assertThat(decide(Optional.empty(), NOOR.signedInAs(ELSEWHERE, NOW))).isEqualTo(NOT_CONNECTED);
    }

    @Test
    void anAccountBecomesThatOfWhoeverProvedTheirMailboxInTheSameBrowser() {
        assertThat(decide(proven(INVITED), INVITED, KARIM)).isEqualTo(let(INVITED, true, proven(INVITED)));
    }

    /** The provider that the desk had before says nothing any more. */
    @Test
    void anAccountOfAnotherProviderIsReplaced() {
        Organiser moved = INVITED.signedInAs(ELSEWHERE, NOW);

        assertThat(decide(proven(NOOR), moved)).isEqualTo(let(moved, true, proven(NOOR)));
    }

    /** They give it first, and connect the account once they are signed in. */
    @Test
    void aMailAloneGetsRoundNobodysSecondFactor() {
        assertThat(NOOR.factorSince()).isPresent();
        assertThat(decide(proven(NOOR), NOOR)).isEqualTo(NOT_CONNECTED);

        assertThat(connecting(NOW, NOOR)).isEmpty();
        assertThat(connecting(NOW.minus(BrowserSession.FRESH), NOOR)).contains(new ProviderOutcome.NotFresh());
        assertThat(connecting(NOW, NOOR, KARIM.signedInAs(ACCOUNT, NOW))).contains(new ProviderOutcome.OtherPerson());
    }

    private static Optional<ProviderOutcome> connecting(Instant factorAt, Organiser... all) {
        BrowserSession session = new BrowserSession(
                NOOR.id(), TokenHash.of("a session"), NOW, NOW, Optional.of(factorAt), false, "Firefox");
        return SignInByProvider.refusalToConnect(List.of(all), ACCOUNT, NOOR, session, NOW);
    }

    @Test
    void nobodyTakesOverAnAccountOrGetsASecondOne() {
        assertThat(decide(proven(KARIM), KARIM, CONNECTED)).isEqualTo(OTHER_PERSON);
        Organiser other = NOOR.signedInAs(OTHER_ACCOUNT, NOW);
        assertThat(decide(proven(other), other)).isEqualTo(OTHER_PERSON);
    }

    @Test
    void theOwnAccountSignsInAlsoAfterAMail() {
        assertThat(decide(proven(CONNECTED), CONNECTED)).isEqualTo(let(CONNECTED, false, proven(CONNECTED)));
    }

    @Test
    void aProofThatIsOldOrUsedUpConnectsNothing() {
        Instant old = NOW.minus(PendingSignIn.VALIDITY);
        Optional<MailboxProof.Begun> begun = Optional.of(new MailboxProof.Begun(NOW, TokenHash.of("a session")));

        assertThat(decide(proven(INVITED, old, Optional.empty()), INVITED)).isEqualTo(NOT_CONNECTED);
        assertThat(decide(proven(INVITED, NOW, begun), INVITED)).isEqualTo(NOT_CONNECTED);
    }

    @Test
    void nobodyWhoseTimeHasEndedGetsIn() {
        Organiser former = CONNECTED.with("Noor", CONNECTED.role(), CONNECTED.scope(), Optional.of(NOW));

        assertThat(decide(Optional.empty(), former)).isEqualTo(NOT_CONNECTED);
        assertThat(decide(proven(former), former)).isEqualTo(NOT_CONNECTED);
    }

    @Test
    void anAccountOfTwoSignsInNeither() {
        assertThat(decide(Optional.empty(), CONNECTED, ELS.signedInAs(ACCOUNT, NOW)))
                .isEqualTo(NOT_CONNECTED);
    }

    @Test
    void withoutAMomentOfTheProviderAFreshProofIsAskedFor() {
        assertThat(SignInByProvider.factorAt(proof(Optional.empty()), NOW)).isEqualTo(NOW.minus(BrowserSession.FRESH));
        assertThat(SignInByProvider.factorAt(proof(Optional.of(NOW.minusSeconds(9))), NOW))
                .isEqualTo(NOW.minusSeconds(9));
        assertThat(SignInByProvider.factorAt(proof(Optional.of(NOW.plusSeconds(9))), NOW))
                .isEqualTo(NOW);
    }

    @Test
    void aStepUpTakesAProofOfSinceItBeganOnly() {
        assertThat(refusal(CONNECTED, Optional.of(NOW))).isEmpty();
        assertThat(refusal(CONNECTED, Optional.of(NOW.minus(SignInByProvider.CLOCK_SKEW))))
                .isEmpty();
        assertThat(refusal(
                        CONNECTED,
                        Optional.of(NOW.minus(SignInByProvider.CLOCK_SKEW).minus(Duration.ofSeconds(1)))))
                .contains(new ProviderOutcome.NotFresh());
        assertThat(refusal(CONNECTED, Optional.empty())).contains(new ProviderOutcome.NotFresh());
    }

    @Test
    void aStepUpTakesTheAccountOfWhoeverIsSignedInOnly() {
        assertThat(refusal(KARIM, Optional.of(NOW))).contains(new ProviderOutcome.OtherPerson());
        assertThat(refusal(NOOR.signedInAs(OTHER_ACCOUNT, NOW), Optional.of(NOW)))
                .contains(new ProviderOutcome.OtherPerson());
    }

    private static Optional<ProviderOutcome> refusal(Organiser organiser, Optional<Instant> at) {
        ProviderFlow flow = ProviderFlow.begin(new Random(1), NOW, true, false, Optional.empty());
        return SignInByProvider.refusal(proof(at), flow, organiser);
    }

    private static ProvenIdentity proof(Optional<Instant> at) {
        return new ProvenIdentity(ACCOUNT, at);
    }
}
