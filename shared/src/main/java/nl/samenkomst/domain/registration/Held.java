package nl.samenkomst.domain.registration;

/**
 * What became of a request whose letters wait.
 *
 * @param isHeld whether a letter about it waits now
 */
record Held<O>(O outcome, boolean isHeld) {}
