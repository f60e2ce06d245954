package nl.samenkomst.domain.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.session.SessionId;

/**
 * The letter log of one registration: the letters sent, and what delays the next one.
 *
 * @param sent oldest first; the last of each kind and of each message, and the last {@value #MAX_REMEMBERED} of all
 * @param linkAskedAt when the person last signed up or asked for the own link
 * @param delayedUntil no letter is sent before this moment: one is being sent, the last attempt failed, or it waits to
 *     be bundled with others
 * @param failures how often in a row the letter owed now was refused
 * @param bundled the person's other registrations that the next letter covers, each only while its own letter is
 *     delayed until exactly this moment
 */
public record LetterLog(
        List<SentLetter> sent,
        Instant linkAskedAt,
        Optional<Instant> delayedUntil,
        int failures,
        Map<SessionId, Instant> bundled) {

    /** Number of letters kept, besides the last of each kind and message: letters sent every hour must not fill the item. */
    static final int MAX_REMEMBERED = 50;

    public LetterLog {
        sent = List.copyOf(sent);
        bundled = Map.copyOf(bundled);
    }

    /** Creates a log whose next letter covers this registration only. */
    public LetterLog(List<SentLetter> sent, Instant linkAskedAt, Optional<Instant> heldUntil, int failures) {
        this(sent, linkAskedAt, heldUntil, failures, Map.of());
    }

    /** Returns the empty log of a registration made at {@code signedUpAt}. */
    public static LetterLog empty(Instant signedUpAt) {
        return new LetterLog(List.of(), signedUpAt, Optional.empty(), 0);
    }

    public Optional<SentLetter> last() {
        return sent.isEmpty() ? Optional.empty() : Optional.of(sent.getLast());
    }

    /** Returns the last letter that told how things stood: any but a message. */
    public Optional<SentLetter> lastNews() {
        return sent.reversed().stream()
                .filter(letter -> !letter.isOneOf(LetterKind.MESSAGE))
                .findFirst();
    }

    /** Returns the letter that brought this message; empty if none did. */
    public Optional<SentLetter> ofMessage(MessageId message) {
        return sent.stream().filter(letter -> letter.brought(message)).findFirst();
    }

    /** Returns whether a letter of one of these kinds was sent at this moment or later. */
    public boolean sentSince(Instant moment, LetterKind... kinds) {
        for (SentLetter letter : sent) {
            if (letter.isOneOf(kinds) && !letter.at().isBefore(moment)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the letters sent at this moment or later, oldest first. */
    public List<SentLetter> since(Instant moment) {
        return sent.stream().filter(letter -> !letter.at().isBefore(moment)).toList();
    }

    /** Returns whether the last news of a cancellation or a reinstatement was that the session is cancelled. */
    public boolean saysCancelled() {
        return lastOf(LetterKind.SESSION_CANCELLED) > lastOf(LetterKind.SESSION_REINSTATED);
    }

    /** Returns the letters since the person was last told that the session is cancelled. */
    public List<SentLetter> sinceCancellation() {
        return sent.subList(lastOf(LetterKind.SESSION_CANCELLED) + 1, sent.size());
    }

    /** Returns the index of the last letter of this kind, or -1. */
    private int lastOf(LetterKind kind) {
        for (int i = sent.size() - 1; i >= 0; i--) {
            if (sent.get(i).isOneOf(kind)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns whether the next letter is delayed at {@code now}. */
    public boolean isDelayedAt(Instant now) {
        return delayedUntil.filter(now::isBefore).isPresent();
    }

    public LetterLog linkRequested(Instant now) {
        return new LetterLog(sent, now, delayedUntil, failures, bundled);
    }

    /** Delays letters until then, so that nobody else sends one meanwhile. */
    public LetterLog delayed(Instant until) {
        return new LetterLog(sent, linkAskedAt, Optional.of(until), failures, bundled);
    }

    /** Delays letters until then, unless they are delayed already. */
    public LetterLog delayedIfFree(Instant until, Instant now) {
        return isDelayedAt(now) ? this : delayed(until);
    }

    /** Releases the delay that expires at {@code until}; leaves any other delay in place. */
    public LetterLog release(Instant until) {
        return new LetterLog(
                sent, linkAskedAt, delayedUntil.filter(moment -> !moment.equals(until)), failures, bundled);
    }

    /** Bundles these registrations into the next letter. */
    public LetterLog bundling(Map<SessionId, Instant> others) {
        Map<SessionId, Instant> all = new HashMap<>(bundled);
        all.putAll(others);
        return new LetterLog(sent, linkAskedAt, delayedUntil, failures, all);
    }

    /** Takes these registrations out of the next letter. */
    public LetterLog unbundling(Set<SessionId> others) {
        Map<SessionId, Instant> rest = new HashMap<>(bundled);
        rest.keySet().removeAll(others);
        return new LetterLog(sent, linkAskedAt, delayedUntil, failures, rest);
    }

    /** Counts a refusal, and delays letters until {@code nextTry}. */
    public LetterLog failed(Instant nextTry) {
        return new LetterLog(sent, linkAskedAt, Optional.of(nextTry), failures + 1, bundled);
    }

    /**
     * Adds a letter that also covered {@code told}, and clears failures and delay; registrations bundled since remain
     * for the next letter. Changes nothing if the letter is logged already: then the response to that write was lost,
     * and any present delay is not this letter's.
     */
    public LetterLog with(SentLetter letter, Map<SessionId, Instant> told) {
        if (sent.contains(letter)) {
            return this;
        }
        Map<SessionId, Instant> rest = new HashMap<>(bundled);
        rest.entrySet().removeAll(told.entrySet());
        return new LetterLog(remembered(letter), linkAskedAt, Optional.empty(), 0, rest);
    }

    /** Never drops the last letter of each kind or of all: they determine which letter is owed next. */
    private List<SentLetter> remembered(SentLetter latest) {
        List<SentLetter> all = Stream.concat(sent.stream(), Stream.of(latest)).toList();
        int tail = all.size() - MAX_REMEMBERED;
        List<SentLetter> remembered = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i).word();
            boolean isLastOfItsKind = all.subList(i + 1, all.size()).stream()
                    .noneMatch(later -> later.word().equals(word));
            if (i >= tail || isLastOfItsKind) {
                remembered.add(all.get(i));
            }
        }
        return remembered;
    }
}
