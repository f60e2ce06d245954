package nl.samenkomst.organise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.colleagues.ChangeColleague;
import nl.samenkomst.domain.colleagues.ColleagueDetails;
import nl.samenkomst.domain.colleagues.ColleagueForm;
import nl.samenkomst.domain.colleagues.ColleagueOutcome;
import nl.samenkomst.domain.colleagues.Colleagues;
import nl.samenkomst.domain.colleagues.EndColleague;
import nl.samenkomst.domain.colleagues.InviteColleague;
import nl.samenkomst.domain.colleagues.InviteColleagueOutcome;
import nl.samenkomst.domain.colleagues.NewColleague;
import nl.samenkomst.domain.colleagues.ResetFactor;
import nl.samenkomst.domain.colleagues.ScopeChoices;
import nl.samenkomst.domain.colleagues.ShowColleagues;
import nl.samenkomst.domain.colleagues.ShowDeskHistory;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.ColleaguePage;
import nl.samenkomst.organiserpages.ColleaguesPage;
import nl.samenkomst.organiserpages.ColleaguesPageTexts;
import nl.samenkomst.organiserpages.DeskHistoryPage;
import nl.samenkomst.organiserpages.NewColleaguePage;
import nl.samenkomst.organiserpages.TypedForm;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;

/** Who may use the desk, and the desk's history: for administrators. */
final class ColleaguePages {

    /** The part of an address that names a colleague. */
    private static final String ORGANISER = "organiser";

    private final OrganiserGate gate;
    private final ShowColleagues showColleagues;
    private final InviteColleague inviteColleague;
    private final ChangeColleague changeColleague;
    private final EndColleague endColleague;
    private final ResetFactor resetFactor;
    private final ShowDeskHistory showDeskHistory;

