package nl.samenkomst.local.tests.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.QueueEntry;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Registrations with one planted bug. */
final class BuggyRegistrations implements Registrations {

    private final Registrations delegate;
    private final Bug bug;
    private final DynamoDbClient client;
    private final String table;
    private final SessionDocument first;

    /**
     * Plants a bug.
     *
     * @param first the session's first document, for the bug that keeps its limit
     */
    BuggyRegistrations(Registrations delegate, Bug bug, DynamoDbClient client, String table, SessionDocument first) {
        this.delegate = delegate;
        this.bug = bug;
        this.client = client;
        this.table = table;
        this.first = first;
    }

    @Override
    public Optional<RegistrationSnapshot> find(SessionId session, RegistrationId registration, Instant now) {
        return found(delegate.find(session, registration, now), now);
    }

    @Override
    public Optional<RegistrationSnapshot> find(SessionId session, EmailAddress address, Instant now) {
        return found(delegate.find(session, address, now), now);
    }

    @Override
    public Attempt<DeskKey> deskKey() {
        return delegate.deskKey();
    }

    private Optional<RegistrationSnapshot> found(Optional<RegistrationSnapshot> found, Instant now) {
        return switch (bug) {
            case KEEPS_THE_OLD_LIMIT ->
                found.map(seen -> new RegistrationSnapshot(
                        seen.session(), withOldLimit(seen.places()), seen.registration(), seen.mailbox()));
            case REINSTATES_IN_SILENCE ->
                found.map(seen ->
                        seen.session().isCancelled() ? seen : withEach(seen, BuggyRegistrations::withoutCancellation));
            case ANNOUNCES_EVERY_REINSTATEMENT ->
                found.map(seen -> seen.session().isCancelled()
                        ? withEach(seen, known -> withCancellation(seen.session(), known, now))
                        : seen);
            case NEVER_LAPSES ->
                found.map(seen -> new RegistrationSnapshot(
                        seen.session(),
                        seen.places(),
                        seen.registration().map(BuggyRegistrations::withoutLapse),
                        seen.mailbox()));
            default -> found;
        };
    }

