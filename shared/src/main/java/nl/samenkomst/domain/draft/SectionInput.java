package nl.samenkomst.domain.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The inputs of one section as a browser sends them. */
public final class SectionInput {

    private SectionInput() {}

    /**
     * Returns each input of the section, with an empty value if it was not sent, {@code no} for a flag; rows are numbered
     * from 0 without gaps, and those in which nothing is typed are left out. What can be spelled in many ways is spelled
     * as in a document. Other inputs are left out.
     */
    public static Map<String, String> of(Section section, Map<String, String> sent) {
        return of(section, sent, false);
    }

    /** Returns the inputs as {@link #of} does, with rows in which nothing is typed. */
    public static Map<String, String> withBlankRows(Section section, Map<String, String> sent) {
        return of(section, sent, true);
    }

    private static Map<String, String> of(Section section, Map<String, String> sent, boolean keepsBlank) {
        Map<String, String> fields = new LinkedHashMap<>();
        section.fields().forEach(field -> copy(field, field, sent, fields));
        section.rows().ifPresent(rows -> {
            int next = 0;
            for (int row : rows.in(sent)) {
                if (keepsBlank || !isBlank(rows, row, sent)) {
                    List<InputField> from = rows.fieldsOf(row);
                    List<InputField> to = rows.fieldsOf(next);
                    for (int i = 0; i < from.size(); i++) {
                        copy(from.get(i), to.get(i), sent, fields);
                    }
                    next++;
                }
            }
        });
        return fields;
    }

    private static void copy(InputField from, InputField to, Map<String, String> sent, Map<String, String> fields) {
        List<String> names = from.names();
        for (int i = 0; i < names.size(); i++) {
            String value = sent.getOrDefault(names.get(i), "");
            fields.put(to.names().get(i), Spelling.of(from.kind(), names.get(i), value));
        }
    }

    /** A row of something that has an id already is not blank: whoever empties it may not mean to remove it. */
    private static boolean isBlank(Rows rows, int row, Map<String, String> sent) {
        return sent.getOrDefault(rows.at(row) + SessionForm.ID, "").isEmpty()
                && rows.fieldsOf(row).stream()
                        .filter(field -> field.kind().isTyped())
                        .flatMap(field -> field.names().stream())
                        .allMatch(name -> sent.getOrDefault(name, "").isBlank());
    }

    /** Returns a short text that is the same for the same inputs, to notice that somebody else changed them. */
    public static String fingerprint(Map<String, String> fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(fields)
                    .forEach((name, value) ->
                            digest.update((name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8)));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest())
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Returns the inputs with what a button beside the rows does to them; empty if no such button was pressed. */
    public static Optional<Map<String, String>> afterButton(Section section, Map<String, String> sent) {
        return section.rows()
                .flatMap(rows -> RowButton.pressed(rows, sent))
                .map(button -> button.applyTo(withBlankRows(section, sent)));
    }
}
