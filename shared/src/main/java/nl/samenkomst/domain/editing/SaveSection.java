package nl.samenkomst.domain.editing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Drafts;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.draft.SectionInput;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Saves one section of a session in its draft, right or wrong. What colleagues saved meanwhile in other sections stays; the
 * same section is saved only over what its form was made from.
 */
public final class SaveSection {

    /** The largest form in bytes, all sections together: as much as the API takes for a document. */
    public static final int MAX_SIZE = 64 * 1024;

    private final Sessions sessions;
    private final Drafts drafts;
    private final Clock clock;
    private final Retrier retrier;

    public SaveSection(Sessions sessions, Drafts drafts, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.drafts = drafts;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** The outcome of saving a section. */
    public sealed interface Outcome {

        /** The section is as it was sent. */
        record Saved(DraftedSession now) implements Outcome {}

        /** Somebody else changed the same section since the form was made; nothing was saved. */
        record ChangedMeanwhile(DraftedSession now) implements Outcome {}

        /** All sections together would be larger than {@link #MAX_SIZE}; nothing was saved. */
        record TooLarge(DraftedSession now) implements Outcome {}

        /** There is neither a session nor a draft any more. */
        record Unknown() implements Outcome {}
    }

    /**
     * Saves a section.
     *
     * @param fields as {@link SectionInput#of} returns them
     * @param seen the {@link DraftedSession#fingerprint} of the section that the form was made from; empty to save over
     *     anything
     * @param basis the {@link SectionInput#fingerprint} of the published section that the form was made from; empty if
     *     it does not say
     */
    public Outcome save(
            SessionId id,
            Section section,
            Map<String, String> fields,
            Optional<String> seen,
            Optional<String> basis,
            Organiser by) {
        return retrier.call(() -> {
            Optional<Session> published = sessions.find(id).map(SessionSnapshot::session);
            Optional<Draft> draft = drafts.find(id);
            if (published.isEmpty() && draft.isEmpty()) {
                return Attempt.settled(new Outcome.Unknown());
            }
            DraftedSession before = new DraftedSession(id, published, draft);
            Decision decision = decide(before, section, fields, seen, basis, by.id(), clock.instant());
            return switch (decision) {
                case Decision.AsIs asIs -> Attempt.settled(asIs.outcome());
                case Decision.Save save ->
                    Attempt.after(drafts.save(save.next()), new Outcome.Saved(before.with(save.next())));
                case Decision.Discard discard ->
                    Attempt.after(drafts.discard(discard.draft()), new Outcome.Saved(before.withoutDraft()));
            };
        });
    }

    sealed interface Decision {

        record AsIs(Outcome outcome) implements Decision {}

        record Save(Draft next) implements Decision {}

        /** The section is as published again, and no other one differs. */
        record Discard(Draft draft) implements Decision {}
    }

    static Decision decide(
            DraftedSession before,
            Section section,
            Map<String, String> sent,
            Optional<String> seen,
            Optional<String> basis,
            OrganiserId by,
            Instant now) {
        Map<String, String> fields = before.withIds(section, sent);
        if (fields.equals(before.fieldsOf(section))) {
            return new Decision.AsIs(new Outcome.Saved(before));
        }
        if (seen.isPresent() && !seen.get().equals(before.fingerprint(section))) {
            return new Decision.AsIs(new Outcome.ChangedMeanwhile(before));
        }
        Map<String, String> published = before.publishedFields(section);
        if (before.published().isPresent() && fields.equals(published)) {
            Draft draft = before.draft().orElseThrow();
            return draft.without(section)
                    .<Decision>map(Decision.Save::new)
                    .orElseGet(() -> new Decision.Discard(draft));
        }
        String basedOn = basis.or(() ->
                        before.draft().flatMap(known -> known.section(section)).map(SectionDraft::basedOn))
                .orElseGet(() -> SectionInput.fingerprint(published));
        SectionDraft changed = new SectionDraft(fields, basedOn, by, now);
        Draft next = before.draft()
                .map(known -> known.with(section, changed))
                .orElseGet(() -> Draft.first(before.id(), by, Map.of(section, changed)));
        return size(before.with(next)) > MAX_SIZE
                ? new Decision.AsIs(new Outcome.TooLarge(before))
                : new Decision.Save(next);
    }

    private static int size(DraftedSession session) {
        return session.form().fields().entrySet().stream()
                .mapToInt(field -> (field.getKey() + field.getValue()).getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }
}
