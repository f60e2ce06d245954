package nl.samenkomst.local.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
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
        Optional<RegistrationSnapshot> found = delegate.find(session, registration, now);
        return bug == Bug.KEEPS_THE_OLD_LIMIT
                ? found.map(seen ->
                        new RegistrationSnapshot(seen.session(), withOldLimit(seen.places()), seen.registration()))
                : found;
    }

    @Override
    public WriteResult change(RegistrationChanges step, Instant now) {
        return switch (bug) {
            case FREES_A_PLACE_WITHOUT_PROMOTING ->
                delegate.change(
                        withMoves(step, moves -> isPromotion(moves.getFirst()) ? moves : moves.subList(0, 1)), now);
            case PROMOTES_SOMEBODY_WHO_DOES_NOT_FIT ->
                delegate.change(withMoves(step, moves -> mapPromoted(moves, after -> inOtherTheme(step, after))), now);
            case SENDS_NO_PROMOTION_LETTER ->
                delegate.change(withMoves(step, moves -> mapPromoted(moves, after -> markedAsTold(after, now))), now);
            case LETS_NEWCOMERS_IN_AT_THE_HEAD ->
                delegate.change(withMoves(step, moves -> atTheHead(step, moves)), now);
            case DECIDES_WITH_OLD_PLACES -> {
                WriteResult commit = delegate.change(step, now);
                yield commit == WriteResult.DONE || step.moves().isEmpty()
                        ? commit
                        : delegate.change(onFreshPlaces(step), now);
            }
            case BELIEVES_A_CONFLICTING_WRITE -> {
                delegate.change(step, now);
                yield WriteResult.DONE;
            }
            case COUNTS_A_THEME_CHANGE_AT_ONE_END -> {
                WriteResult commit = delegate.change(step, now);
                if (commit == WriteResult.DONE && isThemeChange(step)) {
                    count(
                            step.session().id(),
                            "taken:" + before(step).standing().theme().orElseThrow());
                }
                yield commit;
            }
            case GIVES_UP_THE_OLD_THEME_FIRST ->
                isThemeChange(step) ? inTwoSteps(step, now) : delegate.change(step, now);
            case ERASES_WITHOUT_GIVING_BACK -> {
                if (step.moves().isEmpty() || step.moves().getFirst().after().isPresent()) {
                    yield delegate.change(step, now);
                }
                delete(before(step));
                yield WriteResult.DONE;
            }
            case LEAVES_AN_ENTRY_IN_THE_QUEUE -> {
                WriteResult commit = delegate.change(step, now);
                if (commit == WriteResult.DONE) {
                    step.moves().stream()
                            .filter(move -> move.numberBefore().isPresent())
                            .forEach(this::putBack);
                }
                yield commit;
            }
            case PROMOTES_THE_LAST_IN_LINE, CLAIMS_NO_LETTER, FORGETS_WHAT_WAS_SENT, KEEPS_THE_OLD_LIMIT ->
                delegate.change(step, now);
        };
    }

    @Override
    public WriteResult keep(Session current, Registration changed, Instant now) {
        boolean isClaim = changed.letters().isHeldAt(now);
        boolean isMemory =
                changed.letters().last().filter(last -> last.at().equals(now)).isPresent();
        return (bug == Bug.CLAIMS_NO_LETTER && isClaim) || (bug == Bug.FORGETS_WHAT_WAS_SENT && isMemory)
                ? WriteResult.DONE
                : delegate.keep(current, changed, now);
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
    public List<Registration> some(SessionId session, List<RegistrationId> ids, Instant now) {
        return delegate.some(session, ids, now);
    }

    @Override
    public int position(SessionId session, RegistrationState.Waitlisted waiting) {
        return delegate.position(session, waiting);
    }

    @Override
    public Iterable<Registration> all(SessionId session, Instant now) {
        return delegate.all(session, now);
    }

    @Override
    public Iterable<RegistrationId> reckonedBefore(SessionId session, int revision, Instant now) {
        return delegate.reckonedBefore(session, revision, now);
    }

    private Places withOldLimit(Places places) {
        return new Places(
                first.signUp().places(),
                places.themes(),
                places.counts(),
                places.lastInLine(),
                places.firstInLine(),
                places.revision(),
                places.version());
    }

    private RegistrationChanges onFreshPlaces(RegistrationChanges step) {
        Registration somebody = step.moves().getFirst().after().orElseGet(() -> before(step));
        RegistrationSnapshot fresh =
                delegate.find(step.session().id(), somebody.id(), Instant.EPOCH).orElseThrow();
        return new RegistrationChanges(fresh.listing(), step.moves(), step.record());
    }

    /**
     * Gives up the place first and takes one again afterwards, unless the process dies in between or somebody is
     * faster.
     */
    private WriteResult inTwoSteps(RegistrationChanges step, Instant now) {
        Registration before = before(step);
        Registration gone = before.with(new RegistrationState.Cancelled(now, true, false));
        if (delegate.change(RegistrationChanges.changing(step.seen(), before, gone), now) == WriteResult.STALE) {
            return WriteResult.STALE;
        }
        if (now.getEpochSecond() % 3 == 0) {
            throw new Faults.Died();
        }
        RegistrationSnapshot fresh =
                delegate.find(before.session(), before.id(), now).orElseThrow();
        Registration back = fresh.registration().orElseThrow();
        RegistrationState wanted = step.moves().getFirst().after().orElseThrow().standing();
        return delegate.change(RegistrationChanges.changing(fresh.listing(), back, back.with(wanted)), now);
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

    private void putBack(RegistrationChange move) {
        Registration registration = move.before().orElseThrow();
        String number = "W#%010d".formatted(move.numberBefore().orElseThrow());
        client.updateItem(request -> request.tableName(table)
                .key(key(registration.session(), number))
                .updateExpression("SET registration = :registration")
                .expressionAttributeValues(Map.of(
                        ":registration", AttributeValue.fromS(registration.id().value()))));
    }

    private static Map<String, AttributeValue> key(SessionId session, String sort) {
        return Map.of("PK", AttributeValue.fromS("S#" + session), "SK", AttributeValue.fromS(sort));
    }

    private static Registration before(RegistrationChanges step) {
        return step.moves().getFirst().before().orElseThrow();
    }

    private static boolean isThemeChange(RegistrationChanges step) {
        return !step.moves().isEmpty()
                && step.moves()
                        .getFirst()
                        .before()
                        .filter(Registration::isActive)
                        .isPresent()
                && before(step).standing() instanceof RegistrationState.Confirmed
                && before(step).standing().theme().isPresent()
                && step.moves()
                        .getFirst()
                        .after()
                        .filter(after -> after.standing() instanceof RegistrationState.Confirmed)
                        .isPresent();
    }

    private static boolean isPromotion(RegistrationChange move) {
        return move.numberBefore().isPresent()
                && move.after().filter(BuggyRegistrations::isPromoted).isPresent();
    }

    private static boolean isPromoted(Registration registration) {
        return registration.standing() instanceof RegistrationState.Confirmed confirmed && confirmed.fromWaitingList();
    }

    private static RegistrationChanges withMoves(
            RegistrationChanges step, UnaryOperator<List<RegistrationChange>> change) {
        return step.moves().isEmpty()
                ? step
                : new RegistrationChanges(step.seen(), change.apply(step.moves()), step.record());
    }

    /** Returns the changes with the promoted registrations replaced. */
    private static List<RegistrationChange> mapPromoted(
            List<RegistrationChange> moves, UnaryOperator<Registration> change) {
        return moves.stream()
                .map(move -> isPromotion(move)
                        ? new RegistrationChange(move.before(), move.after().map(change))
                        : move)
                .toList();
    }

    private static Registration inOtherTheme(RegistrationChanges step, Registration promoted) {
        Optional<ThemeId> theme = promoted.standing().theme();
        Optional<ThemeId> other = step.seen().places().themes().keySet().stream()
                .filter(id -> !Optional.of(id).equals(theme))
                .findFirst();
        return other.isEmpty()
                ? promoted
                : promoted.with(
                        new RegistrationState.Confirmed(promoted.standing().since(), true, other));
    }

    private static Registration markedAsTold(Registration promoted, Instant now) {
        return promoted.with(
                promoted.letters().with(new SentLetter(LetterKind.PROMOTED, 1, now, Optional.empty()), Map.of()));
    }

    private static List<RegistrationChange> atTheHead(RegistrationChanges step, List<RegistrationChange> moves) {
        SessionSnapshot seen = step.seen();
        return moves.stream()
                .map(move -> move.numberBefore().isEmpty() && move.numberAfter().isPresent()
                        ? new RegistrationChange(
                                move.before(),
                                move.after()
                                        .map(after -> after.with(new RegistrationState.Waitlisted(
                                                after.standing().since(),
                                                seen.places().firstInLine() - 1,
                                                after.standing().theme()))))
                        : move)
                .toList();
    }
}
