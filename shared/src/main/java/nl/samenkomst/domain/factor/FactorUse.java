package nl.samenkomst.domain.factor;

import java.time.Instant;
import nl.samenkomst.domain.access.TokenHash;

/**
 * The last time that a second factor was given.
 *
 * @param typed the hash of the code, which cannot be used again
 * @param by the hash of the browser's cookie with which it came
 */
public record FactorUse(TokenHash typed, TokenHash by, Instant at) {}
