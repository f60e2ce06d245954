package nl.samenkomst.managesessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.answers.Answers;
import nl.samenkomst.api.ChangeFields;
import nl.samenkomst.api.InvitationFields;
import nl.samenkomst.api.RegistrationView;
import nl.samenkomst.api.RegistrationsCsv;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.registration.AddRegistration;
import nl.samenkomst.domain.registration.CancelRegistration;
import nl.samenkomst.domain.registration.ChangeOutcome;
import nl.samenkomst.domain.registration.Decide;
import nl.samenkomst.domain.registration.Invite;
import nl.samenkomst.domain.registration.ListRegistrations;
import nl.samenkomst.domain.registration.ListRegistrations.RegistrationList;
import nl.samenkomst.domain.registration.MarkPresence;
import nl.samenkomst.domain.registration.MoveUp;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.SignUp;
import nl.samenkomst.domain.registration.SignUpForm;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Signer;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.texts.Refusal;
import org.jspecify.annotations.Nullable;

/** The organiser's requests about who signed up for a session: the list, and each change of a registration. */
final class RegistrationRequests {

    private final ListRegistrations listRegistrations;
    private final AddRegistration addRegistration;
    private final Invite invite;
    private final Decide decide;
    private final CancelRegistration cancelRegistration;
    private final MoveUp moveUp;
    private final MarkPresence markPresence;
    private final Pages pages;
    private final Answers answers;

    RegistrationRequests(Wiring wiring, Answers answers) {
        this.listRegistrations = wiring.listRegistrations();
        this.addRegistration = wiring.addRegistration();
        this.invite = wiring.invite();
        this.decide = wiring.decide();
        this.cancelRegistration = wiring.cancelRegistration();
        this.moveUp = wiring.moveUp();
        this.markPresence = wiring.markPresence();
        this.pages = wiring.pages();
        this.answers = answers;
    }

    Response list(Request request, SessionId session) {
        return withList(
                request,
                session,
                list -> Response.json(
                        200,
                        RegistrationView.list(list.registrations().stream()
                                .map(RegistrationView::row)
                                .toList())));
    }

    Response csv(Request request, SessionId session) {
        return withList(request, session, list -> Response.text(
                        200, RegistrationsCsv.TYPE, RegistrationsCsv.of(list.session(), list.registrations()))
                .with("content-disposition", RegistrationsCsv.disposition(list.session())));
    }

    Response onPaper(Request request, SessionId session) {
        Language language = Answers.language(request);
        return withList(
                request,
                session,
                list -> answers.page(
                        200, pages.participants(list.session(), list.registrations(), language), language));
    }

    Response add(Request request, SessionId session, Map<String, Object> tree, Signer who) {
        return Answers.withRight(
                request,
                SignUpForm.parseJson(tree),
                signUp -> answer(request, addRegistration.add(session, signUp, who)));
    }

    Response invite(Request request, SessionId session, Map<String, Object> tree, Signer who) {
        return Answers.withRight(request, InvitationFields.parse(tree), invitees -> {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (SignUp invitee : invitees) {
                switch (invite.invite(session, invitee, who)) {
                    case ChangeOutcome.Added added -> rows.add(RegistrationView.row(added.now()));
                    case ChangeOutcome.Changed changed -> rows.add(RegistrationView.row(changed.now()));
                    case ChangeOutcome outcome -> {
                        return answer(request, outcome);
                    }
                }
            }
            return Response.json(200, RegistrationView.list(rows));
        });
    }

    Response decide(Request request, SessionId session, Map<String, Object> tree, Signer who) {
        return Answers.withRight(
                request,
                ChangeFields.verdict(tree),
                verdict -> withRegistration(
                        request, id -> decide.decide(session, id, verdict.decision(), verdict.reason(), who)));
    }

    Response cancel(Request request, SessionId session, Map<String, Object> tree, Signer who) {
        return Answers.withRight(
                request,
                ChangeFields.reason(tree),
                reason -> withRegistration(request, id -> cancelRegistration.cancel(session, id, reason, who)));
    }

    Response moveUp(Request request, SessionId session, Map<String, Object> tree, Signer who) {
        return Answers.withRight(
                request,
                ChangeFields.requiredReason(tree),
                reason -> withRegistration(request, id -> moveUp.moveUp(session, id, reason, who)));
    }

    Response mark(Request request, SessionId session, Map<String, Object> tree, Signer who) {
        return Answers.withRight(
                request,
                ChangeFields.presence(tree),
                present -> withRegistration(request, id -> markPresence.mark(session, id, present, who)));
    }

    /** The whole list, or those of one state. */
    private Response withList(Request request, SessionId session, Function<RegistrationList, Response> answer) {
        Optional<String> state = request.query("state");
        if (state.isPresent() && !Standing.WORDS.contains(state.get())) {
            String known = String.join(", ", Standing.WORDS);
            return Answers.wrong(request, List.of(new Problem("state", Reason.INVALID, "expected", known)));
        }
        return listRegistrations
                .listOf(session)
                .map(list -> state.map(list::only).orElse(list))
                .map(answer)
                .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN));
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
            case ChangeOutcome.Wrong wrong -> Answers.wrong(request, wrong.problems());
            case ChangeOutcome.UnknownSession s -> answers.refused(request, Refusal.SESSION_UNKNOWN);
            case ChangeOutcome.UnknownRegistration r -> answers.refused(request, Refusal.REGISTRATION_UNKNOWN);
        };
    }
}
