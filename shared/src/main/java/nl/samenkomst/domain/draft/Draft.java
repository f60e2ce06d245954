package nl.samenkomst.domain.draft;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.session.SessionId;

/**
 * What organisers changed of one session and did not publish yet; they share it. It may be wrong. It holds whole sections,
 * and only those that somebody changed: the others are as published.
 *
 * @param madeBy who began it
 * @param sections at least one
 */
public record Draft(SessionId id, Version version, OrganiserId madeBy, Map<Section, SectionDraft> sections) {

    /** The version that is stored first. */
    public static final Version FIRST = Version.NONE.next();

    public Draft {
        sections = Map.copyOf(sections);
        if (sections.isEmpty()) {
            throw new IllegalArgumentException("a draft changes something");
        }
    }

    /** Returns a draft that somebody begins. */
    public static Draft first(SessionId id, OrganiserId by, Map<Section, SectionDraft> sections) {
        return new Draft(id, FIRST, by, sections);
    }

    /** Returns the next version, with this section. */
    public Draft with(Section section, SectionDraft changed) {
        Map<Section, SectionDraft> next = new EnumMap<>(sections);
        next.put(section, changed);
        return new Draft(id, version.next(), madeBy, next);
    }

    /** Returns the next version, in which this section is as published; empty if no other section is left. */
    public Optional<Draft> without(Section section) {
        Map<Section, SectionDraft> next = new EnumMap<>(sections);
        next.remove(section);
        return next.isEmpty() ? Optional.empty() : Optional.of(new Draft(id, version.next(), madeBy, next));
    }

    public Optional<SectionDraft> section(Section section) {
        return Optional.ofNullable(sections.get(section));
    }

    /** Returns when it was changed last. */
    public Instant changedAt() {
        return last().at();
    }

    /** Returns who changed it last. */
    public OrganiserId changedBy() {
        return last().by();
    }

    private SectionDraft last() {
        return sections.values().stream()
                .max(Comparator.comparing(SectionDraft::at))
                .orElseThrow();
    }
}
