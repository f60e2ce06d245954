package nl.samenkomst.signin.oidc;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.samenkomst.domain.oidc.ProviderClient;
import nl.samenkomst.domain.oidc.ProviderFlow;
import nl.samenkomst.http.Json;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's OpenID provider, by the authorization code flow with PKCE. What it says of itself, its keys and the
 * desk's secret are fetched when they are first needed and kept as long as this instance lives; what could not be fetched
 * is tried again with the next request.
 */
public final class Provider {

    private final ProviderClient client;
    private final URI returnAddress;
    private final UnaryOperator<String> secrets;
    private final Clock clock;
    private final ProviderHttp http = new ProviderHttp();
    private @Nullable Known known;
    private @Nullable String secret;

    /**
     * Creates a provider, and calls nothing.
     *
     * @param returnAddress where it sends browsers back to
     * @param secrets returns the secret with this name
     */
    public Provider(ProviderClient client, URI returnAddress, UnaryOperator<String> secrets, Clock clock) {
        this.client = client;
        this.returnAddress = returnAddress;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What is known of the provider. */
    private record Known(ProviderMetadata metadata, IdToken tokens) {}

    /** Returns the address that lets a browser's user in at the provider; empty if the provider does not answer. */
    public Optional<String> address(ProviderFlow flow) {
        try {
            URI endpoint = known().metadata().authorizationEndpoint();
            Map<String, String> query = new LinkedHashMap<>();
            query.put("response_type", "code");
            // Not the response mode form_post, whose requests come without the cookie.
            query.put("response_mode", "query");
            query.put("scope", "openid");
            query.put("client_id", client.clientId());
            query.put("redirect_uri", returnAddress.toString());
            query.put("state", flow.state());
            query.put("nonce", flow.nonce());
            query.put("code_challenge", flow.challenge());
            query.put("code_challenge_method", "S256");
            if (!client.acrValues().isEmpty()) {
                query.put("acr_values", String.join(" ", client.acrValues()));
            }
            if (flow.isStepUp()) {
                query.put("prompt", "login");
                query.put("max_age", "0");
            }
            return Optional.of(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + encoded(query));
        } catch (ProviderUnavailable unavailable) {
            ProviderLog.unavailable(String.valueOf(unavailable.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Returns who uses a browser that came back with this code. The code is used up then.
     *
     * @param issuer who sent it, as the address says (RFC 9207); empty if that does not
     */
    public ProviderAnswer exchange(ProviderFlow flow, String code, Optional<String> issuer) {
        try {
            Known provider = known();
            boolean isOfProvider = issuer.map(client.issuer()::equals)
                    .orElse(!provider.metadata().namesIssuer());
            if (!isOfProvider) {
                ProviderLog.refused("another issuer sent the code");
                return new ProviderAnswer.Refused();
            }
            Optional<String> token = token(provider.metadata(), flow, code);
            return token.isPresent() ? provider.tokens().read(token.get(), flow.nonce()) : new ProviderAnswer.Refused();
        } catch (ProviderUnavailable unavailable) {
            ProviderLog.unavailable(String.valueOf(unavailable.getMessage()));
            return new ProviderAnswer.Unavailable();
        }
    }

    /** Returns the ID token for a code; empty if the provider refuses the code. */
    private Optional<String> token(ProviderMetadata metadata, ProviderFlow flow, String code)
            throws ProviderUnavailable {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", returnAddress.toString());
        form.put("code_verifier", flow.verifier());
        Optional<String> authorization = Optional.empty();
        if (metadata.takesBasic()) {
            // RFC 6749 §2.3.1: both are form-encoded first.
            String pair = encoded(client.clientId()) + ":" + encoded(secret());
            authorization = Optional.of(
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)));
        } else {
            form.put("client_id", client.clientId());
            form.put("client_secret", secret());
        }
        ProviderHttp.Answer answer = ask(metadata.tokenEndpoint(), form, authorization);
        Map<String, Object> tree = Json.parse(answer.body()).orElse(Map.of());
        if (answer.status() == 200 && tree.get("id_token") instanceof String token) {
            return Optional.of(token);
        }
        if (answer.status() == 400 && "invalid_grant".equals(tree.get("error"))) {
            ProviderLog.refused("code");
            return Optional.empty();
        }
        secret = null;
        throw new ProviderUnavailable("a token with status " + answer.status() + " " + tree.get("error"));
    }

    /** Forgets the secret if the provider takes nothing: perhaps it has changed since it was read. */
    private ProviderHttp.Answer ask(URI address, Map<String, String> form, Optional<String> authorization)
            throws ProviderUnavailable {
        try {
            return http.post(address, encoded(form), authorization);
        } catch (ProviderUnavailable unavailable) {
            secret = null;
            throw unavailable;
        }
    }

    private Known known() throws ProviderUnavailable {
        Known now = known;
        if (now == null) {
            ProviderHttp.Answer answer = http.get(ProviderMetadata.address(client.issuer()));
            if (answer.status() != 200) {
                throw new ProviderUnavailable("a discovery document with status " + answer.status());
            }
            ProviderMetadata metadata =
                    ProviderMetadata.of(Json.parse(answer.body()).orElse(Map.of()), client.issuer());
            ProviderKeys keys = new ProviderKeys(http, metadata.keys(), clock);
            now = new Known(metadata, new IdToken(client, metadata.algorithms(), keys, clock));
            known = now;
        }
        return now;
    }

    private String secret() throws ProviderUnavailable {
        String now = secret;
        if (now == null) {
            try {
                now = secrets.apply(client.secretName());
            } catch (RuntimeException unreadable) {
                // Without its message, which may come from anywhere.
                throw new ProviderUnavailable(
                        "no secret: " + unreadable.getClass().getSimpleName());
            }
            secret = now;
        }
        return now;
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
