package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.RefusedLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;

/**
 * Changes of registrations, and with them of places and queue, that are committed in one transaction or not at all.
 *
 * @param seen the session and its places that this was decided with
 * @param records the organiser's action on each registration, stored in the same transaction; empty if it was no
 *     organiser's
 * @param mailbox the person's mailbox, stored in the same transaction; empty if it stays as it is
 * @param refusedBy the link by which the mailbox is refused in the same transaction, which undoes that later; empty if
 *     it is not
 * @param isDecoy whether nothing of this happens but to the mailbox: the store writes as much as for the real thing, so
 *     that nobody can tell one from the other by how long it takes
 * @param kept the change of the registration that is there already, which a decoy writes instead of its own; empty if
 *     there is none
 */
public record RegistrationChanges(
        SessionSnapshot seen,
        List<RegistrationChange> changes,
        List<AuditEntry> records,
        Optional<Mailbox> mailbox,
        Optional<RefusedLink> refusedBy,
        boolean isDecoy,
        Optional<RegistrationChange> kept) {

    public RegistrationChanges {
        changes = List.copyOf(changes);
        records = List.copyOf(records);
    }

    /** Changes that no organiser made. */
    public RegistrationChanges(SessionSnapshot seen, List<RegistrationChange> changes) {
        this(seen, changes, List.of(), Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** Changes that an organiser made, each with its entry in the audit log. */
    public RegistrationChanges(SessionSnapshot seen, List<RegistrationChange> changes, List<AuditEntry> records) {
        this(seen, changes, records, Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** Gives a registration another state. */
    public static RegistrationChanges changing(
            SessionSnapshot seen, Registration before, Registration after, Instant now) {
        return new RegistrationChanges(
                seen, List.of(RegistrationChange.of(seen.session(), Optional.of(before), after, now)));
    }

    /** Signs somebody up, for the first time or again. */
    public static RegistrationChanges signingUp(RegistrationSnapshot seen, Registration after, Instant now) {
        return new RegistrationChanges(
                seen.sessionSnapshot(),
                List.of(RegistrationChange.of(seen.session(), seen.registration(), after, now)));
    }

    public static RegistrationChanges erasing(SessionSnapshot seen, Registration before) {
        return new RegistrationChanges(seen, List.of(RegistrationChange.erasure(before)));
    }

    RegistrationChanges with(List<RegistrationChange> others) {
        List<RegistrationChange> all = new ArrayList<>(changes);
        all.addAll(others);
        return withChanges(all);
    }

    /** Returns these changes as an organiser's. */
    public RegistrationChanges withAuditEntry(AuditEntry entry) {
        return new RegistrationChanges(seen, changes, List.of(entry), mailbox, refusedBy, isDecoy, kept);
    }

    /** Returns these changes with the mailbox stored beside them. */
    public RegistrationChanges withMailbox(Mailbox changed) {
        return new RegistrationChanges(seen, changes, records, Optional.of(changed), refusedBy, isDecoy, kept);
    }

    /** Returns these changes of a person who refuses all letters by this link. */
    public RegistrationChanges refusing(Mailbox refused, RefusedLink by) {
        return new RegistrationChanges(seen, changes, records, Optional.of(refused), Optional.of(by), isDecoy, kept);
    }

    /** Returns as much to write as these changes are, of which nothing happens. */
    public RegistrationChanges asDecoy() {
        return new RegistrationChanges(seen, changes, records, mailbox, refusedBy, true, Optional.empty());
    }

    /** Returns as much to write as these changes are, of which only this one of a registration happens. */
    public RegistrationChanges asDecoyKeeping(RegistrationChange real) {
        return new RegistrationChanges(seen, changes, records, mailbox, refusedBy, true, Optional.of(real));
    }

    /** Returns these changes with other ones of registrations. */
    public RegistrationChanges withChanges(List<RegistrationChange> others) {
        return new RegistrationChanges(seen, others, records, mailbox, refusedBy, isDecoy, kept);
    }

    /** Returns the registration that is stored about the person concerned; empty if none is. */
    Optional<Registration> first() {
        return isDecoy
                ? kept.flatMap(RegistrationChange::after)
                : changes.getFirst().after();
    }

    /** Returns whether the organiser is told of these changes by letter, as the session's notifications say. */
    public boolean tellOrganiser() {
        return switch (session().document().notifications()) {
            case DAILY, EACH -> true;
            case DECISIONS -> changes.stream().anyMatch(RegistrationChange::beginsReview);
            case NOTHING -> false;
        };
    }

    public Session session() {
        return seen.session();
    }

    /** Returns the places once this is committed. */
    public Places after() {
        Places places = seen.places();
        for (RegistrationChange change : isDecoy ? List.<RegistrationChange>of() : changes) {
            places = CapacityChange.after(places, change);
        }
        return places;
    }

    /**
     * Returns whether the write must find the very places that were seen. As long as nobody waits, before or after,
     * room is enough: then many people can take a place at once without conflicts. Not so for somebody at the door, for
     * whom there may be none.
     */
    public boolean requiresSamePlaces() {
        return seen.places().waiting() > 0
                || after().waiting() > 0
                || changes.stream().anyMatch(RegistrationChange::isAtDoor);
    }
}
