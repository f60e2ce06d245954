package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.document.SessionDocument;

/**
 * What can still be told of a stored session whose document cannot be read, so that an organiser can overwrite it.
 *
 * @param revision that of its places, which follow every change of the session
 * @param changes as in {@link Session}; what cannot be read is taken so that calendars take the next update, and that
 *     nobody is told anything again
 * @param start when it was to start, where that can be read
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
     * The next revision of the session, with this document. People are told when it starts at another time, as far as
     * that can be known, or when the organiser says so; a session that was called off stays called off.
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
