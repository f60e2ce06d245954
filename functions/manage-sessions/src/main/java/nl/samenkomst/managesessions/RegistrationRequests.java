package nl.samenkomst.managesessions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.ChangeFields;
import nl.samenkomst.api.InvitationFields;
import nl.samenkomst.api.RegistrationView;
import nl.samenkomst.api.RegistrationsCsv;
import nl.samenkomst.api.UnconfirmedView;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.bulk.CancelUnconfirmed;
import nl.samenkomst.domain.bulk.CancelUnconfirmedOutcome;
import nl.samenkomst.domain.bulk.InviteAll;
import nl.samenkomst.domain.bulk.InviteAllOutcome;
import nl.samenkomst.domain.organiser.AddRegistration;
import nl.samenkomst.domain.organiser.CancelRegistration;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Decide;
import nl.samenkomst.domain.organiser.ListRegistrations;
import nl.samenkomst.domain.organiser.ListRegistrations.ParticipantList;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.MarkPresence;
import nl.samenkomst.domain.organiser.MoveUp;
import nl.samenkomst.domain.organiser.RegistrationCursor;
import nl.samenkomst.domain.organiser.RegistrationPart;
import nl.samenkomst.domain.organiser.SendOwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.sending.Deadline;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.pages.ParticipantsPage;
import nl.samenkomst.pages.PrintCursor;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.xlsx.RegistrationsXlsx;

/** The organiser's requests about registrations: the list, and each change of one. */
final class RegistrationRequests {

    private final PartLimit limit;
    private final ListRegistrations listRegistrations;
    private final AddRegistration addRegistration;
    private final InviteAll inviteAll;
    private final Decide decide;
    private final CancelRegistration cancelRegistration;
    private final CancelUnconfirmed cancelUnconfirmed;
    private final MoveUp moveUp;
    private final SendOwnLink sendOwnLink;
    private final MarkPresence markPresence;
    private final Pages pages;
    private final Responses answers;

    RegistrationRequests(Wiring wiring, Responses answers, PartLimit limit) {
        this.limit = limit;
        this.listRegistrations = wiring.organiser().listRegistrations();
        this.addRegistration = wiring.organiser().addRegistration();
        this.inviteAll = wiring.organiser().inviteAll();
        this.decide = wiring.organiser().decide();
        this.cancelRegistration = wiring.organiser().cancelRegistration();
        this.cancelUnconfirmed = wiring.organiser().cancelUnconfirmed();
        this.moveUp = wiring.organiser().moveUp();
        this.sendOwnLink = wiring.organiser().sendOwnLink();
        this.markPresence = wiring.organiser().markPresence();
        this.pages = wiring.pages();
        this.answers = answers;
    }

    Response list(Request request, SessionId session) {
        return withPart(
                request,
                session,
                in -> registration -> JsonPart.weight(RegistrationView.row(registration, OptionalInt.empty())),
                (asked, list) -> {
                    JsonPart part = new JsonPart("registrations", asked.limit());
                    List<ListedRegistration> rows = list.registrations();
                    int count = 0;
                    while (count < rows.size() && part.add(RegistrationView.row(rows.get(count)))) {
                        count++;
                    }
                    boolean isMore = list.isCut() || count < rows.size();
                    return asked.withNext(
                            part.answer(), isMore ? Optional.of(cursor(rows.get(count - 1))) : Optional.empty());
                });
    }

    Response csv(Request request, SessionId session) {
        return withPart(request, session, RegistrationsCsv::weight, (asked, list) -> {
            RegistrationsCsv.File file =
                    RegistrationsCsv.of(list, asked.limit(), cursor -> asked.next(cursor.written()));
            return asked.withNext(
                    Response.text(200, RegistrationsCsv.TYPE, file.text())
                            .with("content-disposition", RegistrationsCsv.disposition(list.session())),
                    file.next().map(RegistrationCursor::written));
        });
    }

    Response xlsx(Request request, SessionId session) {
        return withPart(request, session, RegistrationsXlsx::weight, (asked, list) -> {
            RegistrationsXlsx.File file =
                    RegistrationsXlsx.of(list, asked.limit(), cursor -> asked.next(cursor.written()));
            return asked.withNext(
                    Response.base64(200, RegistrationsXlsx.TYPE, file.base64())
                            .with("content-disposition", RegistrationsXlsx.disposition(list.session())),
                    file.next().map(RegistrationCursor::written));
        });
    }

