package nl.samenkomst.organiserpages;

import java.util.Optional;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.colleagues.Colleagues;
import nl.samenkomst.domain.colleagues.ScopeChoices;

/**
 * Model of {@code colleague.jte}: one colleague, with the forms to change what they may do.
 *
 * @param isLastAdministrator whether nobody else could manage the desk without them
 * @param why why the last request was refused as a whole; empty if it was not
 * @param word the word for what the last request did; empty for none
 */
public record ColleaguePage(
        Organiser colleague,
        boolean isLastAdministrator,
        TypedForm form,
        ScopeChoices choices,
        Optional<Why> why,
        String word,
        Viewer viewer)
        implements ColleagueFormPage {

    /** Why a change was refused as a whole. */
    public enum Why {
        CHANGED_MEANWHILE,
        LAST_ADMINISTRATOR,
        FULL,
        /** A letter was owed less than an hour ago. */
        TOO_SOON,
        ENDED
    }

    @Override
    public String template() {
        return "colleague";
    }

    @Override
    public String heading() {
        return colleague.name();
    }

    @Override
    public Optional<String> done() {
        return doneSentence(word);
    }

    @Override
    public Optional<String> refusal() {
        return why.map(reason -> switch (reason) {
            case CHANGED_MEANWHILE -> say("refused.changed");
            case LAST_ADMINISTRATOR -> say("refused.last");
            case FULL -> say("refused.full", "max", Colleagues.MAX);
            case TOO_SOON -> say("refused.soon");
            case ENDED -> say("refused.ended");
        });
    }

    public boolean isActive() {
        return colleague.isActive(viewer.now());
    }

    /** Returns whether the page shows what somebody else made of the colleague, beside what was typed. */
    public boolean isChangedMeanwhile() {
        return why.filter(reason -> reason == Why.CHANGED_MEANWHILE).isPresent();
    }

    /** Returns whether the colleague can be mailed again how to get in: as long as they never did. */
    public boolean mayMail() {
        return isActive() && colleague.signedInAt().isEmpty();
    }

    /** Returns whether somebody may reset the colleague's second factor or account; not one's own. */
    public boolean mayResetFactor() {
        return isActive()
                && (colleague.factorSince().isPresent() || colleague.identity().isPresent())
                && !isViewer(colleague);
    }

    /** Returns what the colleague's second factor is, in words. */
    public String factor() {
        return colleague
                .factorSince()
                .map(since -> say("factor.since", "moment", moment(since)))
                .or(() -> colleague.identity().map(account -> provided("connected")))
                .orElseGet(() -> say("factor.none"));
    }

    public boolean isAdministrator() {
        return colleague.role() == Role.ADMINISTRATOR;
    }
}
