package nl.samenkomst.signin.oidc;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.domain.oidc.ProviderClient;

/**
 * What a provider says of itself (OpenID Connect Discovery 1.0 §3).
 *
 * @param algorithms with which it signs tokens
 * @param namesIssuer whether the address at which a browser comes back always names the issuer (RFC 9207)
 * @param takesBasic whether the desk's secret goes in the header {@code Authorization}, and not in the form
 */
record ProviderMetadata(
        URI authorizationEndpoint,
        URI tokenEndpoint,
        URI keys,
        Set<String> algorithms,
        boolean namesIssuer,
        boolean takesBasic) {

    /** Returns where a provider says it (§4): a slash at the end of the issuer is left out. */
    static URI address(String issuer) {
        return URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }

    /**
     * Reads what a provider says.
     *
     * @throws ProviderUnavailable if it is another one (§4.3), or lacks something
     */
    static ProviderMetadata of(Map<String, Object> document, String issuer) throws ProviderUnavailable {
        if (!issuer.equals(document.get("issuer"))) {
            throw new ProviderUnavailable("the discovery document names another issuer");
        }
        Set<String> methods = texts(document, "token_endpoint_auth_methods_supported", "client_secret_basic");
        if (document.get("code_challenge_methods_supported") instanceof List<?> known && !known.contains("S256")) {
            throw new ProviderUnavailable("the provider takes no code challenge by S256");
        }
        return new ProviderMetadata(
                endpoint(document, "authorization_endpoint"),
                endpoint(document, "token_endpoint"),
                endpoint(document, "jwks_uri"),
                texts(document, "id_token_signing_alg_values_supported", "RS256"),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")),
                methods.contains("client_secret_basic") || !methods.contains("client_secret_post"));
    }

    private static URI endpoint(Map<String, Object> document, String name) throws ProviderUnavailable {
        if (document.get(name) instanceof String written && ProviderClient.isAddress(written)) {
            return URI.create(written);
        }
        throw new ProviderUnavailable("the discovery document has no safe " + name);
    }

    private static Set<String> texts(Map<String, Object> document, String name, String ifAbsent) {
        return document.get(name) instanceof List<?> values
                ? values.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of(ifAbsent);
    }
}
