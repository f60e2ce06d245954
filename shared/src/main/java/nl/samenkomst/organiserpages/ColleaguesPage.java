package nl.samenkomst.organiserpages;

import java.util.Optional;
import nl.samenkomst.domain.colleagues.Colleagues;

/**
 * Model of {@code colleagues.jte}: who may use the desk, and who did until a short while ago.
 *
 * @param word the word for what the last request did; empty for none
 */
public record ColleaguesPage(Colleagues colleagues, String word, Viewer viewer) implements ColleaguesPageTexts {

    @Override
    public String template() {
        return "colleagues";
    }

    @Override
    public String heading() {
        return shared("nav.colleagues");
    }

    @Override
    public Optional<String> done() {
        return doneSentence(word);
    }

    public boolean mayInvite() {
        return !colleagues.isFull();
    }
}
