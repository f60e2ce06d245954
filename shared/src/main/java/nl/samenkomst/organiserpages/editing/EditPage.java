package nl.samenkomst.organiserpages.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.colleagues.ColleagueDetails;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.texts.Dates;

/**
 * Model of {@code edit.jte}: the sections of a session, and what can be done with its draft.
 *
 * @param problems of the whole draft
 * @param changedBy who changed the draft last; empty if there is none, or their name is not kept
 * @param mayBeCarried whether sessions of its series follow that can take over what the draft changes
 * @param mayBeTakenBack whether it is published and nobody has a place or waits
 * @param act the word for what the last request did; empty if it did nothing
 */
public record EditPage(
        Viewer viewer,
        DraftedSession drafted,
        List<Problem> problems,
        Optional<String> changedBy,
        boolean mayBeCarried,
        boolean mayBeTakenBack,
        Optional<String> act)
        implements EditingPage {

    public EditPage {
        problems = List.copyOf(problems);
    }

    /** A section as a task. */
    public record Task(Section section, List<String> sentences, int problems, boolean isChanged) {}

    @Override
    public String template() {
        return "editing/edit";
    }

    @Override
    public String heading() {
        return isPublished() ? say("edit.heading") : say("edit.heading.draft");
    }

    @Override
    public Optional<String> done() {
        return act.map(word -> "done." + word)
                .filter(key -> TEXTS.has(language(), key))
                .map(key -> TEXTS.text(language(), key));
    }

    public List<Task> tasks() {
        SectionSummary summary = new SectionSummary(drafted.form(), language());
        return Arrays.stream(Section.values())
                .map(section -> new Task(
                        section,
                        summary.of(section),
                        Math.toIntExact(problems.stream()
                                .filter(problem -> section.has(problem.pointer()))
                                .count()),
                        isPublished() && drafted.changed().contains(section)))
                .toList();
    }

    /** Returns who changed the draft last, and when. */
    public Optional<String> lastChange() {
        return drafted.draft()
                .map(draft -> say(
                        "edit.last-change",
                        "who",
                        changedBy.orElseGet(() -> say("somebody")),
                        "moment",
                        Dates.moment(draft.changedAt().atZone(ColleagueDetails.ZONE), language())));
    }

    public long version() {
        return drafted.version().number();
    }
}
