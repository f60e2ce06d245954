package nl.samenkomst.domain.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.document.SessionDocument;

/**
 * A session as it is typed in a form, right or wrong: the value of each input by its name, which is the JSON pointer to
 * that value in the session document. {@link #parse} reads back an equal document from what {@link #of} wrote.
 */
public record SessionForm(Map<String, String> fields) {

    /** What follows a moment's pointer in the name of the input for its date. */
    static final String DATE = "/date";

    /** What follows a moment's pointer in the name of the input for its time. */
    static final String TIME = "/time";

    /** What follows a row's pointer in the name of the input for its id. */
    static final String ID = "/id";

    /** The value of a flag that is set. */
    public static final String YES = "yes";

    static final String NO = "no";

    /** The input that says whether {@code /reminders} counts, or the default. */
    public static final String REMINDERS_CHOICE = "/reminders/choice";

    /** The value of {@link #REMINDERS_CHOICE} if {@code /reminders} counts. */
    public static final String OWN = "own";

    public SessionForm {
        fields = Map.copyOf(fields);
    }

    /** Returns a document as it would be typed. */
    public static SessionForm of(SessionDocument document) {
        return new SessionForm(SessionFormWriter.write(document));
    }

    /** Returns the form of a session about which nothing is known yet: what it requires is blank, the rest has its default. */
    public static SessionForm blank() {
        return BlankForm.FORM;
    }

    /** Returns the form with these inputs in place of a section's. */
    public SessionForm with(Section section, Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.keySet().removeIf(section::has);
        all.putAll(changed);
        return new SessionForm(all);
    }

    /** Returns the document, or else every problem in it, whose pointers are names of inputs. */
    public Parsed<SessionDocument> parse() {
        return new SessionFormReader(fields).read();
    }

    /** Returns an input's value; an empty string if there is none. */
    public String value(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Returns the inputs of one section. */
    public Map<String, String> fieldsOf(Section section) {
        return fields.entrySet().stream()
                .filter(field -> section.has(field.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }

    /** Returns the lines that are not blank, without white space around them. */
    static List<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Omits the values, which may name people. */
    @Override
    public String toString() {
        return "SessionForm[…]";
    }
}
