package nl.samenkomst.domain.oidc;

import nl.samenkomst.domain.access.SessionToken;

/** What becomes of somebody whom the provider let in. */
public sealed interface ProviderOutcome {

    /**
     * They are signed in.
     *
     * @param token for the browser's cookie
     */
    record SignedIn(SessionToken token) implements ProviderOutcome {}

    /** The account is nobody's here, and this browser has proven no mailbox whose organiser it could become. */
    record NotConnected() implements ProviderOutcome {}

    /** The account is not the one of the organiser who uses this browser, or who proved their mailbox in it. */
    record OtherPerson() implements ProviderOutcome {}

    /** The provider let them in by what they proved before, where they had to prove it once more. */
    record NotFresh() implements ProviderOutcome {}
}
