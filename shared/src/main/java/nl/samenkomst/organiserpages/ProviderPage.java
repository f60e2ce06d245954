package nl.samenkomst.organiserpages;

import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.SignInWays;
import nl.samenkomst.texts.Texts;

/**
 * Model of {@code provider.jte}: leads on to the account of the organisation, or says why it did not let anybody in.
 *
 * @param go the address that leads on to the organisation's provider
 * @param next the page to go to afterwards; empty for the overview
 */
public record ProviderPage(What what, String go, Optional<String> next, SignInWays ways, Viewer viewer)
        implements SignInTexts {

    private static final Texts OIDC = new Texts("oidc");

    /** Why the page is shown. */
    public enum What {
        /** The mailbox is proven, and an account can become the organiser's. */
        CONNECT(200),
        /** An act needs a fresh proof of who one is. */
        STEP_UP(200),
        /** The browser came back with nothing that is good here. */
        REFUSED(400),
        /** The provider does not tell that somebody signed in there as strongly as the desk requires. */
        TOO_WEAK(403),
        /** The account is nobody's here. */
        NOT_CONNECTED(403),
        /** The account is somebody else's than the organiser's in this browser. */
        OTHER_PERSON(403),
        /** The provider did not ask once more who one is. */
        NOT_FRESH(403),
        /** The provider does not answer. */
        UNAVAILABLE(503);

        private final int status;

        What(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static String text(Language language, String key) {
        return OIDC.text(language, key);
    }

    @Override
    public String template() {
        return "provider";
    }

    @Override
    public String heading() {
        return what == What.STEP_UP ? shared("kept.factor") : provided(what.key());
    }

    public String explanation() {
        return provided(what.key() + ".text");
    }

    public String button() {
        return switch (what) {
            case CONNECT -> provided("connect.go");
            case STEP_UP, NOT_FRESH -> provided("step-up.go");
            case REFUSED, TOO_WEAK, NOT_CONNECTED, OTHER_PERSON, UNAVAILABLE -> provided("again");
        };
    }

    /** Returns what a mail is good for instead; empty if it is good for nothing here. */
    public Optional<String> mail() {
        return switch (what) {
            case NOT_CONNECTED -> Optional.of(provided("not-connected.mail"));
            case UNAVAILABLE ->
                ways.administratorsByMail() ? Optional.of(provided("unavailable.mail")) : Optional.empty();
            case CONNECT, STEP_UP, REFUSED, TOO_WEAK, OTHER_PERSON, NOT_FRESH -> Optional.empty();
        };
    }

    /** Returns the sign-in page, which keeps the page to go to afterwards. */
    public String signIn() {
        return next.map(links()::signIn).orElseGet(links()::signIn);
    }
}
