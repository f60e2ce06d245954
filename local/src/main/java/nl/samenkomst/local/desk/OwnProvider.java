package nl.samenkomst.local.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenID provider of whoever tries the desk, such as a Keycloak on the same machine.
 *
 * @param acrValues what the template's {@code OidcAcrValues} says; empty to check nothing
 */
public record OwnProvider(String issuer, String clientId, String secret, String acrValues) {

    private static final String SECRET_NAME = "/samenkomst/oidc-secret";

    /**
     * Returns the provider of these environment variables; empty if there is no {@code OIDC_ISSUER}.
     *
     * @throws IllegalArgumentException if something that belongs to it is missing
     */
    static Optional<OwnProvider> of(Map<String, String> environment) {
        String issuer = variable(environment, "OIDC_ISSUER");
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        String clientId = variable(environment, "OIDC_CLIENT_ID");
        String secret = variable(environment, "OIDC_SECRET");
        if (clientId.isEmpty() || secret.isEmpty()) {
            throw new IllegalArgumentException("OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_SECRET.");
        }
        return Optional.of(new OwnProvider(issuer, clientId, secret, variable(environment, "OIDC_ACR_VALUES")));
    }

    private static String variable(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** Returns what the template's parameters are for this provider. A desk that has one asks for a second factor. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("OidcIssuer", issuer);
        parameters.put("OidcClientId", clientId);
        parameters.put("OidcSecretName", SECRET_NAME);
        parameters.put("OidcAcrValues", acrValues);
        parameters.put("SecondFactor", "totp");
        return parameters;
    }

    /** Returns the desk's secret, by the name that the parameters give it. */
    Map<String, String> secrets() {
        return Map.of(SECRET_NAME, secret);
    }
}