    Response onPaper(Request request, SessionId session) {
        Language language = Responses.language(request);
        return Responses.withValid(
                request,
                PartRequest.parseWithFilter(request, limit, PrintCursor::parse),
                asked -> listRegistrations
                        .participants(session, asked.filter())
                        .map(list -> onPaper(asked, list, language))
                        .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN)));
    }

    private Response onPaper(PartRequest<PrintCursor> asked, ParticipantList list, Language language) {
        return ParticipantsPage.of(list.session(), list.participants(), asked.after(), asked.limit(), language)
                .map(page -> asked.withNext(
                        answers.page(200, pages.participants(page, cursor -> asked.next(cursor.written())), language),
                        page.next().map(PrintCursor::written)))
                .orElseGet(() -> answers.refused(asked.request(), Refusal.LIST_CHANGED));
    }

    Response add(Request request, SessionId session, Map<String, Object> tree, Actor actor) {
        return Responses.withValid(
                request,
                SignUpForm.parseJson(tree),
                signUp -> answer(request, addRegistration.add(session, signUp, actor)));
    }

    Response invite(Request request, SessionId session, Map<String, Object> tree, Actor actor) {
        return Responses.withValid(
                request, InvitationFields.parse(tree), invitees -> switch (inviteAll.invite(session, invitees, actor)) {
                    case InviteAllOutcome.All all -> rows(all.invited());
                    case InviteAllOutcome.Stopped stopped -> answer(request, stopped.why());
                });
    }

    /** Returns as many rows as fit in one response; the others are invited all the same. */
    private Response rows(List<ListedRegistration> invited) {
        JsonPart rows = new JsonPart("registrations", limit);
        invited.forEach(one -> rows.add(RegistrationView.row(one)));
        return rows.answer();
    }

    Response decide(Request request, SessionId session, Map<String, Object> tree, Actor actor) {
        return Responses.withValid(
                request,
                ChangeFields.verdict(tree),
                verdict -> withRegistration(
                        request, id -> decide.decide(session, id, verdict.decision(), verdict.reason(), actor)));
    }

    Response cancel(Request request, SessionId session, Map<String, Object> tree, Actor actor) {
        return Responses.withValid(
                request,
                ChangeFields.reason(tree),
                reason -> withRegistration(request, id -> cancelRegistration.cancel(session, id, reason, actor)));
    }

    /** Tells how many {@link #cancelUnconfirmed} would cancel now. */
    Response countUnconfirmed(Request request, SessionId session) {
        return Responses.withValid(
                request,
                ChangeFields.unconfirmed(period(request)),
                asked -> cancelUnconfirmed
                        .count(session, asked.period())
                        .map(count -> Response.json(200, UnconfirmedView.of(count)))
                        .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN)));
    }

    private static Map<String, String> period(Request request) {
        Map<String, String> period = new HashMap<>();
        for (String name : ChangeFields.PERIOD) {
            // A plus sign that the caller did not encode arrives as a space.
            request.query(name).ifPresent(moment -> period.put(name, moment.replace(' ', '+')));
        }
        return period;
    }

    Response cancelUnconfirmed(
            Request request, SessionId session, Map<String, Object> tree, Actor actor, Deadline deadline) {
        return Responses.withValid(request, ChangeFields.unconfirmed(tree), asked -> switch (cancelUnconfirmed.cancel(
                session, asked.period(), asked.reason(), actor, deadline)) {
            case CancelUnconfirmedOutcome.Cancelled done -> Response.json(200, UnconfirmedView.of(done));
            case CancelUnconfirmedOutcome.Refused refused -> answers.refused(request, Refusal.of(refused.why()));
            case CancelUnconfirmedOutcome.UnknownSession _ -> answers.refused(request, Refusal.SESSION_UNKNOWN);
        });
    }

    Response moveUp(Request request, SessionId session, Map<String, Object> tree, Actor actor) {
        return Responses.withValid(
                request,
                ChangeFields.requiredReason(tree),
                reason -> withRegistration(request, id -> moveUp.moveUp(session, id, reason, actor)));
    }

    Response sendOwnLink(Request request, SessionId session, Map<String, Object> tree, Actor actor) {
        return Responses.withValid(
                request,
                ChangeFields.ownLink(tree),
                renew -> withRegistration(
                        request,
                        id -> renew ? sendOwnLink.renew(session, id, actor) : sendOwnLink.send(session, id, actor)));
    }

    Response mark(Request request, SessionId session, Map<String, Object> tree, Actor actor) {
        return Responses.withValid(
                request,
                ChangeFields.presence(tree),
                present -> withRegistration(request, id -> markPresence.mark(session, id, present, actor)));
    }

    private Response withPart(
            Request request,
            SessionId session,
            Function<Session, ToLongFunction<Registration>> weight,
            BiFunction<PartRequest<RegistrationCursor>, RegistrationPart, Response> answer) {
        return Responses.withValid(
                request,
                PartRequest.parseWithFilter(request, limit, RegistrationCursor::parse),
                asked -> listRegistrations
                        .part(session, asked.filter(), asked.after(), asked.limit(), weight)
                        .map(part -> answer.apply(asked, part))
                        .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN)));
    }

    private static String cursor(ListedRegistration last) {
        return RegistrationCursor.of(last.registration()).written();
    }

    private Response withRegistration(Request request, Function<RegistrationId, ChangeOutcome> change) {
        return RegistrationId.parse(request.path("registration"))
                .map(change)
                .map(outcome -> answer(request, outcome))
                .orElseGet(() -> answers.refused(request, Refusal.REGISTRATION_UNKNOWN));
    }

    private Response answer(Request request, ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Changed changed -> Response.json(200, RegistrationView.row(changed.now()));
            case ChangeOutcome.Added added -> Response.json(201, RegistrationView.row(added.now()));
            case ChangeOutcome.Refused refused -> answers.refused(request, Refusal.of(refused.why()));
            case ChangeOutcome.Invalid invalid -> Responses.invalid(request, invalid.problems());
            case ChangeOutcome.UnknownSession _ -> answers.refused(request, Refusal.SESSION_UNKNOWN);
            case ChangeOutcome.UnknownRegistration _ -> answers.refused(request, Refusal.REGISTRATION_UNKNOWN);
        };
    }
}
