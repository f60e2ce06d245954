package nl.samenkomst.domain.signin;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.factor.SecondFactor;

/**
 * One step of signing in, stored as a whole.
 *
 * @param pending the next version of a browser's request; empty if it does not change
 * @param factor the next version of a second factor; empty if it does not change
 * @param organiser the next version of an organiser; empty if it does not change
 * @param begun a new browser session; empty if none begins
 * @param replaced the session that the new one takes the place of, which must still be there; empty if none is
 * @param ended other sessions that end, if they are still there
 */
public record SignInChanges(
        Optional<PendingSignIn> pending,
        Optional<SecondFactor> factor,
        Optional<Organiser> organiser,
        Optional<BrowserSession> begun,
        Optional<BrowserSession> replaced,
        List<BrowserSession> ended,
        List<DeskEntry> records) {

    public SignInChanges {
        ended = List.copyOf(ended);
        records = List.copyOf(records);
    }

    static SignInChanges of(PendingSignIn pending, DeskEntry... records) {
        return new SignInChanges(
                Optional.of(pending),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(records));
    }

    static SignInChanges of(SecondFactor factor, DeskEntry... records) {
        return new SignInChanges(
                Optional.empty(),
                Optional.of(factor),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(records));
    }

    SignInChanges with(SecondFactor next) {
        return new SignInChanges(pending, Optional.of(next), organiser, begun, replaced, ended, records);
    }

    SignInChanges with(Organiser next) {
        return new SignInChanges(pending, factor, Optional.of(next), begun, replaced, ended, records);
    }

    SignInChanges beginning(BrowserSession fresh, Optional<BrowserSession> old, List<BrowserSession> others) {
        return new SignInChanges(pending, factor, organiser, Optional.of(fresh), old, others, records);
    }
}
