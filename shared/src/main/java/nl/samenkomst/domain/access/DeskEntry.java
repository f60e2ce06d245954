package nl.samenkomst.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * A record in the desk's history. It names organisers by their id only.
 *
 * @param what the word of a {@link DeskAction}, or an unknown one written by another release
 * @param about the organiser that it was done to; empty if that is the actor, or nobody
 * @param before what was there before, such as a role's word; may be empty
 * @param after what is there now; may be empty
 */
public record DeskEntry(
        Instant at, Actor actor, String what, Optional<OrganiserId> about, String before, String after) {

    /** How long an entry is kept. */
    public static final Duration MEMORY = Duration.ofDays(180);

    public DeskEntry(Instant at, Actor actor, DeskAction what, Optional<OrganiserId> about) {
        this(at, actor, what.word(), about, "", "");
    }

    /** Returns this entry with what was there before, and what is there now. */
    public DeskEntry with(String valueBefore, String valueAfter) {
        return new DeskEntry(at, actor, what, about, valueBefore, valueAfter);
    }
}
