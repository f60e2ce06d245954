package nl.samenkomst.domain.access;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.session.Session;

/**
 * Somebody who may use the organiser's desk.
 *
 * @param endsAt from when on they may no longer; empty for no end
 * @param factorSince when they enrolled their second factor; empty if they have none, or must enrol anew
 * @param signedInAt when they signed in last; empty if they never did
 * @param version {@link Version#NONE} before the first write
 */
public record Organiser(
        OrganiserId id,
        String name,
        EmailAddress email,
        Role role,
        Scope scope,
        Instant addedAt,
        Optional<Instant> endsAt,
        Optional<Instant> factorSince,
        Optional<Instant> signedInAt,
        Version version) {

    /** Returns whether they may use the desk at {@code now}. */
    public boolean isActive(Instant now) {
        return endsAt.filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** Returns whether they may see this session at {@code now}, whatever they may do with it. */
    public boolean sees(Session session, Instant now) {
        return scope.includes(session) && role.sees(session, now);
    }

    /** Returns them as the actor of a change. */
    public Actor actor() {
        return new Actor.ByOrganiser(id);
    }

    /** Returns whether this address, in any spelling, is theirs. */
    public boolean has(EmailAddress address) {
        return email.normalised().equals(address.normalised());
    }

    public Organiser with(String otherName, Role otherRole, Scope otherScope, Optional<Instant> otherEnd) {
        return new Organiser(
                id,
                otherName,
                email,
                otherRole,
                otherScope,
                addedAt,
                otherEnd,
                factorSince,
                signedInAt,
                version.next());
    }

    /** Returns them with a second factor enrolled at this moment; empty if they must enrol one. */
    public Organiser withFactor(Optional<Instant> since) {
        return new Organiser(id, name, email, role, scope, addedAt, endsAt, since, signedInAt, version.next());
    }

    public Organiser signedIn(Instant now) {
        return new Organiser(
                id, name, email, role, scope, addedAt, endsAt, factorSince, Optional.of(now), version.next());
    }

    /** Returns them once they have enrolled a second factor and signed in with it. */
    public Organiser signedInWithNewFactor(Instant now) {
        return new Organiser(
                id, name, email, role, scope, addedAt, endsAt, Optional.of(now), Optional.of(now), version.next());
    }

    /** Omits name and address, to keep them out of logs. */
    @Override
    public String toString() {
        return "Organiser[" + id + "]";
    }
}
