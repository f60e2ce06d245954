package nl.samenkomst.domain.access;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Section;
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

    /** Returns whether they may begin sessions: not if they may see only some that exist already. */
    public boolean mayBegin() {
        return role.gives(Permission.EDIT_SESSION) && !(scope instanceof Scope.Named);
    }

    /** Returns whether they may see this draft, of a session that may never have been published. */
    public boolean sees(Draft draft) {
        return role.gives(Permission.EDIT_SESSION) && isInScope(draft);
    }

    private boolean isInScope(Draft draft) {
        return switch (scope) {
            case Scope.All _ -> true;
            case Scope.Named named ->
                draft.madeBy().equals(id) || named.sessions().contains(draft.id());
            case Scope.OfSeries ofSeries ->
                draft.madeBy().equals(id)
                        || draft.section(Section.ABOUT)
                                .filter(about ->
                                        ofSeries.series().equals(about.fields().get("/series")))
                                .isPresent();
        };
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
