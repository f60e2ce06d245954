package nl.samenkomst.pages;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.SignUpForm;
import nl.samenkomst.domain.session.AgendaFilter;
import nl.samenkomst.domain.session.AgendaQuery;
import nl.samenkomst.domain.session.AgendaSide;
import nl.samenkomst.domain.session.Facet;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Material;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.domain.session.SignUpState;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What {@code session.jte} shows: a session, and the form or the sentence that says why there is none.
 *
 * @param asked what was typed to have the own link once more
 * @param others of the same series
 * @param baseUrl where the desk is; empty where the page is nobody's to share
 */
public record SessionPage(
        Listing listing,
        SignUpDraft draft,
        SignUpDraft asked,
        List<Listing> others,
        Optional<URI> baseUrl,
        Language language,
        Instant now)
        implements Page {

    @Override
    public String title() {
        String title = document().about().title();
        return hasProblems() ? say("title.problem", "title", title) : title;
    }

    @Override
    public String in(Language other) {
        return Addresses.session(session().id(), other);
    }

    /** A form that takes no sign-up has nothing typed in it that could be lost. */
    @Override
    public @Nullable String typedIn() {
        if (asksForLink()) {
            return "own-link-form";
        }
        return takesSignUps() ? "form" : null;
    }

    public Picture picture() {
        return Picture.of(session(), 20, 3);
    }

    public Session session() {
        return listing.session();
    }

    public SessionDocument document() {
        return listing.session().document();
    }

    public Details details() {
        return new Details(this, document());
    }

    public SignUpState state() {
        return listing.signUp(now);
    }

    public boolean takesSignUps() {
        return switch (state()) {
            case OPEN, WAITING_LIST, REVIEW -> true;
            case INVITED, FULL, NOT_YET, CLOSED, CANCELLED -> false;
        };
    }

    public boolean hasProblems() {
        return !form().problems().isEmpty()
                || refusal().isPresent()
                || linkProblem().isPresent();
    }

    /** The form with what was typed; nothing is wrong with it where there is no form to mend. */
    public FormFields form() {
        return new FormFields(listing, draft.typed(), takesSignUps() ? draft.problems() : List.of(), language, now);
    }

    public Optional<String> refusal() {
        Optional<Refusal> overtaken = draft.problems().isEmpty() ? Optional.empty() : Refusal.of(state());
        return draft.refusal().or(() -> overtaken).map(refusal -> ProblemTexts.of(refusal, language));
    }

    /** The others that somebody may sign up for with the same form. */
    public List<AlsoOption> also() {
        List<String> chosen = draft.typed(SignUpForm.ALSO).lines().toList();
        return others.stream()
                .filter(other -> AlsoOption.isOffered(other, now))
                .map(other -> AlsoOption.of(other, chosen, language, now))
                .toList();
    }

    /** What somebody who sends the form now would get, or why there is no form. */
    public String outlook() {
        return switch (state()) {
            case OPEN -> open(listing.places().left());
            case WAITING_LIST -> say("session.waiting-list");
            case REVIEW -> say("session.review");
            case INVITED -> say("session.invited");
            case FULL -> say("session.full");
            case NOT_YET ->
                say(
                        "session.not-yet",
                        "moment",
                        Dates.moment(document().signUp().opens().orElseThrow(), language));
            case CLOSED -> closed();
            case CANCELLED -> say("session.cancelled");
        };
    }

    /** How many places there are, in a few words beside the way to the form. */
    public String places() {
        return switch (state()) {
            case OPEN -> form().left(listing.places().left());
            case WAITING_LIST -> say("session.places.waiting-list");
            case REVIEW -> say("session.places.review");
            case INVITED, FULL, NOT_YET, CLOSED, CANCELLED -> "";
        };
    }

    /** The organiser's reason for cancelling, where there is one. */
    public Optional<String> cancellationReason() {
        return session()
                .cancellation()
                .map(cancellation -> cancellation.reason())
                .filter(reason -> !reason.isEmpty());
    }

    /** Whether there is still something to prepare for: a day to note, a link that follows, a place to give up in time. */
    public boolean isToCome() {
        return !session().isSettledBy(now);
    }

    /** What comes before the date until which to cancel. */
    public String cancelUntil() {
        boolean passed = now.isAfter(document().cancelBy().toInstant());
        return passed ? say("session.cancel.passed") : say("session.cancel.by");
    }

    /** Until when to cancel, as a date. */
    public String cancelBy() {
        return Dates.moment(document().cancelBy(), language);
    }

    public String afterCancelBy() {
        if (document().signUp().noticePeriod().isNone()) {
            return say("session.cancel.until-start");
        }
        return document().signUp().lateCancellation() ? say("session.cancel.late") : say("session.cancel.contact");
    }

    /** What is wrong with the address that the own link was asked for with. */
    public Optional<String> linkProblem() {
        return asked.problems().stream().findFirst().map(problem -> ProblemTexts.of(problem, language));
    }

    /** Whether the form that asks for the own link is the one that was used last. */
    public boolean asksForLink() {
        return !asked.typed("email").isEmpty() || linkProblem().isPresent();
    }

    /** Whether anybody could be registered for it whose own link still opens something. */
    public boolean hasOwnLinks() {
        return now.isBefore(document().forgetAt());
    }

    /** What everybody may see at this moment. */
    public List<Material> materials() {
        return document().materialsAt(now);
    }

    /** The page for everybody, as programs and other sites know it. */
    public Optional<PublicSession> inPublic() {
        return baseUrl.map(desk -> new PublicSession(desk, listing, language, now));
    }

    /** All sessions of the series that are to come. */
    public String seriesInAgenda() {
        String series = document().about().series().orElse("");
        return Addresses.agenda(
                AgendaQuery.of(AgendaSide.COMING, AgendaFilter.NONE.with(Facet.SERIES, series)), language);
    }

    public boolean isOver(Session other) {
        return other.document().when().hasEndedBy(now);
    }

    private String open(OptionalInt left) {
        if (left.isEmpty()) {
            return say("session.open");
        }
        return left.getAsInt() == 1 ? say("session.one-left") : say("session.left", "places", left.getAsInt());
    }

    private String closed() {
        if (document().when().hasEndedBy(now)) {
            return say("session.over");
        }
        return document().when().hasStartedBy(now)
                ? say("session.started")
                : say("session.closed", "moment", Dates.moment(document().closes(), language));
    }
}
