package nl.samenkomst.organiserpages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.door.AddWalkIn;
import nl.samenkomst.domain.door.WalkInOutcome;
import nl.samenkomst.domain.organiser.MarkPresence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code walkin.jte}: the form to add somebody at the door.
 *
 * @param typed the values as typed, by field
 * @param refused why the person was not added; empty if nothing was sent, or only a field is wrong
 */
public record WalkInPage(
        SessionSnapshot seen,
        Map<String, String> typed,
        List<Problem> problems,
        Optional<WalkInOutcome.RefusalReason> refused,
        Viewer viewer)
        implements DoorTexts {

    /** The field with the name. */
    public static final String NAME = "name";

    /** The field with the mail address. */
    public static final String EMAIL = "email";

    /** The field with the organisation, which may be left empty. */
    public static final String ORGANISATION = "organisation";

    /** The field with the id of the theme. */
    public static final String THEME = "theme";

    private static final List<String> FIELDS = List.of(NAME, EMAIL, ORGANISATION, THEME);

    public WalkInPage {
        typed = Map.copyOf(typed);
        problems = Problem.first(problems);
    }

    /** Returns the form as it is opened. */
    public static WalkInPage blank(SessionSnapshot seen, Viewer viewer) {
        return new WalkInPage(seen, Map.of(), List.of(), Optional.empty(), viewer);
    }

    /** A line of the summary above the form. */
    public record Line(String target, String sentence) {}

    @Override
    public String template() {
        return "walkin";
    }

    @Override
    public String heading() {
        return say("walk-in.title");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(seen.session());
    }

    @Override
    public boolean hasProblems() {
        return !problems.isEmpty() || refused.isPresent();
    }

    public List<Theme> themes() {
        return seen.session().document().themes();
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Returns why nobody can be added now; empty if people can be. */
    public Optional<String> closed() {
        Session session = seen.session();
        if (AddWalkIn.isOpen(session, viewer.now())) {
            return Optional.empty();
        }
        if (session.isCancelled()) {
            return Optional.of(say("door.refused.cancelled"));
        }
        return Optional.of(
                viewer.now().isBefore(MarkPresence.opensAt(session))
                        ? say("walk-in.too-early", "moment", moment(MarkPresence.opensAt(session), session))
                        : say("walk-in.too-late", "moment", moment(AddWalkIn.closesAt(session), session)));
    }

    /** Returns how many places are left, in words. */
    public String room() {
        OptionalInt left = seen.places().left();
        if (left.isEmpty()) {
            return say("walk-in.no-limit");
        }
        return left.getAsInt() == 0 ? say("walk-in.full") : say("walk-in.left", "number", left.getAsInt());
    }

    /** Returns how many people wait, in words; empty if nobody does. */
    public Optional<String> queue() {
        int waiting = seen.places().waiting();
        return waiting == 0 ? Optional.empty() : Optional.of(say("walk-in.queue", "number", waiting));
    }

    /** Returns why the person was not added; empty if only fields are wrong. */
    public Optional<String> refusal() {
        return refused.map(why -> DoorPage.why(this, why));
    }

    /** Returns every problem with a field, after the name of the field. */
    public List<Line> summary() {
        List<Line> lines = new ArrayList<>();
        for (Problem problem : problems) {
            String field = problem.field();
            boolean isShown = FIELDS.contains(field);
            lines.add(new Line(
                    isShown ? "#" + field : "#walk-in",
                    isShown ? label(field) + ": " + sentence(problem) : sentence(problem)));
        }
        return lines;
    }

    public boolean isWrong(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    /** Returns the sentence about a field; the empty string if nothing is wrong with it. */
    public String problem(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(this::sentence)
                .findFirst()
                .orElse("");
    }

    /** Returns the value of {@code aria-describedby}; null omits the attribute. */
    public @Nullable String describedBy(String field, boolean hasHint) {
        String hint = hasHint ? field + "-hint" : "";
        String both = isWrong(field) ? (hint + " " + field + "-problem").strip() : hint;
        return both.isEmpty() ? null : both;
    }

    public String label(String field) {
        return switch (field) {
            case NAME -> say("walk-in.name");
            case EMAIL -> say("walk-in.email");
            case ORGANISATION -> say("walk-in.organisation");
            default -> say("walk-in.theme");
        };
    }

    /** Returns the sentence for a field; not the one that speaks to the person whom the form is about. */
    private String sentence(Problem problem) {
        boolean speaksOfField =
                problem.field().equals(THEME) || (problem.field().equals(EMAIL) && problem.reason() == Reason.INVALID);
        Problem said =
                speaksOfField ? problem : new Problem(problem.pointer(), "any", problem.reason(), problem.values());
        return ProblemTexts.of(said, language());
    }
}
