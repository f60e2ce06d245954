package nl.samenkomst.domain.draft;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * A session as an organiser edits it: each section as it is in the draft, or else as published, or else blank.
 *
 * @param published empty as long as it never was
 * @param draft empty if nothing waits to be published
 */
public record DraftedSession(SessionId id, Optional<Session> published, Optional<Draft> draft) {

    public DraftedSession {
        if (published.isEmpty() && draft.isEmpty()) {
            throw new IllegalArgumentException("neither a session nor a draft");
        }
    }

    /** Returns the whole form. */
    public SessionForm form() {
        SessionForm base = publishedForm();
        Map<String, String> fields = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            fields.putAll(draft.flatMap(known -> known.section(section))
                    .map(SectionDraft::fields)
                    .orElseGet(() -> base.fieldsOf(section)));
        }
        return new SessionForm(fields);
    }

    /** Returns the inputs of one section. */
    public Map<String, String> fieldsOf(Section section) {
        return draft.flatMap(known -> known.section(section))
                .map(SectionDraft::fields)
                .orElseGet(() -> publishedFields(section));
    }

    /** Returns the inputs of one section as published, or blank if it never was. */
    public Map<String, String> publishedFields(Section section) {
        return publishedForm().fieldsOf(section);
    }

    private SessionForm publishedForm() {
        return published.map(session -> SessionForm.of(session.document())).orElse(BlankForm.FORM);
    }

    /** Returns the document, or else every problem in it. */
    public Parsed<SessionDocument> document() {
        return form().parse();
    }

    /** Returns a short text that is the same for the same inputs of a section, to notice that somebody changed them. */
    public String fingerprint(Section section) {
        return SectionInput.fingerprint(fieldsOf(section));
    }

    /** Returns the sections that differ from what is published. */
    public List<Section> changed() {
        return Arrays.stream(Section.values())
                .filter(section ->
                        draft.flatMap(known -> known.section(section)).isPresent())
                .toList();
    }

    /** Returns the sections of the draft that were also published otherwise since they were first saved. */
    public List<Section> overtaken() {
        return published.isEmpty()
                ? List.of()
                : changed().stream()
                        .filter(section -> !draft.orElseThrow()
                                .section(section)
                                .orElseThrow()
                                .basedOn()
                                .equals(SectionInput.fingerprint(publishedFields(section))))
                        .toList();
    }

    /**
     * Returns the inputs of a section with an id in each row that has none; not one that people's choices and answers may
     * still refer to.
     */
    public Map<String, String> withIds(Section section, Map<String, String> fields) {
        Set<String> taken = new HashSet<>();
        published.ifPresent(session -> {
            session.document().themes().forEach(theme -> taken.add(theme.id().value()));
            session.document()
                    .allQuestions()
                    .forEach(question -> taken.add(question.id().value()));
            session.retiredQuestions()
                    .all()
                    .forEach(question -> taken.add(question.id().value()));
        });
        return NewIds.inRows(section, fields, taken);
    }

    /** Returns the title as typed; an empty string if there is none. */
    public String title() {
        return fieldsOf(Section.ABOUT).getOrDefault("/title", "").strip();
    }

    /** Returns the session with this draft. */
    public DraftedSession with(Draft next) {
        return new DraftedSession(id, published, Optional.of(next));
    }

    /**
     * Returns the session as published.
     *
     * @throws IllegalArgumentException if it never was
     */
    public DraftedSession withoutDraft() {
        return new DraftedSession(id, published, Optional.empty());
    }

    /** Returns the version of the draft; {@link Version#NONE} if there is none. */
    public Version version() {
        return draft.map(Draft::version).orElse(Version.NONE);
    }
}
