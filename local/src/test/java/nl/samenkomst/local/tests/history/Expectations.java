package nl.samenkomst.local.tests.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Invariants that always hold, computed from the registrations alone and from what people were told: a model simple
 * enough to be obviously right.
 */
final class Expectations {

    private static final Comparator<Registration> FIRST_COME = Comparator.comparing(
                    (Registration registration) -> registration.state().since())
            .thenComparing(registration -> registration.id().value());

    /** The state before a round. */
    record Before(Map<RegistrationId, Registration> everybody, SessionSnapshot sessionSnapshot) {}

    /** A person's entry in their calendar, which outlives an erased registration. */
    private record Entry(int sequence, RegistrationState state) {

        boolean isCorrectedBy(Entry later) {
            return later.sequence > sequence || (later.sequence == sequence && later.state.equals(state));
        }
    }

    private enum Told {
        REGISTERED,
        CANCELLED,
        DECLINED,
        INVITED,
        NOT_COMING,
        ERASED
    }

    private final Map<RegistrationId, Told> told = new HashMap<>();
    private final Map<RegistrationId, String> chosen = new HashMap<>();
    private final Set<RegistrationId> actedThisRound = new HashSet<>();
    private final Set<RegistrationId> movedUpThisRound = new HashSet<>();
    private final Map<RegistrationId, Decision> decisions = new HashMap<>();
    private final Map<RegistrationId, String> unanswered = new HashMap<>();
    private final Map<RegistrationId, Entry> calendars = new HashMap<>();
    private final List<String> violations = new ArrayList<>();
    private boolean changed;
    private boolean everWithoutThemes;

    Before before(Map<RegistrationId, Registration> everybody, SessionSnapshot sessionSnapshot) {
        actedThisRound.clear();
        movedUpThisRound.clear();
        decisions.clear();
        unanswered.clear();
        changed = false;
        return new Before(everybody, sessionSnapshot);
    }

    void signedUp(RegistrationId id, Optional<String> wish) {
        actedThisRound.add(id);
        // A declined person gets the same response as anybody, and stays declined.
        if (told.get(id) == Told.DECLINED) {
            return;
        }
        if (told.put(id, Told.REGISTERED) != Told.REGISTERED) {
            wish.ifPresent(theme -> chosen.put(id, theme));
        }
    }

    void cancelled(RegistrationId id) {
        actedThisRound.add(id);
        told.put(id, Told.CANCELLED);
    }

    /** Records that a registration lapsed, which nobody is told of. */
    void lapsed(RegistrationId id) {
        if (told.replace(id, Told.REGISTERED, Told.CANCELLED)) {
            actedThisRound.add(id);
        }
    }

    void invited(RegistrationId id) {
        actedThisRound.add(id);
        told.put(id, Told.INVITED);
    }

    void declinedInvitation(RegistrationId id) {
        actedThisRound.add(id);
        told.put(id, Told.NOT_COMING);
    }

    void erased(RegistrationId id) {
        actedThisRound.add(id);
        told.put(id, Told.ERASED);
    }

    /**
     * Records a decision; if two organisers decide at once, one of them must be told that it was already decided
     * otherwise.
     */
    void decided(RegistrationId id, Decision decision) {
        actedThisRound.add(id);
        Decision other = decisions.put(id, decision);
        if (other != null && other != decision) {
            violations.add("accepted and declined at once");
        }
        told.put(
                id,
                switch (decision) {
                    case ACCEPT -> Told.REGISTERED;
                    case DECLINE -> Told.DECLINED;
                });
    }

    void movedUp(RegistrationId id) {
        actedThisRound.add(id);
        movedUpThisRound.add(id);
    }

    void choseTheme(RegistrationId id, String wish) {
        actedThisRound.add(id);
        if (!wish.equals(ThemeId.ANY)) {
            chosen.put(id, wish);
        } else {
            chosen.remove(id);
        }
    }

    /**
     * Records that somebody asked for a place or theme and got no answer: they may have it, even if a later attempt is
     * refused.
     */
    void unanswered(RegistrationId id, Optional<String> wish) {
        wish.ifPresent(theme -> unanswered.put(id, theme));
    }

