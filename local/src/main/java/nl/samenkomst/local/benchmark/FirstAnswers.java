package nl.samenkomst.local.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Reports the measurements of all processes as a table and as a chart. */
final class FirstAnswers {

    /** The subject to compare a sign-up with. */
    static final String FLOOR = "floor";

    /** The subject to compare an organiser's overview with. */
    static final String OVERVIEW_FLOOR = "overview-floor";

    private static final String REGISTER = "register";

    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, List<Run>> cold = new LinkedHashMap<>();
    private final Map<String, List<Run>> restored = new LinkedHashMap<>();

    /** Creates a report about these subjects, in this order. */
    FirstAnswers(List<Subject> subjects) {
        for (Subject subject : subjects) {
            this.subjects.put(subject.name(), subject);
            cold.put(subject.name(), new ArrayList<>());
            if (!subject.isPeer()) {
                restored.put(subject.name(), new ArrayList<>());
            }
        }
    }

    void add(Subject subject, Run run) {
        (run.restored() ? restored : cold)
                .computeIfAbsent(subject.name(), name -> new ArrayList<>())
                .add(run);
    }

    String asMarkdown() {
        StringBuilder page = new StringBuilder();
        page.append("""
                %d cores, %s %s, %s; each process held to one core, with the heap of 1,024 MB; runtime client 2.9.0;
                DynamoDB Local on the same machine, without TLS. Milliseconds, median (fastest-slowest) of %d processes.

                | cold | start to ready | first answer | both | processor | warm p50 / p95 | memory | zip |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.version"),
                        System.getProperty("os.arch"),
                        cold.values().stream().mapToInt(List::size).max().orElse(0)));
        cold.forEach((name, runs) -> page.append("| %s | %s | %s | **%s** | %s | %s | %d MB | %.1f MB |%n"
                .formatted(
                        name,
                        spread(runs, Run::init),
                        spread(runs, Run::first),
                        spread(runs, Run::untilFirstAnswer),
                        spread(runs, Run::processor),
                        warm(runs),
                        median(runs, Run::residentMegabytes),
                        subject(name).zipBytes() / 1e6)));
        page.append("""

                | from a snapshot | start to snapshot, once a version | restored to first answer | warm p50 / p95 | memory |
                |---|--:|--:|--:|--:|
                """);
        restored.forEach((name, runs) -> page.append("| %s | %s | **%s** | %s | %d MB |%n"
                .formatted(
                        name,
                        spread(runs, Run::init),
                        spread(runs, Run::first),
                        warm(runs),
                        median(runs, Run::residentMegabytes))));
        page.append('\n');
        ratios().forEach(line -> page.append("- ").append(line).append('\n'));
        return page.toString();
    }

    /** Writes {@code cold-start.md} and {@code cold-start.svg} to this folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("cold-start.md"), "# Who comes first\n\n" + asMarkdown());
        List<Chart.Bar> bars = new ArrayList<>();
        cold.forEach((name, runs) -> {
            if (name.equals(REGISTER) || name.equals(FLOOR) || subject(name).isPeer()) {
                bars.add(new Chart.Bar(name, milliseconds(median(runs, Run::untilFirstAnswer)), name.equals(REGISTER)));
            }
        });
        List<Run> woken = restored.getOrDefault(REGISTER, List.of());
        if (!woken.isEmpty()) {
            bars.add(new Chart.Bar("register, from a snapshot", milliseconds(median(woken, Run::first)), true));
        }
        Files.writeString(folder.resolve("cold-start.svg"), Chart.of("From start to the first sign-up, in ms", bars));
    }

    private List<String> ratios() {
        List<String> lines = new ArrayList<>();
        long ours = untilFirstAnswer(REGISTER);
        new TreeMap<>(Map.of(REGISTER, FLOOR, "organise", OVERVIEW_FLOOR)).forEach((name, floor) -> {
            if (untilFirstAnswer(name) > 0 && untilFirstAnswer(floor) > 0) {
                lines.add("%s, cold: %.2f x the %s"
                        .formatted(name, untilFirstAnswer(name) / (double) untilFirstAnswer(floor), floor));
            }
        });
        subjects.values().stream()
                .filter(subject -> subject.isPeer() && ours > 0)
                .map(peer -> "register, cold: %.1f x faster than %s"
                        .formatted(untilFirstAnswer(peer.name()) / (double) ours, peer.name()))
                .forEach(lines::add);
        restored.forEach((name, runs) -> lines.add("%s, first answer after a restore: %.1f x warm"
                .formatted(name, median(runs, Run::first) / (double) percentile(runs, 50))));
        return lines;
    }

    /** Returns the median in nanoseconds; 0 if the subject was not measured. */
    private long untilFirstAnswer(String name) {
        List<Run> runs = cold.getOrDefault(name, List.of());
        return runs.isEmpty() ? 0 : median(runs, Run::untilFirstAnswer);
    }

    private Subject subject(String name) {
        Subject subject = subjects.get(name);
        if (subject == null) {
            throw new IllegalArgumentException(name);
        }
        return subject;
    }

    private static String spread(List<Run> runs, ToLongFunction<Run> what) {
        long[] sorted = runs.stream().mapToLong(what).sorted().toArray();
        return "%s (%s-%s)"
                .formatted(
                        milliseconds(sorted[sorted.length / 2]),
                        milliseconds(sorted[0]),
                        milliseconds(sorted[sorted.length - 1]));
    }

    private static String warm(List<Run> runs) {
        return "%.1f / %.1f".formatted(percentile(runs, 50) / 1e6, percentile(runs, 95) / 1e6);
    }

    private static long percentile(List<Run> runs, int percent) {
        long[] sorted = runs.stream()
                .flatMap(run -> run.warm().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return sorted[(sorted.length - 1) * percent / 100];
    }

    private static long median(List<Run> runs, ToLongFunction<Run> what) {
        long[] sorted = runs.stream().mapToLong(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static long milliseconds(long nanoseconds) {
        return Math.round(nanoseconds / 1e6);
    }
}
