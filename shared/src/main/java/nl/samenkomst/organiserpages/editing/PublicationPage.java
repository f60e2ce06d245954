package nl.samenkomst.organiserpages.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.editing.PublicationOutlook;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.pages.FormFields.SummaryLine;
import nl.samenkomst.texts.Dates;

/**
 * Model of {@code publication.jte}: what publishing the draft changes, and for whom.
 *
 * @param outlook empty if the draft cannot be published as it is
 * @param problems why it cannot
 * @param themes where people go who chose a theme that goes, as far as the organiser chose
 */
public record PublicationPage(
        Viewer viewer,
        DraftedSession drafted,
        Optional<PublicationOutlook> outlook,
        List<Problem> problems,
        State state,
        Announcement announcement,
        Map<ThemeId, ThemeId> themes)
        implements EditingPage {

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
        themes = Map.copyOf(themes);
    }

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

    /** Returns what publishing does, in words; not for a session that never was published. */
    public OutlookText text() {
        return new OutlookText(drafted, known(), language());
    }

    public List<ClosedTheme> closedThemes() {
        Session session = drafted.published().orElseThrow();
        List<Theme> open = known().after().document().themes();
        List<ClosedTheme> closed = new ArrayList<>();
        for (Map.Entry<ThemeId, Integer> theme : known().closedThemes().entrySet()) {
            Optional<ThemeId> chosen = Optional.ofNullable(themes.get(theme.getKey()));
            List<Input.Choice> choices = new ArrayList<>();
            choices.add(new Input.Choice("", say("publish.theme.ask"), Optional.empty(), chosen.isEmpty()));
            open.forEach(one -> choices.add(new Input.Choice(
                    one.id().value(),
                    one.title(),
                    Optional.empty(),
                    chosen.filter(one.id()::equals).isPresent())));
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
        return OutlookText.hasPeople(List.of(known()));
    }

    public List<OutlookText.Telling> tellings() {
        return OutlookText.tellings(List.of(known()), announcement, language());
    }

    /** Returns the choice with this word; the usual one if there is none. */
    public static Announcement announcement(String word) {
        return PublicationOutlook.announcements().stream()
                .filter(one -> OutlookText.word(one).equals(word))
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
