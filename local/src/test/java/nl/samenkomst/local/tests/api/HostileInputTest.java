package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.samenkomst.local.benchmark.HostileDesk;
import nl.samenkomst.local.benchmark.HostileDesk.Input;
import nl.samenkomst.local.benchmark.HostileDesk.Said;
import nl.samenkomst.local.tests.kit.InProcessClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks that every input of every route, in any size, is taken or refused with a small response, and that a refused
 * request writes nothing but what it must remember. The benchmark measures the cost.
 */
class HostileInputTest {

    private static final int MAX_PROBLEMS = 50;
    private static final int MAX_PROBLEM_DETAILS = 64 * 1024;

    /** Characters; a page shows again what was typed, with its quotes escaped. */
    private static final int MAX_ANSWER = 1024 * 1024;

    /** Bytes: a size within every limit, and the maximum. */
    private static final List<Integer> WHOLE_SIZES = List.of(1_500, 65_536);

    /** Bytes: a size within every limit, and eight times as much. */
    private static final List<Integer> FIELD_SIZES = List.of(1_500, 12_000);

    /** Bytes: cut to what the gateway takes; the smaller size is beyond every limit too. */
    private static final List<Integer> SIZES_OUTSIDE_BODY = List.of(12_000);

    /** A wrong code costs a try, and who was shown a list of people is recorded whatever else the response says. */
    private static final Set<String> REMEMBERED = Set.of(
            "POST /organise/sign-in/code",
            "POST /organise/sign-in/factor",
            "POST /organise/sessions/{id}/participants/decisions",
            "POST /organise/sessions/{id}/participants/decisions/withdrawal");

    /** Tries every input of every route once, in a randomly drawn shape, and everything that can fill a whole body. */
    @ParameterizedTest
    @ValueSource(longs = {1})
    void everyInputOfEveryRouteIsTakenOrRefused(long seed) throws Exception {
        try (HostileDesk desk = HostileDesk.open(Path.of(".."), InProcessClient::heard)) {
            List<Input> inputs = new ArrayList<>(desk.inputs());
            Collections.shuffle(inputs, new Random(seed));
            Set<List<String>> seen = new HashSet<>();
            for (Input input : inputs) {
                boolean isWhole = input.name().equals("the body");
                if (seen.add(List.of(input.route(), input.name(), isWhole ? input.shape() : ""))) {
                    for (int bytes : isWhole ? WHOLE_SIZES : input.isInBody() ? FIELD_SIZES : SIZES_OUTSIDE_BODY) {
                        check(input, bytes, desk.ask(input.ofBytes().apply(bytes)));
                    }
                }
            }
            assertThat(seen).hasSizeGreaterThan(1_000);
        }
    }

    private static void check(Input input, int bytes, Said said) throws IOException {
        String what = input.route() + " " + input.name() + ": " + input.shape() + ", " + bytes + " bytes";
        assertThat(said.status()).as(what).isBetween(200, 499);
        assertThat(said.answer().length()).as(what).isLessThan(MAX_ANSWER);
        if (said.status() >= 400 && !REMEMBERED.contains(input.route())) {
            assertThat(said.writes()).as("writes of " + what).isZero();
        }
        Map<String, Object> answer = JSON.std.mapFrom(said.answer());
        if (String.valueOf(answer.get("headers")).contains("application/problem+json")) {
            String body = String.valueOf(answer.get("body"));
            Object errors = JSON.std.mapFrom(body.isEmpty() ? "{}" : body).getOrDefault("errors", List.of());
            assertThat(body.length()).as(what).isLessThan(MAX_PROBLEM_DETAILS);
            assertThat((List<?>) errors).as(what).hasSizeLessThanOrEqualTo(MAX_PROBLEMS);
        }
    }
}
