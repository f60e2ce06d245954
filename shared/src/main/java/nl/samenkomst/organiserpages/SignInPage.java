package nl.samenkomst.organiserpages;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.access.SignInWays;

/**
 * Model of {@code signin.jte}: leads to the account of the organisation, and asks for the address to which the letter goes.
 *
 * @param form what was typed, and the page to go to afterwards
 * @param ways the ways in which this desk lets people sign in
 * @param mistakes what is wrong, by field
 */
public record SignInPage(
        SignInForm form, SignInWays ways, Map<String, String> mistakes, Optional<SignInDone> what, Viewer viewer)
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

    /** Returns whether people sign in with the account of their organisation. */
    public boolean hasProvider() {
        return ways.issuer().isPresent();
    }

    /** Returns the address that leads on to the organisation's provider. */
    public String provider(boolean stays) {
        return links().provider(form.next(), stays);
    }

    @Override
    public Optional<String> done() {
        return what.map(done -> done.sentence(this));
    }
}
