package nl.samenkomst.domain.registration;

import java.util.Optional;

/** Finds the desk's key, and never makes it. */
public interface ExistingDeskKey {

    /**
     * Returns the key; empty if the desk has made none yet.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if it cannot be read
     */
    Optional<DeskKey> find();
}
