package nl.samenkomst.letters;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.urls.DeskUrls;

/** Writes previews of letters, for an organiser who is about to cause them. */
public final class LetterPreviews {

    private final DeskUrls urls;

    /** Creates the previews of a desk with this public URL, without a trailing slash. */
    public LetterPreviews(URI baseUrl) {
        this.urls = new DeskUrls(baseUrl);
    }

    /** Returns what the letter would say; of its links only the labels, since a link lets anybody in. */
    public LetterPreview of(LetterRequest mail) {
        Content content = new LetterComposer(mail, urls).content();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(content.headline().withoutMarks());
        paragraphs.add(content.greeting().withoutMarks());
        content.opening().forEach(paragraph -> paragraphs.add(paragraph.withoutMarks()));
        content.facts().forEach(fact -> paragraphs.add(fact.label() + ": " + fact.value()));
        if (!content.materials().isEmpty()) {
            paragraphs.add(content.materialsTitle() + ": "
                    + String.join(
                            ", ",
                            content.materials().stream()
                                    .map(MaterialLink::title)
                                    .toList()));
        }
        content.about().forEach(paragraph -> paragraphs.add(paragraph.withoutMarks()));
        paragraphs.add(content.closing() + "\n" + content.signature().withoutMarks());
        return new LetterPreview(
                content.language(),
                content.subject(),
                paragraphs,
                content.action().map(Action::label));
    }
}
