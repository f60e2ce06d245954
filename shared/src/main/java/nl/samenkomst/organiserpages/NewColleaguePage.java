package nl.samenkomst.organiserpages;

import java.util.Optional;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.colleagues.Colleagues;
import nl.samenkomst.domain.colleagues.ScopeChoices;

/**
 * Model of {@code newcolleague.jte}: the form that invites a colleague.
 *
 * @param known the colleague, maybe a former one, who has the typed address; empty if nobody has, or none was sent
 * @param isFull whether the invitation was refused because the desk has as many colleagues as it can
 */
public record NewColleaguePage(
        TypedForm form, ScopeChoices choices, Optional<Organiser> known, boolean isFull, Viewer viewer)
        implements ColleagueFormPage {

    @Override
    public String template() {
        return "newcolleague";
    }

    @Override
    public String heading() {
        return say("invite");
    }

    @Override
    public Optional<String> refusal() {
        if (isFull) {
            return Optional.of(say("refused.full", "max", Colleagues.MAX));
        }
        return known.map(one -> one.isActive(viewer.now())
                ? say("refused.known", "name", one.name())
                : say("refused.former", "name", one.name()));
    }

    /** Returns the label of the link to the colleague who has the address. */
    public String toKnown(Organiser one) {
        return one.isActive(viewer.now()) ? say("refused.known.link") : say("refused.former.link");
    }
}
