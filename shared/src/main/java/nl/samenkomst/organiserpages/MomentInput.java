package nl.samenkomst.organiserpages;

/**
 * Chooses how a browser asks for a date or a time: with a field for it, or as text where that would hide what was typed.
 */
public final class MomentInput {

    private MomentInput() {}

    /** Returns the value of {@code type} for the input of a date that now has this value. */
    public static String ofDate(String value) {
        return value.isEmpty() || value.matches("\\d{4}-\\d{2}-\\d{2}") ? "date" : "text";
    }

    /** Returns the value of {@code type} for the input of a time that now has this value. */
    public static String ofTime(String value) {
        return value.isEmpty() || value.matches("\\d{2}:\\d{2}") ? "time" : "text";
    }
}
