package nl.samenkomst.domain.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * The figures of one session, or of several together: numbers and the words of options, and nothing about anybody.
 *
 * @param signedUp everybody who signed up or was added, whatever became of it; not those who were only invited
 * @param places how many have a place
 * @param came how many are marked as present
 * @param absent how many are marked as absent
 * @param waiting how many still wait for a place
 * @param cancelled how many registrations were cancelled, by anybody
 * @param cancelledLate the part of {@code cancelled} by the person after the deadline; empty if it was not counted
 * @param groups how many of those with a place chose each option of the question about their type of organisation;
 *     an empty list if the session has no such question, or it was not counted
 */
public record Tally(
        int signedUp,
        int places,
        int came,
        int absent,
        int waiting,
        int cancelled,
        OptionalInt cancelledLate,
        List<Group> groups) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, OptionalInt.empty(), List.of());

    /** How long before the names are deleted the figures are kept: once marks and corrections are done. */
    static final Duration MARGIN = Duration.ofDays(1);

    /** The margin if the names are deleted at the end of the session already. */
    private static final Duration MIN_MARGIN = Duration.ofMinutes(10);

    /** The ids of the question about the type of organisation, as the form makes them of its Dutch or English label. */
    private static final Set<String> GROUPING =
            Set.of("soort-organisatie", "organisation-type", "type-of-organisation");

    public Tally {
        groups = List.copyOf(groups);
    }

    /** How many chose this option. */
    public record Group(String label, int number) {}

    /** Returns what a session's places say, which stays when registrations are deleted. */
    public static Tally of(Places places) {
        int held = places.count(Count.HELD);
        return new Tally(
                places.taken()
                        + places.waiting()
                        + places.count(Count.REVIEWING)
                        - held
                        + places.count(Count.DECLINED)
                        + places.count(Count.CANCELLED)
                        + places.count(Count.FREED_BY_ERASURE),
                places.taken() - held,
                places.count(Count.PRESENT),
                places.count(Count.ABSENT),
                places.waiting(),
                places.count(Count.CANCELLED),
                OptionalInt.empty(),
                List.of());
    }

    /** Returns what a session's places and its registrations say. */
    public static Tally of(SessionSnapshot snapshot, Iterable<Registration> registrations) {
        Optional<Question> grouping = grouping(snapshot.session().document());
        Map<String, Integer> groups = new LinkedHashMap<>();
        grouping.ifPresent(question -> question.options().forEach(option -> groups.put(option, 0)));
        int late = 0;
        for (Registration registration : registrations) {
            RegistrationState state = registration.state();
            if (state instanceof RegistrationState.CancelledByPerson cancelled && cancelled.late()) {
                late++;
            }
            if (state instanceof RegistrationState.Confirmed && grouping.isPresent()) {
                for (String option :
                        registration.answers().valuesFor(grouping.get().id())) {
                    groups.computeIfPresent(option, (_, number) -> number + 1);
                }
            }
        }
        Tally counted = of(snapshot.places());
        return new Tally(
                counted.signedUp,
                counted.places,
                counted.came,
                counted.absent,
                counted.waiting,
                counted.cancelled,
                OptionalInt.of(late),
                groups(groups));
    }

    private static Optional<Question> grouping(SessionDocument document) {
        return document.questions().stream()
                .filter(question -> question.kind() == QuestionKind.CHOICE)
                .filter(question -> GROUPING.contains(question.id().value()))
                .findFirst();
    }

    private static List<Group> groups(Map<String, Integer> numbers) {
        return numbers.entrySet().stream()
                .map(one -> new Group(one.getKey(), one.getValue()))
                .toList();
    }

    /** Returns the figures of both together; what was not counted of one counts for nothing. */
    public Tally plus(Tally other) {
        Map<String, Integer> sum = new LinkedHashMap<>();
        groups.forEach(group -> sum.merge(group.label(), group.number(), Integer::sum));
        other.groups.forEach(group -> sum.merge(group.label(), group.number(), Integer::sum));
        return new Tally(
                signedUp + other.signedUp,
                places + other.places,
                came + other.came,
                absent + other.absent,
                waiting + other.waiting,
                cancelled + other.cancelled,
                cancelledLate.isEmpty() && other.cancelledLate.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(cancelledLate.orElse(0) + other.cancelledLate.orElse(0)),
                groups(sum));
    }

    /** Returns whether anybody was marked, so that the numbers of who came say something. */
    public boolean hasPresence() {
        return came + absent > 0;
    }

    /** Returns when a session's figures are kept: a day before its registrations are deleted, or just before its end. */
    public static Instant keptAt(SessionDocument document) {
        Instant end = document.when().end().toInstant();
        Instant forgotten = document.forgetAt();
        Instant dayBefore = forgotten.minus(MARGIN);
        return dayBefore.isBefore(end) ? earlier(end, forgotten.minus(MIN_MARGIN)) : dayBefore;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
