package nl.samenkomst.domain.draft;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * A section of a session as somebody saved it and nobody has published it yet.
 *
 * @param fields each input of the section, by its name
 * @param basedOn the {@link SectionInput#fingerprint} of the published section when it was first saved, {@link #NEW}
 *     if none was
 * @param by who saved it last
 */
public record SectionDraft(Map<String, String> fields, String basedOn, OrganiserId by, Instant at) {

    /** What a section of a session that was never published is based on. */
    public static final String NEW = "new";

    public SectionDraft {
        fields = Map.copyOf(fields);
    }

    /** Omits the fields, which may name people. */
    @Override
    public String toString() {
        return "SectionDraft[" + by + "]";
    }
}
