package nl.samenkomst.domain;

/** The store's answer to a write: committed, or a conflict. */
public sealed interface WriteResult {

    record Committed() implements WriteResult {}

    /**
     * Not committed, as far as is known: somebody else changed the same item first, the store was too busy, or its
     * response was lost. The caller reads again, and finds there what was written after all.
     *
     * @param cause the store's failure, which becomes the cause of {@link Retrier.RetriesExhausted}
     */
    record Conflict(Exception cause) implements WriteResult {}

    static WriteResult committed() {
        return new Committed();
    }

    default boolean isCommitted() {
        return this instanceof Committed;
    }
}
