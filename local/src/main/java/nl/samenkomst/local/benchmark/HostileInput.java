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
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Agenda;
import nl.samenkomst.domain.session.SessionId;

/**
 * Measures every input of every route, as large as is accepted and in hostile shapes, and every view of the worst that
 * can be stored: CPU time of the answering thread, so without the table's own.
 */
public final class HostileInput {

    private static final double ALLOWED_MILLIS = 50;
    private static final int SHOWN = 30;
    private static final int REGISTRATIONS = 10;

    /** Body sizes in bytes; a body that is refused for its size is tried again with the next. */
    private static final List<Integer> BODIES = List.of(65_536, 16_384, 4_096, 2_048);

    /** Bytes that an event of 6 MB has room for, Base64 included. */
    private static final int ALL_THAT_LAMBDA_TAKES = 4_400_000;

    private static final int TRIES_MORE = 10;

    private final HostileDesk desk;
    private final List<Weighed> weighed = new ArrayList<>();
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
            new HostileInput(desk).printWhatIsShown();
        }
        // Another desk, since the sessions published above are in every list.
        try (HostileDesk desk = HostileDesk.open(Path.of(""))) {
            HostileInput benchmark = new HostileInput(desk);
            benchmark.weighRequests();
            benchmark.print();
        }
    }

    /** The cost of one request; sizes in bytes. */
    private record Weighed(
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

    private void weighRequests() throws IOException {
        for (HostileDesk.Asked example : desk.examples()) {
            weighed.add(weigh(example.route(), "–", "an example", example));
        }
        Set<String> seen = new HashSet<>();
        for (HostileDesk.Input input : desk.inputs()) {
            boolean isLetThrough = false;
            for (int i = 0; i < BODIES.size() && !isLetThrough; i++) {
                Weighed one = weigh(input, BODIES.get(i));
                weighed.add(one);
                isLetThrough = one.status() != 413 || !input.isInBody();
            }
            if (input.isInBody() && seen.add(input.route())) {
                weighed.add(weigh(input, ALL_THAT_LAMBDA_TAKES));
            }
        }
    }

    private Weighed weigh(HostileDesk.Input input, int bytes) throws IOException {
        return weigh(input.route(), input.name(), input.shape(), input.ofBytes().apply(bytes));
    }

    /** Measures a request; repeats an expensive one and keeps the minimum, to leave out other work on the machine. */
    private Weighed weigh(String route, String input, String shape, HostileDesk.Asked asked) throws IOException {
        HostileDesk.Said said = desk.ask(asked);
        double millis = said.millis();
        for (int again = 0; again < TRIES_MORE && millis > ALLOWED_MILLIS / 3 && millis < 1_000; again++) {
            millis = Math.min(millis, desk.ask(asked).millis());
        }
        int sent = HostileDesk.bytes(asked.body()) + HostileDesk.bytes(asked.query());
        return new Weighed(route, input, shape, sent, millis, said.status(), HostileDesk.bytes(said.answer()));
    }

    private void print() {
        List<Weighed> worstFirst = weighed.stream()
                .sorted(Comparator.comparingDouble(Weighed::millis).reversed())
                .toList();
        Map<String, Weighed> ofRoutes = new LinkedHashMap<>();
        worstFirst.forEach(one -> ofRoutes.putIfAbsent(one.route(), one));
        List<Weighed> failed =
                worstFirst.stream().filter(one -> one.status() >= 500).toList();
        System.out.printf(
                Locale.ROOT,
                """

                %,d hostile requests to %d routes, each as large as is let through; CPU of the thread that answers, with the flags
                of the template, %s %s, %s. **%,d above %.0f ms, %,d answered with 5xx**; the largest answer has %,d bytes.
                """,
                weighed.size(),
                ofRoutes.size(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                worstFirst.stream().filter(Weighed::isTooMuch).count(),
                ALLOWED_MILLIS,
                failed.size(),
                worstFirst.stream().mapToInt(Weighed::answered).max().orElse(0));
        print("The worst", worstFirst.stream().limit(SHOWN).toList());
        print("The worst of each route", List.copyOf(ofRoutes.values()));
        print("Answered with 5xx", failed.stream().limit(SHOWN).toList());
    }

    private static void print(String title, List<Weighed> rows) {
        System.out.printf("""

                %s:

                | route | input | shape | sent, bytes | CPU, ms | status | answered, bytes |
                |---|---|---|--:|--:|--:|--:|
                """, title);
        rows.stream().map(Weighed::row).forEach(System.out::println);
    }

    /** Stores the worst that is accepted, and measures every view of it. */
    private void printWhatIsShown() throws IOException {
        System.out.printf(Locale.ROOT, """

                What is shown of a session with its texts at their longest, and of %d registrations with %d answers at their
                longest: CPU in ms; of an answer about all of them, for each.

                | shape | page | JSON | .ics | agenda, each | .atom, each | own page | list, each | CSV, each | print, each | letter |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """, REGISTRATIONS, HostileSessions.QUESTIONS);
        for (HostileShape shape : HostileShape.values()) {
            System.out.println(shown(shape));
        }
    }

    private String shown(HostileShape shape) throws IOException {
        SessionId id =
                new SessionId("getoond-" + shape.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        boolean isTaken = desk.publish(id, HostileSessions.longest(shape));
        if (!isTaken) {
            desk.publish(id, HostileSessions.asking());
        }
        published++;
        List<Registration> registrations = new ArrayList<>();
        for (int i = 0; i < REGISTRATIONS; i++) {
            Map<String, Object> person = HostileSessions.longestAnswers(shape, desk.anotherAddress());
            Optional<Registration> registration = desk.signUp(id, person);
            if (registration.isEmpty()) {
                person.put("name", "Noor");
                registration = desk.signUp(id, person);
            }
            registration.ifPresent(registrations::add);
        }
        String taken = shape + (isTaken ? "" : ", not in the session");
        if (registrations.isEmpty()) {
            return "| " + shape + ", refused | | | | | | | | | | |";
        }
        double letter = desk.millisPerLetter();
        Map<String, String> session = Map.of("id", id.value());
        Map<String, String> own = Map.of(
                "id", id.value(), "token", registrations.getFirst().ownLink().token());
        StringBuilder row = new StringBuilder("| " + taken);
        for (double millis : new double[] {
            show("list-sessions", "GET /sessions/{id}", session),
            show("list-sessions", "GET /api/v1/sessions/{id}", session),
            show("list-sessions", "GET /sessions/{id}", Map.of("id", id + ".ics")),
            show("list-sessions", "GET /sessions", Map.of()) / Math.min(published, Agenda.A_PAGE),
            show("list-sessions", "GET /sessions.atom", Map.of()) / Math.min(published, Agenda.A_FEED),
            show("cancel", "GET /sessions/{id}/registrations/{token}", own),
            show("manage-sessions", "GET /api/v1/organiser/sessions/{id}/registrations", session) / REGISTRATIONS,
            show("manage-sessions", "GET /api/v1/organiser/sessions/{id}/registrations.csv", session) / REGISTRATIONS,
            show("manage-sessions", "GET /api/v1/organiser/sessions/{id}/registrations.html", session) / REGISTRATIONS,
            letter
        }) {
            row.append(" | ").append(marked(millis));
        }
        return row + " |";
    }

    private double show(String function, String route, Map<String, String> path) throws IOException {
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
