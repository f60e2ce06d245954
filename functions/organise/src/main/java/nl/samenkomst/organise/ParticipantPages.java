package nl.samenkomst.organise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.ChangeFields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.erasure.EraseOnRequest;
import nl.samenkomst.domain.organiser.CancelRegistration;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Correct;
import nl.samenkomst.domain.organiser.MoveUp;
import nl.samenkomst.domain.organiser.SendOwnLink;
import nl.samenkomst.domain.participants.ListParticipants;
import nl.samenkomst.domain.participants.ParticipantCursor;
import nl.samenkomst.domain.participants.ParticipantFilter;
import nl.samenkomst.domain.participants.ParticipantsPart;
import nl.samenkomst.domain.participants.ShowParticipant;
import nl.samenkomst.domain.participants.ShownParticipant;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.EraseParticipantPage;
import nl.samenkomst.organiserpages.ParticipantAct;
import nl.samenkomst.organiserpages.ParticipantGonePage;
import nl.samenkomst.organiserpages.ParticipantListPage;
import nl.samenkomst.organiserpages.ParticipantPage;
import nl.samenkomst.organiserpages.ParticipantPage.Part;
import nl.samenkomst.pages.FormFields;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;

/** The list of a session's participants, and everything about one of them. */
final class ParticipantPages {

    /** The most rows of a page, which stays below 20 kB as it is sent. */
    static final int ROWS = 50;

    /** The same for a page that repeats what was searched for, which is not compressed if another site may have asked. */
    static final int ROWS_OF_SEARCH = 20;

    private static final String SURE = "sure";
    private static final String REASON = "reason";

    private final OrganiserGate gate;
    private final ListParticipants listParticipants;
    private final ShowParticipant showParticipant;
    private final Correct correct;
    private final SendOwnLink sendOwnLink;
    private final MoveUp moveUp;
    private final CancelRegistration cancelRegistration;
    private final EraseOnRequest eraseOnRequest;

    ParticipantPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.listParticipants = wiring.organiser().listParticipants();
        this.showParticipant = wiring.organiser().showParticipant();
        this.correct = wiring.organiser().correct();
        this.sendOwnLink = wiring.organiser().sendOwnLink();
        this.moveUp = wiring.organiser().moveUp();
        this.cancelRegistration = wiring.organiser().cancelRegistration();
        this.eraseOnRequest = wiring.organiser().eraseOnRequest();
    }

    Response list(OrganiserRequest request) {
        ParticipantFilter filter = ParticipantFilter.parse(
                request.request().query("state"),
                request.request().query("theme"),
                request.request().query("mail"),
                request.request().query("q"));
        return list(request, filter, 200, Optional.empty());
    }

    /** Returns the list with what is wrong with a form that was sent from it. */
    Response list(
            OrganiserRequest request,
            ParticipantFilter filter,
            int status,
            Optional<ParticipantListPage.Problem> problem) {
        Optional<ParticipantCursor> after =
                request.request().query(OrganiserUrls.AFTER).flatMap(ParticipantCursor::parse);
        boolean isSearch = request.request().query("q").isPresent();
        ParticipantsPart part = listParticipants.list(
                request.snapshot().session(), filter, after, isSearch ? ROWS_OF_SEARCH : ROWS, request.actor());
        return gate.page(
                status,
                new ParticipantListPage(
                        request.snapshot(),
                        part,
                        filter,
                        after.isPresent(),
                        request.request().query("tick").isPresent(),
                        problem,
                        act(request),
                        request.viewer()));
    }

    private static Optional<ParticipantAct> act(OrganiserRequest request) {
        return request.request().query(OrganiserUrls.DONE).flatMap(ParticipantAct::of);
    }

    Response show(OrganiserRequest request) {
        return withFound(request, found -> {
            ShownParticipant shown = showParticipant.show(request.snapshot().session(), found, request.colleagues());
            return gate.page(
                    200,
                    new ParticipantPage(
                            request.snapshot(),
                            shown,
                            form(request, ParticipantPage.typed(found), List.of()),
                            Optional.empty(),
                            "",
                            Optional.empty(),
                            act(request),
                            request.viewer()));
        });
    }

    private static FormFields form(OrganiserRequest request, Map<String, String> typed, List<Problem> problems) {
        return new FormFields(
                request.snapshot(),
                typed,
                problems,
                request.viewer().language(),
                request.viewer().now());
    }

    Response correct(OrganiserRequest request) {
        return withForm(request, Body.MAX, (id, form) -> switch (SignUpForm.parse(form)) {
            case Parsed.Invalid<SignUp> invalid -> failed(request, id, Part.CHANGES, form, invalid.problems());
            case Parsed.Valid<SignUp> valid ->
                outcome(
                        request,
                        id,
                        Part.CHANGES,
                        form,
                        correct.correct(
                                request.session(), id, keepingClosedTheme(request, valid.value()), request.actor()),
                        now -> now.id().equals(id) ? ParticipantAct.CORRECTED : ParticipantAct.ADDRESS_CORRECTED);
        });
    }

    /** Somebody at a theme that was closed, which the form does not offer, keeps it unless another one is chosen. */
    private SignUp keepingClosedTheme(OrganiserRequest request, SignUp typed) {
        boolean isAny = typed.theme().equals(Optional.of(ThemeId.ANY));
        boolean isClosed = isAny
                && request.access()
                        .registration()
                        .flatMap(known -> known.state().theme())
                        .filter(theme -> request.snapshot()
                                .session()
                                .document()
                                .theme(theme)
                                .isEmpty())
                        .isPresent();
        return isClosed ? new SignUp(typed.person(), typed.language(), Optional.empty(), typed.answers()) : typed;
    }

    Response sendOwnLink(OrganiserRequest request) {
        return withForm(request, Body.MAX_BUTTON, (id, form) -> {
            boolean renews = form.containsKey("renew");
            ChangeOutcome outcome = renews
                    ? sendOwnLink.renew(request.session(), id, request.actor())
                    : sendOwnLink.send(request.session(), id, request.actor());
            return outcome(
                    request,
                    id,
                    Part.OWN_LINK,
                    form,
                    outcome,
                    now -> renews ? ParticipantAct.LINK_RENEWED : ParticipantAct.LINK_SENT);
        });
    }

    Response moveUp(OrganiserRequest request) {
        return withReason(
                request,
                Part.PRIORITY,
                ChangeFields::requiredReason,
                (id, reason) -> moveUp.moveUp(request.session(), id, reason, request.actor()),
                ParticipantAct.MOVED_UP);
    }

    Response cancel(OrganiserRequest request) {
        return withReason(
                request,
                Part.CANCELLATION,
                ChangeFields::reason,
                (id, reason) -> cancelRegistration.cancel(request.session(), id, reason, request.actor()),
                ParticipantAct.CANCELLED);
    }

    private Response withReason(
            OrganiserRequest request,
            Part part,
            Function<Map<String, ?>, Parsed<String>> parse,
            BiFunction<RegistrationId, String, ChangeOutcome> change,
            ParticipantAct act) {
        return withForm(request, Body.MAX_REASON, (id, form) -> switch (parse.apply(
                Map.of(REASON, form.getOrDefault(REASON, "")))) {
            case Parsed.Invalid<String> invalid -> failed(request, id, part, form, invalid.problems());
            case Parsed.Valid<String> valid ->
                outcome(request, id, part, form, change.apply(id, valid.value()), now -> act);
        });
    }

    Response askErasure(OrganiserRequest request) {
        return withFound(request, registration -> erasurePage(request, 200, registration, false));
    }

    Response erase(OrganiserRequest request) {
        return withForm(request, Body.MAX_BUTTON, (id, form) -> {
            if (!form.containsKey(SURE)) {
                return withFound(request, registration -> erasurePage(request, 400, registration, true));
            }
            eraseOnRequest.erase(request.session(), id, request.actor());
            return Response.seeOther(request.viewer()
                    .links()
                    .participantsWith(request.session(), OrganiserUrls.DONE, ParticipantAct.ERASED.word()));
        });
    }

    private Response erasurePage(OrganiserRequest request, int status, Registration registration, boolean isUnticked) {
        return gate.page(
                status, new EraseParticipantPage(request.snapshot(), registration, isUnticked, request.viewer()));
    }

    private Response outcome(
            OrganiserRequest request,
            RegistrationId id,
            Part part,
            Map<String, String> form,
            ChangeOutcome outcome,
            Function<Registration, ParticipantAct> act) {
        return switch (outcome) {
            case ChangeOutcome.Changed changed -> done(request, changed.now().registration(), act);
            case ChangeOutcome.Added added -> done(request, added.now().registration(), act);
            case ChangeOutcome.Invalid invalid -> failed(request, id, part, form, invalid.problems());
            case ChangeOutcome.Refused refused -> refused(request, id, part, form, Refusal.of(refused.why()));
            case ChangeOutcome.UnknownSession _ -> gone(request);
            case ChangeOutcome.UnknownRegistration _ -> gone(request);
        };
    }

    private static Response done(
            OrganiserRequest request, Registration now, Function<Registration, ParticipantAct> act) {
        return Response.seeOther(request.viewer()
                .links()
                .participantAfter(request.session(), now.id(), act.apply(now).word()));
    }

    private Response failed(
            OrganiserRequest request, RegistrationId id, Part part, Map<String, String> form, List<Problem> problems) {
        return again(request, 400, id, part, form, problems, Optional.empty());
    }

    private Response refused(
            OrganiserRequest request, RegistrationId id, Part part, Map<String, String> form, Refusal refusal) {
        return again(request, refusal.status(), id, part, form, List.of(), Optional.of(refusal));
    }

    private Response again(
            OrganiserRequest request,
            int status,
            RegistrationId id,
            Part part,
            Map<String, String> form,
            List<Problem> problems,
            Optional<Refusal> refusal) {
        return showParticipant
                .show(request.snapshot().session(), id)
                .map(shown -> gate.page(
                        status,
                        new ParticipantPage(
                                request.snapshot(),
                                shown,
                                form(request, typed(shown, part, form), Problem.first(problems)),
                                Optional.of(part),
                                form.getOrDefault(REASON, ""),
                                refusal,
                                Optional.empty(),
                                request.viewer())))
                .orElseGet(() -> gone(request));
    }

    private static Map<String, String> typed(ShownParticipant shown, Part part, Map<String, String> form) {
        return part == Part.CHANGES ? new HashMap<>(form) : ParticipantPage.typed(shown.registration());
    }

    private Response withForm(
            OrganiserRequest request, int max, BiFunction<RegistrationId, Map<String, String>, Response> handler) {
        return switch (Body.form(request.request(), max)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read ->
                id(request.request()).map(id -> handler.apply(id, read.value())).orElseGet(() -> gone(request));
        };
    }

    private Response withFound(OrganiserRequest request, Function<Registration, Response> handler) {
        return request.access().registration().map(handler).orElseGet(() -> gone(request));
    }

    /** Returns the registration that the address names; empty if it cannot be one. */
    static Optional<RegistrationId> id(Request request) {
        return RegistrationId.parse(request.path("registration"));
    }

    private Response gone(OrganiserRequest request) {
        return gate.page(404, new ParticipantGonePage(request.snapshot(), request.viewer()));
    }
}
