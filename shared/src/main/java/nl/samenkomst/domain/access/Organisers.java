package nl.samenkomst.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * The store of organisers, their browser sessions and the desk's history. Reads are consistent, and leave out what
 * cannot be read, which the store logs. Writes are atomic; they return {@link WriteResult.Conflict} if they did not
 * happen, or may not have, and a retry may succeed.
 */
public interface Organisers {

    /**
     * Returns who the token belongs to, and of what is wanted the session, its draft and the registration, in one read.
     *
     * @throws nl.samenkomst.domain.UnreadableItem if the session or its places cannot be read
     */
    Visit visit(SessionToken token, Wanted wanted, Instant now);

    /** Returns all organisers, also those whose time has ended, in no particular order. */
    List<Organiser> all();

    Optional<Organiser> find(OrganiserId id);

    /** Adds a new organiser and the record of it; a conflict if there is one with this id. */
    WriteResult add(Organiser organiser, DeskEntry record);

    /**
     * Adds a new organiser, owes them the letter that invites them, and stores the record of it, in one step; a conflict
     * if there is one with this id.
     */
    WriteResult invite(Organiser organiser, Invitation invitation, DeskEntry record);

    /** Returns when a letter that invites this organiser was owed last; empty if that is more than a day ago. */
    Optional<Instant> invitedAt(OrganiserId id, Instant now);

    /**
     * Owes an organiser another letter that invites them, and stores the record of it; a conflict if one was owed since
     * {@code last}.
     */
    WriteResult inviteAgain(Invitation invitation, Optional<Instant> last, DeskEntry record);

    /** Stores the next version of an organiser and the record of it; a conflict if the version before is not stored. */
    default WriteResult change(Organiser after, DeskEntry record) {
        return change(after, Optional.empty(), List.of(), record);
    }

    /**
     * Stores the next version of an organiser and the record of it, and ends browser sessions of theirs, in one step; a
     * conflict if the version before is not stored.
     *
     * @param stays who must remain an administrator; a conflict also if they were changed meanwhile
     */
    WriteResult change(Organiser after, Optional<Organiser> stays, List<BrowserSession> ended, DeskEntry record);

    /** Returns an organiser's browser sessions, also those that have ended by time. */
    List<BrowserSession> browserSessions(OrganiserId id);

    /** Stores that a browser was seen, if its session is still there. */
    void touch(BrowserSession seen);

    /** Ends these sessions, in one step with the record; ending one that is gone changes nothing. */
    WriteResult end(List<BrowserSession> sessions, DeskEntry record);

    /** Returns the desk's history, newest first, at most {@code limit} entries. */
    default List<DeskEntry> history(int limit, Instant now) {
        return history(Optional.empty(), limit, now);
    }

    /**
     * Returns the desk's history, newest first, at most {@code limit} entries.
     *
     * @param before the entry after which it begins, which may be gone; empty for the newest
     */
    List<DeskEntry> history(Optional<DeskEntry.Position> before, int limit, Instant now);
}
