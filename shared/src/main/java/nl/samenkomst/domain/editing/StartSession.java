package nl.samenkomst.domain.editing;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Drafts;
import nl.samenkomst.domain.draft.NewIds;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.session.SessionId;

/**
 * Begins a session as a draft. Its id is made of the title and the date, once and for all; beginning the same draft twice,
 * as a form sent twice does, is one draft.
 */
public final class StartSession {

    /** Leaves room for a date and a number (16 characters) in the id of a session. */
    private static final int MAX_SLUG = 48;

    private final Sessions sessions;
    private final Drafts drafts;
    private final Clock clock;
    private final Retrier retrier;

    public StartSession(Sessions sessions, Drafts drafts, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.drafts = drafts;
        this.clock = clock;
        this.retrier = retrier;
    }

    /**
     * Stores a new draft, and returns its id.
     *
     * @param sections the inputs of some sections, among them those of {@link Section#ABOUT} and {@link Section#WHEN}
     */
    public SessionId start(Map<Section, Map<String, String>> sections, Organiser by) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            for (int number = 1; ; number++) {
                SessionId id = id(sections, number);
                Optional<Draft> known = drafts.find(id);
                if (known.filter(draft -> isSame(draft, sections, by.id())).isPresent()) {
                    return Attempt.settled(id);
                }
                if (known.isEmpty() && sessions.find(id).isEmpty()) {
                    return Attempt.after(drafts.save(draft(id, sections, by.id(), now)), id);
                }
            }
        });
    }

    private static SessionId id(Map<Section, Map<String, String>> sections, int number) {
        String title = sections.getOrDefault(Section.ABOUT, Map.of()).getOrDefault("/title", "");
        String date = sections.getOrDefault(Section.WHEN, Map.of()).getOrDefault("/start/date", "");
        String slug = NewIds.slug(title + " " + date, MAX_SLUG);
        return new SessionId((slug.isEmpty() ? "sessie" : slug) + (number == 1 ? "" : "-" + number));
    }

    private static boolean isSame(Draft draft, Map<Section, Map<String, String>> sections, OrganiserId by) {
        return draft.version().equals(Draft.FIRST) && draft.madeBy().equals(by) && sections.equals(fields(draft));
    }

    private static Map<Section, Map<String, String>> fields(Draft draft) {
        Map<Section, Map<String, String>> fields = new EnumMap<>(Section.class);
        draft.sections().forEach((section, one) -> fields.put(section, one.fields()));
        return fields;
    }

    private static Draft draft(SessionId id, Map<Section, Map<String, String>> sections, OrganiserId by, Instant now) {
        Map<Section, SectionDraft> saved = new EnumMap<>(Section.class);
        sections.forEach((section, fields) -> saved.put(section, new SectionDraft(fields, SectionDraft.NEW, by, now)));
        return Draft.first(id, by, saved);
    }
}
