package nl.samenkomst.domain.draft;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes ids of what people type: of sessions, themes and questions. */
public final class NewIds {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int MAX_LENGTH = 32; // leaves room for a number

    /** Titles are far shorter; a longer one is refused before anything is done with it. */
    private static final int MAX_TITLE = 2_000; // chars

    private NewIds() {}

    /** Returns the words of a title in lower-case ASCII with hyphens between them, cut at a word; may be empty. */
    public static String slug(String title, int maxLength) {
        String start = title.substring(0, Math.min(title.length(), MAX_TITLE));
        String letters =
                MARKS.matcher(Normalizer.normalize(start, Normalizer.Form.NFKD)).replaceAll("");
        StringBuilder slug = new StringBuilder();
        for (String word : OTHERS.split(letters.toLowerCase(Locale.ROOT), -1)) {
            int more = slug.isEmpty() ? word.length() : word.length() + 1;
            if (!word.isEmpty() && slug.length() + more <= maxLength) {
                slug.append(slug.isEmpty() ? "" : "-").append(word);
            }
        }
        return slug.toString();
    }

    /**
     * Returns the section with an id in each row that has none, made of its title or label.
     *
     * @param taken ids that others had before
     */
    public static Map<String, String> inRows(Section section, Map<String, String> fields, Set<String> taken) {
        Map<String, String> named = new LinkedHashMap<>(fields);
        section.rows()
                .filter(rows -> rows.fields().contains(InputField.choice(SessionForm.ID)))
                .ifPresent(rows -> {
                    Set<String> known = new HashSet<>(taken);
                    rows.in(fields).forEach(row -> known.add(fields.getOrDefault(rows.at(row) + SessionForm.ID, "")));
                    for (int row : rows.in(fields)) {
                        named.computeIfPresent(
                                rows.at(row) + SessionForm.ID,
                                (name, id) -> id.isEmpty() ? free(words(section, rows.at(row), fields), known) : id);
                    }
                });
        return named;
    }

    private static String words(Section section, String row, Map<String, String> fields) {
        String typed = fields.getOrDefault(row + "/title", fields.getOrDefault(row + "/label", ""));
        String slug = slug(typed, MAX_LENGTH);
        return slug.isEmpty() || slug.equals("any") ? (section == Section.THEMES ? "thema" : "vraag") : slug;
    }

    private static String free(String wanted, Set<String> known) {
        String id = wanted;
        for (int number = 2; !known.add(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }
}
