package nl.samenkomst.organiserpages;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.Participant;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.urls.OrganiserUrls;

/**
 * Which people the page for the door shows.
 *
 * @param search the words typed, of which a name and its organisation must have all; empty for everybody
 * @param theme the theme of whose people to show; empty for all
 * @param part the number of the part of a list that is too long for one page, from 1
 */
public record DoorFilter(String search, Optional<ThemeId> theme, int part) {

    /** The parameter with the words searched for. */
    public static final String SEARCH = "q";

    /** The parameter with the theme. */
    public static final String THEME = "theme";

    /** The parameter with the number of the part. */
    public static final String PART = "part";

    /** Shows everybody. */
    public static final DoorFilter ALL = new DoorFilter("", Optional.empty(), 1);

    private static final int MAX_SEARCH = 100; // characters
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    /** Parses a query or a form; ignores what is no filter. */
    public static DoorFilter of(Map<String, String> fields) {
        String typed = fields.getOrDefault(SEARCH, "").strip();
        String part = fields.getOrDefault(PART, "");
        return new DoorFilter(
                typed.substring(0, Math.min(typed.length(), MAX_SEARCH)),
                ThemeId.parse(fields.getOrDefault(THEME, "")),
                NUMBER.matcher(part).matches() ? Integer.parseInt(part) : 1);
    }

    public DoorFilter withTheme(Optional<ThemeId> other) {
        return new DoorFilter(search, other, 1);
    }

    public DoorFilter withPart(int other) {
        return new DoorFilter(search, theme, other);
    }

    public DoorFilter withoutSearch() {
        return new DoorFilter("", theme, 1);
    }

    /** Returns the names and values that make this filter, in hidden fields or in a query. */
    public List<Map.Entry<String, String>> fields() {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        if (!search.isEmpty()) {
            fields.add(Map.entry(SEARCH, search));
        }
        theme.ifPresent(id -> fields.add(Map.entry(THEME, id.value())));
        if (part > 1) {
            fields.add(Map.entry(PART, String.valueOf(part)));
        }
        return fields;
    }

    /** Returns the page for the door with this filter, and with these names and values in its query. */
    public String page(OrganiserUrls links, SessionId session, String... more) {
        Stream<String> own = fields().stream().flatMap(field -> Stream.of(field.getKey(), field.getValue()));
        return links.at(
                OrganiserUrls.path(session, "door"),
                Stream.concat(own, Arrays.stream(more)).toArray(String[]::new));
    }

    /** Returns whether the person's name and organisation have all words, whatever their capitals and accents. */
    boolean finds(Participant person) {
        String words = plain(
                person.person().name() + " " + person.person().organisation().orElse(""));
        return Arrays.stream(SPACE.split(plain(search), -1)).allMatch(words::contains);
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
