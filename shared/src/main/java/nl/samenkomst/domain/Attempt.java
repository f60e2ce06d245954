package nl.samenkomst.domain;

import java.util.Optional;
import java.util.function.Function;

/** The outcome of one attempt: a value, or a conflict after which {@link Retrier} tries again. */
public sealed interface Attempt<T> {

    record Settled<T>(T value) implements Attempt<T> {}

    /**
     * Another attempt may succeed, since it reads again.
     *
     * @param cause the failed write; empty if the conflict was seen by reading
     */
    record Conflict<T>(Optional<Exception> cause) implements Attempt<T> {}

    /** Returns this attempt with another value if it is settled. */
    default <U> Attempt<U> map(Function<T, U> other) {
        return switch (this) {
            case Settled<T> settled -> settled(other.apply(settled.value()));
            case Conflict<T> conflict -> new Conflict<>(conflict.cause());
        };
    }

    static <T> Attempt<T> settled(T value) {
        return new Settled<>(value);
    }

    /** Returns a conflict that was seen by reading. */
    static <T> Attempt<T> conflict() {
        return new Conflict<>(Optional.empty());
    }

    /** Returns the value if the write was committed, otherwise its conflict. */
    static <T> Attempt<T> after(WriteResult result, T value) {
        return switch (result) {
            case WriteResult.Committed _ -> settled(value);
            case WriteResult.Conflict conflict -> new Conflict<>(Optional.of(conflict.cause()));
        };
    }
}