    void nothingHappened(RegistrationId id) {
        actedThisRound.add(id);
    }

    /**
     * Records that a person was told they are not registered; always a violation, since one person does one thing at a
     * time.
     */
    void toldNotRegistered(RegistrationId id) {
        actedThisRound.add(id);
        violations.add(id + " comes, and was told otherwise");
    }

    void sessionChanged() {
        changed = true;
    }

    List<String> invalid(
            Before before,
            Map<RegistrationId, Registration> everybody,
            SessionSnapshot sessionSnapshot,
            Map<Long, RegistrationId> entries) {
        List<String> invalid = new ArrayList<>(violations);
        everWithoutThemes |= sessionSnapshot.session().document().themes().isEmpty();
        acceptUnansweredOutcomes(everybody);
        forgetThemesClosedAtAcceptance(before, everybody, sessionSnapshot);
        checkStatesMatchAnswers(everybody, invalid);
        checkSequences(everybody, sessionSnapshot, invalid);
        checkCounts(everybody, sessionSnapshot, invalid);
        checkQueueEntries(everybody, entries, invalid);
        checkNotOversold(before, everybody, sessionSnapshot, invalid);
        checkNotUndersold(everybody, sessionSnapshot, invalid);
        checkQueueOrder(before, everybody, sessionSnapshot, invalid);
        checkNobodyIsUnderReviewIfOpen(everybody, sessionSnapshot, invalid);
        checkReviewOrder(before, everybody, invalid);
        return invalid;
    }

    /** Returns what is left of those who were told that everything was erased, besides the memory of the erasure. */
    List<String> tracesOfErased(Set<RegistrationId> everybody, List<Map<String, AttributeValue>> items) {
        List<String> traces = new ArrayList<>();
        told.forEach((id, what) -> {
            if (what == Told.ERASED && !everybody.contains(id)) {
                List<String> keys = items.stream()
                        .filter(item -> item.toString().contains(id.value()))
                        .map(item -> Objects.requireNonNull(item.get("SK")).s())
                        .toList();
                if (!keys.equals(List.of("E#" + id))) {
                    traces.add("told ERASED, and is in " + keys);
                }
            }
        });
        return traces;
    }

    private void acceptUnansweredOutcomes(Map<RegistrationId, Registration> everybody) {
        unanswered.forEach((id, wish) -> {
            Registration registration = everybody.get(id);
            if (registration == null || !registration.isActive()) {
                return;
            }
            boolean hasTheWish =
                    registration.state().theme().map(ThemeId::value).equals(Optional.of(wish));
            if (told.get(id) != Told.REGISTERED) {
                signedUp(id, Optional.of(wish));
            } else if (hasTheWish) {
                choseTheme(id, wish);
            }
        });
    }

    /**
     * Drops choices of a theme that was closed when the person was accepted into a place, or under review began to hold
     * one: any theme will do. Somebody who waits keeps the choice.
     */
    private void forgetThemesClosedAtAcceptance(
            Before before, Map<RegistrationId, Registration> everybody, SessionSnapshot sessionSnapshot) {
        chosen.entrySet().removeIf(choice -> {
            Registration registration = everybody.get(choice.getKey());
            boolean seated = registration != null && registration.state().holdsPlace();
            boolean wasOpenAllAlong =
                    offers(before.sessionSnapshot(), choice.getValue()) && offers(sessionSnapshot, choice.getValue());
            boolean isAccepted = decisions.get(choice.getKey()) == Decision.ACCEPT
                    || isUnderReviewWithoutPlace(before.everybody().get(choice.getKey()));
            return isAccepted && seated && !wasOpenAllAlong;
        });
    }

    private static boolean offers(SessionSnapshot sessionSnapshot, String wish) {
        return wish.equals(ThemeId.ANY)
                || sessionSnapshot.session().document().theme(new ThemeId(wish)).isPresent();
    }

