package nl.samenkomst.local.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of one letter, with every part of it.
 *
 * @param newer the letter sent after this one
 * @param older the letter sent before this one
 */
public record LetterPage(Letter letter, Optional<Letter> newer, Optional<Letter> older) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern LANGUAGE = Pattern.compile("(?i)content-language: *([a-z]{2})");

    /** A piece of text: either exactly one link, or text without links. */
    public record Piece(String text, boolean isLink) {}

    public static LetterPage of(Letter letter, List<Letter> newestFirst) {
        int at = newestFirst.indexOf(letter);
        return new LetterPage(
                letter,
                at > 0 ? Optional.of(newestFirst.get(at - 1)) : Optional.empty(),
                at + 1 < newestFirst.size() ? Optional.of(newestFirst.get(at + 1)) : Optional.empty());
    }

    public String title() {
        return letter.title();
    }

    /** Returns a sentence about what became of the letter. */
    public String delivery() {
        return switch (letter.delivery()) {
            case SUCCESS -> "Took the letter at once.";
            case BOUNCE -> "Does not exist: the letter bounced.";
            case COMPLAINT -> "Took the letter, and its owner reported it as unwanted.";
            case SUPPRESSIONLIST -> "On the suppression list: the letter was not sent.";
            case OOTO -> "Took the letter, and answered that nobody is in the office.";
        };
    }

    /** Returns the letter's Content-Language, or the language of this page if it has none. */
    public String language() {
        return letter.headers().stream()
                .map(LANGUAGE::matcher)
                .filter(Matcher::matches)
                .map(header -> header.group(1).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("en");
    }

    /** Splits the text into links and other text, because mail programs turn URLs into links. */
    public List<Piece> text() {
        List<Piece> pieces = new ArrayList<>();
        Matcher link = LINK.matcher(letter.text());
        int end = 0;
        while (link.find()) {
            pieces.add(new Piece(letter.text().substring(end, link.start()), false));
            pieces.add(new Piece(link.group(), true));
            end = link.end();
        }
        pieces.add(new Piece(letter.text().substring(end), false));
        return pieces;
    }

    /** Returns the calendars of the letter, the inline one (shown as an invitation) first. */
    public List<CalendarEntry> calendars() {
        return letter.calendars().stream().map(CalendarEntry::read).toList();
    }

    public String source() {
        return letter.mime().asUtf8String();
    }

    /** Returns the size of the mail in kilobytes (1,000 bytes), rounded up. */
    public int size() {
        return Math.ceilDiv(letter.mime().asByteArrayUnsafe().length, 1000);
    }
}
