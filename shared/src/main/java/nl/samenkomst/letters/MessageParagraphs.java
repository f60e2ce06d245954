package nl.samenkomst.letters;

import java.util.List;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.message.MessageText;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.message.Placeholder;

/** Writes what an organiser wrote to the people of a session, in the language in which this one reads it. */
final class MessageParagraphs {

    private final LetterContext context;
    private final Language language;
    private final MessageWords words;

    /**
     * Creates the words of a letter.
     *
     * @throws java.util.NoSuchElementException if the letter brings no message
     */
    MessageParagraphs(LetterContext context) {
        MessageText text = context.mail().message().orElseThrow();
        this.language = text.languageFor(context.language());
        this.context = new LetterContext(context.mail(), context.urls(), language);
        this.words = text.in(language);
    }

    /** Returns the subject on one line. */
    String subject() {
        return Sanitizer.line(Placeholder.fill(words.subject(), this::value));
    }

    /** Returns the paragraphs, in which links can be followed. */
    List<Paragraph> paragraphs() {
        String filled = Placeholder.fill(
                Sanitizer.text(words.text()), placeholder -> BidiIsolation.isolated(value(placeholder)));
        return Stream.of(filled.split("\n\\s*\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .map(paragraph -> Paragraph.withLinks(paragraph.strip(), language))
                .toList();
    }

    private String value(Placeholder placeholder) {
        return switch (placeholder) {
            case NAME -> context.mail().registration().person().name();
            case TITLE -> context.about().title();
            case START -> context.start();
        };
    }
}
