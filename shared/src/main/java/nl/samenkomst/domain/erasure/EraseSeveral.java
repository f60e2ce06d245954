package nl.samenkomst.domain.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.OtherRegistrations;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Erases a person's registration and those of their other registrations that they name, each as {@link Erase} does. The
 * registration whose link it is goes last: if the process dies before, the same link can finish the work.
 */
public final class EraseSeveral {

    private final Erase erase;
    private final OtherRegistrations others;
    private final Registrations registrations;
    private final Clock clock;
    private final Retrier retrier;

    public EraseSeveral(
            Erase erase, OtherRegistrations others, Registrations registrations, Clock clock, Retrier retrier) {
        this.erase = erase;
        this.others = others;
        this.registrations = registrations;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Erases the link's registration, and the same person's for those of these sessions that there is one for. */
    public ErasureOutcome erase(SessionId session, OwnLink link, Collection<SessionId> also) {
        Instant now = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.find(session, link.registration(), now);
        Optional<Registration> own = seen.flatMap(snapshot -> snapshot.ownedBy(link));
        if (seen.isEmpty() || own.isEmpty()) {
            return new ErasureOutcome.UnknownLink();
        }
        List<Registration> elsewhere = elsewhere(own.get(), seen.get().session(), also, now);
        List<Registration> chosen = elsewhere.stream()
                .filter(other -> also.contains(other.session()))
                .toList();
        Set<SessionId> erased = new HashSet<>(sessions(chosen));
        erased.add(session);
        elsewhere.stream().filter(other -> !chosen.contains(other)).forEach(left -> forget(erased, left));
        List<SessionId> gone = chosen.stream()
                .filter(other -> erase.erase(other.session(), other.ownLink()))
                .map(Registration::session)
                .toList();
        List<SessionId> left = sessions(elsewhere).stream()
                .filter(other -> !gone.contains(other))
                .toList();
        return erase.erase(session, link) ? new ErasureOutcome.Erased(gone, left) : new ErasureOutcome.UnknownLink();
    }

    /** Returns the person's other registrations in the series, and those for these sessions, by session id. */
    private List<Registration> elsewhere(Registration own, Session session, Collection<SessionId> also, Instant now) {
        Map<String, Registration> bySession = new TreeMap<>();
        Stream.of(others.inSeries(own, session, now), others.among(also, own, now))
                .flatMap(List::stream)
                .forEach(other -> bySession.put(other.session().value(), other));
        return List.copyOf(bySession.values());
    }

    /**
     * Takes these sessions out of the next letter of a registration that stays, which would name them. Should the
     * process die after that, each registration has its own letter, as soon as that is no longer delayed.
     */
    private void forget(Set<SessionId> erased, Registration left) {
        if (bundlesAny(erased, left)) {
            retrier.call(() -> {
                Instant now = clock.instant();
                Optional<RegistrationSnapshot> seen = registrations.find(left.session(), left.id(), now);
                return seen.flatMap(RegistrationSnapshot::registration)
                        .filter(known -> bundlesAny(erased, known))
                        .map(known -> RegistrationChange.update(
                                seen.get().session(), known.with(known.letters().unbundling(erased)), now))
                        .map(change ->
                                Attempt.after(registrations.update(seen.get().session(), change, now), true))
                        .orElseGet(() -> Attempt.settled(true));
            });
        }
    }

    private static boolean bundlesAny(Set<SessionId> sessions, Registration registration) {
        return registration.letters().bundled().keySet().stream().anyMatch(sessions::contains);
    }

    private static List<SessionId> sessions(List<Registration> registrations) {
        return registrations.stream().map(Registration::session).toList();
    }
}
