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
import nl.samenkomst.domain.organiser.ListRegistrations;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;

/**
 * A request for a part of a list: {@code ?state=confirmed&limit=100&after=…}.
 *
 * @param filter of a list of registrations; accepts all in lists of other things
 * @param after the cursor at the end of the previous part; empty for the first part
 */
record PartRequest<C>(Request request, PartLimit limit, ListRegistrations.Filter filter, Optional<C> after) {

    private static final String STATE = "state";
    private static final String ADDRESS_CONFIRMED = "addressConfirmed";
    private static final String LIMIT = "limit";
    private static final String AFTER = "after";

    private static final List<String> FLAGS = List.of("true", "false");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");

    /**
     * Parses the parameters of any list.
     *
     * @param limit the most that fits in one response
     * @param cursor parses a cursor; empty if it is not one
     */
    static <C> Parsed<PartRequest<C>> parse(Request request, PartLimit limit, Function<String, Optional<C>> cursor) {
        return parse(request, limit, Optional.empty(), Optional.empty(), cursor);
    }

    /** Parses the parameters of a list of registrations, which can be filtered. */
    static <C> Parsed<PartRequest<C>> parseWithFilter(
            Request request, PartLimit limit, Function<String, Optional<C>> cursor) {
        return parse(request, limit, request.query(STATE), request.query(ADDRESS_CONFIRMED), cursor);
    }

    private static <C> Parsed<PartRequest<C>> parse(
            Request request,
            PartLimit limit,
            Optional<String> state,
            Optional<String> addressConfirmed,
            Function<String, Optional<C>> cursor) {
        List<Problem> problems = new ArrayList<>();
        if (state.isPresent() && !RegistrationState.WORDS.contains(state.get())) {
            problems.add(new Problem(STATE, Reason.INVALID, "expected", String.join(", ", RegistrationState.WORDS)));
        }
        if (addressConfirmed.isPresent() && !FLAGS.contains(addressConfirmed.get())) {
            problems.add(new Problem(ADDRESS_CONFIRMED, Reason.INVALID, "expected", String.join(", ", FLAGS)));
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
        ListRegistrations.Filter filter = new ListRegistrations.Filter(state, addressConfirmed.map(Boolean::valueOf));
        return problems.isEmpty()
                ? new Parsed.Valid<>(new PartRequest<>(request, limit.rows(rows.orElseThrow()), filter, after))
                : new Parsed.Invalid<>(problems);
    }

    /** Returns the response with a link to the part after this cursor; unchanged if empty, at the end of the list. */
    Response withNext(Response part, Optional<String> cursor) {
        return cursor.map(after -> part.with("link", "<" + next(after) + ">; rel=\"next\""))
                .orElse(part);
    }

    /** Returns the address of the part after this cursor; nothing in it needs percent-encoding. */
    String next(String cursor) {
        StringJoiner parameters = new StringJoiner("&", "?", "");
        filter.state().ifPresent(word -> parameters.add(STATE + "=" + word));
        filter.addressConfirmed().ifPresent(flag -> parameters.add(ADDRESS_CONFIRMED + "=" + flag));
        request.query(LIMIT).ifPresent(number -> parameters.add(LIMIT + "=" + number));
        request.query("lang").flatMap(Language::of).ifPresent(language -> parameters.add("lang=" + language.tag()));
        parameters.add(AFTER + "=" + cursor);
        return request.requestedPath() + parameters;
    }

    /** Returns the number of rows; empty unless it is from 1 to {@link PartLimit#MAX_ROWS}. */
    private static OptionalInt number(String written) {
        int number = NUMBER.matcher(written).matches() ? Integer.parseInt(written) : 0;
        return number >= 1 && number <= PartLimit.MAX_ROWS ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
