package nl.samenkomst.signin.oidc;

/** Thrown inside this package if the provider does not answer as it should; the message is for the log. */
final class ProviderUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    ProviderUnavailable(String why) {
        super(why);
    }
}
