package nl.samenkomst.local.restore;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.capacity.PromoteWaitlist;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.RestoreOutcome;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.dynamodb.TableRestore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Restores sessions from an older copy of the table, and says what it did, or would do. */
public final class Restore {

    private static final Duration RETRY_LIMIT = Duration.ofSeconds(30);

    private final TableRestore restore;
    private final PromoteWaitlist promote;
    private final boolean writes;
    private final List<SessionId> only;
    private final PrintStream out;
    private boolean isRefused;

    private Restore(
            TableRestore restore, PromoteWaitlist promote, boolean writes, List<SessionId> only, PrintStream out) {
        this.restore = restore;
        this.promote = promote;
        this.writes = writes;
        this.only = only;
        this.out = out;
    }

    /**
     * Restores into the table {@code TABLE_NAME} from {@code COPY}, with who was erased by {@code LATER_COPIES} too
     * (default none): the sessions in {@code SESSIONS} (default all, and what belongs to no session). Writes only if
     * {@code WRITE} is {@code yes}. Lists are separated by commas; region and credentials are those of the AWS CLI.
     */
    public static void main(String[] arguments) {
        try (DynamoDbClient client = DynamoDbClients.builder().build()) {
            System.exit(run(System.getenv(), client, Clock.systemUTC(), System.out) ? 0 : 1);
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(1);
        }
    }

    /** Runs with these environment variables; returns whether everything asked for is there now, or would be. */
    public static boolean run(Map<String, String> environment, DynamoDbClient client, Clock clock, PrintStream out) {
        String table = required("TABLE_NAME", environment);
        TableRestore restore = new TableRestore(
                client,
                new TableRestore.Tables(required("COPY", environment), table, list("LATER_COPIES", environment)),
                clock);
        PromoteWaitlist promote = new PromoteWaitlist(
                new DynamoDbSessions(client, table),
                new DynamoDbRegistrations(client, table, new StoredDeskKey(new SecureRandom())),
                clock,
                new Retrier(RETRY_LIMIT, new SecureRandom(), Sleeper.real()));
        boolean writes = environment.getOrDefault("WRITE", "").equals("yes");
        List<SessionId> only =
                list("SESSIONS", environment).stream().map(SessionId::new).toList();
        restore.check();
        return new Restore(restore, promote, writes, only, out).run();
    }

    private boolean run() {
        List<String> different = restore.differentBesideSessions();
        List<String> ofTheDesk =
                different.stream().filter(TableRestore::isOfTheDesk).toList();
        if (!ofTheDesk.isEmpty()) {
            out.println("Nothing is restored: " + String.join(", ", ofTheDesk)
                    + " is not the same in both tables, so the people in one cannot be found in the other.");
            return false;
        }
        besideSessions(different);
        List<SessionId> sessions = only.isEmpty() ? restore.sessions() : only;
        sessions.forEach(this::session);
        out.println(writes ? "Done." : "Nothing was written: run it with WRITE=yes to restore this.");
        return !isRefused;
    }

    private void besideSessions(List<String> different) {
        boolean all = only.isEmpty();
        List<String> missing = writes ? restore.restoreBesideSessions(all) : restore.missingBesideSessions(all);
        if (!missing.isEmpty()) {
            out.println((writes ? "Restored beside sessions: " : "Missing beside sessions: ")
                    + missing.size()
                    + missing.stream()
                            .filter(TableRestore::isOfTheDesk)
                            .map(key -> ", " + key)
                            .reduce("", String::concat));
        }
        if (all && !different.isEmpty()) {
            out.println("Left as they are beside sessions: " + different.size());
        }
    }

    private void session(SessionId session) {
        RestoreOutcome outcome = writes ? restore.restore(session) : restore.show(session);
        switch (outcome) {
            case RestoreOutcome.Whole _ -> out.println(session + ": nothing is missing.");
            case RestoreOutcome.Refused refused -> {
                isRefused = true;
                out.println(session + ": not restored, " + refused.why() + ".");
            }
            case RestoreOutcome.Restored restored -> {
                out.println(sentence(restored));
                if (writes) {
                    promote.promoteAll(session);
                }
            }
        }
    }

    private String sentence(RestoreOutcome.Restored restored) {
        List<String> parts = new ArrayList<>();
        parts.add((writes ? "restored " : "would restore ") + restored.registrations() + " registrations");
        if (restored.erased() > 0) {
            parts.add("left out " + restored.erased() + " that were erased since");
        }
        return Stream.concat(
                        Stream.of(restored.session() + ": " + String.join(", ", parts) + "."),
                        restored.remarks().stream())
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    private static String required(String name, Map<String, String> environment) {
        String value = environment.getOrDefault(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is not set");
        }
        return value;
    }

    private static List<String> list(String name, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }
}
