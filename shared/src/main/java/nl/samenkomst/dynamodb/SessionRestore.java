package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.capacity.Recount;
import nl.samenkomst.domain.registration.PersonalData;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Decides how to restore one session, from all of its items in an older copy of the table and in the table in use. What
 * is in use and readable stays; what is missing comes from the copy; what was erased since comes from neither. The
 * counts and the queue follow from the registrations.
 */
final class SessionRestore {

    private static final Set<String> KNOWN = Set.of(SessionItem.SK, PlacesItem.SK, NoticeItem.SK, DraftItem.SK);
    private static final List<String> KNOWN_KINDS =
            List.of(RegistrationItem.SK, QueueItem.SK, AuditItem.SK, ErasureItem.SK, DecoyItem.SK);

    private final SessionId id;
    private final Map<String, Map<String, AttributeValue>> copy;
    private final Map<String, Map<String, AttributeValue>> inUse;
    private final Map<RegistrationId, Instant> erasures;
    private final Instant now;

    /**
     * Decides with these items.
     *
     * @param erasures the last moment at which each registration was erased, as far as it is remembered
     */
    SessionRestore(
            SessionId id,
            Collection<Map<String, AttributeValue>> copy,
            Collection<Map<String, AttributeValue>> inUse,
            Map<RegistrationId, Instant> erasures,
            Instant now) {
        this.id = id;
        this.copy = byKey(copy.stream().filter(item -> Expiry.isLive(now, item)));
        this.inUse = byKey(inUse.stream().filter(item -> Expiry.isLive(now, item)));
        this.erasures = erasures;
        this.now = now;
    }

    /** The decision: why the session cannot be restored, or what to write. */
    sealed interface Decision {

        record Refused(String why) implements Decision {}

        /**
         * What to write; nothing if both lists are empty.
         *
         * @param places the session and its places, in one transaction and before all else: should the process die
         *     after it, no place can be taken twice
         */
        record Writes(
                List<Consumer<Table.Transaction>> places,
                List<Consumer<Table.Transaction>> others,
                RestoreOutcome.Restored outcome)
                implements Decision {

            boolean isEmpty() {
                return places.isEmpty() && others.isEmpty();
            }
        }
    }

    Decision decide() {
        Optional<Map<String, AttributeValue>> session = readable(SessionItem.SK, SessionItem::read);
        if (session.isEmpty()) {
            return new Decision.Refused("its item SESSION can be read in neither table");
        }
        Session known = SessionItem.read(session.get());
        Optional<Map<String, AttributeValue>> places =
                readable(PlacesItem.SK, item -> PlacesItem.read(item, known.document()));
        if (places.isEmpty()) {
            return new Decision.Refused("its item PLACES can be read in neither table");
        }
        // Once the registrations have expired, the numbers are all that is left of the session.
        boolean isOver = !now.isBefore(known.document().forgetAt());
        RestoredRegistrations registrations = isOver
                ? RestoredRegistrations.of(List.of(), List.of(), Map.of())
                : RestoredRegistrations.of(
                        ofKind(RegistrationItem.SK, copy), ofKind(RegistrationItem.SK, inUse), erasures);
        if (!registrations.unreadable().isEmpty()) {
            return new Decision.Refused(String.join(", ", registrations.unreadable())
                    + " can be read in neither table: repair it in the copy, or delete it in both if it is lost");
        }
        return writes(known, session.get(), places.get(), registrations, isOver);
    }

