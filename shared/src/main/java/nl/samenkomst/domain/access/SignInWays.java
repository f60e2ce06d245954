package nl.samenkomst.domain.access;

import java.util.Optional;

/**
 * The ways to sign in at a desk: by mail, or with the account that organisers have at their organisation's OpenID
 * provider. Where there is a provider, a mail still begins the first sign-in of everybody, since nothing else says whose
 * account it is.
 *
 * @param issuer the provider's URL, exactly as it writes it; empty if the desk has none, and all sign in by mail
 * @param administratorsByMail whether administrators may sign in by mail where there is a provider
 */
public record SignInWays(Optional<String> issuer, boolean administratorsByMail) {

    /** The ways of a desk without a provider. */
    public static final SignInWays MAIL = new SignInWays(Optional.empty(), false);

    /**
     * Returns whether a mail and a second factor sign this organiser in: also whoever enrolled a factor before the desk had
     * the provider, until they connect an account.
     */
    public boolean takesMailOf(Organiser organiser) {
        return issuer.isEmpty()
                || (administratorsByMail && organiser.role() == Role.ADMINISTRATOR)
                || (mayConnect(organiser) && organiser.factorSince().isPresent());
    }

    /** Returns whether this organiser has yet to connect an account of the provider. */
    public boolean mayConnect(Organiser organiser) {
        return issuer.isPresent() && !isConnected(organiser);
    }

    /**
     * Returns whether this organiser connects an account after a mail alone: only as long as they have no second factor,
     * since else whoever reads their mail would get round that.
     */
    public boolean connectsByMail(Organiser organiser) {
        return mayConnect(organiser) && organiser.factorSince().isEmpty();
    }

    /** Returns whether this organiser has connected an account of the provider that the desk has now. */
    public boolean isConnected(Organiser organiser) {
        return organiser.identity().map(Identity::issuer).equals(issuer) && issuer.isPresent();
    }

    /** Returns whether the code of an authenticator app does as a fresh second factor of this organiser. */
    public boolean takesAppOf(Organiser organiser) {
        return takesMailOf(organiser) || !isConnected(organiser);
    }

    /** Returns whether a mail takes this organiser any further, so that one is sent. */
    public boolean mails(Organiser organiser) {
        return takesMailOf(organiser) || connectsByMail(organiser);
    }
}
