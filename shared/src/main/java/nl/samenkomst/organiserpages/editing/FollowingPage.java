package nl.samenkomst.organiserpages.editing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.FormPart;
import nl.samenkomst.domain.draft.PartChange;
import nl.samenkomst.domain.draft.PartChange.Fit;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.domain.editing.CarryChanges;
import nl.samenkomst.domain.editing.SeriesSession;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.pages.FormFields.SummaryLine;

/**
 * Model of {@code following.jte}: what a draft changes, to be taken over by the sessions that follow in the series.
 *
 * @param changes what others can take over
 * @param staying the names of inputs that are changed and stay with this session
 * @param following first to start first
 * @param chosen the pointers that were ticked for each session; empty if nothing was sent
 * @param failed the sessions that were not saved as a whole, and why
 * @param mayPublish whether any of them has a draft in which this organiser saved something
 */
public record FollowingPage(
        Viewer viewer,
        DraftedSession drafted,
        List<PartChange> changes,
        List<String> staying,
        List<Follower> following,
        Optional<Map<SessionId, Set<String>>> chosen,
        Map<SessionId, CarryChanges.Result> failed,
        boolean mayPublish,
        State state)
        implements EditingPage {

    /** What happened before the page was shown. */
    public enum State {
        ASKED,
        /** Something is wrong in this session's own draft, so that nothing is carried from it. */
        WRONG,
        /** This session's own draft was changed since the page was made. */
        CHANGED_MEANWHILE,
        NOTHING_TICKED,
        /** Some sessions were not saved. */
        SOME_FAILED
    }

    public FollowingPage {
        changes = List.copyOf(changes);
        staying = List.copyOf(staying);
        following = List.copyOf(following);
        failed = Map.copyOf(failed);
    }

    /**
     * A session that follows.
     *
     * @param seen the fingerprint of each section that may change there
     */
    public record Follower(SeriesSession session, Map<Section, String> seen) {

        public Follower {
            seen = Map.copyOf(seen);
        }

        /** Returns a session as it is now, of which these changes would change some sections. */
        public static Follower of(SeriesSession session, List<PartChange> changes) {
            Map<Section, String> seen = new EnumMap<>(Section.class);
            changes.stream()
                    .map(change -> change.part().section())
                    .distinct()
                    .forEach(section -> seen.put(section, session.drafted().fingerprint(section)));
            return new Follower(session, seen);
        }

        SessionId id() {
            return session.id();
        }
    }

    /** A part that would change in one session, and what it is there. */
    public record Line(String pointer, String label, String before, String after, boolean ticked) {

        /** Returns whether only the inside of a list changes, which its names do not show. */
        public boolean isInside() {
            return before.equals(after);
        }
    }

    /**
     * A session that follows.
     *
     * @param fitting what changes there if it is ticked
     * @param differing what was different there, each with a box of its own
     * @param pointers those of {@code fitting}, as its box sends them
     * @param seen the fingerprints of the sections, by the names of their inputs
     */
    public record Row(
            Session session,
            List<Line> fitting,
            List<Line> differing,
            String pointers,
            boolean ticked,
            Map<String, String> seen) {

        public SessionId id() {
            return session.id();
        }

        public String title() {
            return session.document().about().title();
        }

        /** Returns whether all of it is there already. */
        public boolean isDone() {
            return fitting.isEmpty() && differing.isEmpty();
        }
    }

    @Override
    public String template() {
        return "editing/following";
    }

    @Override
    public String heading() {
        return say("following.heading");
    }

    @Override
    public boolean hasProblems() {
        return state != State.ASKED;
    }

    public String summaryTitle() {
        return say("following." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Returns the sessions that were not saved, each with why and a link to it; or a link to what is wrong. */
    public List<SummaryLine> summary() {
        if (state == State.WRONG) {
            return List.of(new SummaryLine(to("edit"), say("to-sections")));
        }
        return following.stream()
                .filter(one -> failed.containsKey(one.id()))
                .map(one -> new SummaryLine(
                        "#session-" + one.id(),
                        titleAndDay(one.session().session()) + ": "
                                + say("following.failed."
                                        + String.valueOf(failed.get(one.id()))
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))))
                .toList();
    }

    private String titleAndDay(Session session) {
        return session.document().about().title() + ", " + when(session);
    }

    /** Returns whether the page has the form. */
    public boolean hasForm() {
        return state != State.WRONG && !changes.isEmpty() && !following.isEmpty();
    }

    /** Returns what the page is about, or why there is nothing to tick. */
    public Optional<String> lead() {
        if (state == State.WRONG) {
            return Optional.empty();
        }
        return Optional.of(
                following.isEmpty()
                        ? say("following.none")
                        : changes.isEmpty() ? say("following.nothing") : say("following.text"));
    }

    /** Returns whether anything can be taken over by any of these. */
    public boolean mayCarry(List<Row> rows) {
        return rows.stream().anyMatch(row -> !row.isDone());
    }

    /** Returns the labels of what is changed and stays with this session. */
    public String stayingLabels() {
        return staying.stream()
                .map(name -> name.equals("/materials") ? say("following.materials") : Inputs.label(name, language()))
                .collect(Collectors.joining(", "));
    }

    public List<Row> rows() {
        return following.stream().map(this::row).toList();
    }

    private Row row(Follower one) {
        SessionForm there = one.session().drafted().form();
        List<Line> fitting = new ArrayList<>();
        List<Line> differing = new ArrayList<>();
        Map<String, String> seen = new LinkedHashMap<>();
        for (PartChange change : changes) {
            Fit fit = change.fit(there);
            if (fit == Fit.FITS || fit == Fit.DIFFERS) {
                (fit == Fit.FITS ? fitting : differing).add(line(change, one.id(), there, fit));
                Section section = change.part().section();
                seen.put("seen." + one.id() + "." + section.word(), one.seen().getOrDefault(section, ""));
            }
        }
        return new Row(
                one.session().session(),
                fitting,
                differing,
                fitting.stream().map(Line::pointer).collect(Collectors.joining(" ")),
                fitting.stream().allMatch(Line::ticked),
                seen);
    }

    private Line line(PartChange change, SessionId id, SessionForm there, Fit fit) {
        FormPart part = change.part();
        return new Line(
                part.pointer(),
                PartText.label(part, language()),
                PartText.value(part, change.valueIn(there).orElse(Map.of()), language()),
                PartText.value(part, change.after(), language()),
                isTicked(part, id, fit));
    }

    /** What somebody changed since it was ticked is ticked no more: it was a choice about something else. */
    private boolean isTicked(FormPart part, SessionId id, Fit fit) {
        boolean isOverwritten = failed.containsKey(id) && fit == Fit.DIFFERS;
        return chosen.map(pointers ->
                        !isOverwritten && pointers.getOrDefault(id, Set.of()).contains(part.pointer()))
                .orElse(fit == Fit.FITS);
    }

    /** Returns the revision that is published. */
    public String revision() {
        return drafted.published().orElseThrow().revision().toString();
    }

    public long version() {
        return drafted.version().number();
    }
}
