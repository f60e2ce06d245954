package nl.samenkomst.domain.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.Session;

/** Records that somebody takes the list of registrations, or the answers afterwards, away, before they have it. */
public final class RecordExport {

    private final Sessions sessions;
    private final Clock clock;
    private final Retrier retrier;

    public RecordExport(Sessions sessions, Clock clock, Retrier retrier) {
        this.sessions = sessions;
        this.clock = clock;
        this.retrier = retrier;
    }

    /** What the list is taken away as. */
    public enum Format {
        CSV("csv"),
        XLSX("xlsx"),
        /** A page to print. */
        PAPER("html"),
        /** What people answered afterwards, as CSV. */
        ANSWERS("csv");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /** Returns the end of its address. */
        public String extension() {
            return extension;
        }

        /** Returns the word in the audit trail, such as {@code csv}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Records it.
     *
     * @throws RuntimeException if it could not be recorded; then the list must not be given
     */
    public void record(Session session, Format format, Actor actor) {
        Instant now = clock.instant();
        AuditEntry entry = AuditEntry.ofSession(now, actor, AuditAction.EXPORTED, format.word());
        retrier.call(() -> Attempt.after(sessions.record(session, entry), format));
    }
}
