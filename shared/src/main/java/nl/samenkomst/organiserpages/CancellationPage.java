package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.desk.HistoryEntry;
import nl.samenkomst.domain.desk.ToldOfCancellation;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.ProblemTexts;

/**
 * Model of {@code cancellation.jte}: asks whether to cancel a session, saying who will be told; or says that it was
 * cancelled, and lets that be undone.
 *
 * @param told who will be told, or is being told
 * @param reason as typed
 * @param cancelledBy the record of the cancellation; empty if the session is not cancelled or it is not kept
 */
public record CancellationPage(
        Viewer viewer,
        Session about,
        ToldOfCancellation told,
        String reason,
        List<Problem> problems,
        State state,
        Optional<HistoryEntry> cancelledBy)
        implements SessionsTexts {

    /** What happened before the page was shown. */
    public enum State {
        ASKED,
        /** The session was changed since it was looked at. */
        CHANGED,
        /** Somebody else had cancelled it. */
        ALREADY_CANCELLED,
        /** It cannot be reinstated, since it would have started by now. */
        STARTED
    }

    public CancellationPage {
        problems = List.copyOf(problems);
    }

    @Override
    public String template() {
        return "cancellation";
    }

    @Override
    public String heading() {
        return about.isCancelled() ? say("cancel.done.heading") : say("cancel.heading");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(about);
    }

    @Override
    public boolean hasProblems() {
        return !problems.isEmpty() || state != State.ASKED;
    }

    /** Returns why nothing was done; empty if nothing was asked yet. */
    public Optional<String> refusal() {
        return switch (state) {
            case ASKED -> Optional.empty();
            case CHANGED -> Optional.of(say("cancel.changed"));
            case ALREADY_CANCELLED -> Optional.of(alreadyCancelled());
            case STARTED -> Optional.of(say("reinstate.started"));
        };
    }

    private String alreadyCancelled() {
        return say("cancel.already", "who", cancelledBy.map(this::who).orElseGet(() -> say("who.unknown")));
    }

    /** Returns who cancelled the session, and when; empty if that is not kept. */
    public Optional<String> byWhom() {
        return cancelledBy.map(entry -> say(
                "cancel.by", "who", who(entry), "moment", moment(entry.entry().at(), about)));
    }

    private String who(HistoryEntry entry) {
        return HistoryTexts.who(entry, language());
    }

    public String reasonProblem() {
        return problems.isEmpty() ? "" : ProblemTexts.of(problems.getFirst(), language());
    }

    /** Returns the number of people to be told, in each state. */
    public Map<String, Integer> perState() {
        return told.perState();
    }

    /** Returns the numbers of letters in each language in one line, such as <i>12 in Dutch, 1 in English</i>. */
    public String languages() {
        return told.perLanguage().entrySet().stream()
                .map(one -> say("cancel.language." + one.getKey().tag(), "number", one.getValue()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** Returns the reason of the cancellation; an empty string if there is none. */
    public String givenReason() {
        return about.cancellation().map(cancellation -> cancellation.reason()).orElse("");
    }

    /** Returns whether no letter has left yet, so that the cancellation can be undone in silence. */
    public boolean isSilent() {
        return about.cancellation()
                .filter(cancellation -> viewer().now().isBefore(lettersLeave(cancellation.at())))
                .isPresent();
    }

    /** Returns when the letters about the cancellation leave. */
    public String lettersLeave() {
        return moment(lettersLeave(about.cancellation().orElseThrow().at()), about);
    }

    private static Instant lettersLeave(Instant cancelledAt) {
        return cancelledAt.plus(Owed.CANCELLATION_DELAY);
    }

    public boolean hasStarted() {
        return about.document().when().hasStartedBy(viewer().now());
    }
}
