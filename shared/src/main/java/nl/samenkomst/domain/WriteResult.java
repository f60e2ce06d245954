package nl.samenkomst.domain;

/** Whether a change was written down. */
public enum WriteResult {
    COMMITTED,
    /**
     * Not, as far as is known: somebody else changed the same thing first, the store was too busy, or its answer was
     * lost. Whoever asked looks again, and finds there what was done after all.
     */
    CONFLICT
}
