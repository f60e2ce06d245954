package nl.samenkomst.domain;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the fields of one JSON object, and collects every problem under its field's JSON pointer, up to
 * {@link Problem#MAX_PER_RESPONSE}, so that the sender sees them all at once. A text that is far too long
 * ({@link SingleLine#isFarTooLong}) is refused by its length, before any other processing, and then counts as absent.
 */
public final class Fields {

    private static final int MAX_LINK_LENGTH = 2000; // code points

    /**
     * In code points, for a value with a fixed form or vocabulary; enforced by {@link SingleLine#isFarTooLong} only.
     */
    private static final int MAX_WORD_LENGTH = 100;

    private static final Pattern PICTURE =
            Pattern.compile("data:image/(png|jpeg|webp|avif|gif|svg\\+xml);base64,[A-Za-z0-9+/]+={0,2}");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final Map<?, ?> tree;
    private final String pointer;
    private final String path;
    private final List<Problem> problems;

    private Fields(Map<?, ?> tree, String pointer, String path, List<Problem> problems) {
        this.tree = tree;
        this.pointer = pointer;
        this.path = path;
        this.problems = problems;
    }

    /** Returns the fields of a whole document. */
    public static Fields of(Map<String, ?> tree) {
        return new Fields(tree, "", "", new ArrayList<>());
    }

    /** Returns the problems found so far, nested objects included; at most {@link Problem#MAX_PER_RESPONSE}. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Adds a problem with every field whose name is not in {@code known}. */
    public void allowOnly(Set<String> known) {
        for (Object name : tree.keySet()) {
            if (isFull()) {
                return;
            }
            if (!known.contains(name)) {
                add(new Problem(
                        pointer + Problem.pointerTo(name.toString()),
                        "field",
                        Reason.UNKNOWN,
                        Map.of("name", Problem.abbreviated(name.toString()))));
            }
        }
    }

    /** Returns whether the field is present and not null. */
    public boolean has(String name) {
        return tree.get(name) != null;
    }

    /** Returns whether the field is a text that matches {@code form}; adds no problem. */
    public boolean holds(String name, Pattern form) {
        return tree.get(name) instanceof String text
                && !SingleLine.isFarTooLong(text, MAX_WORD_LENGTH)
                && form.matcher(text).matches();
    }

    /**
     * Returns one line of text of at most {@code maxLength} code points; empty if it is absent or blank. A line that is
     * too long or not clean is returned as well, with a problem.
     */
    public Optional<String> line(String name, int maxLength) {
        return line(name, maxLength, SingleLine::tidy);
    }

    private Optional<String> line(String name, int maxLength, UnaryOperator<String> tidy) {
        Optional<String> line = string(name, maxLength).map(tidy).filter(text -> !text.isEmpty());
        line.ifPresent(text -> checkLine(name, text, maxLength));
        return line;
    }

    /** Returns a line as {@link #line} does; an empty text, with a problem, if it is missing. */
    public String requiredLine(String name, int maxLength) {
        Optional<String> line = line(name, maxLength);
        if (line.isEmpty() && isValidSoFar(name)) {
            problem(name, Reason.REQUIRED);
        }
        return line.orElse("");
    }

    /**
     * Returns the required {@code id} of an object in a list; empty, with a problem, if it is missing or invalid. A
     * duplicate is returned as well, with a problem.
     *
     * @param maxLength in code points
     * @param example a valid id
     * @param taken the ids of the objects before it
     */
    public <I> Optional<I> id(int maxLength, Function<String, Optional<I>> parse, String example, Collection<I> taken) {
        String written = requiredLine("id", maxLength);
        Optional<I> id = parse.apply(written);
        if (!written.isEmpty() && id.isEmpty()) {
            problem("id", Reason.INVALID, "expected", example);
        }
        if (id.filter(taken::contains).isPresent()) {
            problem("id", Reason.DUPLICATE);
        }
        return id;
    }

    /**
     * Returns a text of at most {@code maxLength} code points, with {@code \n} between its lines; an empty text if it is
     * absent. A text that is too long or not clean is returned as well, with a problem.
     */
    public String text(String name, int maxLength) {
        String text = string(name, maxLength).map(SingleLine::tidyText).orElse("");
        if (length(text) > maxLength) {
            problem(name, Reason.TOO_LONG, "max", maxLength);
        } else if (!SingleLine.isCleanText(text)) {
            problem(name, Reason.CHARACTERS);
        }
        return text;
    }

    /** Returns up to {@code maxEntries} distinct lines of up to {@code maxLength} code points; adds a problem for any other. */
    public List<String> lines(String name, int maxEntries, int maxLength) {
        List<String> lines = new ArrayList<>();
        List<?> entries = list(name, maxEntries);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof String typed && SingleLine.isFarTooLong(typed, maxLength)) {
                tooLongInList(name, i, maxLength);
                continue;
            }
            String text = entries.get(i) instanceof String typed ? SingleLine.tidy(typed) : "";
            if (text.isEmpty()) {
                problemInList(name, i, Reason.INVALID, Map.of("expected", "\"…\""));
            } else if (length(text) > maxLength) {
                tooLongInList(name, i, maxLength);
            } else if (!SingleLine.isClean(text)) {
                problemInList(name, i, Reason.CHARACTERS, Map.of());
            } else if (lines.contains(text)) {
                problemInList(name, i, Reason.DUPLICATE, Map.of());
            } else {
                lines.add(text);
            }
        }
        return lines;
    }

    /** Returns the names of all fields, in no particular order. */
    public Set<String> names() {
        return tree.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
    }

    /**
     * Returns a text as it is, a flag as {@code yes} or {@code no}, or a list of texts with {@code \n} between them;
     * empty, with a problem, for another value. Of any length, so the caller must limit it.
     */
    public Optional<String> anyAsText(String name) {
        Object value = tree.get(name);
        if (value instanceof Boolean flag) {
            return Optional.of(flag ? "yes" : "no");
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return Optional.of(list.stream().map(String::valueOf).collect(Collectors.joining("\n")));
        }
        return any(name);
    }

    /** Returns a flag; {@code otherwise} if it is absent or, with a problem, if it is no flag. */
    public boolean flag(String name, boolean otherwise) {
        Object value = tree.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        problem(name, Reason.INVALID, "expected", "true, false");
        return otherwise;
    }

    /** Returns a whole number from {@code min} to {@code max}; empty if absent or, with a problem, anything else. */
    public OptionalInt number(String name, int min, int max) {
        Object value = tree.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!(value instanceof Number number) || !isWhole(number)) {
            problem(name, Reason.INVALID, "expected", "1, 2, 3 …");
            return OptionalInt.empty();
        }
        BigDecimal exact = new BigDecimal(number.toString());
        if (exact.compareTo(BigDecimal.valueOf(min)) < 0 || exact.compareTo(BigDecimal.valueOf(max)) > 0) {
            problem(name, Reason.OUT_OF_RANGE, Map.of("min", String.valueOf(min), "max", String.valueOf(max)));
            return OptionalInt.empty();
        }
        return OptionalInt.of(exact.intValueExact());
    }

    /** Returns one of {@code values}; the first if the field is absent or, with a problem, none of them. */
    public String oneOf(String name, List<String> values) {
        Optional<String> value = string(name, MAX_WORD_LENGTH);
        if (value.isPresent() && !values.contains(value.get())) {
            problem(name, Reason.INVALID, "expected", String.join(", ", values));
            return values.getFirst();
        }
        return value.orElse(values.getFirst());
    }

    /** Returns an ISO 8601 period; empty if it is absent or, with a problem, invalid. */
    public Optional<CalendarPeriod> span(String name) {
        Optional<String> written = string(name, MAX_WORD_LENGTH);
        Optional<CalendarPeriod> span = written.flatMap(CalendarPeriod::parse);
        if (written.isPresent() && span.isEmpty()) {
            problem(name, Reason.INVALID, "expected", "P7D, P1W, PT1H30M");
        }
        return span;
    }

    /** Returns up to {@code maxEntries} distinct ISO 8601 periods; leaves out invalid ones, with a problem each. */
    public List<CalendarPeriod> spans(String name, int maxEntries) {
        List<CalendarPeriod> spans = new ArrayList<>();
        List<?> entries = list(name, maxEntries);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof String typed && SingleLine.isFarTooLong(typed, MAX_WORD_LENGTH)) {
                tooLongInList(name, i, MAX_WORD_LENGTH);
                continue;
            }
            Optional<CalendarPeriod> span =
                    entries.get(i) instanceof String written ? CalendarPeriod.parse(written) : Optional.empty();
            if (span.isEmpty()) {
                problemInList(name, i, Reason.INVALID, Map.of("expected", "P7D, P1W, PT1H30M"));
            } else if (spans.contains(span.get())) {
                problemInList(name, i, Reason.DUPLICATE, Map.of());
            } else {
                spans.add(span.get());
            }
        }
        return spans;
    }

    /** Returns a moment with its offset, in the years 2000 to 2199; empty if absent or, with a problem, invalid. */
    public Optional<OffsetDateTime> moment(String name) {
        Optional<String> written =
                string(name, MAX_WORD_LENGTH).map(SingleLine::tidy).filter(text -> !text.isEmpty());
        if (written.isEmpty()) {
            return Optional.empty();
        }
        try {
            OffsetDateTime moment = OffsetDateTime.parse(written.get());
            if (moment.getYear() >= FIRST_YEAR && moment.getYear() <= LAST_YEAR) {
                return Optional.of(moment);
            }
            problem(
                    name,
                    Reason.OUT_OF_RANGE,
                    Map.of("min", String.valueOf(FIRST_YEAR), "max", String.valueOf(LAST_YEAR)));
        } catch (DateTimeException notADate) {
            problem(name, Reason.INVALID, "expected", "2026-12-03T15:00:00+01:00");
        }
        return Optional.empty();
    }

    /**
     * Returns a picture, embedded as a {@code data:} URI (RFC 2397) or as a {@link #link}; empty if it is absent or,
     * with a problem, invalid.
     *
     * @param maxLength maximum length of a {@code data:} URI, in code points
     */
    public Optional<URI> picture(String name, int maxLength) {
        return tree.get(name) instanceof String text && text.startsWith("data:")
                ? line(name, maxLength)
                        .filter(data -> length(data) <= maxLength)
                        .flatMap(data -> embeddedPicture(name, data))
                : link(name);
    }

    private Optional<URI> embeddedPicture(String name, String data) {
        if (!PICTURE.matcher(data).matches()) {
            problem(name, Reason.INVALID, "expected", "data:image/webp;base64,…");
            return Optional.empty();
        }
        return Optional.of(URI.create(data));
    }

    /** Returns an {@code https://} link with a host and no user; empty if it is absent or, with a problem, invalid. */
    public Optional<URI> link(String name) {
        Optional<String> line = line(name, MAX_LINK_LENGTH);
        if (line.isEmpty() || length(line.get()) > MAX_LINK_LENGTH) {
            return Optional.empty();
        }
        try {
            URI link = new URI(line.get());
            if (!"https".equalsIgnoreCase(link.getScheme())) {
                problem(name, Reason.NOT_HTTPS);
            } else if (link.getHost() == null || link.getRawUserInfo() != null) {
                problem(name, Reason.INVALID, "expected", "https://www.example.org/");
            } else {
                return Optional.of(link);
            }
        } catch (URISyntaxException notALink) {
            problem(name, Reason.INVALID, "expected", "https://www.example.org/");
        }
        return Optional.empty();
    }

    /** Returns an email address; empty if it is absent or, with a problem, invalid. */
    public Optional<EmailAddress> address(String name) {
        Optional<String> line = line(name, EmailAddress.MAX_LENGTH, EmailAddress::tidy);
        Optional<EmailAddress> address = line.flatMap(EmailAddress::parse);
        if (line.isPresent() && address.isEmpty() && isValidSoFar(name)) {
            problem(name, Reason.INVALID, "expected", "naam@example.org");
        }
        return address;
    }

    /** Returns the nested object of this name; empty if it is absent or, with a problem, no object. */
    public Optional<Fields> object(String name) {
        Object value = tree.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> inner) {
            return Optional.of(new Fields(inner, pointerTo(name), path + name + ".", problems));
        }
        problem(name, Reason.INVALID, "expected", "{…}");
        return Optional.empty();
    }

    /** Returns the objects in a list of at most {@code maxEntries}; leaves out other entries, with a problem each. */
    public List<Fields> objects(String name, int maxEntries) {
        List<Fields> objects = new ArrayList<>();
        List<?> entries = list(name, maxEntries);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Map<?, ?> inner) {
                objects.add(new Fields(inner, pointerTo(name) + "/" + i, path + name + ".", problems));
            } else {
                problemInList(name, i, Reason.INVALID, Map.of("expected", "{…}"));
            }
        }
        return objects;
    }

    /** Adds a problem with a field. */
    public void problem(String name, Reason reason) {
        problem(name, reason, Map.of());
    }

    /** Adds a problem with a field, and one named value for its message. */
    public void problem(String name, Reason reason, String value, Object is) {
        problem(name, reason, Map.of(value, String.valueOf(is)));
    }

    /** Adds a problem with the list entry at this index, counted from 0. */
    public void problemAt(String name, int index, Reason reason) {
        problemInList(name, index, reason, Map.of());
    }

    /** Adds a problem with the list entry at this index, counted from 0, and one named value for its message. */
    public void problemAt(String name, int index, Reason reason, String value, Object is) {
        problemInList(name, index, reason, Map.of(value, String.valueOf(is)));
    }

    /**
     * Returns whether no problem was found in this field or inside it; false once there are
     * {@link Problem#MAX_PER_RESPONSE} problems.
     */
    public boolean isValidSoFar(String name) {
        String here = pointerTo(name);
        return !isFull()
                && problems.stream()
                        .map(Problem::pointer)
                        .noneMatch(found -> found.equals(here) || found.startsWith(here + "/"));
    }

    /** Adds a problem with a field, and named values for its message. */
    public void problem(String name, Reason reason, Map<String, String> values) {
        add(new Problem(pointerTo(name), path + name, reason, values));
    }

    private void problemInList(String name, int index, Reason reason, Map<String, String> values) {
        add(new Problem(pointerTo(name) + "/" + index, path + name, reason, values));
    }

    private void tooLongInList(String name, int index, int maxLength) {
        problemInList(name, index, Reason.TOO_LONG, Map.of("max", String.valueOf(maxLength)));
    }

    private void add(Problem problem) {
        if (!isFull()) {
            problems.add(problem);
        }
    }

    private boolean isFull() {
        return problems.size() >= Problem.MAX_PER_RESPONSE;
    }

    private void checkLine(String name, String text, int maxLength) {
        if (length(text) > maxLength) {
            problem(name, Reason.TOO_LONG, "max", maxLength);
        } else if (!SingleLine.isClean(text)) {
            problem(name, Reason.CHARACTERS);
        }
    }

    private Optional<String> string(String name, int maxLength) {
        Optional<String> text = any(name);
        if (text.filter(typed -> SingleLine.isFarTooLong(typed, maxLength)).isPresent()) {
            problem(name, Reason.TOO_LONG, "max", maxLength);
            return Optional.empty();
        }
        return text;
    }

    /** Returns a text of any length; empty if it is absent or, with a problem, no text. */
    private Optional<String> any(String name) {
        Object value = tree.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        problem(name, Reason.INVALID, "expected", "\"…\"");
        return Optional.empty();
    }

    private List<?> list(String name, int maxEntries) {
        Object value = tree.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            problem(name, Reason.INVALID, "expected", "[…]");
            return List.of();
        }
        if (list.size() > maxEntries) {
            problem(name, Reason.TOO_LONG, "max", maxEntries);
            return List.of();
        }
        return list;
    }

    private String pointerTo(String name) {
        return pointer + "/" + name;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isWhole(Number number) {
        return Double.isFinite(number.doubleValue())
                && new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
    }
}
