package nl.samenkomst.domain.signin;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.factor.RecoveryCode;

/** What became of a step of signing in. */
public sealed interface SignInOutcome {

    /**
     * Somebody is signed in.
     *
     * @param token for the browser's cookie
     * @param next the page that they were on their way to; empty for the overview
     * @param recoveryCodes to be shown once; empty unless a second factor was enrolled
     */
    record SignedIn(SessionToken token, Optional<String> next, List<RecoveryCode> recoveryCodes)
            implements SignInOutcome {

        public SignedIn {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }

    /** The mailbox is proven, and the second factor comes next. */
    record FactorNext() implements SignInOutcome {}

    /** The mailbox is proven, and an account of the organisation's provider comes next, which becomes theirs. */
    record AccountNext() implements SignInOutcome {}

    /** What was typed is wrong, has expired, or came after too many wrong ones: nobody is told which. */
    record Refused() implements SignInOutcome {}

    /** This browser has not proven a mailbox, or so long ago that it must start again. */
    record StartAgain() implements SignInOutcome {}
}
