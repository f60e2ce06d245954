package nl.samenkomst.local.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.Template;

/** Measures sign-ups, from event to response, against DynamoDB Local on this machine. */
public final class Benchmark {

    private static final String TABLE = "benchmark";
    private static final int PEOPLE = 64;
    private static final int PLACES = 20;
    private static final int WARM_UPS = 3;
    private static final int RUNS = 9;

    private final LocalDynamoDb table;
    private final SignUpDesk organiser;
    private int published;
    private int people;

    private Benchmark(LocalDynamoDb table, SignUpDesk organiser) {
        this.table = table;
        this.organiser = organiser;
    }

    /** Prints a table in Markdown; takes no arguments. */
    public static void main(String[] arguments) {
        Measurement.run(Benchmark::take);
    }

    private static void take() throws Exception {
        Template template = Template.read(Path.of("template.yaml"), Map.of());
        try (LocalDynamoDb table =
                        LocalDynamoDb.start(template.table(TABLE), template.timeToLiveAttribute(), Optional.empty());
                SignUpDesk organiser = new SignUpDesk(table.address(), TABLE, 0, 0)) {
            new Benchmark(table, organiser).print();
        }
    }

    private void print() throws Exception {
        System.out.printf(
                """
                %d cores, %s %s, %s; DynamoDB Local in the same process. Median of %d runs (fastest-slowest), after %d to warm up;
                the percentiles are of all sign-ups of these runs.

                | signing up | a second | all decided within | p50 | p95 | p99 | round trips each |
                |---|--:|--:|--:|--:|--:|--:|
                """,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                RUNS,
                WARM_UPS);
        row("64 at once, each for another session", runs(PEOPLE, 0, desks -> atOnce(desks, publishMany())));
        row("64 at once for the last 20 places", runs(PEOPLE, 0, this::forTheLastPlaces));
        row("the same, a fifth of all calls failing", runs(PEOPLE, 0.2, this::forTheLastPlaces));
        row("64 at once, places enough for all", runs(PEOPLE, 0, desks -> atOnce(desks, same(publish(PEOPLE)))));
        // Last, when everything is compiled, because the time spent outside the table is small.
        List<Run> oneByOne = runs(1, 0, desks -> inTurn(desks.getFirst()));
        row("64 one after the other, places enough", oneByOne);
        System.out.printf(
                """

                | one sign-up, one after the other | p50 | p95 |
                |---|--:|--:|
                | whole | %s | %s |
                | in the handler, beside the SDK's calls | %s | %s |
                | in the handler and the SDK, beside the wait for the table | %s | %s |
                """,
                percentile(50, oneByOne, Timing::whole),
                percentile(95, oneByOne, Timing::whole),
                percentile(50, oneByOne, Timing::outsideSdk),
                percentile(95, oneByOne, Timing::outsideSdk),
                percentile(50, oneByOne, Timing::outsideNetwork),
                percentile(95, oneByOne, Timing::outsideNetwork));
    }

    /** The time until all sign-ups were decided, and the timing of each, in nanoseconds. */
    private record Run(long nanosUntilAllDecided, List<Timing> signUps) {

        double perSecond() {
            return signUps.size() * 1e9 / nanosUntilAllDecided;
        }
    }

    @FunctionalInterface
    private interface Scenario {
        Run play(List<SignUpDesk> desks) throws Exception;
    }

    private List<Run> runs(int instances, double faultRate, Scenario scenario) throws Exception {
        List<SignUpDesk> desks = new ArrayList<>();
        try {
            for (int seed = 1; seed <= instances; seed++) {
                desks.add(new SignUpDesk(table.address(), TABLE, faultRate, seed));
            }
            List<Run> runs = new ArrayList<>();
            for (int run = 0; run < WARM_UPS + RUNS; run++) {
                runs.add(scenario.play(desks));
            }
            return runs.subList(WARM_UPS, runs.size());
        } finally {
            desks.forEach(SignUpDesk::close);
        }
    }

    private Run inTurn(SignUpDesk desk) throws Exception {
        SessionId session = publish(PEOPLE);
        List<Timing> signUps = new ArrayList<>();
        long start = System.nanoTime();
        for (int person = 0; person < PEOPLE; person++) {
            signUps.add(desk.signUp(session, nextName()));
        }
        return new Run(System.nanoTime() - start, signUps);
    }

    private Run forTheLastPlaces(List<SignUpDesk> desks) throws Exception {
        Run run = atOnce(desks, same(publish(PLACES)));
        long places = run.signUps().stream()
                .filter(signUp -> signUp.as().equals("place"))
                .count();
        if (places != PLACES) {
            throw new IllegalStateException(PLACES + " places went to " + places + " people");
        }
        return run;
    }

    /** Runs one sign-up on each desk, all at the same time. */
    private Run atOnce(List<SignUpDesk> desks, List<SessionId> sessions) throws Exception {
        List<Callable<Timing>> calls = new ArrayList<>();
        for (int i = 0; i < desks.size(); i++) {
            SignUpDesk desk = desks.get(i);
            SessionId session = sessions.get(i);
            String name = nextName();
            calls.add(() -> desk.signUp(session, name));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            long start = System.nanoTime();
            List<Future<Timing>> answers = threads.invokeAll(calls);
            long nanosUntilAllDecided = System.nanoTime() - start;
            return new Run(
                    nanosUntilAllDecided,
                    answers.stream().map(Future::resultNow).toList());
        }
    }

    private String nextName() {
        return "persoon" + ++people;
    }

    private static List<SessionId> same(SessionId session) {
        return IntStream.range(0, PEOPLE).mapToObj(i -> session).toList();
    }

    private List<SessionId> publishMany() {
        List<SessionId> sessions = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            sessions.add(publish(PLACES));
        }
        return sessions;
    }

    private SessionId publish(int places) {
        SessionId id = new SessionId("session-" + ++published);
        organiser.publish(id, OptionalInt.of(places));
        return id;
    }

    private static void row(String what, List<Run> runs) {
        List<Double> rates = runs.stream().map(Run::perSecond).sorted().toList();
        List<Long> times = runs.stream().map(Run::nanosUntilAllDecided).sorted().toList();
        double roundTrips = runs.stream()
                .flatMap(run -> run.signUps().stream())
                .mapToInt(Timing::roundTrips)
                .average()
                .orElseThrow();
        System.out.printf(
                "| %s | %.0f (%.0f-%.0f) | %s (%s-%s) | %s | %s | %s | %.1f |%n",
                what,
                rates.get(rates.size() / 2),
                rates.getFirst(),
                rates.getLast(),
                milliseconds(times.get(times.size() / 2)),
                milliseconds(times.getFirst()),
                milliseconds(times.getLast()),
                percentile(50, runs, Timing::whole),
                percentile(95, runs, Timing::whole),
                percentile(99, runs, Timing::whole),
                roundTrips);
    }

    private static String percentile(int percent, List<Run> runs, ToLongFunction<Timing> time) {
        long[] sorted = runs.stream()
                .flatMap(run -> run.signUps().stream())
                .mapToLong(time)
                .sorted()
                .toArray();
        return milliseconds(sorted[(sorted.length - 1) * percent / 100]);
    }

    private static String milliseconds(long nanoseconds) {
        double milliseconds = nanoseconds / 1e6;
        return (milliseconds < 10 ? "%.2f ms" : "%.0f ms").formatted(milliseconds);
    }
}
