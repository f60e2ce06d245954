package nl.samenkomst.organiserpages;

import java.util.Optional;

/**
 * Model of {@code providerreturn.jte}: the page to which the organisation's provider sends a browser back, with a button
 * that signs in.
 *
 * @param code what the provider takes for a token, once
 * @param state what this browser sent to the provider
 * @param issuer who sent the code, as the address says; empty if it does not
 */
public record ProviderReturnPage(String code, String state, Optional<String> issuer, Viewer viewer)
        implements SignInTexts {

    @Override
    public String template() {
        return "providerreturn";
    }

    @Override
    public String heading() {
        return say("link.good");
    }

    /** Omits the code, to keep it out of logs. */
    @Override
    public String toString() {
        return "ProviderReturnPage[…]";
    }
}