    private void checkStatesMatchAnswers(Map<RegistrationId, Registration> everybody, List<String> invalid) {
        told.forEach((id, what) -> {
            Registration registration = everybody.get(id);
            boolean right = switch (what) {
                case REGISTERED -> registration != null && registration.isActive();
                case CANCELLED -> registration != null && registration.state() instanceof RegistrationState.Cancelled;
                case DECLINED -> registration != null && registration.state() instanceof RegistrationState.Declined;
                case INVITED -> registration != null && registration.state() instanceof RegistrationState.Invited;
                case NOT_COMING ->
                    registration != null && registration.state() instanceof RegistrationState.InvitationDeclined;
                case ERASED -> registration == null;
            };
            if (!right) {
                invalid.add("told " + what + ", and is " + (registration == null ? "gone" : registration.state()));
            } else if (registration != null && registration.isActive() && chosen.containsKey(id)) {
                String wish = Objects.requireNonNull(chosen.get(id));
                String has = registration.state().theme().map(ThemeId::value).orElse(ThemeId.ANY);
                boolean seatedWhileThereWereNoThemes =
                        everWithoutThemes && registration.state().holdsPlace() && has.equals(ThemeId.ANY);
                boolean mayDiffer = wish.equals(ThemeId.ANY) || has.equals(wish) || seatedWhileThereWereNoThemes;
                if (!mayDiffer) {
                    invalid.add("chose " + wish + ", and is " + registration.state());
                }
            }
        });
    }

    private static void checkCounts(
            Map<RegistrationId, Registration> everybody, SessionSnapshot sessionSnapshot, List<String> invalid) {
        Map<String, Integer> counted = new TreeMap<>();
        for (Registration registration : everybody.values()) {
            RegistrationState state = registration.state();
            if (state.holdsPlace()) {
                counted.merge("taken", 1, Integer::sum);
                state.theme().ifPresent(theme -> counted.merge("taken at " + theme, 1, Integer::sum));
            }
            if (registration.isUnconfirmed()) {
                counted.merge("unconfirmed", 1, Integer::sum);
                if (state.holdsPlace()) {
                    counted.merge("unconfirmed places", 1, Integer::sum);
                    state.theme().ifPresent(theme -> counted.merge("unconfirmed at " + theme, 1, Integer::sum));
                }
            }
            if (state instanceof RegistrationState.Waitlisted) {
                counted.merge("waiting", 1, Integer::sum);
                state.theme().ifPresent(theme -> counted.merge("waiting for " + theme, 1, Integer::sum));
            }
            if (state instanceof RegistrationState.UnderReview) {
                counted.merge("under review", 1, Integer::sum);
            }
            if (state instanceof RegistrationState.Cancelled) {
                counted.merge("cancelled", 1, Integer::sum);
            }
            if (state instanceof RegistrationState.Invited) {
                counted.merge("invited", 1, Integer::sum);
            }
            if (state instanceof RegistrationState.InvitationDeclined) {
                counted.merge("not coming", 1, Integer::sum);
            }
        }
        Map<String, Integer> written = new TreeMap<>();
        written.put("taken", sessionSnapshot.places().taken());
        written.put("waiting", sessionSnapshot.places().waiting());
        written.put("under review", sessionSnapshot.places().count(Count.REVIEWING));
        written.put("cancelled", sessionSnapshot.places().count(Count.CANCELLED));
        written.put("invited", sessionSnapshot.places().count(Count.INVITED));
        written.put("not coming", sessionSnapshot.places().count(Count.NOT_COMING));
        written.put("unconfirmed", sessionSnapshot.places().count(Count.UNCONFIRMED));
        written.put("unconfirmed places", sessionSnapshot.places().count(Count.UNCONFIRMED_PLACES));
        sessionSnapshot.places().themes().forEach((theme, places) -> {
            written.put("unconfirmed at " + theme, places.unconfirmed());
            written.put("taken at " + theme, places.taken());
            written.put("waiting for " + theme, places.waiting());
        });
        written.values().removeIf(number -> number == 0);
        if (!counted.equals(written)) {
            invalid.add("counted " + written + ", and there are " + counted);
        }
    }

    /** Checks that a calendar takes each state for newer than the last one seen, also after erasing. */
    private void checkSequences(
            Map<RegistrationId, Registration> everybody, SessionSnapshot sessionSnapshot, List<String> invalid) {
        for (Registration registration : everybody.values()) {
            int sequence = registration
                    .sequence()
                    .plus(sessionSnapshot.session().sequence())
                    .number();
            Entry entry = new Entry(sequence, registration.state());
            Optional.ofNullable(calendars.put(registration.id(), entry))
                    .filter(earlier -> !earlier.isCorrectedBy(entry))
                    .ifPresent(earlier -> invalid.add("the calendar has " + earlier + " and ignores " + entry));
        }
    }

