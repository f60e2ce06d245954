package nl.samenkomst.domain;

/**
 * Thrown where one stored item is asked for that cannot be read: it was damaged, or lacks what no default can stand for.
 * Lists leave such an item out instead. The message names its key and the attribute, never a value.
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