    @Override
    public WriteResult commit(RegistrationChanges changes, Instant now) {
        return switch (bug) {
            case LAPSES_WHOEVER_JUST_CONFIRMED -> {
                WriteResult commit = delegate.commit(changes, now);
                yield commit.isCommitted() || !isLapse(changes)
                        ? commit
                        : delegate.commit(onFreshVersion(changes), now);
            }
            case LAPSES_WITHOUT_PROMOTING ->
                delegate.commit(isLapse(changes) ? withEach(changes, all -> all.subList(0, 1)) : changes, now);
            case FREES_A_PLACE_WITHOUT_PROMOTING ->
                delegate.commit(withEach(changes, all -> isPromotion(all.getFirst()) ? all : all.subList(0, 1)), now);
            case PROMOTES_SOMEBODY_WHO_DOES_NOT_FIT ->
                delegate.commit(withEach(changes, all -> mapPromoted(all, after -> inOtherTheme(changes, after))), now);
            case SENDS_NO_PROMOTION_LETTER ->
                delegate.commit(withEach(changes, all -> mapPromoted(all, after -> markedAsTold(after, now))), now);
            case LETS_NEWCOMERS_IN_AT_THE_HEAD ->
                delegate.commit(withEach(changes, all -> atTheHead(changes, all)), now);
            case STARTS_THE_SEQUENCE_AGAIN ->
                delegate.commit(
                        withEach(
                                changes,
                                all -> all.stream()
                                        .map(BuggyRegistrations::startingTheSequenceAgain)
                                        .toList()),
                        now);
            case DECIDES_WITH_OLD_PLACES -> {
                WriteResult commit = delegate.commit(changes, now);
                yield commit.isCommitted() || changes.changes().isEmpty()
                        ? commit
                        : delegate.commit(onFreshPlaces(changes), now);
            }
            case BELIEVES_A_CONFLICTING_WRITE -> {
                delegate.commit(changes, now);
                yield WriteResult.committed();
            }
            case COUNTS_A_THEME_CHANGE_AT_ONE_END -> {
                WriteResult commit = delegate.commit(changes, now);
                if (commit.isCommitted() && isThemeChange(changes)) {
                    count(
                            changes.session().id(),
                            "taken:" + before(changes).state().theme().orElseThrow());
                }
                yield commit;
            }
            case GIVES_UP_THE_OLD_THEME_FIRST ->
                isThemeChange(changes) ? inTwoSteps(changes, now) : delegate.commit(changes, now);
            case ERASES_WITHOUT_GIVING_BACK -> {
                if (!isErasure(changes)) {
                    yield delegate.commit(changes, now);
                }
                delete(before(changes));
                yield WriteResult.committed();
            }
            case KEEPS_WHAT_ORGANISERS_DID -> {
                List<Map<String, AttributeValue>> records = isErasure(changes) ? auditOf(before(changes)) : List.of();
                WriteResult commit = delegate.commit(changes, now);
                if (commit.isCommitted()) {
                    records.forEach(record ->
                            client.putItem(request -> request.tableName(table).item(record)));
                }
                yield commit;
            }
            case LEAVES_AN_ENTRY_IN_THE_QUEUE -> {
                WriteResult commit = delegate.commit(changes, now);
                if (commit.isCommitted()) {
                    changes.changes().stream()
                            .filter(change -> change.queueNumberBefore().isPresent())
                            .forEach(this::putBack);
                }
                yield commit;
            }
            case MARKS_EVERYBODY_AS_LATE ->
                delegate.commit(
                        withEach(
                                changes,
                                all -> all.stream()
                                        .map(change -> inNoticePeriod(changes, now) ? markedAsLate(change) : change)
                                        .toList()),
                        now);
            case PROMOTES_THE_LAST_IN_LINE,
                    CLAIMS_NO_LETTER,
                    FORGETS_WHAT_WAS_SENT,
                    KEEPS_THE_OLD_LIMIT,
                    TELLS_OF_A_CANCELLATION_AT_ONCE,
                    REINSTATES_IN_SILENCE,
                    ANNOUNCES_EVERY_REINSTATEMENT,
                    LEAVES_PEOPLE_UNDER_REVIEW,
                    ADMITS_THE_LAST_FIRST,
                    BEGINS_THE_DAY_AGAIN,
                    ANNOUNCES_NO_MOVE,
                    ANNOUNCES_CORRECTIONS,
                    LOSES_MESSAGES_WITH_A_CHANGE,
                    WITHDRAWS_NO_MESSAGE,
                    NEVER_LAPSES -> delegate.commit(changes, now);
        };
    }

    @Override
    public WriteResult update(Session current, RegistrationChange change, Instant now) {
        Registration changed = change.after().orElseThrow();
        boolean isClaim = changed.letters().isDelayedAt(now);
        boolean isMemory =
                changed.letters().last().filter(last -> last.at().equals(now)).isPresent();
        if (bug == Bug.BEGINS_THE_DAY_AGAIN && isMemory) {
            return delegate.update(
                    current,
                    new RegistrationChange(
                            change.before(), Optional.of(changed.with(allSentAt(now, changed.letters())))),
                    now);
        }
        return (bug == Bug.CLAIMS_NO_LETTER && isClaim) || (bug == Bug.FORGETS_WHAT_WAS_SENT && isMemory)
                ? WriteResult.committed()
                : delegate.update(current, change, now);
    }

    @Override
    public WriteResult decoy(SessionId session, Mailbox mailbox, Instant now) {
        return delegate.decoy(session, mailbox, now);
    }

    @Override
    public WriteResult update(Session current, RegistrationChange change, Mailbox mailbox, Instant now) {
        return delegate.update(current, change, mailbox, now);
    }

    @Override
    public int maxPromotions() {
        return delegate.maxPromotions();
    }

    @Override
    public int maxCancellations() {
        return delegate.maxCancellations();
    }

