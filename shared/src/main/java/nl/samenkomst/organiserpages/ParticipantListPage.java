package nl.samenkomst.organiserpages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.WithdrawDecision;
import nl.samenkomst.domain.participants.ParticipantFilter;
import nl.samenkomst.domain.participants.ParticipantsPart;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.texts.Dates;

/**
 * Model of {@code participants.jte}: the participants of a session, and the decisions about them.
 *
 * @param isLater whether this is not the beginning of the list
 * @param ticked whether everybody on the page is ticked
 * @param problem what is wrong with what was sent; empty if nothing is
 * @param act what the last request did; empty if it did nothing
 */
public record ParticipantListPage(
        SessionSnapshot snapshot,
        ParticipantsPart part,
        ParticipantFilter filter,
        boolean isLater,
        boolean ticked,
        Optional<Problem> problem,
        Optional<ParticipantAct> act,
        Viewer viewer)
        implements AboutParticipants {

    /** What can be wrong with what was sent from this page. */
    public enum Problem {
        /** Nobody was ticked. */
        NOBODY,
        /** A decision can no longer be taken back. */
        DECISION_FINAL
    }

    /** A way to show fewer people, or all. */
    public record Choice(String address, String words, int number, boolean isCurrent) {}

    /** A theme in the select. */
    public record ThemeOption(String id, String words, boolean chosen) {}

    @Override
    public String template() {
        return "participants";
    }

    @Override
    public String heading() {
        return say("participants");
    }

    @Override
    public boolean hasProblems() {
        return problem.isPresent();
    }

    @Override
    public Optional<String> done() {
        return act.map(this::sentence);
    }

    public Optional<String> problemSentence() {
        return problem.map(wrong -> switch (wrong) {
            case NOBODY -> say("decide.nobody");
            case DECISION_FINAL -> say("decide.final");
        });
    }

    /** Returns the choice of all, and of each state in which there is somebody. */
    public List<Choice> states() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                address(filter.with(Optional.empty())),
                say("all"),
                part.all(),
                filter.state().isEmpty()));
        for (String word : RegistrationState.WORDS) {
            int number = part.states().getOrDefault(word, 0);
            boolean isCurrent = filter.state().equals(Optional.of(word));
            if (number > 0 || isCurrent) {
                choices.add(new Choice(address(filter.with(Optional.of(word))), stateWord(word), number, isCurrent));
            }
        }
        return choices;
    }

    /** Returns the session's themes with their numbers; an empty list if it has none. */
    public List<ThemeOption> themes() {
        return about().document().themes().stream()
                .map(theme -> new ThemeOption(
                        theme.id().value(), words(theme), filter.theme().equals(Optional.of(theme.id()))))
                .toList();
    }

    private String words(Theme theme) {
        return theme.title() + " (" + part.themes().getOrDefault(theme.id(), 0) + ")";
    }

    /** Returns how many people the list shows, in words. */
    public String found() {
        return count(part.found(), "found.one", "found.more");
    }

    public boolean isFiltered() {
        return !filter.equals(ParticipantFilter.ALL);
    }

    /** Returns what the list asks about people's mail, in words; empty if it asks nothing. */
    public Optional<String> mailFilter() {
        return filter.mail().map(mail -> say("filter.mail." + mail.word()));
    }

    /** Returns the address of this list with everybody's mail. */
    public String withoutMailFilter() {
        return address(filter.withoutMail());
    }

    /** Returns the target of the form that searches, to which a browser adds the query. */
    public String listPath() {
        return links().participants(about().id()).replaceFirst("\\?.*", "");
    }

    public Optional<String> firstPart() {
        return isLater ? Optional.of(address(filter)) : Optional.empty();
    }

    public Optional<String> nextPart() {
        return part.next().map(cursor -> address(filter, "after", cursor.written()));
    }

    /** Returns the address of this list with everybody ticked, or nobody. */
    public String tickAddress() {
        return ticked ? address(filter) : address(filter, "tick", "all");
    }

    private String address(ParticipantFilter other, String... more) {
        List<String> query = new ArrayList<>();
        other.state().ifPresent(word -> query.addAll(List.of("state", word)));
        other.theme().ifPresent(theme -> query.addAll(List.of("theme", theme.value())));
        other.mail().ifPresent(mail -> query.addAll(List.of("mail", mail.word())));
        if (!other.words().isEmpty()) {
            query.addAll(List.of("q", other.words()));
        }
        query.addAll(List.of(more));
        return links().participantsWith(about().id(), query.toArray(String[]::new));
    }

    /** Returns whether the rows have boxes to tick. */
    public boolean offersDecisions() {
        return mayChange()
                && filter.state().equals(Optional.of("under-review"))
                && !about().isSettledBy(viewer().now())
                && !part.rows().isEmpty();
    }

    public boolean mayChange() {
        return may(Permission.CHANGE_PARTICIPANTS);
    }

    /** Returns whether somebody can still be added or invited. */
    public boolean mayAdd() {
        return mayChange() && !about().isSettledBy(viewer().now());
    }

    /** Returns the people about whom a decision can still be taken back. */
    public List<Registration> decided() {
        return mayChange()
                ? part.decided().stream().map(ListedRegistration::registration).toList()
                : List.of();
    }

    /** Returns until when a decision can be taken back. */
    public String until(Registration decided) {
        return Dates.time(
                WithdrawDecision.closesAt(decided)
                        .atZone(about().document().when().zone()),
                language());
    }

    /** Returns the position on the waiting list, in words; empty if the person does not wait. */
    public String position(ListedRegistration row) {
        return row.position().isPresent()
                ? say("position", "position", row.position().getAsInt())
                : "";
    }

    /** Returns how many letters were sent, in words. */
    public String letters(Registration registration) {
        return String.valueOf(registration.letters().sent().size());
    }
}
