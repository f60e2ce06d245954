package nl.samenkomst.domain.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageNote;

/**
 * A published session: its document and its history.
 *
 * @param revision {@link Revision#FIRST} when published
 * @param sequence how often its time or venue changed, another change was announced, or it was cancelled; counts
 *     towards that of its calendar events
 * @param movedIn the last revision that announced another time or venue, 1 if none; people last told of an older one
 *     are told again
 * @param announcedIn the last revision the organiser chose to announce; 1 if none
 * @param news the material versions to announce, each with the revision that added it
 * @param changeLog the latest differences between its revisions
 * @param retiredQuestions the questions that are no longer asked, whose answers are kept
 * @param changedAt when it was last changed for everybody, and not only by a message
 * @param previousStart the start before it was last changed; empty if it never was
 * @param messages what organisers wrote to its people, without the words, oldest first
 * @param skipped the planned letters that its organiser skips
 * @param original the stored item it was read from; {@link StoredOriginal#NONE} if it was not read from a store
 */
public record Session(
        SessionId id,
        SessionDocument document,
        Revision revision,
        Sequence sequence,
        Revision movedIn,
        Revision announcedIn,
        List<MaterialNews> news,
        ChangeLog changeLog,
        RetiredQuestions retiredQuestions,
        Instant changedAt,
        Optional<SessionCancellation> cancellation,
        Optional<Instant> previousStart,
        List<MessageNote> messages,
        SkippedLetters skipped,
        StoredOriginal original) {

    /** The most messages that organisers can write to the people of a session. */
    public static final int MAX_MESSAGES = 50;

    public Session {
        news = List.copyOf(news);
        messages = List.copyOf(messages);
    }

    /** Returns a newly published session at revision 1. */
    public static Session published(SessionId id, SessionDocument document, Instant now) {
        return new Session(
                id,
                document,
                Revision.FIRST,
                Sequence.FIRST,
                Revision.FIRST,
                Revision.FIRST,
                MaterialNews.in(document, List.of(), Revision.FIRST),
                ChangeLog.EMPTY,
                RetiredQuestions.NONE,
                now,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                SkippedLetters.NONE,
                StoredOriginal.NONE);
    }

    /** Returns the next revision with this document; another time or venue is announced, and new material. */
    public Session changed(SessionDocument other, Instant now) {
        return changed(other, Announcement.IF_MOVED, now);
    }

    /** Returns the next revision with this document, announced as requested. */
    public Session changed(SessionDocument other, Announcement announcement, Instant now) {
        List<SessionDifference> differences = SessionDifferences.between(document, other);
        boolean moved = SessionDifferences.isMove(differences);
        boolean announced = announcement == Announcement.ALWAYS;
        Instant start = document.when().start().toInstant();
        boolean restarted = !other.when().start().toInstant().equals(start);
        return new Session(
                id,
                other,
                revision.next(),
                moved || announced ? sequence.next() : sequence,
                moved && announcement != Announcement.NEVER ? revision.next() : movedIn,
                announced ? revision.next() : announcedIn,
                MaterialNews.in(other, news, revision.next()),
                changeLog.with(revision.next(), differences),
                retiredQuestions.after(document, other, revision.next()),
                now,
                cancellation,
                restarted ? Optional.of(start) : previousStart,
                messages,
                skipped.after(other, revision.next(), now),
                original);
    }

    /** Returns the next revision, cancelled at {@code now} for this reason, which may be empty. */
    public Session cancelled(String reason, Instant now) {
        return with(sequence.next(), Optional.of(new SessionCancellation(reason, now)), skipped, now);
    }

    /** Returns the next revision, no longer cancelled; people who were told of the cancellation are told of this. */
    public Session reinstated(Instant now) {
        return with(sequence.next(), Optional.empty(), skipped, now);
    }

    /** Returns the next revision, in which this letter is skipped for whoever has not had it; nobody is told. */
    public Session skipping(SkippableLetter letter, Instant now) {
        return with(sequence, cancellation, skipped.with(letter, revision.next()), now);
    }

    /** Returns the next revision, in which this letter is not skipped any more. */
    public Session notSkipping(SkippableLetter letter, Instant now) {
        return with(sequence, cancellation, skipped.without(letter), now);
    }

    private Session with(
            Sequence nextSequence, Optional<SessionCancellation> other, SkippedLetters otherSkipped, Instant now) {
        return new Session(
                id,
                document,
                revision.next(),
                nextSequence,
                movedIn,
                announcedIn,
                news,
                changeLog,
                retiredQuestions,
                now,
                other,
                previousStart,
                messages,
                otherSkipped,
                original);
    }

    /** Returns the note of a message; empty if there is none with this id. */
    public Optional<MessageNote> message(MessageId message) {
        return messages.stream().filter(note -> note.id().equals(message)).findFirst();
    }

    /** Returns the next revision, with one more message; for everybody but its readers nothing has changed. */
    public Session with(MessageNote message) {
        return withMessages(Stream.concat(messages.stream(), Stream.of(message)).toList());
    }

    /** Returns the next revision, whose message with this id nobody gets from {@code now} on. */
    public Session withdrawing(MessageId message, Instant now) {
        return withMessages(messages.stream()
                .map(note -> note.id().equals(message) ? note.withdrawn(now) : note)
                .toList());
    }

    private Session withMessages(List<MessageNote> notes) {
        return new Session(
                id,
                document,
                revision.next(),
                sequence,
                movedIn,
                announcedIn,
                news,
                changeLog,
                retiredQuestions,
                changedAt,
                cancellation,
                previousStart,
                notes,
                skipped,
                original);
    }

    /** Returns the news for somebody at this theme, or none if empty; materials for afterwards only from the end on. */
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

    /** Returns whether the session has started or was cancelled, so that nobody can get or give up a place any more. */
    public boolean isSettledBy(Instant now) {
        return isCancelled() || document.when().hasStartedBy(now);
    }

    /** Returns whether the session is public: in the agenda, the feeds, its series and by its URL. */
    public boolean isPublic() {
        return !(document.signUp().admission() instanceof Admission.Invited);
    }

    /** Returns whether sign-up is open by the session's rules, regardless of places. */
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
}
