package nl.samenkomst.domain;

/**
 * Thrown on reading a single stored item that is damaged, or lacks an attribute without a default. Lists leave such an
 * item out instead. The message names its key and the attribute, never a value.
 */
public final class UnreadableItem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableItem(String message) {
        super(message);
    }

    public UnreadableItem(String message, RuntimeException cause) {
        super(message, cause);
    }
}