    private Decision.Writes writes(
            Session session,
            Map<String, AttributeValue> sessionItem,
            Map<String, AttributeValue> placesItem,
            RestoredRegistrations found,
            boolean isOver) {
        Places stored = PlacesItem.read(placesItem, session.document());
        Revision revision = Stream.of(found.kept(), found.missing())
                .flatMap(List::stream)
                .map(Registration::sessionRevision)
                .reduce(
                        stored.revision().isBefore(session.revision()) ? session.revision() : stored.revision(),
                        (one, other) -> one.isBefore(other) ? other : one);
        List<Consumer<Table.Transaction>> others = new ArrayList<>();
        Places counted = stored;
        if (!isOver) {
            Renumbered queue = renumbered(found, session);
            counted = Recount.of(
                    withNumbersOfBoth(afterErasing(stored, found, isInUse(placesItem)), session), queue.all());
            found.erasedInUse()
                    .forEach(one -> others.add(transaction -> transaction.delete(
                            RegistrationItem.key(id, one.id()), RegistrationItem.isVersion(one.version()))));
            queue.kept()
                    .forEach(one -> others.add(transaction -> transaction.put(
                            RegistrationItem.write(one, session.document().forgetAt()),
                            RegistrationItem.isVersion(one.version().previous()))));
            queue.missing()
                    .forEach(one -> restore(
                            RegistrationItem.write(one, session.document().forgetAt()), others));
            restoreQueue(queue.all(), session, others);
        }
        boolean isChanged = !others.isEmpty()
                || !isInUse(sessionItem)
                || !isInUse(placesItem)
                || !session.revision().equals(revision)
                || !isSame(stored, counted, revision);
        List<Consumer<Table.Transaction>> places =
                isChanged ? places(session, sessionItem, placesItem, counted, revision) : List.of();
        if (!isOver) {
            restoreAudit(session, others);
            restoreOthers(others);
        } else {
            restoreLastingAnswers(others);
        }
        rememberErasures(others);
        return new Decision.Writes(places, others, outcome(session, sessionItem, counted, revision, found));
    }

    /** Takes away what was erased and is counted: what was erased since the copy was made, if its counts are used. */
    private static Places afterErasing(Places counted, RestoredRegistrations found, boolean isInUse) {
        long freed = Stream.concat(
                        found.erasedInUse().stream(),
                        isInUse ? Stream.<Registration>empty() : found.erasedInCopy().stream())
                .filter(erased -> erased.state().holdsPlace())
                .count();
        return counted.add(Count.FREED_BY_ERASURE, Math.toIntExact(freed));
    }

    /** Returns the places, with the queue numbers that either table gave out. */
    private Places withNumbersOfBoth(Places counted, Session session) {
        Places both = counted;
        for (Map<String, Map<String, AttributeValue>> items : List.of(copy, inUse)) {
            Optional<Places> places = Optional.ofNullable(items.get(PlacesItem.SK))
                    .flatMap(item -> ItemReader.readOr(
                            () -> Optional.of(PlacesItem.read(item, session.document())), Optional.empty()));
            if (places.isPresent()) {
                both = both.afterNumbersOf(places.get());
            }
        }
        return both;
    }

    /**
     * The registrations, each with a queue number of its own if it waits.
     *
     * @param kept those in use that got another number
     */
    private record Renumbered(List<Registration> all, List<Registration> kept, List<Registration> missing) {}

    /**
     * Gives those who came later another number, at the end, if somebody before them has the same: both tables gave it
     * out if the session was published anew before it was restored.
     */
    private Renumbered renumbered(RestoredRegistrations found, Session session) {
        Map<RegistrationId, Registration> all = new LinkedHashMap<>();
        Stream.concat(found.kept().stream(), found.missing().stream()).forEach(one -> all.put(one.id(), one));
        List<Registration> waiting = all.values().stream()
                .filter(one -> one.state() instanceof RegistrationState.Waitlisted)
                .sorted(Comparator.comparing(SessionRestore::number).thenComparing(Registration.OLDEST_STATE_FIRST))
                .toList();
        long last = waiting.isEmpty() ? 0 : number(waiting.getLast());
        Set<Long> taken = new HashSet<>();
        for (Registration one : waiting) {
            if (!taken.add(number(one))) {
                last++;
                RegistrationState state = new RegistrationState.Waitlisted(
                        one.state().since(), last, one.state().theme());
                all.put(one.id(), one.with(state).asStored(session, now));
            }
        }
        return new Renumbered(
                List.copyOf(all.values()),
                found.kept().stream()
                        .map(one -> all.getOrDefault(one.id(), one))
                        .filter(one -> !found.kept().contains(one))
                        .toList(),
                found.missing().stream()
                        .map(one -> all.getOrDefault(one.id(), one))
                        .map(SessionRestore::alone)
                        .toList());
    }

    /** Returns the registration with a letter of its own: others that it was to tell of may have been erased since. */
    private static Registration alone(Registration restored) {
        return restored.with(
                restored.letters().unbundling(restored.letters().bundled().keySet()));
    }

    private static long number(Registration waiting) {
        return waiting.state() instanceof RegistrationState.Waitlisted state ? state.number() : 0;
    }