    private static void checkQueueEntries(
            Map<RegistrationId, Registration> everybody, Map<Long, RegistrationId> entries, List<String> invalid) {
        Map<Long, RegistrationId> waiting = new TreeMap<>();
        for (Registration registration : everybody.values()) {
            if (registration.state() instanceof RegistrationState.Waitlisted line) {
                waiting.put(line.number(), registration.id());
            }
        }
        if (!waiting.equals(entries)) {
            invalid.add("in the queue are " + entries.keySet() + ", and wait " + waiting.keySet());
        }
    }

    /**
     * Checks that nothing is oversold; if the organiser lowered a number, those who had a place by then may keep it,
     * but no more are added.
     */
    private void checkNotOversold(
            Before before,
            Map<RegistrationId, Registration> everybody,
            SessionSnapshot sessionSnapshot,
            List<String> invalid) {
        OversoldCheck check = new OversoldCheck(invalid, changed);
        check.of(
                "the session",
                seated(everybody, Optional.empty()),
                seated(before.everybody(), Optional.empty()),
                sessionSnapshot.session().document().signUp().places().orElse(Integer.MAX_VALUE),
                before.sessionSnapshot().session().document().signUp().places().orElse(Integer.MAX_VALUE));
        for (Theme theme : sessionSnapshot.session().document().themes()) {
            Optional<Theme> was = before.sessionSnapshot().session().document().theme(theme.id());
            check.of(
                    theme.id().value(),
                    seated(everybody, Optional.of(theme.id())),
                    seated(before.everybody(), Optional.of(theme.id())),
                    theme.places().orElse(Integer.MAX_VALUE),
                    was.map(old -> old.places().orElse(Integer.MAX_VALUE)).orElse(0));
        }
    }

    private record OversoldCheck(List<String> invalid, boolean changed) {

        void of(String what, long seated, long seatedBefore, int limit, int limitBefore) {
            long most = Math.max(limit, seatedBefore);
            if (changed) {
                most = Math.max(most, limitBefore);
            }
            if (seated > most) {
                invalid.add("%s is oversold: %d have a place of %d".formatted(what, seated, most));
            }
        }
    }

    private static void checkNotUndersold(
            Map<RegistrationId, Registration> everybody, SessionSnapshot sessionSnapshot, List<String> invalid) {
        for (Registration registration : everybody.values()) {
            if (registration.state() instanceof RegistrationState.Waitlisted waiting
                    && hasRoom(everybody, sessionSnapshot, waiting.wish())) {
                invalid.add("undersold: there is room for " + waiting);
            }
        }
    }

    private static boolean hasRoom(
            Map<RegistrationId, Registration> everybody, SessionSnapshot sessionSnapshot, Optional<ThemeId> wish) {
        int limit = sessionSnapshot.session().document().signUp().places().orElse(Integer.MAX_VALUE);
        if (seated(everybody, Optional.empty()) >= limit) {
            return false;
        }
        List<Theme> themes = sessionSnapshot.session().document().themes();
        return themes.isEmpty()
                || themes.stream()
                        .filter(theme -> wish.isEmpty() || wish.get().equals(theme.id()))
                        .anyMatch(theme -> seated(everybody, Optional.of(theme.id()))
                                < theme.places().orElse(Integer.MAX_VALUE));
    }

    private static long seated(Map<RegistrationId, Registration> everybody, Optional<ThemeId> theme) {
        return everybody.values().stream()
                .map(Registration::state)
                .filter(RegistrationState::holdsPlace)
                .filter(state -> theme.isEmpty() || state.theme().equals(theme))
                .count();
    }

