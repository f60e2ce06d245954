package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.colleagues.DeskHistory;
import nl.samenkomst.domain.colleagues.RecordedDetails;
import nl.samenkomst.domain.signin.GiveFactor;

/**
 * Model of {@code deskhistory.jte}: who did what at the desk beside sessions, newest first.
 *
 * @param isFirst whether this is the newest part
 */
public record DeskHistoryPage(DeskHistory history, boolean isFirst, Viewer viewer) implements ColleaguesPageTexts {

    /** The parameter with the entry after which the page begins. */
    public static final String BEFORE = "before";

    @Override
    public String template() {
        return "deskhistory";
    }

    @Override
    public String heading() {
        return say("history");
    }

    /** Returns who did it: the colleague's name, or words for who has none. */
    public String who(DeskEntry entry) {
        return switch (entry.actor()) {
            case Actor.ByOrganiser by -> name(by.id());
            case Actor.ByRole by -> by.name();
            case Actor.Unnamed unnamed -> say("actor." + unnamed.name());
        };
    }

    /** Returns the name of whom it was done to; empty if that is nobody else. */
    public Optional<String> whom(DeskEntry entry) {
        return entry.about().map(this::name);
    }

    /** Returns what was done, in words; the word itself if another release wrote it. */
    public String what(DeskEntry entry) {
        if (isStepUp(entry)) {
            return say("act.step-up");
        }
        String key = "act." + entry.what();
        return COLLEAGUES.has(language(), key) ? say(key) : entry.what();
    }

    /** Returns whether somebody who was signed in gave the second factor once more. */
    private static boolean isStepUp(DeskEntry entry) {
        return entry.what().equals(DeskAction.SIGNED_IN.word()) && entry.after().equals(GiveFactor.STEP_UP);
    }

    /** Returns what was there before and after, in words, a line each. */
    public List<String> details(DeskEntry entry) {
        if (isStepUp(entry)) {
            return List.of();
        }
        return Stream.of(
                        line("before", entry.before(), entry),
                        line(entry.before().isEmpty() ? "as" : "after", entry.after(), entry))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the address of the next part; empty if there is none. */
    public Optional<String> next() {
        return history.next().map(position -> links().deskHistory(position.written()));
    }

    /** Returns the address of the first part, from any other; empty on it. */
    public Optional<String> first() {
        return isFirst ? Optional.empty() : Optional.of(links().deskHistory());
    }

    private Optional<String> line(String key, String recorded, DeskEntry entry) {
        if (recorded.isEmpty() || entry.before().equals(entry.after())) {
            return Optional.empty();
        }
        String words = RecordedDetails.parse(recorded)
                .map(this::words)
                .or(() -> Role.of(recorded).map(this::role))
                .orElse(recorded);
        return Optional.of(say("history." + key, "details", words));
    }

    private String words(RecordedDetails details) {
        return Stream.of(
                        Optional.of(role(details.role())),
                        Optional.of(recordedScope(details.scope())),
                        details.lastDay().map(day -> say("history.until", "day", day(day))))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private String recordedScope(String scope) {
        String[] parts = scope.split(":", 2);
        return switch (parts[0]) {
            case "series" -> say("scope.series", "series", parts[parts.length - 1]);
            case "sessions" ->
                parts[parts.length - 1].equals("1")
                        ? say("scope.sessions.one")
                        : say("scope.sessions", "number", parts[parts.length - 1]);
            default -> say("scope.all");
        };
    }

    private String name(OrganiserId id) {
        return history.colleagues().find(id).map(Organiser::name).orElseGet(() -> say("actor.unknown"));
    }
}
