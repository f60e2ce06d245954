package nl.samenkomst.domain.editing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.PartChange;
import nl.samenkomst.domain.draft.PartChange.Fit;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.domain.session.SessionId;

/**
 * Saves what one session's draft changes in the drafts of sessions that follow it in the series, section by section as
 * {@link SaveSection} does. Nothing is published.
 */
public final class CarryChanges {

    private final SaveSection saveSection;

    public CarryChanges(SaveSection saveSection) {
        this.saveSection = saveSection;
    }

    /**
     * What an organiser chose for one session.
     *
     * @param parts the pointers of the parts that it takes over, also where it differed
     * @param seen the {@link DraftedSession#fingerprint} of each section that the form was made from
     */
    public record Choice(Set<String> parts, Map<Section, String> seen) {

        public Choice {
            parts = Set.copyOf(parts);
            seen = Map.copyOf(seen);
        }
    }

    /** What became of the changes in one session. */
    public enum Result {
        /** They are in its draft, by this request or an earlier one. */
        SAVED,
        /** Somebody changed the same section since the form was made; that section is as they left it. */
        CHANGED_MEANWHILE,
        /** With them it would be larger than {@link SaveSection#MAX_SIZE}. */
        TOO_LARGE,
        /** The session is not there any more. */
        UNKNOWN
    }

    /** A section of a session as it will be, and what the form was made from. */
    record Step(Section section, Map<String, String> fields, String seen) {}

    /** Carries the changes to one session; a section that fails leaves the others saved. */
    public Result carry(List<PartChange> changes, DraftedSession to, Choice choice, Organiser by) {
        Optional<List<Step>> steps = steps(changes, to, choice);
        return steps.map(all -> save(to.id(), all, by)).orElse(Result.CHANGED_MEANWHILE);
    }

    private Result save(SessionId id, List<Step> steps, Organiser by) {
        Result result = Result.SAVED;
        for (Step step : steps) {
            SaveSection.Outcome outcome =
                    saveSection.save(id, step.section(), step.fields(), Optional.of(step.seen()), Optional.empty(), by);
            Result one = switch (outcome) {
                case SaveSection.Outcome.Saved _ -> Result.SAVED;
                case SaveSection.Outcome.ChangedMeanwhile _ -> Result.CHANGED_MEANWHILE;
                case SaveSection.Outcome.TooLarge _ -> Result.TOO_LARGE;
                case SaveSection.Outcome.Unknown _ -> Result.UNKNOWN;
            };
            result = one == Result.SAVED ? result : one;
        }
        return result;
    }

    /**
     * Returns the sections to save, none if all is there already; empty if one of them is not what the form was made from,
     * so that the choice was made about something else.
     */
    static Optional<List<Step>> steps(List<PartChange> changes, DraftedSession to, Choice choice) {
        SessionForm before = to.form();
        SessionForm form = before;
        Set<Section> sections = new LinkedHashSet<>();
        for (PartChange change : changes) {
            if (choice.parts().contains(change.part().pointer()) && isToDo(change.fit(before))) {
                Section section = change.part().section();
                if (!to.fingerprint(section).equals(choice.seen().get(section))) {
                    return Optional.empty();
                }
                form = change.applyTo(form);
                sections.add(section);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (Section section : sections) {
            steps.add(new Step(section, form.fieldsOf(section), to.fingerprint(section)));
        }
        return Optional.of(steps);
    }

    private static boolean isToDo(Fit fit) {
        return switch (fit) {
            case FITS, DIFFERS -> true;
            case DONE, ABSENT -> false;
        };
    }
}