    /**
     * Checks that nobody who waited all along was passed by somebody behind them, or new, for a place that they fit.
     */
    private void checkQueueOrder(
            Before before,
            Map<RegistrationId, Registration> everybody,
            SessionSnapshot sessionSnapshot,
            List<String> invalid) {
        boolean themesChanged = changed
                && !sessionSnapshot
                        .session()
                        .document()
                        .themes()
                        .equals(before.sessionSnapshot().session().document().themes());
        before.everybody().forEach((id, was) -> {
            Registration is = everybody.get(id);
            if (was.state() instanceof RegistrationState.Waitlisted waited
                    && is != null
                    && is.state() instanceof RegistrationState.Waitlisted waits
                    && !actedThisRound.contains(id)
                    && !themesChanged) {
                for (Registration other : everybody.values()) {
                    if (movedUpThisRound.contains(other.id())) {
                        continue;
                    }
                    if (gotAPlaceBehind(before, waited, other) && wouldHaveFitted(waits, other.state())) {
                        invalid.add("%s passed %s".formatted(other.state(), waits));
                    }
                    if (joinedBefore(before, waits, other)) {
                        invalid.add("%s joined the queue before %s".formatted(other.state(), waits));
                    }
                }
            }
        });
    }

    private static boolean gotAPlaceBehind(Before before, RegistrationState.Waitlisted waited, Registration other) {
        Registration was = before.everybody().get(other.id());
        boolean hadAPlace = was != null && was.state().holdsPlace();
        boolean wasAhead = was != null
                && was.state() instanceof RegistrationState.Waitlisted line
                && line.number() < waited.number();
        return other.state().holdsPlace() && !hadAPlace && !wasAhead;
    }

    private static boolean wouldHaveFitted(RegistrationState.Waitlisted waits, RegistrationState got) {
        return waits.wish().isEmpty() || waits.wish().equals(got.theme());
    }

    private static boolean joinedBefore(Before before, RegistrationState.Waitlisted waits, Registration other) {
        Registration was = before.everybody().get(other.id());
        boolean waitedToo = was != null && was.state() instanceof RegistrationState.Waitlisted;
        return !waitedToo
                && other.state() instanceof RegistrationState.Waitlisted joined
                && joined.number() < waits.number();
    }

    private static void checkNobodyIsUnderReviewIfOpen(
            Map<RegistrationId, Registration> everybody, SessionSnapshot sessionSnapshot, List<String> invalid) {
        if (sessionSnapshot.session().document().signUp().admission() instanceof Admission.Open) {
            everybody.values().stream()
                    .map(Registration::state)
                    .filter(RegistrationState.UnderReview.class::isInstance)
                    .forEach(state -> invalid.add("the session is open, and somebody is " + state));
        }
    }

    /**
     * Checks that of two people who were under review without a place, with the same wish, the earlier one is not worse
     * off than the later one, unless the organiser decided about one of them, or they did something themselves.
     */
    private void checkReviewOrder(Before before, Map<RegistrationId, Registration> everybody, List<String> invalid) {
        List<Registration> reviewed = before.everybody().values().stream()
                .filter(Expectations::isUnderReviewWithoutPlace)
                .filter(was -> !actedThisRound.contains(was.id()) && everybody.containsKey(was.id()))
                .sorted(FIRST_COME)
                .toList();
        for (Registration earlier : reviewed) {
            reviewed.stream()
                    .dropWhile(one -> !one.equals(earlier))
                    .filter(later ->
                            later.state().theme().equals(earlier.state().theme()))
                    .map(later -> state(everybody, later))
                    .filter(later -> isBetterOff(later, state(everybody, earlier)))
                    .forEach(later ->
                            invalid.add("%s was under review before %s".formatted(state(everybody, earlier), later)));
        }
    }

    private static RegistrationState state(Map<RegistrationId, Registration> everybody, Registration was) {
        return Objects.requireNonNull(everybody.get(was.id())).state();
    }

    private static boolean isUnderReviewWithoutPlace(@Nullable Registration registration) {
        return registration != null
                && registration.state() instanceof RegistrationState.UnderReview review
                && !review.holdsPlace();
    }

    private static boolean isBetterOff(RegistrationState one, RegistrationState other) {
        if (one instanceof RegistrationState.Waitlisted waits && other instanceof RegistrationState.Waitlisted too) {
            return waits.number() < too.number();
        }
        return one.holdsPlace() && !other.holdsPlace();
    }
}
