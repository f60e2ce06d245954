package nl.samenkomst.letters;

import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;

/**
 * What a letter says, before it is text or HTML: both show all of it, in this order.
 *
 * @param opening what this letter is for
 * @param session what the session is, when and where
 * @param practical what the person can do: join, cancel, look it up, ask
 * @param materials what there is to read
 * @param about the organiser's words about the session; empty where they would only repeat
 * @param alongside the other sessions that the letter is about
 */
public record Content(
        Language language,
        String subject,
        String greeting,
        List<Paragraph> opening,
        List<Fact> session,
        List<Fact> practical,
        List<Reading> materials,
        List<Paragraph> about,
        List<Section> alongside,
        String closing,
        Paragraph signature) {

    public Content {
        opening = List.copyOf(opening);
        session = List.copyOf(session);
        practical = List.copyOf(practical);
        materials = List.copyOf(materials);
        about = List.copyOf(about);
        alongside = List.copyOf(alongside);
    }

    /** What comes before the materials. */
    public String materialsTitle() {
        return Wording.TEXTS.text(language, "materials");
    }

    /** All facts in the order in which they are shown. */
    public List<Fact> facts() {
        return Stream.concat(session.stream(), practical.stream()).toList();
    }
}
