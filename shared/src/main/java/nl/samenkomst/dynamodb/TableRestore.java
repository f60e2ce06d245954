package nl.samenkomst.dynamodb;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.registration.PersonalData;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.RestoreSummary;

/**
 * Restores what is missing in the table in use from an older copy of it, such as a backup restored under another name.
 * It can be repeated, and resumed after a crash. Nothing of a person who was erased since is written at any time.
 */
public final class TableRestore {

    /** The items of the desk itself, such as the key of its ids. */
    private static final String DESK = "DESK";

    /** A transaction has at most 4 MB, and an item 400 kB (AWS, TransactWriteItems). */
    private static final int MAX_WRITES = 10;

    private static final int MAX_ROUNDS = 20;

    private final DynamoDbClient client;
    private final Tables names;
    private final Table copy;
    private final Table inUse;
    private final List<Table> laterCopies;
    private final List<Table> knowErasures;
    private final Clock clock;

    /**
     * The names of the tables.
     *
     * @param copy the older copy
     * @param inUse the table that the desk uses
     * @param laterCopies other copies, which only tell who was erased, and whose access to the organiser's pages was
     *     changed or ended: needed if the table in use has lost that
     */
    public record Tables(String copy, String inUse, List<String> laterCopies) {
        public Tables {
            laterCopies = List.copyOf(laterCopies);
        }
    }

    public TableRestore(DynamoDbClient client, Tables names, Clock clock) {
        this.client = client;
        this.names = names;
        this.copy = new Table(client, names.copy());
        this.inUse = new Table(client, names.inUse());
        this.laterCopies = names.laterCopies().stream()
                .map(later -> new Table(client, later))
                .toList();
        this.knowErasures =
                Stream.concat(Stream.of(copy, inUse), laterCopies.stream()).toList();
        this.clock = clock;
    }

    /**
     * Checks the tables.
     *
     * @throws IllegalStateException if one is absent, the one in use lacks something, or the copy is of a moment so long
     *     ago that some of those erased since may be forgotten
     */
    public void check() {
        TableCheck.check(client, names.inUse());
        names.laterCopies().forEach(later -> TableCheck.describe(client, later));
        Optional.ofNullable(TableCheck.describe(client, names.copy()).restoreSummary())
                .map(RestoreSummary::restoreDateTime)
                .filter(shown -> isTooOld(shown, clock.instant()))
                .ifPresent(shown -> {
                    throw new IllegalStateException("the table " + names.copy() + " shows " + shown
                            + ": who was erased since is only remembered for "
                            + PersonalData.ERASURE_MEMORY.toDays() + " days");
                });
    }

    /** Returns whether an erasure since this moment may be forgotten. */
    static boolean isTooOld(Instant shown, Instant now) {
        return shown.plus(PersonalData.ERASURE_MEMORY).isBefore(now);
    }

    /** Returns every session of which the copy has an item, in order of their ids. */
    public List<SessionId> sessions() {
        return copy.keys()
                .map(Attributes::of)
                .flatMap(key ->
                        ItemReader.readOr(() -> Optional.of(Keys.session(key)), Optional.<SessionId>empty()).stream())
                .map(SessionId::value)
                .distinct()
                .sorted()
                .map(SessionId::new)
                .toList();
    }

    /** Returns what restoring this session would do. */
    public RestoreOutcome show(SessionId session) {
        return outcome(session, decide(session));
    }

