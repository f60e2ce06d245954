package nl.samenkomst.domain.audit;

/**
 * A value of a session that an organiser's action changed.
 *
 * @param what the field of the session document, or a part of the programme
 * @param subject the title of the programme part or the id of the theme that it is about; may be empty
 * @param before empty if there was no value
 * @param after empty if there is no value any more
 */
public record ChangedValue(String what, String subject, String before, String after) {

    /** Returns whether only the fact that it changed is recorded, as for a list of questions. */
    public boolean isOnlyNamed() {
        return before.isEmpty() && after.isEmpty();
    }
}
