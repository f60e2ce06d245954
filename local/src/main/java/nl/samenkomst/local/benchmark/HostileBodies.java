package nl.samenkomst.local.benchmark;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Request bodies that equal a route's example except for one part, which can grow to any size. */
public final class HostileBodies {

    private static final String MULTIPART = "multipart/form-data; boundary=x";
    private static final String END = "\r\n--x--\r\n";

    /** Maximum nesting; deeper JSON is refused as invalid (Jackson's {@code StreamReadConstraints}). */
    private static final int MAX_NESTING = 990;

    private HostileBodies() {}

    /**
     * A body that grows.
     *
     * @param input the part of the body that is hostile
     * @param shape how it is hostile
     * @param contentType the content type; empty for that of the route's example
     * @param ofSize builds the body for a size without a unit; a larger size gives more bytes
     */
    public record GrowingBody(String input, String shape, Optional<String> contentType, IntFunction<String> ofSize) {

        GrowingBody(String input, String shape, IntFunction<String> ofSize) {
            this(input, shape, Optional.empty(), ofSize);
        }

        /** Returns a body of at most this many UTF-8 bytes, and nearly as many. */
        public String atMost(int bytes) {
            int size = bytes;
            String body = ofSize.apply(size);
            for (int tries = 0; HostileDesk.bytes(body) > bytes && size > 1; tries++) {
                long next = (long) size * bytes / HostileDesk.bytes(body) - tries * (long) Math.max(size / 50, 1);
                size = (int) Math.max(1, next);
                body = ofSize.apply(size);
            }
            return body;
        }
    }

    /** Returns every growing body of a route; an empty list if the route takes no body. */
    public static List<GrowingBody> of(RouteBody example) {
        return switch (example) {
            case RouteBody.None _ -> List.of();
            case RouteBody.Form form -> ofForm(form.fields());
            case RouteBody.Json json -> ofJson(json.tree());
        };
    }

    /** Returns the example itself, as it is sent. */
    public static String written(RouteBody example) {
        return switch (example) {
            case RouteBody.None _ -> "";
            case RouteBody.Form form -> form(form.fields());
            case RouteBody.Json json -> json(json.tree());
        };
    }

    private static List<GrowingBody> ofForm(Map<String, String> fields) {
        List<GrowingBody> bodies = new ArrayList<>();
        fields.keySet().forEach(name -> {
            for (HostileShape shape : HostileShape.values()) {
                bodies.add(new GrowingBody(name, shape.toString(), size -> form(with(fields, name, shape.of(size)))));
            }
            bodies.add(new GrowingBody(
                    name,
                    "thousands of addresses",
                    size -> form(with(
                            fields,
                            name,
                            IntStream.range(0, size / 10)
                                    .mapToObj(i -> i + "@b.nl\n")
                                    .collect(Collectors.joining())))));
            bodies.add(new GrowingBody(
                    name,
                    "thousands of the same name",
                    size -> form(fields) + ("&" + name + "=a").repeat(size / (name.length() + 3))));
        });
        for (HostileShape shape : HostileShape.values()) {
            bodies.add(new GrowingBody("a name", shape.toString(), size -> form(with(fields, shape.of(size), "a"))));
            bodies.add(new GrowingBody(
                    "the name of an answer",
                    shape.toString(),
                    size -> form(with(fields, "answer." + shape.of(size), "a"))));
        }
        bodies.add(new GrowingBody("the body", "nothing but ampersands", size -> "&".repeat(size)));
        bodies.add(
                new GrowingBody("the body", "thousands of fields", size -> form(fields) + "&" + numbered("a", size)));
        bodies.add(new GrowingBody(
                "the body", "thousands of answers", size -> form(fields) + "&" + numbered("answer.a", size)));
        bodies.add(new GrowingBody("the body", "escapes", size -> form(fields) + "&b=" + "%41".repeat(size / 3)));
        bodies.add(new GrowingBody(
                "the body", "escapes that are not UTF-8", size -> form(fields) + "&b=" + "%FF".repeat(size / 3)));
        multipart(fields)
                .forEach((shape, ofSize) ->
                        bodies.add(new GrowingBody("the body", shape, Optional.of(MULTIPART), ofSize)));
        return bodies;
    }

