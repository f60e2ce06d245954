package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.message.MessageNote;

/**
 * The readable parts of a stored session whose document cannot be read, with which an organiser can overwrite it.
 * Unreadable parts have values with which calendars take the next update and nobody is told anything twice.
 *
 * @param revision the revision of its places, which follow every change of the session
 * @param sequence as in {@link Session}; the number of the revision if unreadable
 * @param movedIn as in {@link Session}; 1 if unreadable
 * @param correctedIn as in {@link Session}; 1 if unreadable
 * @param start the stored start; empty if unreadable
 */
public record ReadableParts(
        SessionId id,
        Revision revision,
        Sequence sequence,
        Revision movedIn,
        Revision correctedIn,
        List<MaterialNews> news,
        Optional<Instant> start,
        Optional<SessionCancellation> cancellation,
        List<MessageNote> messages) {

    public ReadableParts {
        news = List.copyOf(news);
        messages = List.copyOf(messages);
    }

    /**
     * Returns the next revision of the session, with this document. It counts as moved if the stored start is readable
     * and differs; a cancelled session stays cancelled.
     */
    public Session overwrittenBy(SessionDocument document, Announcement announcement, Instant now) {
        Instant newStart = document.when().start().toInstant();
        Optional<Instant> otherStart = start.filter(known -> !known.equals(newStart));
        List<MaterialNews> known = news.isEmpty() ? MaterialNews.in(document, List.of(), Revision.FIRST) : news;
        return new Session(
                id,
                document,
                revision.next(),
                sequence.next(),
                otherStart.isPresent() && announcement != Announcement.NEVER ? revision.next() : movedIn,
                announcement == Announcement.ALWAYS ? revision.next() : correctedIn,
                MaterialNews.in(document, known, revision.next()),
                ChangeLog.EMPTY,
                RetiredQuestions.NONE,
                now,
                cancellation,
                otherStart,
                messages,
                SkippedLetters.NONE,
                StoredOriginal.NONE);
    }
}
