package nl.samenkomst.organiserpages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.colleagues.ColleagueForm;
import nl.samenkomst.domain.colleagues.ScopeChoices;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.pages.FormFields.SummaryLine;
import nl.samenkomst.texts.ProblemTexts;
import org.jspecify.annotations.Nullable;

/** Model of {@code colleaguefields.jte}: a page with the form that invites or changes a colleague. */
public interface ColleagueFormPage extends ColleaguesPageTexts {

    TypedForm form();

    ScopeChoices choices();

    /** Returns why the form was not taken as a whole; empty if it was not sent, or its fields are what is wrong. */
    Optional<String> refusal();

    @Override
    default boolean hasProblems() {
        return refusal().isPresent() || !form().problems().isEmpty();
    }

    /** Returns the roles, the one that may do most first. */
    default List<Role> roles() {
        return Arrays.asList(Role.values());
    }

    /** Returns the choices of a scope that there are: a series only if there is one. */
    default List<String> scopes() {
        return choices().series().isEmpty()
                ? List.of(ColleagueForm.ALL, ColleagueForm.SESSIONS)
                : List.of(ColleagueForm.ALL, ColleagueForm.SERIES, ColleagueForm.SESSIONS);
    }

    /** Returns whether the box or button with this value is ticked. */
    default boolean isChosen(String field, String value) {
        return form().typed(field).lines().anyMatch(value::equals);
    }

    /** Returns the label of a session to tick: its title and when it is. */
    default String label(Session session) {
        return session.document().about().title() + ", " + when(session);
    }

    /** Returns the class of a field, which says whether something is wrong with it. */
    default String fieldClass(String field) {
        return form().isWrong(field) ? "field wrong" : "field";
    }

    /** Returns the value of {@code aria-invalid}; null omits it. */
    default @Nullable String invalid(String field) {
        return form().isWrong(field) ? "true" : null;
    }

    /** Returns the value of {@code aria-describedby}: the ids of the hint and the problem; null omits it. */
    default @Nullable String describedBy(String field, boolean hasHint) {
        if (!form().isWrong(field)) {
            return hasHint ? field + "-hint" : null;
        }
        return hasHint ? field + "-hint " + field + "-problem" : field + "-problem";
    }

    /** Returns the sentences about one field, with spaces between them. */
    default String problem(String field) {
        return form().problems().stream()
                .filter(problem -> problem.field().equals(field))
                .map(this::sentence)
                .collect(Collectors.joining(" "));
    }

    /** Returns every problem, with a link to the field it is about. */
    default List<SummaryLine> summary() {
        return form().problems().stream()
                .map(problem -> new SummaryLine("#" + target(problem), sentence(problem)))
                .toList();
    }

    /** Returns the title of the summary. */
    default String summaryTitle() {
        return form().problems().isEmpty() ? say("refused.title") : ProblemTexts.ofAll(form().problems(), language());
    }

    private String sentence(Problem problem) {
        String key = "problem." + problem.code();
        return COLLEAGUES.has(language(), key)
                ? say(
                        key,
                        problem.values().entrySet().stream()
                                .flatMap(value -> List.of(value.getKey(), value.getValue()).stream())
                                .toArray())
                : ProblemTexts.of(problem, language());
    }

    /** Returns the element to go to: the first button of a group. */
    private String target(Problem problem) {
        return switch (problem.field()) {
            case ColleagueForm.ROLE -> "role-" + roles().getFirst().word();
            case ColleagueForm.SCOPE -> "scope-" + ColleagueForm.ALL;
            case ColleagueForm.SESSIONS -> choices().sessions().isEmpty() ? ColleagueForm.IDS : "session-0";
            default -> problem.field();
        };
    }
}