    /** Returns forms of the type multipart/form-data by their shapes. */
    private static Map<String, IntFunction<String>> multipart(Map<String, String> fields) {
        String some = fields.entrySet().stream()
                .map(field -> part(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        Map<String, IntFunction<String>> bodies = new LinkedHashMap<>();
        bodies.put("one long part", size -> some + part("b", "a".repeat(size)) + END);
        bodies.put("hundreds of parts", size -> some + part("b", "a").repeat(size / 60) + END);
        bodies.put("thousands of empty parts", size -> some + "--x\r\n\r\n\r\n".repeat(size / 11) + END);
        bodies.put(
                "parts within a part",
                size -> some + "--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n"
                        + "--y\r\n\r\n".repeat(size / 7) + END);
        bodies.put("thousands of headers", size -> some + "--x\r\n" + "A: b\r\n".repeat(size / 6) + END);
        bodies.put(
                "thousands of parameters",
                size -> some + "--x\r\nContent-Disposition: form-data" + ";\r\n b=c".repeat(size / 8) + END);
        bodies.put(
                "brackets in a header",
                size -> some + "--x\r\nContent-Disposition: form-data" + "(".repeat(size) + END);
        bodies.put("nearly the boundary", size -> some + part("b", "\r\n--".repeat(size / 4)) + END);
        bodies.put(
                "quoted-printable",
                size -> some
                        + "--x\r\nContent-Disposition: form-data; name=b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + "=41 ".repeat(size / 4) + END);
        return bodies;
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static List<GrowingBody> ofJson(Map<String, Object> tree) {
        List<GrowingBody> bodies = new ArrayList<>();
        paths(tree).forEach((path, steps) -> {
            for (HostileShape shape : HostileShape.values()) {
                bodies.add(
                        new GrowingBody(path, shape.toString(), size -> json(replaced(tree, steps, shape.of(size)))));
            }
            values().forEach((what, value) ->
                    bodies.add(new GrowingBody(path, what, size -> json(replaced(tree, steps, value.apply(size))))));
        });
        for (HostileShape shape : HostileShape.values()) {
            bodies.add(new GrowingBody("a name", shape.toString(), size -> json(with(tree, shape.of(size), "a"))));
        }
        bodies.add(new GrowingBody("the body", "thousands of fields", size -> json(merged(tree, fields(size)))));
        bodies.add(new GrowingBody(
                "the body", "the same name twice", size -> "{\"a\":1,\"a\":\"" + "a".repeat(size) + "\"}"));
        bodies.add(new GrowingBody("the body", "brackets", size -> "[".repeat(size)));
        bodies.add(new GrowingBody("the body", "white space", size -> json(tree) + " ".repeat(size)));
        bodies.add(
                new GrowingBody("the body", "one escaped name", size -> "{\"" + "\\u0041".repeat(size / 6) + "\":1}"));
        return bodies;
    }

    /** Returns the hostile values to put in place of any value. */
    private static Map<String, IntFunction<Object>> values() {
        Map<String, IntFunction<Object>> values = new LinkedHashMap<>();
        values.put("a long number", size -> new BigInteger("9".repeat(Math.min(size, 990))));
        values.put("a large number", size -> new BigDecimal("1E+" + 999_999_999));
        values.put(
                "thousands of texts",
                size -> IntStream.range(0, size / 9).mapToObj(i -> "a" + i).toList());
        values.put("thousands of empty texts", size -> Collections.nCopies(size / 3, ""));
        values.put(
                "thousands of numbers",
                size -> IntStream.range(0, size / 6).boxed().toList());
        values.put("thousands of objects", size -> Collections.nCopies(size / 3, Map.of()));
        values.put("fifty long texts of marks", size -> Collections.nCopies(50, HostileShape.MARKS.of(size / 102)));
        values.put("thousands of fields", HostileBodies::fields);
        values.put("a deep list", size -> nested(Math.min(size / 2, MAX_NESTING), false));
        values.put("a deep object", size -> nested(Math.min(size / 6, MAX_NESTING), true));
        return values;
    }

    private static Object nested(int depth, boolean isObject) {
        Object value = 1;
        for (int i = 0; i < depth; i++) {
            value = isObject ? Map.of("a", value) : List.of(value);
        }
        return value;
    }

    private static Map<String, Object> fields(int size) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < size / 9; i++) {
            fields.put("a" + i, 1);
        }
        return fields;
    }

    private static String numbered(String name, int size) {
        return IntStream.range(0, size / (name.length() + 7))
                .mapToObj(i -> name + i + "=a")
                .collect(Collectors.joining("&"));
    }

    /**
     * Returns the steps to every value of a tree, containers included, by its slash-separated path; of a list, only to
     * the first.
     */
    private static Map<String, List<Object>> paths(Map<String, Object> tree) {
        Map<String, List<Object>> paths = new LinkedHashMap<>();
        walk(tree, List.of(), paths);
        return paths;
    }

    private static void walk(Object value, List<Object> steps, Map<String, List<Object>> paths) {
        if (!steps.isEmpty()) {
            paths.put(steps.stream().map(String::valueOf).collect(Collectors.joining("/")), steps);
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> walk(inner, append(steps, name), paths));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            walk(list.getFirst(), append(steps, 0), paths);
        }
    }

    private static List<Object> append(List<Object> steps, Object changes) {
        List<Object> more = new ArrayList<>(steps);
        more.add(changes);
        return more;
    }

    private static Map<String, Object> replaced(Map<String, Object> tree, List<Object> steps, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        tree.forEach((name, inner) ->
                copy.put(name, name.equals(steps.getFirst()) ? replacedIn(inner, steps, value) : inner));
        return copy;
    }

    private static Object replacedIn(Object inner, List<Object> steps, Object value) {
        List<Object> rest = steps.subList(1, steps.size());
        if (rest.isEmpty()) {
            return value;
        }
        if (inner instanceof List<?> list) {
            List<Object> others = new ArrayList<>(list);
            others.set(0, replacedIn(list.getFirst(), rest, value));
            return others;
        }
        Map<Object, Object> others = new LinkedHashMap<>();
        if (inner instanceof Map<?, ?> map) {
            map.forEach((name, deeper) ->
                    others.put(name, name.equals(rest.getFirst()) ? replacedIn(deeper, rest, value) : deeper));
        }
        return others;
    }

    private static <V> Map<String, V> with(Map<String, V> map, String name, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return copy;
    }

    private static Map<String, Object> merged(Map<String, Object> tree, Map<String, Object> others) {
        Map<String, Object> all = new LinkedHashMap<>(tree);
        all.putAll(others);
        return all;
    }

    /** Serializes a tree as it is sent. */
    static String json(Map<String, Object> tree) {
        try {
            // Escaped, since a lone surrogate cannot be encoded in UTF-8.
            return JSON.std
                    .with(JSON.Feature.WRITE_NULL_PROPERTIES)
                    .asString(tree)
                    .replace("\ud800", "\\ud800");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Encodes a form, escaping only what must be, so that more fits. */
    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> escaped(field.getKey()) + "=" + escaped(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("&", "%26").replace("+", "%2B").replace("=", "%3D");
    }
}
