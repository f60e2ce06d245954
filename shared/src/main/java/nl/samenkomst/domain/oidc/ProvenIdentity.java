package nl.samenkomst.domain.oidc;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.access.Identity;

/**
 * Who uses a browser, as the provider has signed it.
 *
 * @param authenticatedAt when they last proved that to the provider; empty if it does not tell
 */
public record ProvenIdentity(Identity identity, Optional<Instant> authenticatedAt) {}
