package nl.samenkomst.domain.oidc;

import java.net.URI;
import java.util.List;

/**
 * What the desk is to the organisation's OpenID provider.
 *
 * @param issuer the provider's URL, exactly as it writes it
 * @param clientId the desk's name there
 * @param secretName the name under which the desk's secret is kept, not the secret
 * @param acrValues the provider's words for how people must have signed in there, the preferred one first; empty if the
 *     desk does not check that
 */
public record ProviderClient(String issuer, String clientId, String secretName, List<String> acrValues) {

    public ProviderClient {
        acrValues = List.copyOf(acrValues);
    }

    /**
     * Returns whether this may be the address of a provider, or of a part of it: by https, but for one on this machine,
     * which is there for trials and tests.
     */
    public static boolean isAddress(String written) {
        try {
            URI uri = URI.create(written);
            boolean isSafe = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && "localhost".equals(uri.getHost()));
            return isSafe && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
