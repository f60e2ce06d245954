package nl.samenkomst.domain.erasure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.SingleLine;
import nl.samenkomst.domain.session.SessionId;

/** Reads which of their other registrations a person wants to erase, from a form or an API call. */
public final class ErasureForm {

    /** The field with the ids of the other sessions. */
    public static final String SESSIONS = "sessions";

    /** The most other registrations at once: as many as a page offers. */
    public static final int MAX_OTHERS = 24;

    private ErasureForm() {}

    /** Returns the sessions ticked in a form; ignores values that are no session id. */
    public static List<SessionId> parse(Map<String, String> form) {
        String typed = form.getOrDefault(SESSIONS, "");
        return SingleLine.isFarTooLong(typed, MAX_OTHERS * (SessionId.MAX_LENGTH + 1))
                ? List.of()
                : typed.lines()
                        .map(SessionId::parse)
                        .flatMap(Optional::stream)
                        .limit(MAX_OTHERS)
                        .toList();
    }

    /** Parses the body of an API call; refuses unknown fields by name. */
    public static Parsed<List<SessionId>> parseJson(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(SESSIONS));
        List<String> written = fields.lines(SESSIONS, MAX_OTHERS, SessionId.MAX_LENGTH);
        List<SessionId> sessions = new ArrayList<>();
        if (fields.isValidSoFar(SESSIONS)) {
            for (int i = 0; i < written.size(); i++) {
                Optional<SessionId> session = SessionId.parse(written.get(i));
                session.ifPresent(sessions::add);
                if (session.isEmpty()) {
                    fields.problemAt(SESSIONS, i, Reason.UNKNOWN);
                }
            }
        }
        return fields.problems().isEmpty() ? new Parsed.Valid<>(sessions) : new Parsed.Invalid<>(fields.problems());
    }
}
