package nl.samenkomst.domain.sending;

/** Tells when it is time to stop, well before the one who works is stopped. */
@FunctionalInterface
public interface Deadline {

    boolean isNear();

    /** There is all the time in the world. */
    static Deadline none() {
        return () -> false;
    }
}
