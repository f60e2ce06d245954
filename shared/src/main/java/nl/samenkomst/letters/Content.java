package nl.samenkomst.letters;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import org.jspecify.annotations.Nullable;

/**
 * A letter's content, independent of format: plain text and HTML both show all of it, in this order.
 *
 * @param headline what the letter is about, complete in itself since mailboxes show the first line
 * @param opening what the reader must know first
 * @param action empty if there is nothing to press
 * @param facts the session, its time and venue, and what the person can do
 * @param materials the materials to read or watch
 * @param about the organiser's words about the session; empty if they would only repeat
 * @param sections one per session if the letter is about several, else empty
 * @param signature the sender: the organiser or the desk
 * @param why the reason why the reader gets the letter
 * @param contact the address for questions; empty if that is the reader's
 * @param refusal how to get no more letters; empty if the reader is an organiser
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
        Optional<DetailRow> contact,
        Optional<FooterLink> refusal) {

    public Content {
        opening = List.copyOf(opening);
        facts = List.copyOf(facts);
        materials = List.copyOf(materials);
        about = List.copyOf(about);
        sections = List.copyOf(sections);
    }

    /** Returns the heading of the materials. */
    public String materialsTitle() {
        return LetterContext.TEXTS.text(language, "materials");
    }

    /** Returns the heading of the organiser's words about the session. */
    public String aboutTitle() {
        return LetterContext.TEXTS.text(language, "about");
    }

    /** Returns the value of {@code lang}; null, which omits the attribute, for the letter's own language. */
    public @Nullable String tag(Language other) {
        return other == language ? null : other.tag();
    }
}
