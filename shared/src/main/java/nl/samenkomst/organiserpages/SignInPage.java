package nl.samenkomst.organiserpages;

import java.util.Map;
import java.util.Optional;

/**
 * Model of {@code signin.jte}: asks for the address to which the letter goes.
 *
 * @param form what was typed, and the page to go to afterwards
 * @param mistakes what is wrong, by field
 */
public record SignInPage(SignInForm form, Map<String, String> mistakes, Optional<SignInDone> what, Viewer viewer)
        implements SignInTexts {

    /**
     * The fields of the form.
     *
     * @param email as typed
     * @param stays whether the session may be idle for ten hours
     * @param next the page to go to afterwards; empty for the overview
     */
    public record SignInForm(String email, boolean stays, Optional<String> next) {}

    @Override
    public String template() {
        return "signin";
    }

    @Override
    public String heading() {
        return say("sign-in");
    }

    @Override
    public Optional<String> done() {
        return what.map(done -> done.sentence(this));
    }
}
