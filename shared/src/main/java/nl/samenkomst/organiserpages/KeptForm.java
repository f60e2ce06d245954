package nl.samenkomst.organiserpages;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a form held that was sent and not taken, to be sent again.
 *
 * @param fields the values by name, without secrets; several values of one name are lines
 * @param isMultipart whether it came as multipart/form-data, in which a large form stays below the limit
 */
public record KeptForm(Map<String, String> fields, boolean isMultipart, Missing missing) {

    /** What the form held that cannot be kept. */
    public enum Missing {
        NOTHING,
        /** The file that was chosen is no text. */
        FILE,
        /** The form is too large, or cannot be read. */
        EVERYTHING
    }

    public KeptForm {
        fields = new LinkedHashMap<>(fields);
    }

    /** Returns whether there is nothing to send again, as of a button alone. */
    public boolean isEmpty() {
        return fields.isEmpty() && missing != Missing.FILE;
    }

    /** Returns everything that was sent, for people to copy; an empty string if that is nothing. */
    public String text() {
        return fields.values().stream().filter(value -> !value.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** Omits the values, so that no personal data reach a log by accident. */
    @Override
    public String toString() {
        return "KeptForm[…]";
    }
}
