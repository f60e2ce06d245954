package nl.samenkomst;

import java.io.IOException;
import org.crac.Context;
import org.crac.Resource;

/**
 * Primes a function's code before SnapStart takes its snapshot, so that the first visitor does not wait for it. A
 * handler must hold its hook, since SnapStart's context refers to hooks only weakly.
 */
public final class PrimingHook implements Resource {

    /** The calls that prime a function. */
    @FunctionalInterface
    public interface Calls {

        /** Makes the calls, through {@link Wiring#priming()}, with which they change nothing. */
        void make() throws IOException;
    }

    private final Calls calls;

    private PrimingHook(Calls calls) {
        this.calls = calls;
    }

    /** Registers the calls with the wiring's SnapStart; without one they are never made. */
    public static PrimingHook register(Wiring wiring, Calls calls) {
        PrimingHook hook = new PrimingHook(calls);
        wiring.register(hook);
        return hook;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        calls.make();
    }

    /** Does nothing: each instance restored from the snapshot opens its own connections at its first call. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
