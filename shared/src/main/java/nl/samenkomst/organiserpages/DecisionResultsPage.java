package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.stream.IntStream;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.participants.DecideMany.Result;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;

/**
 * Model of {@code decisionresults.jte}: a decision that was not made about everybody.
 *
 * @param results what became of it for each of the people, in the same order
 */
public record DecisionResultsPage(
        SessionSnapshot snapshot, List<Registration> people, List<Result> results, Viewer viewer)
        implements AboutParticipants {

    public DecisionResultsPage {
        people = List.copyOf(people);
        results = List.copyOf(results);
    }

    /** Somebody, and why nothing was decided about them. */
    public record Line(String name, String sentence) {}

    @Override
    public String template() {
        return "decisionresults";
    }

    @Override
    public String heading() {
        return say("results.title");
    }

    @Override
    public boolean hasProblems() {
        return true;
    }

    /** Returns about how many people the decision was made, in words. */
    public String made() {
        int number = Math.toIntExact(
                results.stream().filter(Result.Made.class::isInstance).count());
        return count(number, "results.made.one", "results.made.more");
    }

    /** Returns the people about whom it was not made. */
    public List<Line> others() {
        return IntStream.range(0, results.size())
                .filter(i -> !(results.get(i) instanceof Result.Made))
                .mapToObj(i -> new Line(people.get(i).person().name(), sentence(results.get(i))))
                .toList();
    }

    private String sentence(Result result) {
        return switch (result) {
            case Result.Made _ -> "";
            case Result.DecidedBefore before -> decidedBefore(before);
            case Result.Refused refused -> ProblemTexts.forOrganiser(Refusal.of(refused.why()), language());
            case Result.Gone _ -> say("results.gone");
        };
    }

    private String decidedBefore(Result.DecidedBefore before) {
        String by = before.by().orElseGet(() -> say("by.colleague"));
        return before.accepted() ? say("results.accepted-by", "name", by) : say("results.declined-by", "name", by);
    }
}
