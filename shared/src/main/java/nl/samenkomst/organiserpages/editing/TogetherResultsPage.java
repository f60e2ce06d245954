package nl.samenkomst.organiserpages.editing;

import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.editing.PublishDraft.Outcome;
import nl.samenkomst.domain.editing.PublishTogether.Result;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.organiserpages.Viewer;

/**
 * Model of {@code togetherresults.jte}: what became of each session that was published together with others.
 *
 * @param sessions as they were before, in the order in which they were published
 */
public record TogetherResultsPage(
        Viewer viewer, DraftedSession drafted, List<Session> sessions, Map<SessionId, Result> results)
        implements EditingPage {

    public TogetherResultsPage {
        sessions = List.copyOf(sessions);
        results = Map.copyOf(results);
    }

    /** A session, and why it was not published; an empty string if it was. */
    public record Line(Session session, boolean isPublished, String sentence, String target) {

        public String title() {
            return session.document().about().title();
        }
    }

    @Override
    public String template() {
        return "editing/togetherresults";
    }

    @Override
    public String heading() {
        return count("together.published", published());
    }

    @Override
    public boolean hasProblems() {
        return published() < sessions.size();
    }

    public int others() {
        return sessions.size() - published();
    }

    private int published() {
        return Math.toIntExact(lines().stream().filter(Line::isPublished).count());
    }

    public List<Line> lines() {
        return sessions.stream().map(this::line).toList();
    }

    private Line line(Session session) {
        boolean isPublished = result(session) instanceof Result.Tried(Outcome.Published _);
        return new Line(
                session,
                isPublished,
                sentence(result(session)),
                isPublished ? links().session(session.id()) : links().session(session.id(), "publication"));
    }

    private Result result(Session session) {
        return results.getOrDefault(session.id(), new Result.NotTried());
    }

    private String sentence(Result result) {
        return switch (result) {
            case Result.NotTried _ -> say("together.not-tried");
            case Result.Tried(Outcome outcome) ->
                switch (outcome) {
                    case Outcome.Published _ -> "";
                    case Outcome.ChangedMeanwhile _ -> say("together.changed-meanwhile");
                    case Outcome.Gone _ -> say("together.gone");
                    case Outcome.Invalid _ -> say("together.invalid");
                    case Outcome.Cancelled _ -> say("together.cancelled");
                    case Outcome.OutOfScope _ -> say("together.out-of-scope");
                };
        };
    }
}
