package nl.samenkomst.urls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.SingleLine;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.session.SessionId;

/**
 * Reads and writes an agenda query as query parameters: {@code topic=Eenzaamheid&when=past&page=2}. The agenda, its
 * feeds and the API share them.
 */
public final class AgendaParameters {

    static final String WHEN = "when";
    static final String PAST = "past";
    private static final List<String> WHENS = List.of("coming", PAST);

    /** In code points: one more than an organiser's value can have, so that a truncated value matches no session. */
    private static final int MAX_VALUE_LENGTH = SessionDocumentFields.MAX_NAME_LENGTH + 1;

    private static final String AFTER = "after";
    private static final String PAGE = "page";
    private static final String PASSED = "passed";
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private AgendaParameters() {}

    /** Parses a query; unreadable parameters are ignored, and a filter value that no session has finds nothing. */
    public static AgendaQuery parse(Map<String, String> parameters) {
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String value = clean(parameters.getOrDefault(facet.word(), ""));
            if (!value.isEmpty()) {
                chosen.put(facet, value);
            }
        }
        Optional<AgendaCursor> after =
                Optional.ofNullable(parameters.get(AFTER)).flatMap(AfterParameter::parse);
        String page = parameters.getOrDefault(PAGE, "");
        return new AgendaQuery(
                PAST.equals(parameters.get(WHEN)) ? AgendaDirection.PAST : AgendaDirection.UPCOMING,
                new AgendaFilter(chosen),
                after,
                NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 1,
                Optional.ofNullable(parameters.get(PASSED)).flatMap(SessionId::parse));
    }

    /** Returns the problems with a program's query; pages ignore unreadable parameters instead. */
    public static List<Problem> problems(Map<String, String> parameters) {
        List<Problem> problems = new ArrayList<>();
        if (parameters.containsKey(WHEN) && !WHENS.contains(parameters.get(WHEN))) {
            problems.add(new Problem(WHEN, Reason.INVALID, "expected", String.join(", ", WHENS)));
        }
        if (parameters.containsKey(PAGE)
                && !NUMBER.matcher(parameters.get(PAGE)).matches()) {
            problems.add(new Problem("/" + PAGE, PAGE, Reason.OUT_OF_RANGE, Map.of("min", "1", "max", "999999")));
        }
        if (parameters.containsKey(AFTER)
                && AfterParameter.parse(parameters.get(AFTER)).isEmpty()) {
            problems.add(new Problem(AFTER, Reason.INVALID));
        }
        if (parameters.containsKey(PASSED)
                && SessionId.parse(parameters.get(PASSED)).isEmpty()) {
            problems.add(new Problem(PASSED, Reason.UNKNOWN));
        }
        return problems;
    }

    /** Writes what {@link #parse} reads, each parameter after an ampersand; defaults are omitted. */
    static String of(AgendaQuery query) {
        StringBuilder written = new StringBuilder();
        for (Facet facet : Facet.values()) {
            query.filter().value(facet).ifPresent(value -> write(written, facet.word(), value));
        }
        if (query.direction() == AgendaDirection.PAST) {
            write(written, WHEN, PAST);
        }
        // Needs no percent-encoding.
        query.after().ifPresent(cursor -> written.append("&" + AFTER + "=").append(AfterParameter.of(cursor)));
        if (query.page() > 1) {
            write(written, PAGE, String.valueOf(query.page()));
        }
        query.lastSeen().ifPresent(id -> write(written, PASSED, id.value()));
        return written.toString();
    }

    private static void write(StringBuilder written, String name, String value) {
        written.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Returns a single clean line that is safe to show again, truncated to {@value #MAX_VALUE_LENGTH} code points. */
    private static String clean(String typed) {
        String line = typed.codePoints()
                .limit(MAX_VALUE_LENGTH)
                .filter(c -> SingleLine.isClean(Character.toString(c)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return SingleLine.tidyAsStored(line);
    }
}
