package nl.samenkomst.organiserpages;

import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.pages.FormFields;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;

/**
 * Model of {@code addparticipant.jte}: the form to register somebody by hand.
 *
 * @param refusal why the form was refused as a whole; empty if it was not
 */
public record AddParticipantPage(SessionSnapshot snapshot, FormFields form, Optional<Refusal> refusal, Viewer viewer)
        implements AboutParticipants {

    @Override
    public String template() {
        return "addparticipant";
    }

    @Override
    public String heading() {
        return say("add");
    }

    @Override
    public boolean hasProblems() {
        return refusal.isPresent() || !form.problems().isEmpty();
    }

    public String problemTitle() {
        return form.problems().isEmpty() ? say("refused") : ProblemTexts.ofAll(form.problems(), language());
    }

    public Optional<String> refusalSentence() {
        return refusal.map(why -> ProblemTexts.forOrganiser(why, language()));
    }

    /** Returns what somebody who is added now gets. */
    public String outlook() {
        return snapshot.places().mayTake(Optional.empty()) ? say("add.place") : say("add.waiting-list");
    }

    /** Returns whether letters go out in this language if nothing else is chosen. */
    public boolean isChosen(Language letters) {
        return Language.of(form.typed("lang"))
                .orElse(about().document().about().language())
                .equals(letters);
    }
}
