package nl.samenkomst.domain.signin;

import java.util.Optional;

/**
 * What one read finds when a browser asks for a letter.
 *
 * @param pending empty if this browser has not asked before
 */
public record Asking(Optional<PendingSignIn> pending, RequestCounter byAddress, RequestCounter byNetwork) {}