    @Override
    public Iterable<QueueEntry> queue(SessionId session) {
        if (bug != Bug.PROMOTES_THE_LAST_IN_LINE) {
            return delegate.queue(session);
        }
        List<QueueEntry> reversed = new ArrayList<>();
        delegate.queue(session).forEach(reversed::add);
        Collections.reverse(reversed);
        return reversed;
    }

    @Override
    public List<Registration> findAll(SessionId session, List<RegistrationId> ids, Instant now) {
        return delegate.findAll(session, ids, now);
    }

    @Override
    public int position(SessionId session, RegistrationState.Waitlisted waiting) {
        return delegate.position(session, waiting);
    }

    @Override
    public Iterable<Registration> all(SessionId session, Instant now) {
        return switch (bug) {
            case LEAVES_PEOPLE_UNDER_REVIEW -> List.of();
            case ADMITS_THE_LAST_FIRST -> all(delegate.all(session, now), BuggyRegistrations::inReverse);
            default -> delegate.all(session, now);
        };
    }

    @Override
    public Iterable<RegistrationId> computedBefore(SessionId session, Revision revision, Instant now) {
        return delegate.computedBefore(session, revision, now);
    }

    private static List<Registration> all(Iterable<Registration> all, UnaryOperator<Registration> change) {
        List<Registration> changed = new ArrayList<>();
        all.forEach(one -> changed.add(change.apply(one)));
        return changed;
    }

    /** Returns somebody under review as if whoever came last had come first. */
    private static Registration inReverse(Registration registration) {
        return registration.state() instanceof RegistrationState.UnderReview review
                ? registration.with(new RegistrationState.UnderReview(
                        Instant.EPOCH.minusSeconds(review.since().getEpochSecond()),
                        review.holdsPlace(),
                        review.theme()))
                : registration;
    }

    private Places withOldLimit(Places places) {
        return new Places(
                first.signUp().places(),
                places.themes(),
                places.counts(),
                places.highestNumber(),
                places.lowestNumber(),
                places.revision(),
                places.version());
    }

    private static RegistrationSnapshot withEach(RegistrationSnapshot seen, UnaryOperator<LetterLog> change) {
        return new RegistrationSnapshot(
                seen.session(),
                seen.places(),
                seen.registration().map(known -> known.with(change.apply(known.letters()))),
                seen.mailbox());
    }

    private static LetterLog withoutCancellation(LetterLog letters) {
        return withSent(
                letters,
                letters.sent().stream()
                        .filter(letter -> letter.kind()
                                .filter(kind -> kind == LetterKind.SESSION_CANCELLED)
                                .isEmpty())
                        .toList());
    }

    private static LetterLog withCancellation(Session session, LetterLog letters, Instant now) {
        List<SentLetter> sent = new ArrayList<>(letters.sent());
        if (!letters.saysCancelled()) {
            sent.add(new SentLetter(LetterKind.SESSION_CANCELLED, session.revision(), now, Optional.empty()));
        }
        return withSent(letters, sent);
    }

    private static LetterLog withSent(LetterLog letters, List<SentLetter> sent) {
        return new LetterLog(
                sent, letters.linkAskedAt(), letters.delayedUntil(), letters.failures(), letters.bundled());
    }

    private RegistrationChanges onFreshPlaces(RegistrationChanges changes) {
        Registration somebody = changes.changes().getFirst().after().orElseGet(() -> before(changes));
        RegistrationSnapshot fresh = delegate.find(changes.session().id(), somebody.id(), Instant.EPOCH)
                .orElseThrow();
        return new RegistrationChanges(
                fresh.sessionSnapshot(),
                changes.changes(),
                changes.records(),
                changes.mailbox(),
                changes.refusedBy(),
                changes.isDecoy(),
                changes.kept());
    }

    private static boolean isLapse(RegistrationChanges changes) {
        return !changes.changes().isEmpty()
                && changes.changes()
                        .getFirst()
                        .after()
                        .filter(after -> after.state() instanceof RegistrationState.Lapsed)
                        .isPresent();
    }

