package nl.samenkomst.organiserpages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.factor.TotpSecret;

/**
 * Model of {@code factor.jte}: asks for the second factor, and shows what an authenticator app needs if none is enrolled.
 *
 * @param account the address that the app shows beside its codes
 * @param enrolment the secret to enrol; empty if an app is enrolled
 * @param why why it is asked for
 * @param action the form's target
 * @param provider the address that leads on to the organisation's provider instead; empty if it does not do here
 */
public record FactorPage(
        String account,
        Optional<TotpSecret> enrolment,
        Why why,
        String action,
        Optional<String> provider,
        Map<String, String> mistakes,
        Viewer viewer)
        implements SignInTexts {

    /** Why a second factor is asked for. */
    public enum Why {
        SIGN_IN,
        /** An act needs a fresh one. */
        ONCE_MORE,
        /** Another app takes the place of the one that is enrolled. */
        NEW_APP
    }

    @Override
    public String template() {
        return "factor";
    }

    @Override
    public String heading() {
        if (enrolment.isPresent()) {
            return say("factor.enrol");
        }
        return why == Why.ONCE_MORE ? shared("kept.factor") : say("factor.give");
    }

    /** Returns what the organisation's provider is for here. */
    public String providerText() {
        return provided(why == Why.ONCE_MORE ? "step-up.or" : "connect.or");
    }

    public String providerButton() {
        return provided(why == Why.ONCE_MORE ? "step-up.go" : "connect.go");
    }

    /** Returns the picture for the app's camera; empty if there is nothing to enrol. */
    public Optional<QrPicture> picture() {
        return enrolment.map(secret -> QrPicture.of(address(secret)));
    }

    /**
     * Returns what the picture says, as authenticator apps understand it
     * (https://github.com/google/google-authenticator/wiki/Key-Uri-Format).
     */
    private String address(TotpSecret secret) {
        String issuer = encoded(site());
        return "otpauth://totp/" + issuer + ":" + encoded(account) + "?secret=" + secret.value() + "&issuer=" + issuer
                + "&algorithm=SHA1&digits=6&period=" + TotpSecret.STEP.toSeconds();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
