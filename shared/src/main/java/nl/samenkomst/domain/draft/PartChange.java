package nl.samenkomst.domain.draft;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a session's draft changes of one part, and how it fits another session of the series.
 *
 * @param before the part's inputs as published, with days as a distance from the start
 * @param after the same in the draft
 */
public record PartChange(FormPart part, Map<String, String> before, Map<String, String> after) {

    /** How a change fits another session. */
    public enum Fit {
        /** The part is there what it was here before the change. */
        FITS,
        /** The part is there already what it is here now. */
        DONE,
        /** The part was made different there, or is that session's own. */
        DIFFERS,
        /** The part is a time on a day that is not set there. */
        ABSENT
    }

    public PartChange {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** Returns the changes of a draft that other sessions can take over; none if the session was never published. */
    public static List<PartChange> of(DraftedSession changed) {
        if (changed.published().isEmpty()) {
            return List.of();
        }
        SessionForm before = changed.withoutDraft().form();
        SessionForm after = changed.form();
        return FormPart.all().stream().flatMap(part -> of(part, before, after)).toList();
    }

    private static Stream<PartChange> of(FormPart part, SessionForm before, SessionForm after) {
        Optional<Map<String, String>> was = part.valueIn(before);
        Optional<Map<String, String>> is = part.valueIn(after);
        return was.isPresent() && is.isPresent() && !was.equals(is)
                ? Stream.of(new PartChange(part, was.get(), is.get()))
                : Stream.empty();
    }

    /** Returns the names of inputs that a draft changes and that stay with its session: days, and materials. */
    public static List<String> staying(DraftedSession changed) {
        if (changed.published().isEmpty()) {
            return List.of();
        }
        SessionForm before = changed.withoutDraft().form();
        SessionForm after = changed.form();
        return FormPart.STAYING.stream()
                .filter(name -> !FormPart.within(name, before).equals(FormPart.within(name, after)))
                .toList();
    }

    /** Returns the part's inputs in another session; empty if it has no such day. */
    public Optional<Map<String, String>> valueIn(SessionForm other) {
        return part.valueIn(other);
    }

    public Fit fit(SessionForm other) {
        Optional<Map<String, String>> there = valueIn(other);
        if (there.isEmpty()) {
            return Fit.ABSENT;
        }
        if (there.get().equals(after)) {
            return Fit.DONE;
        }
        return there.get().equals(before) && !isOwnLink() ? Fit.FITS : Fit.DIFFERS;
    }

    /** A first link is one session's own, though others have none yet either; one that they have too is shared. */
    private boolean isOwnLink() {
        return part.equals(FormPart.LINK)
                && Objects.requireNonNullElse(before.get(part.pointer()), "").isBlank();
    }

    /** Returns the form of another session with this change in it. */
    public SessionForm applyTo(SessionForm other) {
        return other.with(part.section(), part.put(after, other));
    }
}
