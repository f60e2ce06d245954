package nl.samenkomst.domain.desk;

import java.util.Optional;
import nl.samenkomst.domain.audit.AuditEntry;

/**
 * A record of a session's history with the names that belong to it.
 *
 * @param organiser the name of the organiser who did it; empty if it was nobody with a browser session, or somebody who
 *     is no longer kept
 * @param person the name of the person that it was done to; empty if it was about nobody, or the registration is erased
 */
public record HistoryEntry(AuditEntry entry, Optional<String> organiser, Optional<String> person) {}
