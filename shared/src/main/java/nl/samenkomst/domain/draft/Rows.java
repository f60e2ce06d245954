package nl.samenkomst.domain.draft;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A list of objects in a session's form, each a row of fields.
 *
 * @param pointer the JSON pointer to the list, such as {@code /themes}
 * @param fields the fields of each row, relative to it
 */
public record Rows(String pointer, List<InputField> fields) {

    private static final int MAX_INDEX_DIGITS = 4;

    public Rows {
        fields = List.copyOf(fields);
    }

    /** Returns the pointer to a row, counted from 0. */
    public String at(int row) {
        return pointer + "/" + row;
    }

    /** Returns the fields of a row, counted from 0. */
    public List<InputField> fieldsOf(int row) {
        return fields.stream().map(field -> field.in(at(row))).toList();
    }

    /** Returns the numbers of the rows that the fields have, in their order; they may have gaps. */
    List<Integer> in(Map<String, String> typed) {
        Pattern name = Pattern.compile(Pattern.quote(pointer) + "/(\\d{1," + MAX_INDEX_DIGITS + "})/.+");
        return typed.keySet().stream()
                .map(name::matcher)
                .filter(Matcher::matches)
                .map(found -> Integer.valueOf(found.group(1)))
                .distinct()
                .sorted()
                .toList();
    }

    Stream<String> names(int row) {
        return fieldsOf(row).stream().flatMap(field -> field.names().stream());
    }
}
