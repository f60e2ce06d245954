package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.document.Where;

/**
 * A published session: its document, and what became of it since.
 *
 * @param revision 1 when published, and one more with every change
 * @param changes how often its time or place changed, another change was told, or it was cancelled; calendars order their
 *     updates by it
 * @param movedIn the revision that last changed its time or place; who was told of an older one is told again
 * @param correctedIn the revision whose other changes were last worth telling, the first where none were
 * @param news which of its materials are worth telling, and since which revision
 * @param changedAt when this revision was made
 * @param previousStart where it was moved in time: when it would have started before that
 * @param original what it was read from; none where nobody wrote it down yet
 */
public record Session(
        SessionId id,
        SessionDocument document,
        int revision,
        int changes,
        int movedIn,
        int correctedIn,
        List<MaterialNews> news,
        Instant changedAt,
        Optional<SessionCancellation> cancellation,
        Optional<Instant> previousStart,
        StoredOriginal original) {

    public Session {
        news = List.copyOf(news);
    }

    /** A session that was not read from a store. */
    public Session(
            SessionId id,
            SessionDocument document,
            int revision,
            int changes,
            int movedIn,
            int correctedIn,
            List<MaterialNews> news,
            Instant changedAt,
            Optional<SessionCancellation> cancellation,
            Optional<Instant> previousStart) {
        this(
                id,
                document,
                revision,
                changes,
                movedIn,
                correctedIn,
                news,
                changedAt,
                cancellation,
                previousStart,
                StoredOriginal.NONE);
    }

    /** A session published for the first time. */
    public static Session published(SessionId id, SessionDocument document, Instant now) {
        List<MaterialNews> news = MaterialNews.in(document, List.of(), 1);
        return new Session(id, document, 1, 0, 1, 1, news, now, Optional.empty(), Optional.empty());
    }

    /** The same session with another document; nobody is bothered unless it is at another time or place. */
    public Session changed(SessionDocument other, Instant now) {
        return changed(other, correctedIn, now);
    }

    /** The same session with another document, and everybody who signed up is to know. */
    public Session corrected(SessionDocument other, Instant now) {
        return changed(other, revision + 1, now);
    }

    private Session changed(SessionDocument other, int lastCorrectedIn, Instant now) {
        boolean moved = !other.when().equals(document.when()) || !isWhereItWas(other.where());
        boolean told = moved || lastCorrectedIn > revision;
        Instant start = document.when().start().toInstant();
        boolean restarted = !other.when().start().toInstant().equals(start);
        return new Session(
                id,
                other,
                revision + 1,
                told ? changes + 1 : changes,
                moved ? revision + 1 : movedIn,
                lastCorrectedIn,
                MaterialNews.in(other, news, revision + 1),
                now,
                cancellation,
                restarted ? Optional.of(start) : previousStart,
                original);
    }

    /** The same session, cancelled. */
    public Session cancelled(String reason, Instant now) {
        return new Session(
                id,
                document,
                revision + 1,
                changes + 1,
                movedIn,
                correctedIn,
                news,
                now,
                Optional.of(new SessionCancellation(reason, now)),
                previousStart,
                original);
    }

    /** The news for somebody at this theme, or at none: about materials for afterwards from the end on. */
    public List<MaterialNews> newsAt(Instant now, Optional<ThemeId> theme) {
        boolean over = document.when().hasEndedBy(now);
        return news.stream()
                .filter(one -> over || !one.afterwards())
                .filter(one -> one.theme().isEmpty() || one.theme().equals(theme))
                .toList();
    }

    public boolean isCancelled() {
        return cancellation.isPresent();
    }

    /** Whether nobody can get a place, or give one up, any more: it has started, or was cancelled. */
    public boolean isSettledBy(Instant now) {
        return isCancelled() || document.when().hasStartedBy(now);
    }

    /** Whether everybody may find it: in the agenda, its feeds, beside the others of its series, and by its address. */
    public boolean isPublic() {
        return !(document.signUp().admission() instanceof Admission.Invited);
    }

    /** Whether its rules let anybody sign up now; places are another matter. */
    public SignUpPhase phase(Instant now) {
        if (isCancelled()) {
            return SignUpPhase.CANCELLED;
        }
        if (!now.isBefore(document.closes().toInstant())) {
            return SignUpPhase.CLOSED;
        }
        boolean early = document.signUp()
                .opens()
                .map(opens -> now.isBefore(opens.toInstant()))
                .orElse(false);
        return early ? SignUpPhase.NOT_YET : SignUpPhase.OPEN;
    }

    /** Another meeting link moves nobody: it is read from the own page when it is needed. */
    private boolean isWhereItWas(Where other) {
        Where where = document.where();
        return other.online() == where.online() && other.place().equals(where.place());
    }
}