    private static Registration withoutLapse(Registration registration) {
        return registration.proof().isGiven()
                ? registration
                : registration.with(new AddressProof.Awaited(Optional.empty()));
    }

    /** Returns the lapse of the registration as it is by now, on the current places. */
    private RegistrationChanges onFreshVersion(RegistrationChanges changes) {
        Registration lapsed = changes.changes().getFirst().after().orElseThrow();
        RegistrationSnapshot fresh = delegate.find(changes.session().id(), lapsed.id(), Instant.EPOCH)
                .orElseThrow();
        return fresh.registration()
                .filter(Registration::isActive)
                .map(known -> RegistrationChanges.changing(
                        fresh.sessionSnapshot(),
                        known,
                        known.with(lapsed.state()),
                        lapsed.state().since()))
                .orElse(changes);
    }

    /**
     * Gives up the place first and takes one again afterwards, unless the process dies in between or somebody is
     * faster.
     */
    private WriteResult inTwoSteps(RegistrationChanges changes, Instant now) {
        Registration before = before(changes);
        Registration gone = before.with(new RegistrationState.CancelledByPerson(now, true, false));
        WriteResult given = delegate.commit(RegistrationChanges.changing(changes.seen(), before, gone, now), now);
        if (!given.isCommitted()) {
            return given;
        }
        if (now.getEpochSecond() % 3 == 0) {
            throw new Faults.Died();
        }
        RegistrationSnapshot fresh =
                delegate.find(before.session(), before.id(), now).orElseThrow();
        Registration back = fresh.registration().orElseThrow();
        RegistrationState wanted =
                changes.changes().getFirst().after().orElseThrow().state();
        return delegate.commit(
                RegistrationChanges.changing(fresh.sessionSnapshot(), back, back.with(wanted), now), now);
    }

