package nl.samenkomst.signin.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which a provider signs, kept as long as this instance lives. A token that names an unknown key has them
 * fetched anew, since providers change their keys, but at most once a minute, since anybody can name a key.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    static final Duration MIN_INTERVAL = Duration.ofMinutes(1);

    private final ProviderHttp http;
    private final URI address;
    private final Clock clock;
    private @Nullable JWKSet keys;
    private @Nullable Instant fetchedAt;

    ProviderKeys(ProviderHttp http, URI address, Clock clock) {
        this.http = http;
        this.address = address;
        this.clock = clock;
    }

    @Override
    public synchronized List<JWK> get(JWKSelector selector, @Nullable SecurityContext nothing)
            throws KeySourceException {
        JWKSet known = keys;
        List<JWK> found = known == null ? List.of() : selector.select(known);
        return found.isEmpty() && mayFetch() ? selector.select(fetched()) : found;
    }

    private boolean mayFetch() {
        Instant last = fetchedAt;
        return last == null || !clock.instant().isBefore(last.plus(MIN_INTERVAL));
    }

    private JWKSet fetched() throws KeySourceException {
        try {
            ProviderHttp.Answer answer = http.get(address);
            if (answer.status() != 200) {
                throw new KeySourceException("keys with status " + answer.status());
            }
            JWKSet fresh = JWKSet.parse(answer.body());
            keys = fresh;
            fetchedAt = clock.instant();
            return fresh;
        } catch (ProviderUnavailable | ParseException noKeys) {
            throw new KeySourceException("no keys: " + noKeys.getMessage(), noKeys);
        }
    }
}
