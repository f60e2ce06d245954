package nl.samenkomst.domain.draft;

import java.util.List;

/**
 * A field of a session's form.
 *
 * @param pointer the JSON pointer to its value in the session document; within a row, to its value in that row's object
 */
public record InputField(String pointer, Kind kind) {

    /** How a value of the session document is typed. */
    public enum Kind {
        TEXT,
        /** One of a few words, chosen from a list; it has a value even in a blank row. */
        CHOICE,
        /** Says whether another input counts; no value of the document. */
        SWITCH,
        /** {@code yes} or {@code no}. */
        FLAG,
        /** A whole number. */
        NUMBER,
        /** A period in words or in ISO 8601. */
        PERIOD,
        /** Periods, a line for each. */
        PERIODS,
        /** A list of texts, a line for each. */
        LINES,
        /** People with their organisation, a line for each, as {@link FacilitatorLines} has them. */
        FACILITATORS,
        /** A date and a time, in two inputs: {@code /date} and {@code /time} below the pointer. */
        MOMENT;

        /** Returns whether something was typed here in a row that is not blank. */
        boolean isTyped() {
            return this != CHOICE && this != SWITCH && this != FLAG;
        }
    }

    static InputField text(String pointer) {
        return new InputField(pointer, Kind.TEXT);
    }

    static InputField choice(String pointer) {
        return new InputField(pointer, Kind.CHOICE);
    }

    static InputField flag(String pointer) {
        return new InputField(pointer, Kind.FLAG);
    }

    static InputField number(String pointer) {
        return new InputField(pointer, Kind.NUMBER);
    }

    static InputField period(String pointer) {
        return new InputField(pointer, Kind.PERIOD);
    }

    static InputField lines(String pointer) {
        return new InputField(pointer, Kind.LINES);
    }

    static InputField moment(String pointer) {
        return new InputField(pointer, Kind.MOMENT);
    }

    /** Returns this field within the row at {@code row}, such as {@code /themes/0}. */
    InputField in(String row) {
        return new InputField(row + pointer, kind);
    }

    /** Returns the names of its inputs. */
    public List<String> names() {
        return kind == Kind.MOMENT ? List.of(pointer + SessionForm.DATE, pointer + SessionForm.TIME) : List.of(pointer);
    }
}
