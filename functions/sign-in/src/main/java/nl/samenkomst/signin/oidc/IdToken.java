package nl.samenkomst.signin.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.oidc.ProvenIdentity;
import nl.samenkomst.domain.oidc.ProviderClient;
import nl.samenkomst.domain.oidc.SignInByProvider;
import org.jspecify.annotations.Nullable;

/** Reads ID tokens, and believes only what OpenID Connect Core 1.0 §3.1.3.7 says to believe. */
final class IdToken {

    /** Signatures that only the provider can make: none by a shared secret, as which a public key could be used. */
    private static final Set<JWSAlgorithm> SAFE = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int SKEW_SECONDS = Math.toIntExact(SignInByProvider.CLOCK_SKEW.toSeconds());

    private final ProviderClient client;
    private final Set<JWSAlgorithm> algorithms;
    private final ProviderKeys keys;
    private final Clock clock;

    /**
     * Creates a reader.
     *
     * @param algorithms with which the provider says it signs
     */
    IdToken(ProviderClient client, Set<String> algorithms, ProviderKeys keys, Clock clock) {
        this.client = client;
        this.algorithms = SAFE.stream()
                .filter(algorithm -> algorithms.contains(algorithm.getName()))
                .collect(Collectors.toUnmodifiableSet());
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Returns who the token says uses the browser; refused if it is not one to believe.
     *
     * @param nonce of the flow that the token is for
     * @throws ProviderUnavailable if the keys that it needs cannot be had
     */
    ProviderAnswer read(String token, String nonce) throws ProviderUnavailable {
        if (algorithms.isEmpty()) {
            throw new ProviderUnavailable("the provider signs by no algorithm that is safe");
        }
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, keys));
        processor.setJWTClaimsSetVerifier(verifier(nonce));
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Optional<String> flaw = flaw(claims);
            if (flaw.isPresent()) {
                ProviderLog.refused("token: " + flaw.get());
                return new ProviderAnswer.Refused();
            }
            if (!isStrong(claims)) {
                ProviderLog.refused("token: too weak: acr " + claims.getClaim("acr"));
                return new ProviderAnswer.TooWeak();
            }
            return new ProviderAnswer.Proven(proven(claims));
        } catch (KeySourceException noKeys) {
            throw new ProviderUnavailable(String.valueOf(noKeys.getMessage()));
        } catch (ParseException | BadJOSEException | JOSEException notToBelieve) {
            ProviderLog.refused("token: " + notToBelieve.getClass().getSimpleName());
            return new ProviderAnswer.Refused();
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> verifier(String nonce) {
        DefaultJWTClaimsVerifier<SecurityContext> verifier =
                new DefaultJWTClaimsVerifier<>(
                        client.clientId(),
                        new JWTClaimsSet.Builder()
                                .issuer(client.issuer())
                                .claim("nonce", nonce)
                                .build(),
                        Set.of("sub", "iat", "exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }

    /** Returns what is wrong with a token whose signature, issuer, audience, nonce and end are right. */
    private Optional<String> flaw(JWTClaimsSet claims) throws ParseException {
        @Nullable String party = claims.getStringClaim("azp");
        List<String> audience = claims.getAudience();
        if (party == null ? audience.size() > 1 : !party.equals(client.clientId())) {
            return Optional.of("for another party");
        }
        if (claims.getIssueTime().toInstant().isAfter(clock.instant().plus(SignInByProvider.CLOCK_SKEW))) {
            return Optional.of("of a later time");
        }
        String subject = claims.getSubject();
        return subject.isBlank() || subject.length() > Identity.MAX_SUBJECT_LENGTH
                ? Optional.of("no subject")
                : Optional.empty();
    }

    /**
     * Returns whether somebody signed in at the provider as the desk requires (OpenID Connect Core 1.0 §2, {@code acr}).
     * Microsoft Entra tells it in {@code acrs}, in which it lists every authentication context that it finds met.
     */
    private boolean isStrong(JWTClaimsSet claims) {
        List<String> required = client.acrValues();
        return required.isEmpty()
                || (claims.getClaim("acr") instanceof String met && required.contains(met))
                || (claims.getClaim("acrs") instanceof List<?> all
                        && all.stream().anyMatch(met -> met instanceof String && required.contains(met)));
    }

    private ProvenIdentity proven(JWTClaimsSet claims) {
        Optional<Instant> authenticatedAt = claims.getClaim("auth_time") instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
        return new ProvenIdentity(new Identity(client.issuer(), claims.getSubject()), authenticatedAt);
    }
}
