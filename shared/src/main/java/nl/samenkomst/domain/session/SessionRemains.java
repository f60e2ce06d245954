package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.document.SessionDocument;

/**
 * The readable parts of a stored session whose document cannot be read, with which an organiser can overwrite it.
 * Unreadable parts have values with which calendars take the next update and nobody is told anything twice.
 *
 * @param revision the revision of its places, which follow every change of the session
 * @param changes as in {@link Session}; the revision if unreadable
 * @param movedIn as in {@link Session}; 1 if unreadable
 * @param correctedIn as in {@link Session}; 1 if unreadable
 * @param start the stored start; empty if unreadable
 */
public record SessionRemains(
        SessionId id,
        int revision,
        int changes,
        int movedIn,
        int correctedIn,
        List<MaterialNews> news,
        Optional<Instant> start,
        Optional<SessionCancellation> cancellation) {

    public SessionRemains {
        news = List.copyOf(news);
    }

    /**
     * Returns the next revision of the session, with this document. It is announced if {@code tell} is set, or if the
     * stored start is readable and differs; a cancelled session stays cancelled.
     */
    public Session overwrittenBy(SessionDocument document, boolean tell, Instant now) {
        Instant newStart = document.when().start().toInstant();
        Optional<Instant> otherStart = start.filter(known -> !known.equals(newStart));
        List<MaterialNews> known = news.isEmpty() ? MaterialNews.in(document, List.of(), 1) : news;
        return new Session(
                id,
                document,
                revision + 1,
                changes + 1,
                otherStart.isPresent() ? revision + 1 : movedIn,
                tell ? revision + 1 : correctedIn,
                MaterialNews.in(document, known, revision + 1),
                now,
                cancellation,
                otherStart,
                StoredOriginal.NONE);
    }
}
