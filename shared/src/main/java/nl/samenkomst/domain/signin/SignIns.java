package nl.samenkomst.domain.signin;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Network;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.factor.SecondFactor;

/**
 * The store of what signing in needs: browsers that asked, counters of requests, second factors, and letters owed to new
 * colleagues. Reads are consistent; what cannot be read counts as absent, and the store logs it. Writes are atomic; they
 * return {@link WriteResult.Conflict} if the version before one of their parts is not stored.
 */
public interface SignIns {

    /**
     * Returns what is known of a request, in one read that is the same for every address; a conflict if the desk's key
     * was being made.
     *
     * @param browser the hash of the token in its cookie, or of a fresh one
     */
    Attempt<Asking> asking(TokenHash browser, EmailAddress address, Network network);

    /** Stores a request and its counters, in one transaction that is the same for every address. */
    WriteResult ask(PendingSignIn pending, RequestCounter byAddress, RequestCounter byNetwork);

    /** Returns a browser's request, also one that has expired, and whether the mail service takes letters. */
    SeenSignIn find(TokenHash browser);

    /** Returns an organiser's second factor, which may be of an earlier enrolment. */
    Optional<SecondFactor> factor(OrganiserId organiser);

    WriteResult write(SignInChanges changes);

    /** Stores whether the mail service takes letters. */
    void noteMail(Optional<Instant> failedAt);

    /**
     * Returns the id of the first organiser, which follows from the address, so that two requests at once make one
     * account; a conflict if the desk's key was being made.
     */
    Attempt<OrganiserId> firstOrganiserId(EmailAddress address);

    /** Returns the letter that is owed to a new colleague. */
    Optional<Invitation> invitation(OrganiserId colleague);

    /** Removes the letter to a colleague, which has left. */
    void complete(Invitation invitation);
}
