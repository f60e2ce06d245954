package nl.samenkomst.managesessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;

/**
 * Which part of a list is asked for: {@code ?state=confirmed&limit=100&after=…}.
 *
 * @param state of registrations: those in this state only
 * @param after the cursor that the part before ended with; from the beginning where empty
 */
record PartRequest<C>(Request request, PartLimit limit, Optional<String> state, Optional<C> after) {

    private static final String STATE = "state";
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");

    /**
     * Reads the parameters of any list.
     *
     * @param most what an answer holds
     * @param cursor reads a cursor; empty where it is none
     */
    static <C> Parsed<PartRequest<C>> parse(Request request, PartLimit most, Function<String, Optional<C>> cursor) {
        return parse(request, most, Optional.empty(), cursor);
    }

    /** The same for a list of registrations, which can be asked for those in one state. */
    static <C> Parsed<PartRequest<C>> parseWithState(
            Request request, PartLimit most, Function<String, Optional<C>> cursor) {
        return parse(request, most, request.query(STATE), cursor);
    }

    private static <C> Parsed<PartRequest<C>> parse(
            Request request, PartLimit most, Optional<String> state, Function<String, Optional<C>> cursor) {
        List<Problem> problems = new ArrayList<>();
        if (state.isPresent() && !Standing.WORDS.contains(state.get())) {
            problems.add(new Problem(STATE, Reason.INVALID, "expected", String.join(", ", Standing.WORDS)));
        }
        OptionalInt rows = request.query(LIMIT).map(PartRequest::number).orElse(OptionalInt.of(Integer.MAX_VALUE));
        if (rows.isEmpty()) {
            Map<String, String> bounds = Map.of("min", "1", "max", String.valueOf(PartLimit.MAX_ROWS));
            problems.add(new Problem("/" + LIMIT, LIMIT, Reason.OUT_OF_RANGE, bounds));
        }
        Optional<C> after = request.query(AFTER).flatMap(cursor);
        if (request.query(AFTER).isPresent() && after.isEmpty()) {
            problems.add(new Problem(AFTER, Reason.INVALID));
        }
        return problems.isEmpty()
                ? new Parsed.Right<>(new PartRequest<>(request, most.rows(rows.orElseThrow()), state, after))
                : new Parsed.Wrong<>(problems);
    }

    /** The answer with the way to the part after this cursor, or as it is where the list ends. */
    Response withNext(Response part, Optional<String> cursor) {
        return cursor.map(after -> part.with("link", "<" + next(after) + ">; rel=\"next\""))
                .orElse(part);
    }

    /** Where the part after this cursor is. Nothing in it needs escaping. */
    String next(String cursor) {
        StringJoiner parameters = new StringJoiner("&", "?", "");
        state.ifPresent(word -> parameters.add(STATE + "=" + word));
        request.query(LIMIT).ifPresent(number -> parameters.add(LIMIT + "=" + number));
        request.query("lang").flatMap(Language::of).ifPresent(language -> parameters.add("lang=" + language.tag()));
        parameters.add(AFTER + "=" + cursor);
        return request.address().replace("{id}", request.path("id")) + parameters;
    }

    /** Empty where it is no number of rows that may be asked for. */
    private static OptionalInt number(String written) {
        int number = NUMBER.matcher(written).matches() ? Integer.parseInt(written) : 0;
        return number >= 1 && number <= PartLimit.MAX_ROWS ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
