package nl.samenkomst.local.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.agenda.Agenda;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;

/**
 * Measures every input of every route, as large as is accepted and in hostile shapes, and every view of the worst that
 * can be stored: CPU time of the answering thread, so without the table's own.
 */
public final class HostileInput {

    private static final double ALLOWED_MILLIS = 50;
    private static final int MAX_ROWS = 30;
    private static final int REGISTRATIONS = 10;

    /** Body sizes in bytes; a body that is refused for its size is tried again with the next. */
    private static final List<Integer> BODY_SIZES = List.of(65_536, 16_384, 4_096, 2_048);

    /** Bytes that an event of 6 MB has room for, Base64 included. */
    private static final int MAX_EVENT_BODY_BYTES = 4_400_000;

    private static final int MAX_REPEATS = 10;

    private final HostileDesk desk;
    private final List<MeasuredRequest> measured = new ArrayList<>();
    private int published;

    private HostileInput(HostileDesk desk) {
        this.desk = desk;
    }

    /** Prints tables in Markdown; takes no arguments. */
    public static void main(String[] arguments) {
        Measurement.run(HostileInput::take);
    }

    private static void take() throws Exception {
        try (HostileDesk desk = HostileDesk.open(Path.of(""))) {
            desk.warmUp();
            new HostileInput(desk).printViews();
        }
        // Another desk, since the sessions published above are in every list.
        try (HostileDesk desk = HostileDesk.open(Path.of(""))) {
            HostileInput benchmark = new HostileInput(desk);
            benchmark.measureRequests();
            benchmark.print();
        }
    }

