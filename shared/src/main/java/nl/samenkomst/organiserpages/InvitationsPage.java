package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.api.InvitationLines;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;

/**
 * Model of {@code invitations.jte}: the form to invite people by pasting lines, and what became of it.
 *
 * @param typed the lines as typed
 * @param onlyGood whether the good lines are sent although others are wrong
 * @param wrong the lines that cannot be read, in the order typed
 * @param problem what else is wrong; empty if nothing is
 * @param invited the people who were invited by the last request
 * @param known the people who were invited or registered already
 * @param refused the people who were not invited, each with the reason
 */
public record InvitationsPage(
        SessionSnapshot snapshot,
        String typed,
        boolean onlyGood,
        List<InvitationLines.Wrong> wrong,
        Optional<Problem> problem,
        List<Registration> invited,
        List<Registration> known,
        List<NotInvited> refused,
        Viewer viewer)
        implements AboutParticipants {

    public InvitationsPage {
        wrong = List.copyOf(wrong);
        invited = List.copyOf(invited);
        known = List.copyOf(known);
        refused = List.copyOf(refused);
    }

    /** Somebody who was not invited. */
    public record NotInvited(String words, Refusal why) {}

    /** What can be wrong with the whole. */
    public enum Problem {
        EMPTY,
        TOO_MANY
    }

    /** Returns the empty form. */
    public static InvitationsPage blank(SessionSnapshot snapshot, Viewer viewer) {
        return new InvitationsPage(
                snapshot, "", false, List.of(), Optional.empty(), List.of(), List.of(), List.of(), viewer);
    }

    @Override
    public String template() {
        return "invitations";
    }

    @Override
    public String heading() {
        return say("invite");
    }

    @Override
    public boolean hasProblems() {
        return !wrong.isEmpty() || problem.isPresent() || !refused.isEmpty();
    }

    @Override
    public Optional<String> done() {
        return invited.isEmpty() && known.isEmpty()
                ? Optional.empty()
                : Optional.of(count(invited.size(), "invited.one", "invited.more"));
    }

    /** Returns the sentence above the form; empty if nothing is wrong. */
    public Optional<String> problemTitle() {
        if (problem.isPresent()) {
            return Optional.of(
                    switch (problem.get()) {
                        case EMPTY -> say("invite.empty");
                        case TOO_MANY -> say("invite.too-many", "max", InvitationLines.MAX_AT_ONCE);
                    });
        }
        if (!wrong.isEmpty()) {
            return Optional.of(count(wrong.size(), "invite.wrong.one", "invite.wrong.more"));
        }
        return refused.isEmpty()
                ? Optional.empty()
                : Optional.of(count(refused.size(), "invite.refused.one", "invite.refused.more"));
    }

    /** Returns what is wrong with a line, after its number. */
    public String sentence(InvitationLines.Wrong line) {
        return say(
                "invite.line",
                "line",
                line.number(),
                "problem",
                String.join(
                        " ",
                        line.problems().stream()
                                .map(problem -> ProblemTexts.of(problem, language()))
                                .toList()));
    }

    public String sentence(NotInvited person) {
        return ProblemTexts.forOrganiser(person.why(), language());
    }

    public int most() {
        return InvitationLines.MAX_AT_ONCE;
    }
}
