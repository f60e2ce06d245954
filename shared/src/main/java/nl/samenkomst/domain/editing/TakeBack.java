package nl.samenkomst.domain.editing;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Drafts;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.session.SessionId;

/** Makes a published session a draft again, as long as nobody has ever signed up or was invited. */
public final class TakeBack {

    private final Sessions sessions;
    private final Registrations registrations;
    private final Drafts drafts;
    private final Publications publications;
    private final Clock clock;
    private final Retrier retrier;

    public TakeBack(
            Sessions sessions,
            Registrations registrations,
            Drafts drafts,
            Publications publications,
            Clock clock,
            Retrier retrier) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.drafts = drafts;
        this.publications = publications;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** The outcome of taking a session back. */
    public enum Outcome {
        /** It is a draft. */
        TAKEN_BACK,
        /** Somebody is registered, or was. */
        HAS_PEOPLE,
        UNKNOWN
    }

    /** Takes the session back; again is the same. */
    public Outcome takeBack(SessionId id, Organiser by) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            Optional<SessionSnapshot> published = sessions.find(id);
            Optional<Draft> draft = drafts.find(id);
            if (published.isEmpty()) {
                return Attempt.settled(draft.isPresent() ? Outcome.TAKEN_BACK : Outcome.UNKNOWN);
            }
            if (registrations.all(id, now).iterator().hasNext()) {
                return Attempt.settled(Outcome.HAS_PEOPLE);
            }
            DraftedSession drafted =
                    new DraftedSession(id, Optional.of(published.get().session()), draft);
            AuditEntry record = AuditEntry.ofSession(now, by.actor(), AuditAction.SESSION_TAKEN_BACK, "");
            return Attempt.after(
                    publications.takeBack(published.get(), whole(drafted, by, now), record), Outcome.TAKEN_BACK);
        });
    }

    /** Returns a draft of all sections, since none of them is published any more. */
    static Draft whole(DraftedSession drafted, Organiser by, Instant now) {
        Map<Section, SectionDraft> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            sections.put(section, new SectionDraft(drafted.fieldsOf(section), SectionDraft.NEW, by.id(), now));
        }
        return new Draft(
                drafted.id(),
                drafted.version().next(),
                drafted.draft().map(Draft::madeBy).orElse(by.id()),
                sections);
    }
}
