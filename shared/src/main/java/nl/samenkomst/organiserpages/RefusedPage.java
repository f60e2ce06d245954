package nl.samenkomst.organiserpages;

import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;

/** Model of {@code refused.jte}: says why a request was refused as a whole, and where to go from there. */
public record RefusedPage(Refusal refusal, Viewer viewer) implements OrganiserPage {

    @Override
    public String template() {
        return "refused";
    }

    @Override
    public String heading() {
        return ProblemTexts.title(refusal.status(), language());
    }

    public String sentence() {
        return ProblemTexts.of(refusal, language());
    }
}
