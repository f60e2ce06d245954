package nl.samenkomst.organiserpages.editing;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.organiserpages.MomentInput;
import org.jspecify.annotations.Nullable;

/**
 * One input of a section's form, with its words.
 *
 * @param name as a browser sends it
 * @param type how it is typed
 * @param hint empty if it needs none
 * @param value as typed, or in words that are read back as the same
 * @param meaning what was understood, in words; empty if the value says so itself
 * @param choices of a {@link Type#CHOICE} or {@link Type#LIST}; else empty
 * @param problem what is wrong; an empty string if nothing is
 */
public record Input(
        String name,
        Type type,
        String label,
        Optional<String> hint,
        String value,
        Optional<String> meaning,
        List<Choice> choices,
        String problem) {

    /** How something is typed. */
    public enum Type {
        LINE,
        NUMBER,
        EMAIL,
        LINK,
        DATE,
        TIME,
        /** Several lines. */
        AREA,
        TICK,
        /** One of a few, all shown. */
        CHOICE,
        /** One of a list. */
        LIST
    }

    /** A value to choose. */
    public record Choice(String value, String label, Optional<String> hint, boolean chosen) {}

    public Input {
        choices = List.copyOf(choices);
    }

    /** Returns the id of its element, or of its first choice. */
    public String id() {
        return idOf(name);
    }

    /** Returns the id of the element for the input with this name. */
    static String idOf(String name) {
        return name.substring(1).replace('/', '-');
    }

    public boolean isWrong() {
        return !problem.isEmpty();
    }

    /** Returns the value of {@code type}. */
    public String htmlType() {
        return switch (type) {
            case EMAIL -> "email";
            case LINK -> "url";
            case DATE -> MomentInput.ofDate(value);
            case TIME -> MomentInput.ofTime(value);
            case LINE, NUMBER, AREA, TICK, CHOICE, LIST -> "text";
        };
    }

    /** Returns the value of {@code inputmode}; null omits it. */
    public @Nullable String inputMode() {
        return type == Type.NUMBER ? "numeric" : null;
    }

    public boolean isTicked() {
        return value.equals("yes");
    }

    /** Returns the value of {@code aria-describedby}: the ids of the hint, the meaning and the problem; null omits it. */
    public @Nullable String describedBy() {
        String ids = (hint.isPresent() ? id() + "-hint " : "")
                + (meaning.isPresent() ? id() + "-meaning " : "")
                + (isWrong() ? id() + "-problem" : "");
        return ids.isEmpty() ? null : ids.strip();
    }
}
