package nl.samenkomst.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One letter in all that it consists of.
 *
 * @param newer the one sent after it, and the older one before
 */
public record LetterPage(Letter letter, Optional<Letter> newer, Optional<Letter> older) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Pattern LANGUAGE = Pattern.compile("(?i)content-language: *([a-z]{2})");

    /** A piece of text that is a link as a whole, or has none. */
    public record Piece(String text, boolean isLink) {}

    static LetterPage of(Letter letter, List<Letter> newestFirst) {
        int at = newestFirst.indexOf(letter);
        return new LetterPage(
                letter,
                at > 0 ? Optional.of(newestFirst.get(at - 1)) : Optional.empty(),
                at + 1 < newestFirst.size() ? Optional.of(newestFirst.get(at + 1)) : Optional.empty());
    }

    public String title() {
        return letter.title();
    }

    /** The language that the letter says it is in, or else that of this page. */
    public String language() {
        return letter.headers().stream()
                .map(LANGUAGE::matcher)
                .filter(Matcher::matches)
                .map(header -> header.group(1).toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("en");
    }

    /** The text as mail programs show it, which make a link of every address. */
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

    /** Those in it, the one that is shown as an invitation before those that are attached. */
    public List<CalendarEntry> calendars() {
        return letter.calendars().stream().map(CalendarEntry::read).toList();
    }

    public String source() {
        return letter.mime().asUtf8String();
    }

    /** In kilobytes. */
    public int size() {
        return Math.ceilDiv(letter.mime().asByteArrayUnsafe().length, 1000);
    }
}
