package nl.samenkomst.domain.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.session.SessionDifference;
import nl.samenkomst.domain.session.SessionDifferences;
import org.jspecify.annotations.Nullable;

/** Lists what a change of a session's document changed, for the audit trail: every field, and the old and new values. */
public final class ChangedValues {

    /** Longer values are cut, so that the record of a change stays small. */
    private static final int MAX_VALUE_LENGTH = 300; // code points

    /** The fields whose changes {@link SessionDifferences} tells one by one. */
    private static final Set<String> TOLD_APART = Set.of("start", "end", "timeZone", "programme");

    private ChangedValues() {}

    public static List<ChangedValue> between(SessionDocument before, SessionDocument after) {
        List<ChangedValue> changes = new ArrayList<>();
        for (SessionDifference difference : SessionDifferences.between(before, after)) {
            changes.add(new ChangedValue(
                    difference.kind().word(), difference.subject(), cut(difference.before()), cut(difference.after())));
        }
        Map<String, @Nullable Object> was = SessionDocumentFields.write(before);
        Map<String, @Nullable Object> is = SessionDocumentFields.write(after);
        for (String field : is.keySet()) {
            boolean told = TOLD_APART.contains(field)
                    || changes.stream().anyMatch(change -> change.what().equals(field));
            if (!told && !Objects.equals(was.get(field), is.get(field))) {
                changes.add(new ChangedValue(field, "", written(was.get(field)), written(is.get(field))));
            }
        }
        return changes;
    }

    /** Returns a text, number or flag as it is, and a list of texts with commas; the rest is only named as changed. */
    private static String written(@Nullable Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return cut(list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean
                ? cut(String.valueOf(value))
                : "";
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= MAX_VALUE_LENGTH
                ? value
                : value.substring(0, value.offsetByCodePoints(0, MAX_VALUE_LENGTH)) + "…";
    }
}
