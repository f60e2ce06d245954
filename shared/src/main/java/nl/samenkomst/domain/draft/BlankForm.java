package nl.samenkomst.domain.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;

/** The form of a session about which nothing is known yet: every field has its default. */
final class BlankForm {

    private static final List<String> REQUIRED =
            List.of("/title", "/organiser", "/contact", "/start/date", "/start/time", "/end/date", "/end/time");

    static final SessionForm FORM = blank();

    private BlankForm() {}

    private static SessionForm blank() {
        Map<String, String> some = Map.of(
                "title", "-",
                "organiser", "-",
                "contact", "a@example.org",
                "start", "2030-01-01T12:00:00Z",
                "end", "2030-01-01T13:00:00Z");
        if (!(SessionDocumentFields.parse(some) instanceof Parsed.Valid<SessionDocument> valid)) {
            throw new IllegalStateException("the shortest document is not valid");
        }
        Map<String, String> fields =
                new LinkedHashMap<>(SessionForm.of(valid.value()).fields());
        REQUIRED.forEach(name -> fields.put(name, ""));
        return new SessionForm(fields);
    }
}