    /** Makes the entries of the queue those of the people who wait. */
    private void restoreQueue(
            List<Registration> registrations, Session session, List<Consumer<Table.Transaction>> writes) {
        Map<String, Map<String, AttributeValue>> entries = new TreeMap<>();
        registrations.stream()
                .filter(one -> one.state() instanceof RegistrationState.Waitlisted)
                .map(one -> QueueItem.write(one, number(one), session.document().forgetAt()))
                .forEach(entry -> entries.put(sortKey(entry), entry));
        entries.forEach((sort, entry) -> {
            if (!entry(entry).equals(Optional.ofNullable(inUse.get(sort)).flatMap(SessionRestore::entry))) {
                writes.add(transaction -> transaction.put(entry));
            }
        });
        ofKind(QueueItem.SK, inUse).stream()
                .filter(entry -> !entries.containsKey(sortKey(entry)))
                .forEach(entry -> writes.add(transaction -> transaction.delete(Keys.of(entry), Keys.exists())));
    }

    private static Optional<QueueEntry> entry(Map<String, AttributeValue> item) {
        return ItemReader.readOr(() -> Optional.of(QueueItem.read(item)), Optional.empty());
    }

    /** Returns the writes of the session and its places; the sender then computes again which letters are owed. */
    private List<Consumer<Table.Transaction>> places(
            Session session,
            Map<String, AttributeValue> sessionItem,
            Map<String, AttributeValue> placesItem,
            Places counted,
            Revision revision) {
        long version = Stream.of(copy, inUse)
                .map(items -> Optional.ofNullable(items.get(PlacesItem.SK)))
                .flatMap(Optional::stream)
                .mapToLong(PlacesItem::versionOrZero)
                .max()
                .orElse(0);
        Condition sessionIsAsRead =
                asRead(SessionItem.SK, sessionItem, () -> SessionItem.isRevision(session.revision()));
        Condition placesAreAsRead =
                asRead(PlacesItem.SK, placesItem, () -> PlacesItem.isVersion(PlacesItem.versionOrZero(placesItem)));
        return List.of(
                transaction -> transaction.put(SessionItem.asRevision(revision, now, sessionItem), sessionIsAsRead),
                transaction -> transaction.put(
                        PlacesItem.rewrite(id, counted, revision, version + 1, placesItem), placesAreAsRead));
    }

    /** The condition that an item in use is still the one that was read, or still absent or unreadable. */
    private Condition asRead(String sort, Map<String, AttributeValue> chosen, Supplier<Condition> unchanged) {
        if (isInUse(chosen)) {
            return unchanged.get();
        }
        return inUse.containsKey(sort) ? Keys.exists() : Keys.isNew();
    }

    private void restoreAudit(Session session, List<Consumer<Table.Transaction>> writes) {
        RestoredAudit audit =
                RestoredAudit.of(ofKind(AuditItem.SK, copy), ofKind(AuditItem.SK, inUse), this::isOfErased);
        audit.toErase().forEach(one -> writes.add(one::addTo));
        audit.missing().forEach(record -> {
            Map<String, AttributeValue> item = new LinkedHashMap<>(record);
            item.put(Expiry.EXPIRES_AT, Expiry.at(session.document().forgetAt()));
            restore(item, writes);
        });
    }

    /** Returns whether an audit record is about a registration that was erased after it. */
    private boolean isOfErased(Map<String, AttributeValue> record) {
        String moment = AuditItem.moment(record);
        return erasures.entrySet().stream()
                .anyMatch(erasure -> AuditItem.isAbout(erasure.getKey(), record)
                        && moment.compareTo(Values.moment(erasure.getValue()).s()) <= 0);
    }

    /**
     * Restores items of other kinds, unless they name somebody who was erased; the pending letter to the organiser and
     * the draft only with the session, since they leave the table once they are sent or published.
     */
    private void restoreOthers(List<Consumer<Table.Transaction>> writes) {
        copy.forEach((sort, item) -> {
            boolean isKnown = KNOWN.contains(sort) || KNOWN_KINDS.stream().anyMatch(sort::startsWith);
            boolean isPending =
                    (sort.equals(NoticeItem.SK) || sort.equals(DraftItem.SK)) && !inUse.containsKey(SessionItem.SK);
            boolean namesErased = erasures.keySet().stream().anyMatch(erased -> names(item, erased));
            if ((!isKnown || isPending) && !namesErased && !inUse.containsKey(sort)) {
                restore(item, writes);
            }
        });
    }

