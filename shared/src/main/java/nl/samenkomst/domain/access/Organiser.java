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
 * @param identity the account of the organisation's provider that they connected; empty if they have connected none
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
        Optional<Identity> identity,
        Optional<Instant> signedInAt,
        Version version) {

    /** Creates an organiser who has connected no account. */
    public Organiser(
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
        this(id, name, email, role, scope, addedAt, endsAt, factorSince, Optional.empty(), signedInAt, version);
    }

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
                identity,
                signedInAt,
                version.next());
    }

    /** Returns them with a second factor enrolled at this moment; empty if they must enrol one. */
    public Organiser withFactor(Optional<Instant> since) {
        return with(since, identity, signedInAt);
    }

    /** Returns them without second factor and without account, so that they must enrol or connect anew. */
    public Organiser reset() {
        return with(Optional.empty(), Optional.empty(), signedInAt);
    }

    public Organiser signedIn(Instant now) {
        return with(factorSince, identity, Optional.of(now));
    }

    /** Returns them once they have enrolled a second factor and signed in with it. */
    public Organiser signedInWithNewFactor(Instant now) {
        return with(Optional.of(now), identity, Optional.of(now));
    }

    /** Returns them once they have signed in with an account, which is theirs from now on. */
    public Organiser signedInAs(Identity account, Instant now) {
        return with(factorSince, Optional.of(account), Optional.of(now));
    }

    private Organiser with(Optional<Instant> factor, Optional<Identity> account, Optional<Instant> signedIn) {
        return new Organiser(id, name, email, role, scope, addedAt, endsAt, factor, account, signedIn, version.next());
    }

    /** Omits name and address, to keep them out of logs. */
    @Override
    public String toString() {
        return "Organiser[" + id + "]";
    }
}
