package nl.samenkomst.cancel;

import java.util.Map;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.RegistrationView;
import nl.samenkomst.domain.own.Amend;
import nl.samenkomst.domain.own.Amendment;
import nl.samenkomst.domain.own.AmendmentForm;
import nl.samenkomst.domain.own.Attend;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.CancelOutcome;
import nl.samenkomst.domain.own.Erase;
import nl.samenkomst.domain.own.RefusalForm;
import nl.samenkomst.domain.own.RefuseMail;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.http.Response;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.ReceivedAs;

/**
 * The participant's own registration as JSON; every successful change is answered by the registration as it is then.
 */
final class OwnApi {

    private final OwnRegistrations registrations;
    private final Attend attend;
    private final Cancel cancel;
    private final Amend amend;
    private final Erase erase;
    private final RefuseMail refuseMail;
    private final Responses answers;

    OwnApi(Wiring wiring, OwnRegistrations registrations) {
        this.registrations = registrations;
        this.attend = wiring.attend();
        this.cancel = wiring.cancel();
        this.amend = wiring.amend();
        this.erase = wiring.erase();
        this.refuseMail = wiring.refuseMail();
        this.answers = wiring.answers();
    }

    Response answer(OwnRequest asked) {
        return switch (asked.route()) {
            case "GET /api/v1/sessions/{id}/registrations/{token}" -> show(asked);
            case "GET /api/v1/sessions/{id}/registrations/{token}/data" -> data(asked);
            case "POST /api/v1/sessions/{id}/registrations/{token}/cancellation" -> cancel(asked);
            case "POST /api/v1/sessions/{id}/registrations/{token}/acceptance" ->
                change(asked, yes -> Result.of(attend.attend(asked.session(), asked.link(), yes)));
            case "PATCH /api/v1/sessions/{id}/registrations/{token}" ->
                change(asked, change -> Result.of(amend.amend(asked.session(), asked.link(), change)));
            case "POST /api/v1/sessions/{id}/registrations/{token}/erasure" -> erase(asked);
            case "POST /api/v1/sessions/{id}/registrations/{token}/refusal" ->
                answers.withJson(
                        asked.request(),
                        Body.MAX_BUTTON,
                        tree -> Responses.withValid(
                                asked.request(), RefusalForm.parseJson(tree), undo -> refuse(asked, undo)));
            default -> throw new IllegalArgumentException("no such route here: " + asked.route());
        };
    }

    private Response show(OwnRequest asked) {
        return registrations.with(
                asked, own -> Response.json(200, RegistrationView.own(own)).personal());
    }

    private Response data(OwnRequest asked) {
        return registrations.with(
                asked,
                own -> Response.json(200, RegistrationView.everything(own.registration()))
                        .personal());
    }

    /** Applies a change from the JSON body. */
    private Response change(OwnRequest asked, Function<Amendment, Result> change) {
        return answers.withJson(
                asked.request(),
                registrations.maxBody(asked),
                tree -> Responses.withValid(
                        asked.request(), AmendmentForm.parseJson(tree), typed -> changed(asked, change.apply(typed))));
    }

    private Response changed(OwnRequest asked, Result result) {
        return switch (result) {
            case Result.Done _ -> show(asked);
            case Result.Invalid invalid -> Responses.invalid(asked.request(), invalid.problems());
            case Result.Refused refused -> answers.refused(asked.request(), refused.why());
            case Result.UnknownLink _ -> registrations.unknown(asked);
        };
    }

    private Response cancel(OwnRequest asked) {
        return switch (cancel.cancel(asked.session(), asked.link())) {
            case CancelOutcome.Cancelled _ -> show(asked);
            case CancelOutcome.NoticePeriodPassed _ -> answers.refused(asked.request(), Refusal.NOTICE_PERIOD_PASSED);
            case CancelOutcome.SessionStarted _ -> answers.refused(asked.request(), Refusal.SESSION_STARTED);
            case CancelOutcome.SessionCancelled _ -> answers.refused(asked.request(), Refusal.SESSION_CANCELLED);
            case CancelOutcome.UnknownLink _ -> registrations.unknown(asked);
        };
    }

    private Response refuse(OwnRequest asked, boolean undo) {
        boolean isDone = undo
                ? refuseMail.takeBack(asked.session(), asked.link())
                : refuseMail.refuse(asked.session(), asked.link());
        return isDone
                ? Response.json(200, Map.of("mail", undo ? "ok" : MailProblem.Kind.REFUSED.mail()))
                : registrations.unknown(asked);
    }

    private Response erase(OwnRequest asked) {
        return erase.erase(asked.session(), asked.link())
                ? Response.json(200, Map.of("as", ReceivedAs.ERASED.word()))
                : registrations.unknown(asked);
    }
}
