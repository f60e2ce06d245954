package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.mailbox.RefusedLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/** Sessions and their places as a use case reads them, once these people have signed up. */
public final class SampleSnapshots {

    private static final Instant PUBLISHED = Instant.parse("2026-10-30T09:00:00Z");

    /** Of whoever is seen: nothing was ever mailed there. */
    public static final Mailbox MAILBOX = Mailbox.unknown(new MailboxId("TWFpbGJveE1haWxib3hNYQ"));

    /** The same mailbox, whose owner wants no letters. */
    public static final Mailbox REFUSED =
            MAILBOX.refused(RefusedLink.of(new SessionId("versnellingskamer"), "token"), PUBLISHED);

    private SampleSnapshots() {}

    /** The shortest session, with these fields and values beside or instead of its own. */
    public static Session session(@Nullable Object... namesAndValues) {
        return Session.published(
                new SessionId("versnellingskamer"), SampleDocuments.document(namesAndValues), PUBLISHED);
    }

    /** A session for which people in these states are registered. */
    public static SessionSnapshot snapshot(Session session, RegistrationState... people) {
        return new SessionSnapshot(session, places(session, people));
    }

    /** One person's registration, besides people in these states. */
    public static RegistrationSnapshot seen(Session session, Registration person, RegistrationState... others) {
        Places places = count(places(session, others), person);
        return new RegistrationSnapshot(session, places, Optional.of(person)).withMailbox(MAILBOX);
    }

    /** No registration of the person concerned, but people in these states. */
    public static RegistrationSnapshot seenNobody(Session session, RegistrationState... others) {
        return new RegistrationSnapshot(session, places(session, others), Optional.empty()).withMailbox(MAILBOX);
    }

    public static Places places(Session session, RegistrationState... people) {
        Places places = Places.allFree(session.document());
        for (RegistrationState state : people) {
            places = count(places, SampleRegistrations.noor(session, state));
        }
        return places;
    }

    /** Returns the audit entry that a decision commits; empty if none. */
    public static Optional<AuditEntry> recorded(Decided<?> decided) {
        return decided instanceof Decided.CommitAndPromote<?> commit
                ? commit.changes().records().stream().findFirst()
                : Optional.empty();
    }

    private static Places count(Places places, Registration added) {
        return CapacityChange.after(places, new RegistrationChange(Optional.empty(), Optional.of(added)));
    }
}
