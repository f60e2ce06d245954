package nl.samenkomst.local.desk;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The context of one Lambda invocation; by default its log lines go to standard error. */
public final class Invocation implements Context {

    private static final InheritableThreadLocal<String> LAST_FUNCTION = new InheritableThreadLocal<>();

    private final String function;
    private final String id = UUID.randomUUID().toString();
    private final LongSupplier remainingNanos;
    private final Consumer<String> log;

    private Invocation(String function, LongSupplier remainingNanos, Consumer<String> log) {
        this.function = function;
        this.remainingNanos = remainingNanos;
        this.log = log;
        LAST_FUNCTION.set(function);
    }

    /** Returns the function that this thread, or the one that started it, invoked last; empty if there is none. */
    public static Optional<String> lastFunction() {
        return Optional.ofNullable(LAST_FUNCTION.get());
    }

    public static Invocation of(String function, Duration timeout) {
        return of(function, timeout, System.err::println);
    }

    /** Creates a context whose log lines go to {@code log}; the time limit runs from now. */
    public static Invocation of(String function, Duration timeout, Consumer<String> log) {
        long endsAt = System.nanoTime() + timeout.toNanos();
        return new Invocation(function, () -> endsAt - System.nanoTime(), log);
    }

    /** Creates a context whose time limit runs from now on this clock. */
    public static Invocation of(String function, Duration timeout, Clock clock, Consumer<String> log) {
        Instant endsAt = clock.instant().plus(timeout);
        return new Invocation(
                function, () -> Duration.between(clock.instant(), endsAt).toNanos(), log);
    }

    static String arn(String function) {
        return "arn:aws:lambda:local:000000000000:function:" + function;
    }

    @Override
    public String getAwsRequestId() {
        return id;
    }

    @Override
    public String getLogGroupName() {
        return "/local/" + function;
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return arn(function);
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return (int) Math.max(0, remainingNanos.getAsLong() / 1_000_000);
    }

    @Override
    public int getMemoryLimitInMB() {
        return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                Invocation.this.log.accept(message);
            }

            @Override
            public void log(byte[] message) {
                Invocation.this.log.accept(new String(message, StandardCharsets.UTF_8));
            }
        };
    }
}
