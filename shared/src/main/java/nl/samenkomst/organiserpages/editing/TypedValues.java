package nl.samenkomst.organiserpages.editing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.InputField;
import nl.samenkomst.domain.draft.Rows;
import nl.samenkomst.domain.draft.Section;

/**
 * Says in words what a draft changes in a value of several parts, such as the themes or the link to join: the rows or inputs
 * that differ, as they were and as they are.
 */
final class TypedValues {

    private final DraftedSession drafted;
    private final Language language;

    TypedValues(DraftedSession drafted, Language language) {
        this.drafted = drafted;
        this.language = language;
    }

    /** What differs, a paragraph for each row; both empty if nothing does. */
    record Difference(String before, String after) {}

    /** Returns what differs in the field of the session document with this name; empty if the form has no such field. */
    Optional<Difference> of(String field) {
        return Stream.of(Section.values())
                .flatMap(section -> section.rows().stream()
                        .filter(rows -> rows.pointer().equals("/" + field))
                        .map(rows -> difference(rows(rows, before(section)), rows(rows, after(section)))))
                .findFirst()
                .or(() -> Stream.of(Section.values())
                        .filter(section -> !inputs(section, field).isEmpty())
                        .map(section -> difference(
                                said(inputs(section, field), before(section)),
                                said(inputs(section, field), after(section))))
                        .findFirst());
    }

    private Map<String, String> before(Section section) {
        return drafted.publishedFields(section);
    }

    private Map<String, String> after(Section section) {
        return drafted.fieldsOf(section);
    }

    private static List<InputField> inputs(Section section, String field) {
        return section.fields().stream()
                .filter(input -> input.pointer().startsWith("/" + field + "/"))
                .toList();
    }

    /** Leaves out what is on both sides, unless that is all there is: then the order differs. */
    private static Difference difference(List<String> before, List<String> after) {
        boolean isOrder = new HashSet<>(before).equals(new HashSet<>(after));
        return new Difference(joined(before, isOrder ? List.of() : after), joined(after, isOrder ? List.of() : before));
    }

    private static String joined(List<String> said, Collection<String> except) {
        return said.stream().filter(one -> !except.contains(one)).collect(Collectors.joining("\n"));
    }

    private List<String> rows(Rows rows, Map<String, String> fields) {
        List<String> said = new ArrayList<>();
        for (int i = 0; fields.containsKey(rows.fieldsOf(i).getFirst().names().getFirst()); i++) {
            said.add(String.join("\n", said(rows.fieldsOf(i), fields)));
        }
        return said;
    }

    /** Returns a line for each input that is filled in, with its label. */
    private List<String> said(List<InputField> inputs, Map<String, String> fields) {
        return new Inputs(fields, titles(), List.of(), language)
                .of(inputs).stream().flatMap(input -> said(input).stream()).toList();
    }

    /** Returns the titles of themes, also of those that the draft removes. */
    private Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>(SectionPage.titlesOfThemes(before(Section.THEMES)));
        titles.putAll(SectionPage.titlesOfThemes(after(Section.THEMES)));
        return titles;
    }

    private static Optional<String> said(Input input) {
        return switch (input.type()) {
            case TICK -> input.isTicked() ? Optional.of(input.label()) : Optional.empty();
            // The first is the default, which goes without saying.
            case CHOICE, LIST ->
                input.choices().stream()
                        .skip(1)
                        .filter(Input.Choice::chosen)
                        .map(choice -> input.label() + ": " + choice.label())
                        .findFirst();
            case LINE, NUMBER, EMAIL, LINK, DATE, TIME, AREA ->
                input.value().isEmpty()
                        ? Optional.empty()
                        : Optional.of(input.label() + ": " + input.value().replace("\n", "; "));
        };
    }
}
