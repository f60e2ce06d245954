package nl.samenkomst.cancel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.DataView;
import nl.samenkomst.api.RegistrationView;
import nl.samenkomst.domain.erasure.EraseSeveral;
import nl.samenkomst.domain.erasure.ErasureForm;
import nl.samenkomst.domain.erasure.ErasureOutcome;
import nl.samenkomst.domain.erasure.RefusalForm;
import nl.samenkomst.domain.erasure.RefuseMail;
import nl.samenkomst.domain.evaluation.AnswersForm;
import nl.samenkomst.domain.own.Amend;
import nl.samenkomst.domain.own.Amendment;
import nl.samenkomst.domain.own.AmendmentForm;
import nl.samenkomst.domain.own.Attend;
import nl.samenkomst.domain.own.Cancel;
import nl.samenkomst.domain.own.CancelOutcome;
import nl.samenkomst.domain.own.ConfirmAddress;
import nl.samenkomst.domain.own.RenewOwnLink;
import nl.samenkomst.domain.own.ResendOwnLink;
import nl.samenkomst.domain.own.ShowData;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Response;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.ReceivedAs;

/**
 * The participant's own registration as JSON; every successful change is answered by the registration as it is then.
 */
final class OwnApi {

    private final Wiring wiring;
    private final OwnRegistrations registrations;
    private final Attend attend;
    private final Cancel cancel;
    private final ConfirmAddress confirmAddress;
    private final Amend amend;
    private final RenewOwnLink renewOwnLink;
    private final ResendOwnLink resendOwnLink;
    private final EraseSeveral erase;
    private final ShowData showData;
    private final RefuseMail refuseMail;
    private final Responses answers;

    OwnApi(Wiring wiring, OwnRegistrations registrations) {
        this.wiring = wiring;
        this.registrations = registrations;
        this.attend = wiring.attend();
        this.cancel = wiring.cancel();
        this.confirmAddress = wiring.confirmAddress();
        this.amend = wiring.amend();
        this.renewOwnLink = wiring.renewOwnLink();
        this.resendOwnLink = wiring.resendOwnLink();
        this.erase = wiring.eraseSeveral();
        this.showData = wiring.showData();
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
            case "POST /api/v1/sessions/{id}/registrations/{token}/confirmation" -> confirm(asked);
            case "POST /api/v1/sessions/{id}/registrations/{token}/answers" -> giveAnswers(asked);
            case "PATCH /api/v1/sessions/{id}/registrations/{token}" ->
                change(asked, change -> Result.of(amend.amend(asked.session(), asked.link(), change)));
            case "POST /api/v1/sessions/{id}/registrations/{token}/erasure" -> erase(asked);
            case "POST /api/v1/sessions/{id}/registrations/{token}/renewal" -> renew(asked);
            case "POST /api/v1/sessions/{id}/registrations/{token}/own-link" -> mailOwnLink(asked);
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
        return showData.show(asked.session(), asked.link())
                .map(data -> Response.json(200, DataView.of(data)).personal())
                .orElseGet(() -> registrations.notOwn(asked));
    }

    /** Applies a change from the JSON body. */
    private Response change(OwnRequest asked, Function<Amendment, Result> change) {
        return answers.withJson(
                asked.request(),
                registrations.maxBody(asked),
                tree -> Responses.withValid(
                        asked.request(), AmendmentForm.parseJson(tree), typed -> changed(asked, change.apply(typed))));
    }

    /** Takes the answers to the questions for afterwards from the JSON body. */
    private Response giveAnswers(OwnRequest asked) {
        return answers.withJson(
                asked.request(),
                registrations.maxBody(asked),
                tree -> Responses.withValid(
                        asked.request(),
                        AnswersForm.parseJson(tree),
                        form -> changed(
                                asked, Result.of(wiring.giveAnswers().give(asked.session(), asked.link(), form)))));
    }

    private Response changed(OwnRequest asked, Result result) {
        return switch (result) {
            case Result.Done _ -> show(asked);
            case Result.Invalid invalid -> Responses.invalid(asked.request(), invalid.problems());
            case Result.Refused refused -> answers.refused(asked.request(), refused.why());
            case Result.UnknownLink _ -> registrations.notOwn(asked);
        };
    }

    private Response cancel(OwnRequest asked) {
        return switch (cancel.cancel(asked.session(), asked.link())) {
            case CancelOutcome.Cancelled _ -> show(asked);
            case CancelOutcome.NoticePeriodPassed _ -> answers.refused(asked.request(), Refusal.NOTICE_PERIOD_PASSED);
            case CancelOutcome.SessionStarted _ -> answers.refused(asked.request(), Refusal.SESSION_STARTED);
            case CancelOutcome.SessionCancelled _ -> answers.refused(asked.request(), Refusal.SESSION_CANCELLED);
            case CancelOutcome.UnknownLink _ -> registrations.notOwn(asked);
        };
    }

    private Response confirm(OwnRequest asked) {
        return confirmAddress.confirm(asked.session(), asked.link()) ? show(asked) : registrations.notOwn(asked);
    }

    private Response renew(OwnRequest asked) {
        return renewOwnLink.renew(asked.session(), asked.link())
                ? accepted(ReceivedAs.RENEWAL)
                : registrations.notOwn(asked);
    }

    private Response mailOwnLink(OwnRequest asked) {
        return resendOwnLink.resend(asked.session(), asked.link())
                ? accepted(ReceivedAs.LINK)
                : registrations.notOwn(asked);
    }

    private static Response accepted(ReceivedAs as) {
        return Response.json(202, Map.of("as", as.word()));
    }

    private Response refuse(OwnRequest asked, boolean undo) {
        boolean isDone = undo
                ? refuseMail.takeBack(asked.session(), asked.link())
                : refuseMail.refuse(asked.session(), asked.link());
        return isDone
                ? Response.json(200, Map.of("mail", undo ? "ok" : MailProblem.Kind.REFUSED.mail()))
                : registrations.notOwn(asked);
    }

    /** Erases the registration, and those that the body names, if there is one. */
    private Response erase(OwnRequest asked) {
        boolean hasBody = asked.request().body().filter(body -> body.size() > 0).isPresent();
        return hasBody
                ? answers.withJson(
                        asked.request(),
                        Body.MAX_BUTTON,
                        tree -> Responses.withValid(
                                asked.request(), ErasureForm.parseJson(tree), also -> erase(asked, also)))
                : erase(asked, List.of());
    }

    private Response erase(OwnRequest asked, List<SessionId> also) {
        return switch (erase.erase(asked.session(), asked.link(), also)) {
            case ErasureOutcome.Erased erased -> Response.json(200, tree(AlsoReceived.of(erased)));
            case ErasureOutcome.UnknownLink _ -> registrations.notOwn(asked);
        };
    }

    private static Map<String, Object> tree(List<AlsoReceived> also) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("as", ReceivedAs.ERASED.word());
        if (!also.isEmpty()) {
            tree.put("also", also.stream().map(AlsoReceived::tree).toList());
        }
        return tree;
    }
}
