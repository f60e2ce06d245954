package nl.samenkomst.domain.erasure;

import java.util.Map;
import java.util.Set;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;

/** Parses what somebody sends to refuse all letters, or to take that back. */
public final class RefusalForm {

    /** The field that takes a refusal back. */
    public static final String UNDO = "undo";

    private RefusalForm() {}

    /** Parses the body of an API call; returns whether it takes a refusal back, which it does not if that is left out. */
    public static Parsed<Boolean> parseJson(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(UNDO));
        boolean undo = fields.flag(UNDO, false);
        return fields.problems().isEmpty() ? new Parsed.Valid<>(undo) : new Parsed.Invalid<>(fields.problems());
    }
}
