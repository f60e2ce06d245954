package nl.samenkomst.signin.oidc;

import java.util.Locale;

/** Logs why nobody was let in by the provider, as a line of JSON without anything that a browser or a person sent. */
public final class ProviderLog {

    private ProviderLog() {}

    /** Logs that a code, a token or an account was refused. */
    public static void refused(String why) {
        log("refused", why);
    }

    /** Logs that the provider did not answer as it should. */
    static void unavailable(String why) {
        log("unavailable", why);
    }

    private static void log(String what, String why) {
        System.out.println("{\"oidc\": \"" + what + "\", \"why\": \""
                + why.replaceAll("[^A-Za-z0-9:/._ -]", "?").toLowerCase(Locale.ROOT) + "\"}");
    }
}