    private void count(SessionId session, String attribute) {
        client.updateItem(request -> request.tableName(table)
                .key(key(session, "PLACES"))
                .updateExpression("ADD #name :one")
                .expressionAttributeNames(Map.of("#name", attribute))
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }

    private void delete(Registration registration) {
        client.deleteItem(
                request -> request.tableName(table).key(key(registration.session(), "R#" + registration.id())));
    }

    private static boolean isErasure(RegistrationChanges changes) {
        return !changes.changes().isEmpty()
                && changes.changes().getFirst().after().isEmpty();
    }

    private List<Map<String, AttributeValue>> auditOf(Registration registration) {
        return client
                .queryPaginator(request -> request.tableName(table)
                        .keyConditionExpression("PK = :session AND begins_with(SK, :audit)")
                        .expressionAttributeValues(Map.of(
                                ":session", AttributeValue.fromS("S#" + registration.session()),
                                ":audit", AttributeValue.fromS("A#"))))
                .items()
                .stream()
                .filter(item -> item.toString().contains(registration.id().value()))
                .toList();
    }

    private void putBack(RegistrationChange change) {
        Registration registration = change.before().orElseThrow();
        String number = "W#%010d".formatted(change.queueNumberBefore().orElseThrow());
        client.updateItem(request -> request.tableName(table)
                .key(key(registration.session(), number))
                .updateExpression("SET registration = :registration")
                .expressionAttributeValues(Map.of(
                        ":registration", AttributeValue.fromS(registration.id().value()))));
    }

    private static Map<String, AttributeValue> key(SessionId session, String sort) {
        return Map.of("PK", AttributeValue.fromS("S#" + session), "SK", AttributeValue.fromS(sort));
    }

    private static Registration before(RegistrationChanges changes) {
        return changes.changes().getFirst().before().orElseThrow();
    }

    private static boolean isThemeChange(RegistrationChanges changes) {
        return !changes.changes().isEmpty()
                && changes.changes()
                        .getFirst()
                        .before()
                        .filter(Registration::isActive)
                        .isPresent()
                && before(changes).state() instanceof RegistrationState.Confirmed
                && before(changes).state().theme().isPresent()
                && changes.changes()
                        .getFirst()
                        .after()
                        .filter(after -> after.state() instanceof RegistrationState.Confirmed)
                        .isPresent();
    }

    private static boolean isPromotion(RegistrationChange change) {
        return change.queueNumberBefore().isPresent()
                && change.after().filter(BuggyRegistrations::isPromoted).isPresent();
    }

    private static boolean isPromoted(Registration registration) {
        return registration.state() instanceof RegistrationState.Confirmed confirmed && confirmed.fromWaitingList();
    }

    private static RegistrationChanges withEach(
            RegistrationChanges changes, UnaryOperator<List<RegistrationChange>> change) {
        return changes.changes().isEmpty() ? changes : changes.withChanges(change.apply(changes.changes()));
    }

    /** Returns the changes with the promoted registrations replaced. */
    private static List<RegistrationChange> mapPromoted(
            List<RegistrationChange> all, UnaryOperator<Registration> change) {
        return all.stream()
                .map(one -> isPromotion(one)
                        ? new RegistrationChange(one.before(), one.after().map(change))
                        : one)
                .toList();
    }

    private static Registration inOtherTheme(RegistrationChanges changes, Registration promoted) {
        Optional<ThemeId> theme = promoted.state().theme();
        Optional<ThemeId> other = changes.seen().places().themes().keySet().stream()
                .filter(id -> !Optional.of(id).equals(theme))
                .findFirst();
        return other.isEmpty()
                ? promoted
                : promoted.with(new RegistrationState.Confirmed(promoted.state().since(), true, other));
    }

    private static Registration markedAsTold(Registration promoted, Instant now) {
        return promoted.with(promoted.letters()
                .with(new SentLetter(LetterKind.PROMOTED, Revision.FIRST, now, Optional.empty()), Map.of()));
    }

    private static LetterLog allSentAt(Instant now, LetterLog letters) {
        return withSent(
                letters,
                letters.sent().stream()
                        .map(letter -> new SentLetter(
                                letter.word(), letter.revision(), now, letter.messageId(), letter.isBundled()))
                        .toList());
    }

    private static boolean inNoticePeriod(RegistrationChanges changes, Instant now) {
        return now.isAfter(changes.session().document().cancelBy().toInstant());
    }

    private static RegistrationChange markedAsLate(RegistrationChange change) {
        return new RegistrationChange(
                change.before(),
                change.after()
                        .map(after -> after.state() instanceof RegistrationState.CancelledByPerson cancelled
                                ? after.with(new RegistrationState.CancelledByPerson(
                                        cancelled.since(), cancelled.hadPlace(), cancelled.hadPlace()))
                                : after));
    }

    private static RegistrationChange startingTheSequenceAgain(RegistrationChange change) {
        return change.before().isPresent()
                ? change
                : new RegistrationChange(
                        change.before(), change.after().map(BuggyRegistrations::startingTheSequenceAgain));
    }

    private static Registration startingTheSequenceAgain(Registration signedUp) {
        return new Registration(
                signedUp.session(),
                signedUp.id(),
                signedUp.secrets(),
                signedUp.signUp(),
                signedUp.person(),
                signedUp.language(),
                signedUp.signedUpAt(),
                signedUp.answers(),
                signedUp.choseAt(),
                signedUp.state(),
                Sequence.FIRST,
                signedUp.letters(),
                signedUp.sessionRevision(),
                signedUp.dueAt(),
                signedUp.version(),
                signedUp.present(),
                signedUp.proof(),
                signedUp.mailProblem(),
                signedUp.original());
    }

    private static List<RegistrationChange> atTheHead(RegistrationChanges changes, List<RegistrationChange> all) {
        SessionSnapshot seen = changes.seen();
        return all.stream()
                .map(change -> change.queueNumberBefore().isEmpty()
                                && change.queueNumberAfter().isPresent()
                        ? new RegistrationChange(
                                change.before(),
                                change.after()
                                        .map(after -> after.with(new RegistrationState.Waitlisted(
                                                after.state().since(),
                                                seen.places().lowestNumber() - 1,
                                                after.state().theme()))))
                        : change)
                .toList();
    }
}
