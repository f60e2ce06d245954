package nl.samenkomst.letters;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says, before it is text or HTML: both show all of it, in this order.
 *
 * @param headline what this letter is, in words that stand alone where a mailbox shows the first line
 * @param opening what the reader is to know first
 * @param action empty where there is nothing to press
 * @param facts what the session is, when and where, and what the person can do
 * @param materials what there is to read
 * @param about the organiser's words about the session; empty where they would only repeat
 * @param sections one for each session, where the letter is about several
 * @param signature whose letter it is
 * @param why why the reader gets it
 * @param contact who answers questions; empty where that is the reader
 */
public record Content(
        Language language,
        String subject,
        Paragraph headline,
        Paragraph greeting,
        List<Paragraph> opening,
        Optional<Action> action,
        List<DetailRow> facts,
        List<MaterialLink> materials,
        List<Paragraph> about,
        List<Section> sections,
        String closing,
        Paragraph signature,
        String why,
        Optional<DetailRow> contact) {

    public Content {
        opening = List.copyOf(opening);
        facts = List.copyOf(facts);
        materials = List.copyOf(materials);
        about = List.copyOf(about);
        sections = List.copyOf(sections);
    }

    /** What comes before the materials. */
    public String materialsTitle() {
        return LetterContext.TEXTS.text(language, "materials");
    }

    /** What comes before the organiser's words about the session. */
    public String aboutTitle() {
        return LetterContext.TEXTS.text(language, "about");
    }

    /** The tag of another language than the letter's own; null where there is nothing to tell. */
    public @Nullable String tag(Language other) {
        return other == language ? null : other.tag();
    }
}