    /**
     * Restores what is missing of this session.
     *
     * @throws IllegalStateException if the session changes so often meanwhile that it cannot be done
     */
    public RestoreOutcome restore(SessionId session) {
        Optional<RestoreOutcome> first = Optional.empty();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            SessionRestore.Decision decision = decide(session);
            RestoreOutcome outcome = outcome(session, decision);
            first = first.or(() -> Optional.of(outcome));
            if (!(decision instanceof SessionRestore.Decision.Writes writes) || writes.isEmpty()) {
                return first.orElse(outcome);
            }
            write(writes);
        }
        throw new IllegalStateException("the session " + session + " did not settle in " + MAX_ROUNDS + " rounds");
    }

    private static RestoreOutcome outcome(SessionId session, SessionRestore.Decision decision) {
        return switch (decision) {
            case SessionRestore.Decision.Refused refused -> new RestoreOutcome.Refused(session, refused.why());
            case SessionRestore.Decision.Writes writes ->
                writes.isEmpty() ? new RestoreOutcome.Whole(session) : writes.outcome();
        };
    }

    /** Reads who was erased last: so nobody is restored who is erased between two of these reads. */
    private SessionRestore.Decision decide(SessionId session) {
        List<Map<String, AttributeValue>> copied = items(copy, session);
        List<Map<String, AttributeValue>> used = items(inUse, session);
        Map<RegistrationId, Instant> erasures = new HashMap<>();
        knowErasures.stream()
                .flatMap(table -> table.all(table.query(Keys.beginningWith(session, ErasureItem.SK))))
                .forEach(item -> ErasureItem.optionalAt(item)
                        .ifPresent(at -> erasures.merge(
                                ErasureItem.id(item), at, (one, other) -> one.isAfter(other) ? one : other)));
        return new SessionRestore(session, copied, used, erasures, clock.instant()).decide();
    }

    /** Returns the session's items by their sort key, so its places before its registrations. */
    private static List<Map<String, AttributeValue>> items(Table table, SessionId session) {
        return table.all(table.query(Keys.inPartition(Keys.session(session)))).toList();
    }

    /** Writes until something has changed meanwhile: the next round decides again. */
    private void write(SessionRestore.Decision.Writes writes) {
        boolean isCommitted = writes.places().isEmpty() || commit(writes.places());
        for (int from = 0; isCommitted && from < writes.others().size(); from += MAX_WRITES) {
            int to = Math.min(from + MAX_WRITES, writes.others().size());
            isCommitted = commit(writes.others().subList(from, to));
        }
    }

    private boolean commit(List<Consumer<Table.Transaction>> writes) {
        Table.Transaction transaction = inUse.transaction();
        writes.forEach(write -> write.accept(transaction));
        return transaction.commit().isCommitted();
    }

    /**
     * Returns the keys of the items that belong to no session, and that the table in use lacks.
     *
     * @param all whether to look at all of them, or at the desk's own only
     */
    public List<String> missingBesideSessions(boolean all) {
        return missing(all).stream().map(TableRestore::written).toList();
    }

    /** Restores them, and returns their keys. */
    public List<String> restoreBesideSessions(boolean all) {
        List<String> restored = new ArrayList<>();
        for (Map<String, AttributeValue> item : missing(all)) {
            if (inUse.put(item, Keys.isNew()) instanceof WriteResult.Committed) {
                restored.add(written(item));
            }
        }
        return restored;
    }

    /** Returns the keys of lasting items that belong to no session, and that are not the same in both tables. */
    public List<String> differentBesideSessions() {
        List<Map<String, AttributeValue>> lasting = besideSessions(copy, true).stream()
                .filter(item -> !item.containsKey(Expiry.EXPIRES_AT))
                .toList();
        Map<String, Map<String, AttributeValue>> others = byKey(inUse.get(keys(lasting)));
        return lasting.stream()
                .filter(item -> others.containsKey(written(item)) && !item.equals(others.get(written(item))))
                .map(TableRestore::written)
                .toList();
    }

    /** Returns whether this is the key of an item of the desk itself. */
    public static boolean isOfTheDesk(String key) {
        return key.startsWith(DESK + " ");
    }

    private List<Map<String, AttributeValue>> missing(boolean all) {
        List<Map<String, AttributeValue>> items = besideSessions(copy, all).stream()
                .filter(item -> !isOfSigningIn(item))
                .toList();
        List<Map<String, AttributeValue>> keys = new ArrayList<>(keys(items));
        items.forEach(item -> OrganiserItem.keyByFactor(item).ifPresent(keys::add));
        Map<String, Map<String, AttributeValue>> others = byKey(inUse.get(keys));
        return items.stream()
                .filter(item -> Expiry.isLive(clock.instant(), item))
                .filter(item -> !others.containsKey(written(item)))
                // One that was reset, or whose organiser was ended, stays away.
                .filter(item -> OrganiserItem.keyByFactor(item)
                        .filter(organiser -> others.containsKey(written(organiser)))
                        .isEmpty())
                .map(item -> OrganiserItem.isOne(item) ? newest(item) : item)
                .filter(item -> Expiry.isLive(clock.instant(), item))
                .toList();
    }

    /** Returns whether somebody could sign in, or be signed in, by this item of an earlier moment, or was counted then. */
    private static boolean isOfSigningIn(Map<String, AttributeValue> item) {
        String partition = Attributes.of(item).text(Keys.PK);
        return partition.startsWith(InvitedItem.PARTITIONS)
                || partition.startsWith(LastInvitationItem.PARTITIONS)
                || BrowserSessionItem.isOne(item);
    }

    /** Returns the newest of an organiser's versions in the copies: their access may have ended since. */
    private Map<String, AttributeValue> newest(Map<String, AttributeValue> organiser) {
        return Stream.concat(
                        Stream.of(organiser),
                        laterCopies.stream().flatMap(later -> later.get(List.of(Keys.of(organiser))).stream()))
                .max(Comparator.comparing(OrganiserItem::versionOrZero))
                .orElse(organiser);
    }

    private static List<Map<String, AttributeValue>> besideSessions(Table table, boolean all) {
        return all
                ? table.get(table.keys()
                        .filter(key -> !Attributes.of(key).text(Keys.PK).startsWith(Keys.SESSION))
                        .toList())
                : table.all(table.query(Keys.inPartition(DESK))).toList();
    }

    private static List<Map<String, AttributeValue>> keys(List<Map<String, AttributeValue>> items) {
        return items.stream().map(Keys::of).toList();
    }

    private static Map<String, Map<String, AttributeValue>> byKey(List<Map<String, AttributeValue>> items) {
        return items.stream().collect(Collectors.toMap(TableRestore::written, item -> item));
    }

    private static String written(Map<String, AttributeValue> item) {
        Attributes key = Attributes.of(item);
        return key.text(Keys.PK) + " " + key.text(Keys.SK);
    }
}
