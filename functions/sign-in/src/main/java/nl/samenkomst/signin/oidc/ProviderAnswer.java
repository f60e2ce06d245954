package nl.samenkomst.signin.oidc;

import nl.samenkomst.domain.oidc.ProvenIdentity;

/** What the provider says of a code that a browser brought back. */
public sealed interface ProviderAnswer {

    /** It has signed who the browser's user is. */
    record Proven(ProvenIdentity proven) implements ProviderAnswer {}

    /** It refuses the code, or its token is not one to believe; the log says why. */
    record Refused() implements ProviderAnswer {}

    /** It has signed who the browser's user is, and not that they signed in there as the desk requires. */
    record TooWeak() implements ProviderAnswer {}

    /** It does not answer, or not as it should; the log says why. */
    record Unavailable() implements ProviderAnswer {}
}
