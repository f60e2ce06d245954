package nl.samenkomst.organiserpages.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.editing.PublicationOutlook;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.organiserpages.ChangedValueText;
import nl.samenkomst.organiserpages.SessionsTexts;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.pages.FormFields.SummaryLine;
import nl.samenkomst.texts.Dates;

/**
 * Model of {@code publication.jte}: what publishing the draft changes, and for whom.
 *
 * @param outlook empty if the draft cannot be published as it is
 * @param problems why it cannot
 */
public record PublicationPage(
        Viewer viewer,
        DraftedSession drafted,
        Optional<PublicationOutlook> outlook,
        List<Problem> problems,
        State state,
        Announcement announcement)
        implements EditingPage {

    /** Names that a list shows at most. */
    private static final int MAX_NAMES = 50;

    /** What happened before the page was shown. */
    public enum State {
        ASKED,
        /** Something changed since the organiser looked. */
        CHANGED_MEANWHILE,
        /** The session was called off. */
        CANCELLED,
        /** The organiser would not see the session any more. */
        OUT_OF_SCOPE,
        /** There is no draft: somebody else published it, or threw it away. */
        GONE
    }

    public PublicationPage {
        problems = Problem.first(problems);
    }

    /** A value before and after. */
    public record Change(String what, String before, String after) {}

    /** Names of people, and how many are not named. */
    public record Names(List<String> names, int others) {}

    /** A choice of whom to tell, with how many letters leave at once. */
    public record Telling(String word, String label, String outcome, boolean chosen) {}

    /** A theme that goes, what is asked about its people, and the themes to which they can go. */
    public record ClosedTheme(String id, String question, List<Input.Choice> choices) {}

    @Override
    public String template() {
        return "editing/publication";
    }

    @Override
    public String heading() {
        return isPublished() ? say("publish.heading.change") : say("publish.heading");
    }

    @Override
    public boolean hasProblems() {
        return !problems.isEmpty() || state != State.ASKED;
    }

    /** Returns why nothing was published; empty if nothing was asked yet. */
    public Optional<String> refusal() {
        return switch (state) {
            case ASKED -> Optional.empty();
            case CHANGED_MEANWHILE, CANCELLED, OUT_OF_SCOPE, GONE ->
                Optional.of(
                        say("publish." + state.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        };
    }

    /** Returns every problem, with a link to the form of its section. */
    public List<SummaryLine> summary() {
        return problems.stream()
                .map(problem -> new SummaryLine(
                        target(problem),
                        Inputs.label(problem.pointer(), language()) + ": " + Inputs.sentence(problem, language())))
                .toList();
    }

    private String target(Problem problem) {
        return Arrays.stream(Section.values())
                .filter(section -> section.has(problem.pointer()))
                .map(section -> to(section) + "#" + Input.idOf(problem.pointer()))
                .findFirst()
                .orElse(to("edit"));
    }

    /** Returns the sections that somebody else published otherwise since they were changed here. */
    public List<Section> overtaken() {
        return drafted.overtaken();
    }

    /** Returns whether the button is there. */
    public boolean mayPublish() {
        return outlook.isPresent()
                && overtaken().isEmpty()
                && drafted.published().filter(Session::isCancelled).isEmpty();
    }

    private PublicationOutlook known() {
        return outlook.orElseThrow();
    }

    /** Returns when and where the session is, for one that was never published. */
    public String when() {
        return Dates.when(known().after().document().when(), language());
    }

    public List<Change> changes() {
        Session session = drafted.published().orElseThrow();
        ChangedValueText text = new ChangedValueText(session, language());
        List<Change> changes = new ArrayList<>();
        for (ChangedValue changed : known().changes()) {
            changes.add(
                    changed.isOnlyNamed()
                            ? inFull(text.what(changed), changed.what())
                            : new Change(
                                    text.what(changed),
                                    text.value(changed, changed.before()),
                                    text.value(changed, changed.after())));
        }
        return changes;
    }

    /** Returns a change of a value of several parts, of which the audit trail keeps only that it changed. */
    private Change inFull(String what, String field) {
        return new TypedValues(drafted, language())
                .of(field)
                .map(values -> new Change(what, values.before(), values.after()))
                .orElseGet(() -> new Change(what, "", ""));
    }

    public Names promoted() {
        return names(known().promoted());
    }

    public Names shortOfTime() {
        return names(known().shortOfTime());
    }

    /** Returns the people with a place, if they are more than there would be places. */
    public Names withPlace() {
        return names(known().tooMany() > 0 ? known().withPlace() : List.of());
    }

    public int tooMany() {
        return known().tooMany();
    }

    private static Names names(List<Registration> people) {
        List<String> names =
                people.stream().limit(MAX_NAMES).map(one -> one.person().name()).toList();
        return new Names(names, people.size() - names.size());
    }

    public List<ClosedTheme> closedThemes() {
        Session session = drafted.published().orElseThrow();
        List<Theme> open = known().after().document().themes();
        List<ClosedTheme> closed = new ArrayList<>();
        for (Map.Entry<ThemeId, Integer> theme : known().closedThemes().entrySet()) {
            List<Input.Choice> choices = new ArrayList<>();
            choices.add(new Input.Choice("", say("publish.theme.ask"), Optional.empty(), true));
            open.forEach(one -> choices.add(new Input.Choice(one.id().value(), one.title(), Optional.empty(), false)));
            String title = session.document()
                    .theme(theme.getKey())
                    .map(Theme::title)
                    .orElseGet(() -> theme.getKey().value());
            closed.add(new ClosedTheme(
                    theme.getKey().value(),
                    theme.getValue() == 1
                            ? say("publish.theme.one", "theme", title)
                            : say("publish.theme", "theme", title, "number", theme.getValue()),
                    choices));
        }
        return closed;
    }

    /** Returns whether anybody is registered whom the change can concern. */
    public boolean hasPeople() {
        return !known().withPlace().isEmpty()
                || PublicationOutlook.announcements().stream().anyMatch(one -> known().letters(one) > 0);
    }

    public List<Telling> tellings() {
        return PublicationOutlook.announcements().stream()
                .map(one -> new Telling(
                        word(one),
                        say("publish.tell." + word(one)),
                        letters(known().told().getOrDefault(one, Map.of())),
                        one == announcement))
                .toList();
    }

    private String letters(Map<LetterKind, Integer> told) {
        if (told.isEmpty()) {
            return say("publish.letters.none");
        }
        return told.entrySet().stream()
                .map(one -> one.getValue() + " × "
                        + SessionsTexts.TEXTS.text(
                                language(), "letter." + one.getKey().word()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** Returns the word for a choice of announcement in the form. */
    public static String word(Announcement announcement) {
        return announcement.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the choice with this word; the usual one if there is none. */
    public static Announcement announcement(String word) {
        return PublicationOutlook.announcements().stream()
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElse(Announcement.IF_MOVED);
    }

    public String fingerprint() {
        return known().fingerprint();
    }

    /** Returns the revision that is published; 0 if none is. */
    public String revision() {
        return drafted.published().map(session -> session.revision().toString()).orElse("0");
    }

    public long version() {
        return drafted.version().number();
    }
}
