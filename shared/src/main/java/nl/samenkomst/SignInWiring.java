package nl.samenkomst;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.access.OpenDesk;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.domain.oidc.ProviderClient;
import nl.samenkomst.domain.oidc.SignInByProvider;
import nl.samenkomst.domain.signin.AskSignIn;
import nl.samenkomst.domain.signin.GiveFactor;
import nl.samenkomst.domain.signin.OwedLetter;
import nl.samenkomst.domain.signin.OwnAccount;
import nl.samenkomst.domain.signin.ProveMailbox;
import nl.samenkomst.domain.signin.SendSignIn;
import nl.samenkomst.dynamodb.DynamoDbSignIns;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.responses.OrganiserGate;

/** Wires organisers' signing in, and the gate before their pages. */
public final class SignInWiring {

    private final Wiring wiring;

    SignInWiring(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Returns the gate before the organiser's pages. */
    public OrganiserGate gate() {
        return new OrganiserGate(
                wiring.organiserPages(),
                wiring.answers(),
                openDesk(),
                wiring.settings().firstOrganiser(),
                wiring.settings().baseUrl(),
                wiring.clock());
    }

    private OpenDesk openDesk() {
        return new OpenDesk(
                wiring.organisers(),
                wiring.sessions(),
                wiring.agendaIndex(),
                wiring.drafts(),
                wiring.tallies(),
                wiring.clock());
    }

    public AskSignIn askSignIn() {
        return new AskSignIn(wiring.signIns(), wiring.clock(), wiring.random(), wiring.retrier());
    }

    public ProveMailbox proveMailbox() {
        return new ProveMailbox(
                wiring.signIns(),
                wiring.organisers(),
                ways(),
                wiring.settings().asksSecondFactor(),
                wiring.clock(),
                wiring.random(),
                wiring.retrier());
    }

    public GiveFactor giveFactor() {
        return new GiveFactor(
                wiring.signIns(), wiring.organisers(), ways(), wiring.clock(), wiring.random(), wiring.retrier());
    }

    public SignInByProvider signInByProvider() {
        return new SignInByProvider(
                wiring.signIns(), wiring.organisers(), ways(), wiring.clock(), wiring.random(), wiring.retrier());
    }

    /** Returns the ways in which organisers may sign in. */
    public SignInWays ways() {
        return wiring.settings().signInWays();
    }

    /** Returns what the desk is to the organisation's OpenID provider; empty if it has none. */
    public Optional<ProviderClient> providerClient() {
        return wiring.settings().providerClient();
    }

    /** Returns the secret with this name, read anew each time; never before the snapshot, which would keep it. */
    public String secret(String name) {
        return wiring.secret(name);
    }

    public OwnAccount ownAccount() {
        return new OwnAccount(wiring.signIns(), wiring.organisers(), wiring.clock(), wiring.random(), wiring.retrier());
    }

    /** Returns whether organisers give a second factor after the mail's. */
    public boolean asksSecondFactor() {
        return wiring.settings().asksSecondFactor();
    }

    public SendSignIn sendSignIn() {
        return new SendSignIn(
                wiring.signIns(),
                wiring.organisers(),
                wiring.signInMailer(),
                wiring.settings().firstOrganiser(),
                ways(),
                wiring.clock(),
                wiring.random(),
                wiring.pause(),
                wiring.retrierOfOneOfMany());
    }

    /**
     * Returns the letter to an organiser that may be owed now because the table's item with this key was written; empty
     * if the key is not that of a request to sign in or of an invitation.
     */
    public Optional<OwedLetter> owedLetterAfterWritingOf(Map<String, String> key) {
        return DynamoDbSignIns.afterWritingOf(key);
    }

    /** Returns a made-up request of an organiser, for priming. */
    public InputStream primingRequest(String route, String form) {
        return Priming.organiser(route, wiring.settings().baseUrl(), form);
    }
}
