package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.letters.LetterPreview;
import nl.samenkomst.texts.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code decisions.jte}: what a decision does, and the letters about it, before it is made.
 *
 * @param after the people as they would be
 * @param others the people who are not under review any more, about whom nothing is decided
 * @param reason as typed
 * @param problems with the reason
 */
public record DecisionsPage(
        SessionSnapshot snapshot,
        Decision decision,
        List<Registration> after,
        List<Registration> others,
        String reason,
        List<Problem> problems,
        List<LetterPreview> letters,
        Viewer viewer)
        implements AboutParticipants {

    public DecisionsPage {
        after = List.copyOf(after);
        others = List.copyOf(others);
        problems = List.copyOf(problems);
        letters = List.copyOf(letters);
    }

    @Override
    public String template() {
        return "decisions";
    }

    @Override
    public String heading() {
        return accepts()
                ? count(after.size(), "accept.title.one", "accept.title.more")
                : count(after.size(), "decline.title.one", "decline.title.more");
    }

    @Override
    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    public boolean accepts() {
        return decision == Decision.ACCEPT;
    }

    /** Returns the text on the button, with the number of people. */
    public String button() {
        return accepts()
                ? count(after.size(), "accept.button.one", "accept.button.more")
                : count(after.size(), "decline.button.one", "decline.button.more");
    }

    public String word() {
        return accepts() ? "accept" : "decline";
    }

    public Optional<String> problem() {
        return problems.stream()
                .map(problem -> ProblemTexts.of(problem, language()))
                .findFirst();
    }

    /** Returns what somebody gets by the decision, in words. */
    public String gets(Registration decided) {
        return switch (decided.state()) {
            case RegistrationState.Confirmed confirmed ->
                confirmed
                        .theme()
                        .map(theme -> say("gets.place-at", "theme", themeTitle(theme)))
                        .orElseGet(() -> say("gets.place"));
            case RegistrationState.Waitlisted _ -> say("gets.waiting-list");
            case RegistrationState.UnderReview _ -> say("gets.nothing");
            case RegistrationState.Invitation _ -> say("gets.nothing");
            case RegistrationState.Closed _ -> say("gets.declined");
        };
    }

    /** Returns whether somebody gets no letter yet, since nobody confirmed the address. */
    public boolean getsNoLetter(Registration decided) {
        return !decided.proof().isGiven() || !decided.mayBeMailed();
    }

    /** Returns the {@code lang} attribute of a letter; null, which omits it, if it is the page's. */
    public @Nullable String tag(Language letter) {
        return letter == language() ? null : letter.tag();
    }
}