    ColleaguePages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.showColleagues = wiring.organiser().showColleagues();
        this.inviteColleague = wiring.organiser().inviteColleague();
        this.changeColleague = wiring.organiser().changeColleague();
        this.endColleague = wiring.organiser().endColleague();
        this.resetFactor = wiring.organiser().resetFactor();
        this.showDeskHistory = wiring.organiser().showDeskHistory();
    }

    Response list(OrganiserRequest request) {
        return gate.page(200, new ColleaguesPage(colleagues(request), done(request), request.viewer()));
    }

    Response history(OrganiserRequest request) {
        Optional<DeskEntry.Position> before =
                request.request().query(DeskHistoryPage.BEFORE).flatMap(DeskEntry.Position::parse);
        return gate.page(
                200,
                new DeskHistoryPage(
                        showDeskHistory.show(before, request.colleagues()), before.isEmpty(), request.viewer()));
    }

    /** Shows the form that invites a colleague. */
    Response invitation(OrganiserRequest request) {
        Map<String, String> form =
                Map.of(ColleagueForm.ID, inviteColleague.newId().value());
        return invitation(200, request, TypedForm.of(form), Optional.empty(), false);
    }

    Response invite(OrganiserRequest request) {
        return withForm(request, form -> switch (ColleagueForm.parseNew(
                form, inviteColleague.newId(), request.viewer().now())) {
            case Parsed.Valid<NewColleague> valid -> invite(request, form, valid.value());
            case Parsed.Invalid<NewColleague> invalid ->
                invitation(400, request, new TypedForm(form, invalid.problems()), Optional.empty(), false);
        });
    }

    private Response invite(OrganiserRequest request, Map<String, String> form, NewColleague invitee) {
        InviteColleagueOutcome outcome = inviteColleague.invite(
                invitee, request.access().organiser().id(), request.viewer().language());
        return switch (outcome) {
            case InviteColleagueOutcome.Invited _ ->
                Response.seeOther(request.viewer().links().colleagues("invited"));
            case InviteColleagueOutcome.AlreadyColleague(var known) ->
                invitation(409, request, TypedForm.of(form), Optional.of(known), false);
            case InviteColleagueOutcome.FormerColleague(var known) ->
                invitation(409, request, TypedForm.of(form), Optional.of(known), false);
            case InviteColleagueOutcome.TooMany _ ->
                invitation(409, request, TypedForm.of(form), Optional.empty(), true);
            case InviteColleagueOutcome.UnknownSessions(var unknown) ->
                invitation(
                        400,
                        request,
                        new TypedForm(form, List.of(ColleagueForm.unknown(unknown))),
                        Optional.empty(),
                        false);
        };
    }

    private Response invitation(
            int status, OrganiserRequest request, TypedForm form, Optional<Organiser> known, boolean isFull) {
        return gate.page(
                status,
                new NewColleaguePage(
                        form, ScopeChoices.of(request.found(), Optional.empty()), known, isFull, request.viewer()));
    }

    /** Shows one colleague. */
    Response show(OrganiserRequest request) {
        return withColleague(request, id -> {
            Colleagues colleagues = colleagues(request);
            return colleagues
                    .find(id)
                    .map(known -> page(200, request, colleagues, known, Optional.empty(), List.of(), Optional.empty()))
                    .orElseGet(() -> unknown(request));
        });
    }

    Response change(OrganiserRequest request) {
        return withColleague(
                request,
                id -> withForm(request, form -> switch (ColleagueForm.parse(
                        form, request.viewer().now())) {
                    case Parsed.Valid<ColleagueDetails> valid ->
                        answer(
                                request,
                                changeColleague.change(
                                        id, form.getOrDefault(ColleagueForm.SEEN, ""), valid.value(), request.actor()),
                                "changed",
                                Optional.of(form));
                    case Parsed.Invalid<ColleagueDetails> invalid -> {
                        Colleagues colleagues = showColleagues.show();
                        yield colleagues
                                .find(id)
                                .map(known -> page(
                                        400,
                                        request,
                                        colleagues,
                                        known,
                                        Optional.of(form),
                                        invalid.problems(),
                                        Optional.empty()))
                                .orElseGet(() -> unknown(request));
                    }
                }));
    }

    Response end(OrganiserRequest request) {
        return pressed(request, id -> endColleague.end(id, request.actor()), "ended");
    }

    Response resetFactor(OrganiserRequest request) {
        return pressed(request, id -> resetFactor.reset(id, request.actor()), "reset");
    }

    Response inviteAgain(OrganiserRequest request) {
        return pressed(
                request,
                id -> inviteColleague.inviteAgain(
                        id, request.access().organiser().id(), request.viewer().language()),
                "mailed");
    }

    private Response pressed(OrganiserRequest request, Function<OrganiserId, ColleagueOutcome> act, String done) {
        return withColleague(request, id -> switch (Body.ofButton(request.request())) {
            case Body.Read<Map<String, String>> _ -> answer(request, act.apply(id), done, Optional.empty());
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
        });
    }

    private Response answer(
            OrganiserRequest request, ColleagueOutcome outcome, String done, Optional<Map<String, String>> form) {
        return switch (outcome) {
            case ColleagueOutcome.Done(var colleague) -> done(request, colleague, done);
            case ColleagueOutcome.Unknown _ -> unknown(request);
            case ColleagueOutcome.ChangedMeanwhile(var known) ->
                refused(request, known, form, ColleaguePage.Why.CHANGED_MEANWHILE);
            case ColleagueOutcome.LastAdministrator(var known) ->
                refused(request, known, form, ColleaguePage.Why.LAST_ADMINISTRATOR);
            case ColleagueOutcome.TooMany(var known) -> refused(request, known, form, ColleaguePage.Why.FULL);
            case ColleagueOutcome.TooSoon(var known, var _) ->
                refused(request, known, form, ColleaguePage.Why.TOO_SOON);
            case ColleagueOutcome.Ended(var known) -> refused(request, known, form, ColleaguePage.Why.ENDED);
            case ColleagueOutcome.UnknownSessions(var known, var unknown) ->
                page(
                        400,
                        request,
                        showColleagues.show(),
                        known,
                        form,
                        List.of(ColleagueForm.unknown(unknown)),
                        Optional.empty());
        };
    }

    /** Says what was done; to oneself on a page that one may still see. */
    private static Response done(OrganiserRequest request, Organiser colleague, String done) {
        boolean isSelf = colleague.id().equals(request.access().organiser().id());
        if (isSelf && !colleague.role().gives(Permission.VIEW_COLLEAGUES)) {
            return Response.seeOther(request.viewer().links().overview());
        }
        return Response.seeOther(
                done.equals("ended")
                        ? request.viewer().links().colleagues(done)
                        : request.viewer().links().colleagueDone(colleague.id(), done));
    }

    private Response refused(
            OrganiserRequest request, Organiser known, Optional<Map<String, String>> form, ColleaguePage.Why why) {
        return page(409, request, showColleagues.show(), known, form, List.of(), Optional.of(why));
    }

    /**
     * Returns the page of a colleague.
     *
     * @param typed the form as it was sent; empty to fill it in with what is there. After a change by somebody else, the
     *     next one is about the colleague as this page shows them
     */
    private Response page(
            int status,
            OrganiserRequest request,
            Colleagues colleagues,
            Organiser known,
            Optional<Map<String, String>> typed,
            List<Problem> problems,
            Optional<ColleaguePage.Why> why) {
        ScopeChoices choices = ScopeChoices.of(request.found(), Optional.of(known.scope()));
        ColleagueDetails details = ColleagueDetails.of(known);
        Map<String, String> form = new HashMap<>(
                typed.orElseGet(() -> ColleagueForm.filledIn(details, choices, known.isActive(colleagues.now()))));
        if (why.filter(reason -> reason == ColleaguePage.Why.CHANGED_MEANWHILE).isPresent()) {
            form.put(ColleagueForm.SEEN, details.fingerprint());
        }
        return gate.page(
                status,
                new ColleaguePage(
                        known,
                        colleagues.isLastAdministrator(known),
                        new TypedForm(form, problems),
                        choices,
                        why,
                        done(request),
                        request.viewer()));
    }

    private static Colleagues colleagues(OrganiserRequest request) {
        return new Colleagues(request.colleagues(), request.viewer().now());
    }

    private Response withColleague(OrganiserRequest request, Function<OrganiserId, Response> then) {
        return OrganiserId.parse(request.request().path(ORGANISER)).map(then).orElseGet(() -> unknown(request));
    }

    private Response withForm(OrganiserRequest request, Function<Map<String, String>, Response> then) {
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Read<Map<String, String>> read -> then.apply(read.value());
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
        };
    }

    private Response unknown(OrganiserRequest request) {
        return gate.refused(request, Refusal.PAGE_UNKNOWN);
    }

    /** Returns the word for what the last request did; anything may be typed there. */
    private static String done(OrganiserRequest request) {
        return request.request().query(ColleaguesPageTexts.DONE).orElse("");
    }
}
