package nl.samenkomst.organiserpages.editing;

import java.util.List;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.editing.SampleLetter;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.letters.LetterPreview;
import nl.samenkomst.organiserpages.SessionsTexts;
import nl.samenkomst.organiserpages.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code letters.jte}: a letter as participants would get it, in each language.
 *
 * @param kind of the letter that is shown
 */
public record LetterPreviewPage(Viewer viewer, DraftedSession drafted, LetterKind kind, List<LetterPreview> letters)
        implements EditingPage {

    public LetterPreviewPage {
        letters = List.copyOf(letters);
    }

    @Override
    public String template() {
        return "editing/letters";
    }

    @Override
    public String heading() {
        return say("letters.heading");
    }

    public List<LetterKind> kinds() {
        return SampleLetter.KINDS;
    }

    public String name(LetterKind one) {
        return SessionsTexts.TEXTS.text(language(), "letter." + one.word());
    }

    /** Returns the page with another letter. */
    public String to(LetterKind other) {
        return links().at(links().sessionPath(drafted().id(), "preview/letters"), "kind", other.word());
    }

    /** Returns the {@code lang} attribute of a letter; null, which omits it, if it is the page's. */
    public @Nullable String tag(Language letter) {
        return letter == language() ? null : letter.tag();
    }
}
