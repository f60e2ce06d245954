package nl.samenkomst.domain.sending;

/** Says when a run must stop, well before its process is stopped. */
@FunctionalInterface
public interface Deadline {

    boolean isNear();

    /** Returns a deadline that is never near. */
    static Deadline none() {
        return () -> false;
    }
}
