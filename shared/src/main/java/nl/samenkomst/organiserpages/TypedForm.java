package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Problem;

/** A form as it was typed, with its problems; fields have the names that a browser sends. */
public record TypedForm(Map<String, String> typed, List<Problem> problems) {

    public TypedForm {
        typed = Map.copyOf(typed);
        problems = Problem.first(problems);
    }

    /** Returns a form without problems. */
    public static TypedForm of(Map<String, String> typed) {
        return new TypedForm(typed, List.of());
    }

    /** Returns a field's value as typed; an empty string if there is none. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean isWrong(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    /** Omits the values, so that no personal data reach a log by accident. */
    @Override
    public String toString() {
        return "TypedForm[…]";
    }
}