    /** Restores what people chose afterwards, which outlives the registrations as the numbers do. */
    private void restoreLastingAnswers(List<Consumer<Table.Transaction>> writes) {
        ofKind(EvaluationItem.SK, copy).stream()
                .filter(EvaluationItem::isLasting)
                .filter(item -> !inUse.containsKey(sortKey(item)))
                .forEach(item -> restore(item, writes));
    }

    private static boolean names(Map<String, AttributeValue> item, RegistrationId erased) {
        return item.toString().contains(erased.value());
    }

    private void rememberErasures(List<Consumer<Table.Transaction>> writes) {
        erasures.forEach((erased, at) -> {
            Map<String, AttributeValue> item = ErasureItem.write(id, erased, at);
            Optional<Instant> known =
                    Optional.ofNullable(inUse.get(sortKey(item))).flatMap(ErasureItem::optionalAt);
            if (at.plus(PersonalData.ERASURE_MEMORY).isAfter(now) && !known.equals(Optional.of(at))) {
                writes.add(transaction -> transaction.put(item));
            }
        });
    }

    /** Adds the write of an item that is absent in use, or unreadable. */
    private void restore(Map<String, AttributeValue> item, List<Consumer<Table.Transaction>> writes) {
        Condition condition =
                inUse.containsKey(sortKey(item)) ? Keys.exists() : Keys.isNew().or(Expiry.hasPassed(now));
        writes.add(transaction -> transaction.put(item, condition));
    }

    private RestoreOutcome.Restored outcome(
            Session session,
            Map<String, AttributeValue> sessionItem,
            Places counted,
            Revision revision,
            RestoredRegistrations found) {
        List<String> remarks = new ArrayList<>();
        if (!isInUse(sessionItem)) {
            remarks.add(
                    session.revision().equals(revision)
                            ? "The session itself is as it was in the copy."
                            : "The session itself is as it was in the copy, and was changed since: its organiser must publish it"
                                    + " again.");
        }
        if (counted.limit().isPresent() && counted.taken() > counted.limit().getAsInt()) {
            remarks.add(counted.taken() + " people have one of its "
                    + counted.limit().getAsInt() + " places: some got theirs since the copy was made.");
        }
        return new RestoreOutcome.Restored(
                id,
                found.missing().size(),
                found.erasedInUse().size() + found.erasedInCopy().size(),
                remarks);
    }

    private static boolean isSame(Places stored, Places counted, Revision revision) {
        return stored.revision().equals(revision)
                && stored.counts().equals(counted.counts())
                && stored.highestNumber() == counted.highestNumber()
                && stored.lowestNumber() == counted.lowestNumber()
                && counted.themes().entrySet().stream()
                        .allMatch(
                                theme -> theme.getValue().equals(stored.themes().get(theme.getKey())));
    }

    /** Returns the item with this key that can be read, of the table in use if possible. */
    private Optional<Map<String, AttributeValue>> readable(
            String sort, Function<Map<String, AttributeValue>, ?> reader) {
        return Stream.of(inUse, copy)
                .flatMap(items -> Optional.ofNullable(items.get(sort)).stream())
                .filter(item -> ItemReader.readOr(() -> Optional.of(reader.apply(item)), Optional.empty())
                        .isPresent())
                .findFirst();
    }

    private boolean isInUse(Map<String, AttributeValue> item) {
        return item.equals(inUse.get(sortKey(item)));
    }

    private static List<Map<String, AttributeValue>> ofKind(
            String prefix, Map<String, Map<String, AttributeValue>> items) {
        return items.values().stream()
                .filter(item -> sortKey(item).startsWith(prefix))
                .toList();
    }

    private static Map<String, Map<String, AttributeValue>> byKey(Stream<Map<String, AttributeValue>> items) {
        Map<String, Map<String, AttributeValue>> byKey = new TreeMap<>();
        items.forEach(item -> byKey.put(sortKey(item), item));
        return byKey;
    }

    private static String sortKey(Map<String, AttributeValue> item) {
        return Attributes.of(item).text(Keys.SK);
    }
}