    /** The cost of one request; sizes in bytes. */
    private record MeasuredRequest(
            String route, String input, String shape, int sent, double millis, int status, int answered) {

        boolean isTooMuch() {
            return millis > ALLOWED_MILLIS;
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %,d | %s | %d | %,d |",
                    route,
                    input,
                    shape,
                    sent,
                    marked(millis),
                    status,
                    answered);
        }
    }

    private void measureRequests() throws IOException {
        for (HostileDesk.Asked example : desk.examples()) {
            measured.add(measure(example.route(), "–", "an example", example));
        }
        Set<String> seen = new HashSet<>();
        for (HostileDesk.Input input : desk.inputs()) {
            boolean isLetThrough = false;
            for (int i = 0; i < BODY_SIZES.size() && !isLetThrough; i++) {
                MeasuredRequest one = measure(input, BODY_SIZES.get(i));
                measured.add(one);
                isLetThrough = one.status() != 413 || !input.isInBody();
            }
            if (input.isInBody() && seen.add(input.route())) {
                measured.add(measure(input, MAX_EVENT_BODY_BYTES));
            }
        }
    }

    private MeasuredRequest measure(HostileDesk.Input input, int bytes) throws IOException {
        return measure(
                input.route(), input.name(), input.shape(), input.ofBytes().apply(bytes));
    }

    /** Measures a request; repeats an expensive one and keeps the minimum, to leave out other work on the machine. */
    private MeasuredRequest measure(String route, String input, String shape, HostileDesk.Asked asked)
            throws IOException {
        HostileDesk.Said said = desk.ask(asked);
        double millis = said.millis();
        for (int again = 0; again < MAX_REPEATS && millis > ALLOWED_MILLIS / 3 && millis < 1_000; again++) {
            millis = Math.min(millis, desk.ask(asked).millis());
        }
        int sent = HostileDesk.bytes(asked.body()) + HostileDesk.bytes(asked.query());
        return new MeasuredRequest(route, input, shape, sent, millis, said.status(), HostileDesk.bytes(said.answer()));
    }

    private void print() {
        List<MeasuredRequest> worstFirst = measured.stream()
                .sorted(Comparator.comparingDouble(MeasuredRequest::millis).reversed())
                .toList();
        Map<String, MeasuredRequest> worstByRoute = new LinkedHashMap<>();
        worstFirst.forEach(one -> worstByRoute.putIfAbsent(one.route(), one));
        List<MeasuredRequest> failed =
                worstFirst.stream().filter(one -> one.status() >= 500).toList();
        System.out.printf(
                Locale.ROOT,
                """

                %,d hostile requests to %d routes, each as large as is let through; CPU of the thread that answers, with the flags
                of the template, %s %s, %s. **%,d above %.0f ms, %,d answered with 5xx**; the largest answer has %,d bytes.
                """,
                measured.size(),
                worstByRoute.size(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                worstFirst.stream().filter(MeasuredRequest::isTooMuch).count(),
                ALLOWED_MILLIS,
                failed.size(),
                worstFirst.stream().mapToInt(MeasuredRequest::answered).max().orElse(0));
        print("The worst", worstFirst.stream().limit(MAX_ROWS).toList());
        print("The worst of each route", List.copyOf(worstByRoute.values()));
        print("Answered with 5xx", failed.stream().limit(MAX_ROWS).toList());
    }

    private static void print(String title, List<MeasuredRequest> rows) {
        System.out.printf("""

                %s:

                | route | input | shape | sent, bytes | CPU, ms | status | answered, bytes |
                |---|---|---|--:|--:|--:|--:|
                """, title);
        rows.stream().map(MeasuredRequest::row).forEach(System.out::println);
    }

    /** Stores the worst that is accepted, and measures every view of it. */
    private void printViews() throws IOException {
        System.out.printf(Locale.ROOT, """

                What is shown of a session with its texts at their longest, and of %d registrations with %d answers at their
                longest: CPU in ms; of an answer about all of them, for each.

                | shape | page | JSON | .ics | agenda, each | .atom, each | own page | list, each | CSV, each | workbook, each | print, each | letter |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """, REGISTRATIONS, HostileSessions.QUESTIONS);
        for (HostileShape shape : HostileShape.values()) {
            System.out.println(viewsRow(shape));
        }
    }

    private String viewsRow(HostileShape shape) throws IOException {
        SessionId id =
                new SessionId("getoond-" + shape.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        boolean isTaken = desk.publish(id, HostileSessions.longest(shape));
        if (!isTaken) {
            desk.publish(id, HostileSessions.asking());
        }
        published++;
        List<Registration> registrations = new ArrayList<>();
        for (int i = 0; i < REGISTRATIONS; i++) {
            Map<String, Object> person = HostileSessions.longestAnswers(shape, desk.freshAddress());
            Optional<Registration> registration = desk.signUp(id, person);
            if (registration.isEmpty()) {
                person.put("name", "Noor");
                registration = desk.signUp(id, person);
            }
            registration.ifPresent(registrations::add);
        }
        String taken = shape + (isTaken ? "" : ", not in the session");
        if (registrations.isEmpty()) {
            return "| " + shape + ", refused | | | | | | | | | | | |";
        }
        double letter = desk.millisPerLetter();
        Map<String, String> session = Map.of("id", id.value());
        Map<String, String> own = Map.of(
                "id", id.value(), "token", registrations.getFirst().ownLink().token());
        StringBuilder row = new StringBuilder("| " + taken);
        for (double millis : new double[] {
            measureView("list-sessions", "GET /sessions/{id}", session),
            measureView("list-sessions", "GET /api/v1/sessions/{id}", session),
            measureView("list-sessions", "GET /sessions/{id}", Map.of("id", id + ".ics")),
            measureView("list-sessions", "GET /sessions", Map.of()) / Math.min(published, Agenda.PAGE_SIZE),
            measureView("list-sessions", "GET /sessions.atom", Map.of()) / Math.min(published, Agenda.FEED_SIZE),
            measureView("cancel", "GET /sessions/{id}/registrations/{token}", own),
            measureView("manage-sessions", "GET /api/v1/organiser/sessions/{id}/registrations", session)
                    / REGISTRATIONS,
            measureView("manage-sessions", "GET /api/v1/organiser/sessions/{id}/registrations.csv", session)
                    / REGISTRATIONS,
            measureView("manage-sessions", "GET /api/v1/organiser/sessions/{id}/registrations.xlsx", session)
                    / REGISTRATIONS,
            measureView("manage-sessions", "GET /api/v1/organiser/sessions/{id}/registrations.html", session)
                    / REGISTRATIONS,
            letter
        }) {
            row.append(" | ").append(marked(millis));
        }
        return row + " |";
    }

    private double measureView(String function, String route, Map<String, String> path) throws IOException {
        double least = Double.MAX_VALUE;
        for (int time = 0; time < 3; time++) {
            HostileDesk.Said said = desk.ask(HostileDesk.asked(function, route, path, ""));
            if (said.status() != 200) {
                throw new IllegalStateException(route + ": " + said.answer());
            }
            least = Math.min(least, said.millis());
        }
        return least;
    }

    private static String marked(double millis) {
        return String.format(Locale.ROOT, millis > ALLOWED_MILLIS ? "**>50** %,.1f" : "%,.1f", millis);
    }
}
