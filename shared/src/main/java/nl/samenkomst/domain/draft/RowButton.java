package nl.samenkomst.domain.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A button that adds, removes or moves a row of a form; it is sent as its name with the row's pointer.
 *
 * @param row counted from 0; for {@link Act#ADD} the number of rows
 */
public record RowButton(Rows rows, Act act, int row) {

    /** What a button does. */
    public enum Act {
        ADD,
        REMOVE,
        UP,
        DOWN;

        /** Returns the button's name. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the button that was pressed; empty if none was, or its row does not exist. */
    static Optional<RowButton> pressed(Rows rows, Map<String, String> sent) {
        int size = rows.in(sent).size();
        return Stream.of(Act.values())
                .flatMap(act -> Optional.ofNullable(sent.get(act.word())).stream()
                        .flatMap(pointer -> of(rows, act, pointer, size).stream()))
                .findFirst();
    }

    private static Optional<RowButton> of(Rows rows, Act act, String pointer, int size) {
        if (act == Act.ADD) {
            return pointer.equals(rows.pointer()) ? Optional.of(new RowButton(rows, act, size)) : Optional.empty();
        }
        List<Integer> numbers = rows.in(Map.of(pointer + "/any", ""));
        return numbers.stream()
                .filter(row -> row < size)
                .map(row -> new RowButton(rows, act, row))
                .findFirst();
    }

    /** Returns the inputs, whose rows have no gaps, after the button. */
    Map<String, String> applyTo(Map<String, String> fields) {
        List<Map<String, String>> all = new ArrayList<>();
        rows.in(fields).forEach(number -> all.add(values(fields, number)));
        switch (act) {
            case ADD -> all.add(Map.of());
            case REMOVE -> all.remove(row);
            case UP -> swap(all, row - 1);
            case DOWN -> swap(all, row);
        }
        Map<String, String> after = new LinkedHashMap<>(fields);
        after.keySet().removeIf(name -> name.startsWith(rows.pointer() + "/"));
        for (int i = 0; i < all.size(); i++) {
            for (InputField field : rows.fields()) {
                for (String name : field.names()) {
                    after.put(rows.at(i) + name, all.get(i).getOrDefault(name, defaultOf(field)));
                }
            }
        }
        return after;
    }

    private Map<String, String> values(Map<String, String> fields, int number) {
        Map<String, String> values = new LinkedHashMap<>();
        rows.fields().stream()
                .flatMap(field -> field.names().stream())
                .forEach(name -> values.put(name, fields.getOrDefault(rows.at(number) + name, "")));
        return values;
    }

    private static void swap(List<Map<String, String>> all, int first) {
        if (first >= 0 && first + 1 < all.size()) {
            Collections.swap(all, first, first + 1);
        }
    }

    /** A new material is told of; other flags are not set. */
    private static String defaultOf(InputField field) {
        if (field.kind() != InputField.Kind.FLAG) {
            return "";
        }
        return field.pointer().equals("/tell") ? SessionForm.YES : SessionForm.NO;
    }
}
