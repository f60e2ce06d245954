package nl.samenkomst.organiserpages;

import java.util.Map;
import java.util.Optional;

/**
 * Model of {@code keptform.jte}: a form that was sent and not taken, with everything typed, to send it again.
 *
 * @param why whether the browser session has ended, or another site may have sent the form
 * @param action the form's target
 * @param fields the values by name; several values of one name are lines
 */
public record KeptFormPage(Why why, String action, Map<String, String> fields, Viewer viewer) implements OrganiserPage {

    /** Why a form was not taken. */
    public enum Why {
        /** Nobody is signed in any more. */
        SIGNED_OUT,
        /** The act needs a second factor that was given a short while ago. */
        FACTOR_TOO_OLD,
        /** Nothing shows that a page of this desk sent it. */
        OTHER_SITE
    }

    @Override
    public String template() {
        return "keptform";
    }

    @Override
    public String heading() {
        return switch (why) {
            case SIGNED_OUT -> shared("kept.signed-out");
            case FACTOR_TOO_OLD -> shared("kept.factor");
            case OTHER_SITE -> shared("kept.other-site");
        };
    }

    /** Returns what happened and what to do. */
    public String explanation() {
        return switch (why) {
            case SIGNED_OUT -> shared("kept.signed-out.text");
            case FACTOR_TOO_OLD -> shared("kept.factor.text");
            case OTHER_SITE -> shared("kept.other-site.text");
        };
    }

    /** Returns the page to open beside this one before sending the form again; empty if none helps. */
    public Optional<String> beside() {
        return switch (why) {
            case SIGNED_OUT -> Optional.of(links().signIn());
            case FACTOR_TOO_OLD -> Optional.of(links().factor(links().me()));
            case OTHER_SITE -> Optional.empty();
        };
    }

    /** Returns the label of the link to {@link #beside}. */
    public String besideLabel() {
        return why == Why.SIGNED_OUT ? shared("kept.sign-in") : shared("kept.factor.give");
    }
}
