package nl.samenkomst.domain.participants;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Decide;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/**
 * Makes one decision about several people, each in a transaction of its own; the letters about it leave two minutes
 * later. Tells whom somebody else decided about meanwhile.
 */
public final class DecideMany {

    /** The most people that one request decides about: each takes two calls to the table. */
    public static final int MAX_AT_ONCE = 100;

    private final Decide decide;
    private final Sessions sessions;
    private final NameColleagues nameColleagues;
    private final Clock clock;

    public DecideMany(Decide decide, Sessions sessions, NameColleagues nameColleagues, Clock clock) {
        this.decide = decide;
        this.sessions = sessions;
        this.nameColleagues = nameColleagues;
        this.clock = clock;
    }

    /** What became of the decision about one person. */
    public sealed interface Result {

        RegistrationId id();

        /** It was made, by this request or an earlier one of the same organiser. */
        record Made(RegistrationId id) implements Result {}

        /**
         * Somebody else decided before.
         *
         * @param by the colleague's name; empty if it was no colleague with a name
         * @param accepted what they decided
         */
        record DecidedBefore(RegistrationId id, Optional<String> by, boolean accepted) implements Result {}

        /** The registration or its session does not allow it. */
        record Refused(RegistrationId id, ChangeOutcome.RefusalReason why) implements Result {}

        /** There is no such registration. */
        record Gone(RegistrationId id) implements Result {}
    }

    /** Decides about these people in this order, and returns what became of each. */
    public List<Result> decide(
            SessionId session, List<Registration> people, Decision decision, String reason, Actor actor) {
        List<ChangeOutcome> outcomes = people.stream()
                .map(one -> decide.decideWithDelay(session, one.id(), decision, reason, actor))
                .toList();
        List<AuditEntry> trail = sessions.changes(session, clock.instant());
        Map<Actor, String> names = nameColleagues.names(people.stream()
                .flatMap(one -> last(trail, one.id()).stream())
                .map(AuditEntry::actor)
                .filter(other -> !other.equals(actor))
                .toList());
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            results.add(result(people.get(i).id(), outcomes.get(i), trail, names, actor));
        }
        return results;
    }

    static Result result(
            RegistrationId id, ChangeOutcome outcome, List<AuditEntry> trail, Map<Actor, String> names, Actor actor) {
        Optional<AuditEntry> last = last(trail, id);
        return switch (outcome) {
            case ChangeOutcome.Changed _, ChangeOutcome.Added _ ->
                last.filter(entry -> !entry.actor().equals(actor))
                        .<Result>map(entry -> before(id, entry, names))
                        .orElseGet(() -> new Result.Made(id));
            case ChangeOutcome.Refused refused
            when refused.why() == ChangeOutcome.RefusalReason.DECIDED ->
                last.<Result>map(entry -> before(id, entry, names))
                        .orElseGet(() -> new Result.Refused(id, refused.why()));
            case ChangeOutcome.Refused refused -> new Result.Refused(id, refused.why());
            case ChangeOutcome.Invalid _ -> new Result.Gone(id);
            case ChangeOutcome.UnknownSession _ -> new Result.Gone(id);
            case ChangeOutcome.UnknownRegistration _ -> new Result.Gone(id);
        };
    }

    private static Result before(RegistrationId id, AuditEntry entry, Map<Actor, String> names) {
        return new Result.DecidedBefore(
                id, Optional.ofNullable(names.get(entry.actor())), entry.what().equals(AuditAction.ACCEPTED.word()));
    }

    /** Returns the last decision about a registration that was not taken back. */
    private static Optional<AuditEntry> last(List<AuditEntry> trail, RegistrationId id) {
        return trail.stream()
                .filter(entry -> entry.isAbout(id.value()))
                .filter(entry -> entry.what().equals(AuditAction.ACCEPTED.word())
                        || entry.what().equals(AuditAction.DECLINED.word())
                        || entry.what().equals(AuditAction.DECISION_WITHDRAWN.word()))
                .max(Comparator.comparing(AuditEntry::at))
                .filter(entry -> !entry.what().equals(AuditAction.DECISION_WITHDRAWN.word()));
    }
}
