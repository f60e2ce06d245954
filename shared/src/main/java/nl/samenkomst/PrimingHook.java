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

        /** Makes the calls through a wiring with which they change nothing. */
        void make(Wiring priming) throws IOException;
    }

    private final Wiring wiring;
    private final Calls calls;

    private PrimingHook(Wiring wiring, Calls calls) {
        this.wiring = wiring;
        this.calls = calls;
    }

    /** Registers the calls with the wiring's SnapStart; without one they are never made. */
    public static PrimingHook register(Wiring wiring, Calls calls) {
        PrimingHook hook = new PrimingHook(wiring, calls);
        wiring.register(hook);
        return hook;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
        calls.make(wiring.priming());
    }

    /** Does nothing: each instance restored from the snapshot opens its own connections at its first call. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
