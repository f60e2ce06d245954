package nl.samenkomst.organiserpages;

import java.util.Optional;
import nl.samenkomst.organiserpages.KeptForm.Missing;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code keptform.jte}: a form that was sent and not taken, with everything typed, to send it again.
 *
 * @param action the form's target
 */
public record KeptFormPage(Why why, String action, KeptForm form, Viewer viewer) implements OrganiserPage {

    /** Why a form was not taken. */
    public enum Why {
        /** Nobody is signed in any more. */
        SIGNED_OUT(401),
        /** The act needs a second factor that was given a short while ago. */
        FACTOR_TOO_OLD(401),
        /** Nothing shows that a page of this desk sent it. */
        OTHER_SITE(403),
        /** The organiser's role does not give the permission. */
        NOT_PERMITTED(Refusal.NOT_PERMITTED.status()),
        /** There is no such session, or it is out of the organiser's scope. */
        SESSION_UNKNOWN(Refusal.SESSION_UNKNOWN.status());

        private final int status;

        Why(int status) {
            this.status = status;
        }

        /** Returns the HTTP status of the page. */
        public int status() {
            return status;
        }
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
            case NOT_PERMITTED, SESSION_UNKNOWN -> ProblemTexts.title(why.status(), language());
        };
    }

    /** Returns what happened and what to do. */
    public String explanation() {
        if (form.missing() == Missing.EVERYTHING) {
            return shared("kept.lost");
        }
        return switch (why) {
            case SIGNED_OUT -> shared("kept.signed-out.text");
            case FACTOR_TOO_OLD -> shared("kept.factor.text");
            case OTHER_SITE -> shared("kept.other-site.text");
            case NOT_PERMITTED -> shared("kept.not-permitted.text");
            case SESSION_UNKNOWN -> shared("kept.session-unknown.text");
        };
    }

    /** Returns the page to open beside this one before sending the form again; empty if none helps. */
    public Optional<String> beside() {
        return switch (why) {
            case SIGNED_OUT -> Optional.of(links().signIn());
            case FACTOR_TOO_OLD -> Optional.of(links().factor(links().me()));
            case OTHER_SITE, NOT_PERMITTED, SESSION_UNKNOWN -> Optional.empty();
        };
    }

    /** Returns the label of the link to {@link #beside}. */
    public String besideLabel() {
        return why == Why.SIGNED_OUT ? shared("kept.sign-in") : shared("kept.factor.give");
    }

    /** Returns what to copy, since sending the form again may never help; empty if it does, or there is nothing. */
    public Optional<String> toCopy() {
        return Optional.of(form.text()).filter(text -> isRefused() && !text.isEmpty());
    }

    private boolean isRefused() {
        return why == Why.NOT_PERMITTED || why == Why.SESSION_UNKNOWN;
    }

    /** Returns whether there is a form to send again. */
    public boolean isKept() {
        return form.missing() != Missing.EVERYTHING;
    }

    public boolean asksFile() {
        return form.missing() == Missing.FILE;
    }

    /** Returns the form's encoding; null, which omits the attribute, for the usual one. */
    public @Nullable String encoding() {
        return form.isMultipart() ? "multipart/form-data" : null;
    }
}
