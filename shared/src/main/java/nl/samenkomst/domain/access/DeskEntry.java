package nl.samenkomst.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /** Returns where this entry is in the history. */
    public Position position() {
        return new Position(at, what + "#" + about.map(OrganiserId::value).orElse(actor.name()));
    }

    /**
     * A place in the history, newest first. Two entries with the same one are the same.
     *
     * @param at in milliseconds, as entries are kept
     * @param what the act, and whom it is about, or by whom it was
     */
    public record Position(Instant at, String what) {

        private static final Pattern FORM = Pattern.compile("([0-9]{1,15})#([a-z-]{1,40}#[A-Za-z0-9:_/@+=,.-]{1,300})");

        public Position {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }

        /** Parses what {@link #written} returns; empty if it is anything else. */
        public static Optional<Position> parse(String written) {
            Matcher matcher = FORM.matcher(written);
            return matcher.matches()
                    ? Optional.of(
                            new Position(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2)))
                    : Optional.empty();
        }

        /** Returns the position for a URL. */
        public String written() {
            return at.toEpochMilli() + "#" + what;
        }
    }
}
