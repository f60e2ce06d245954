package nl.samenkomst.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.registration.CancellationDeadline;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.SignUpField;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code session.jte}: a session, and the sign-up form or the reason why there is none.
 *
 * @param asked what was typed in the form that asks for the own link
 * @param others the other sessions of the series
 * @param preview the address of this page as a preview, which has the form but lets nobody send it; empty for the page
 *     itself
 * @param urls the desk's; empty if the page has no metadata and share links
 */
public record SessionPage(
        SessionSnapshot sessionSnapshot,
        SignUpDraft draft,
        SignUpDraft asked,
        List<SessionSnapshot> others,
        Optional<PreviewLinks> preview,
        Optional<DeskUrls> urls,
        Language language,
        Instant now)
        implements Page {

    @Override
    public String title() {
        String title = document().about().title();
        return hasProblems() ? say("title.problem", "title", title) : title;
    }

    @Override
    public Optional<String> description() {
        return publicSession().map(PublicSession::description);
    }

    @Override
    public String in(Language other) {
        return preview.map(links -> links.in(other))
                .orElseGet(() -> DeskUrls.session(session().id(), other));
    }

    /** Returns the form in use; empty if the session takes no sign-ups, since nothing typed could be lost. */
    @Override
    public Optional<MainForm> mainForm() {
        if (preview.isPresent()) {
            return Optional.empty();
        }
        String page = DeskUrls.session(session().id());
        if (isLinkFormUsed()) {
            return Optional.of(new MainForm("own-link-form", "own-link", say("own-link.title"), page));
        }
        return takesSignUps()
                ? Optional.of(new MainForm("form", "sign-up", say("form.title"), page))
                : Optional.empty();
    }

    public Picture picture() {
        return Picture.of(session(), 24, 2);
    }

    public Session session() {
        return sessionSnapshot.session();
    }

    public SessionDocument document() {
        return sessionSnapshot.session().document();
    }

    public Details details() {
        return new Details(this, document());
    }

    public SignUpState state() {
        return sessionSnapshot.signUp(now);
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

    /** Returns the form with what was typed; without problems if the session no longer takes sign-ups. */
    public FormFields form() {
        return new FormFields(
                sessionSnapshot, draft.typed(), takesSignUps() ? draft.problems() : List.of(), language, now);
    }

    /** Returns why the form was refused, also if it had problems but sign-up has ended since; otherwise empty. */
    public Optional<String> refusal() {
        Optional<Refusal> overtaken = draft.problems().isEmpty() ? Optional.empty() : Refusal.of(state());
        return draft.refusal().or(() -> overtaken).map(refusal -> ProblemTexts.of(refusal, language));
    }

    /** Returns the other sessions of the series that the same form can sign up for. */
    public List<AlsoOption> also() {
        List<String> chosen = draft.typed(SignUpField.ALSO.word()).lines().toList();
        return others.stream()
                .filter(other -> AlsoOption.isOffered(other, now))
                .map(other -> AlsoOption.of(other, chosen, language, now))
                .toList();
    }

    /** Returns the outcome of sending the form now, or why there is no form. */
    public String outlook() {
        return switch (state()) {
            case OPEN -> open(sessionSnapshot.places().publicLeft());
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

    /** Returns the places left in a few words, beside the link to the form; an empty string if there is no form. */
    public String places() {
        return switch (state()) {
            case OPEN -> form().left(sessionSnapshot.places().publicLeft());
            case WAITING_LIST -> say("session.places.waiting-list");
            case REVIEW -> say("session.places.review");
            case INVITED, FULL, NOT_YET, CLOSED, CANCELLED -> "";
        };
    }

    /** Returns the organiser's reason for cancelling the session; empty if none was given. */
    public Optional<String> cancellationReason() {
        return session()
                .cancellation()
                .map(cancellation -> cancellation.reason())
                .filter(reason -> !reason.isEmpty());
    }

    /** Returns whether the session is still to come, so that the date, the meeting link and cancelling matter. */
    public boolean isToCome() {
        return !session().isSettledBy(now);
    }

    /** Returns the label of the cancellation date: still to come, or passed. */
    public String cancelUntil() {
        boolean passed = now.isAfter(document().cancelBy().toInstant());
        return passed ? say("session.cancel.passed") : say("session.cancel.by");
    }

    /** Returns the date and time until which a place can be cancelled in time. */
    public String cancelBy() {
        return Dates.moment(document().cancelBy(), language);
    }

    /** Returns what applies to cancelling late: no notice period, marked as late, or through the contact address. */
    public String afterCancelBy() {
        if (document().signUp().noticePeriod().isNone()) {
            return say("session.cancel.until-start");
        }
        return document().signUp().lateCancellation() ? say("session.cancel.late") : say("session.cancel.contact");
    }

    /** Returns whether people who sign up now may cancel later than {@link #cancelBy}. */
    public boolean givesTimeAfterCancelBy() {
        return takesSignUps()
                && CancellationDeadline.ofPlaceToldAt(now, document())
                        .isAfter(document().cancelBy());
    }

    /** Returns the problem with the address in the form that asks for the own link. */
    public Optional<String> linkProblem() {
        return asked.problems().stream().findFirst().map(problem -> ProblemTexts.of(problem, language));
    }

    /** Returns whether the form that asks for the own link was used last. */
    public boolean isLinkFormUsed() {
        return !asked.typed(SignUpField.EMAIL.word()).isEmpty() || linkProblem().isPresent();
    }

    /** Returns whether own links of this session can still work: its registrations are not past their retention. */
    public boolean hasOwnLinks() {
        return now.isBefore(document().forgetAt());
    }

    /** Returns the materials that the public may see now. */
    public List<Material> materials() {
        return document().materialsAt(now);
    }

    /** Returns the metadata and share links; empty without a base URL. */
    public Optional<PublicSession> publicSession() {
        return urls.map(desk -> new PublicSession(desk, sessionSnapshot, language, now));
    }

    /** Returns the address of the agenda with the upcoming sessions of the series. */
    public String seriesInAgenda() {
        String series = document().about().series().orElse("");
        return DeskUrls.agenda(
                AgendaQuery.of(AgendaDirection.UPCOMING, AgendaFilter.NONE.with(Facet.SERIES, series)), language);
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
