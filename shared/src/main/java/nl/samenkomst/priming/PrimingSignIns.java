package nl.samenkomst.priming;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Network;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.signin.Asking;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.RequestCounter;
import nl.samenkomst.domain.signin.SeenSignIn;
import nl.samenkomst.domain.signin.SignInChanges;
import nl.samenkomst.domain.signin.SignIns;

/** Makes every call to the real table, and answers with a made-up request as if every write were committed. */
public final class PrimingSignIns implements SignIns {

    private final SignIns table;
    private final UnaryOperator<PendingSignIn> readBack;

    /** Passes the made-up request through {@code readBack}, since the table has no such request to read. */
    public PrimingSignIns(SignIns table, UnaryOperator<PendingSignIn> readBack) {
        this.table = table;
        this.readBack = readBack;
    }

    /** Reads one item only, since reading the counters would make the desk's key. */
    @Override
    public Attempt<Asking> asking(TokenHash browser, EmailAddress address, Network network) {
        table.find(browser);
        return Attempt.settled(new Asking(
                Optional.of(pending(browser)),
                Priming.counter(RequestCounter.Kind.ADDRESS),
                Priming.counter(RequestCounter.Kind.NETWORK)));
    }

    @Override
    public WriteResult ask(PendingSignIn pending, RequestCounter byAddress, RequestCounter byNetwork) {
        return PrimingRegistrations.requireConflict(table.ask(pending, byAddress, byNetwork));
    }

    @Override
    public SeenSignIn find(TokenHash browser) {
        table.find(browser);
        return new SeenSignIn(Optional.of(pending(browser)), Optional.empty());
    }

    private PendingSignIn pending(TokenHash browser) {
        return Priming.readBack(Priming.pendingSignIn(browser), readBack);
    }

    @Override
    public Optional<SecondFactor> factor(OrganiserId organiser) {
        return table.factor(organiser);
    }

    @Override
    public WriteResult write(SignInChanges changes) {
        return PrimingRegistrations.requireConflict(table.write(changes));
    }

    @Override
    public void noteMail(Optional<Instant> failedAt) {}

    @Override
    public Attempt<OrganiserId> firstOrganiserId(EmailAddress address) {
        throw new IllegalStateException("there is an administrator while priming");
    }

    @Override
    public Optional<Invitation> invitation(OrganiserId colleague) {
        return table.invitation(colleague);
    }

    @Override
    public void complete(Invitation invitation) {}
}
