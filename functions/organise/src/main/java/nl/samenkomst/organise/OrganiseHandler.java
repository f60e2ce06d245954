package nl.samenkomst.organise;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.PrimingHook;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.http.HttpApi;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.responses.Responses;

/**
 * The organiser's pages, for people who signed in with a browser. What makes a page is created for each request, so that
 * a cold start loads only what its first page needs.
 */
public final class OrganiseHandler implements RequestStreamHandler {

    private final Wiring wiring;
    private final OrganiserGate gate;
    private final Responses answers;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public OrganiseHandler() {
        this(Wiring.production());
    }

    public OrganiseHandler(Wiring wiring) {
        // Only some pages read this setting: a function that lacks it fails now, not at one of their requests.
        wiring.organiser().requireConfirmAddress();
        this.wiring = wiring;
        this.gate = wiring.signIn().gate();
        this.answers = wiring.answers();
        this.priming = PrimingHook.register(
                wiring,
                () -> HttpApi.prime(
                        new OrganiseHandler(wiring.priming())::answer,
                        Priming.REPETITIONS,
                        wiring.signIn().primingRequest("GET /organise", ""),
                        wiring.signIn().primingRequest("GET /organise/sessions/{id}", ""),
                        wiring.signIn()
                                .primingRequest(
                                        "POST /organise/sessions/{id}/participants/{registration}/changes",
                                        "name=Somebody&email=participant%40priming.invalid")));
    }

    /** Returns the permission that each route asks for, by the gateway's name for the route. */
    public static Map<String, Permission> permissions() {
        Map<String, Permission> permissions = new LinkedHashMap<>();
        for (OrganiseRoute route : OrganiseRoute.values()) {
            permissions.put(route.key(), route.permission());
        }
        return permissions;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        HttpApi.answer(event, answer, this::answer, answers.unexpected(context.getLogger()::log));
    }

    private Response answer(Request request) {
        OrganiseRoute route = OrganiseRoute.of(request.route());
        return gate.admit(
                request,
                admitted -> gate.open(
                        admitted,
                        route.permission(),
                        PageReads.of(route, admitted, wiring.clock().instant()),
                        open -> answer(route, open)));
    }

    private Response answer(OrganiseRoute route, OrganiserRequest request) {
        return switch (route) {
            case OVERVIEW -> overview().show(request);
            case PARTICIPANTS -> participants().list(request);
            case ADD_PARTICIPANT_FORM -> adding().askPerson(request);
            case ADD_PARTICIPANT -> adding().add(request);
            case DECISIONS -> decisions().decide(request);
            case DECISIONS_WITHDRAWAL -> decisions().withdraw(request);
            case INVITATIONS_FORM -> adding().askInvitations(request);
            case INVITATIONS -> adding().invite(request);
            case PARTICIPANT -> participants().show(request);
            case PARTICIPANT_CHANGES -> participants().correct(request);
            case PARTICIPANT_OWN_LINK -> participants().sendOwnLink(request);
            case PARTICIPANT_PRIORITY -> participants().moveUp(request);
            case PARTICIPANT_CANCELLATION -> participants().cancel(request);
            case PARTICIPANT_ERASURE_FORM -> participants().askErasure(request);
            case PARTICIPANT_ERASURE -> participants().erase(request);
            case SESSIONS -> overview().list(request);
            case SESSION -> sessions().show(request);
            case NEW_SESSION -> editing().askNew(request);
            case START_SESSION -> editing().start(request);
            case EDIT -> editing().show(request);
            case SECTION -> editing().askSection(request);
            case SAVE_SECTION -> editing().saveSection(request);
            case FOLLOWING -> following().ask(request);
            case CARRY -> following().carry(request);
            case DISCARD_DRAFT -> editing().discard(request);
            case TAKE_BACK -> editing().takeBack(request);
            case PREVIEW -> publication().preview(request);
            case PREVIEW_LETTERS -> publication().previewLetters(request);
            case PUBLICATION -> publication().ask(request);
            case PUBLISH -> publication().publish(request);
            case TOGETHER -> following().askTogether(request);
            case PUBLISH_TOGETHER -> following().publishTogether(request);
            case COPY_FORM -> copying().ask(request);
            case COPY -> copying().copy(request);
            case HISTORY -> sessions().history(request);
            case CANCELLATION -> sessions().askCancellation(request);
            case CANCEL -> sessions().cancel(request);
            case REINSTATE -> sessions().reinstate(request);
            case DOOR -> door().show(request);
            case MARK_PRESENCE -> door().mark(request);
            case WALK_IN -> door().form(request);
            case ADD_WALK_IN -> door().add(request);
            case ANSWERS -> answers().show(request);
            case ANSWERS_AS_CSV -> answers().csv(request);
            case MESSAGES -> messages().list(request);
            case NEW_MESSAGE -> messages().form(request);
            case PREVIEW_MESSAGE -> messages().preview(request);
            case SEND_MESSAGE -> messages().send(request);
            case WITHDRAW_MESSAGE -> messages().withdraw(request);
            case LETTERS -> timetable().show(request);
            case CHANGE_LETTERS -> timetable().change(request);
            case SKIP_LETTER -> timetable().skip(request);
            case SESSION_FIGURES -> figures().ofSession(request);
            case SESSION_FIGURES_AS_CSV -> figures().ofSessionAsCsv(request);
            case FIGURES -> figures().show(request);
            case FIGURES_AS_CSV -> figures().asCsv(request);
            case SHARE -> sharing().show(request);
            case LISTS -> lists().show(request);
            case LIST_AS_CSV -> lists().csv(request);
            case LIST_AS_XLSX -> lists().xlsx(request);
            case LIST_ON_PAPER -> lists().onPaper(request);
            case COLLEAGUES -> colleagues().list(request);
            case NEW_COLLEAGUE -> colleagues().invitation(request);
            case INVITE_COLLEAGUE -> colleagues().invite(request);
            case COLLEAGUE -> colleagues().show(request);
            case CHANGE_COLLEAGUE -> colleagues().change(request);
            case END_COLLEAGUE -> colleagues().end(request);
            case RESET_FACTOR -> colleagues().resetFactor(request);
            case INVITE_AGAIN -> colleagues().inviteAgain(request);
            case DESK_HISTORY -> colleagues().history(request);
        };
    }

    private OverviewPages overview() {
        return new OverviewPages(wiring);
    }

    private ParticipantPages participants() {
        return new ParticipantPages(wiring);
    }

    private DecisionPages decisions() {
        return new DecisionPages(wiring, participants());
    }

    private AddPages adding() {
        return new AddPages(wiring);
    }

    private SessionPages sessions() {
        return new SessionPages(wiring);
    }

    private EditPages editing() {
        return new EditPages(wiring);
    }

    private PublicationPages publication() {
        return new PublicationPages(wiring);
    }

    private FollowingPages following() {
        return new FollowingPages(wiring);
    }

    private CopyPages copying() {
        return new CopyPages(wiring);
    }

    private DoorPages door() {
        return new DoorPages(wiring);
    }

    private AnswerPages answers() {
        return new AnswerPages(wiring);
    }

    private MessagePages messages() {
        return new MessagePages(wiring);
    }

    private TimetablePages timetable() {
        return new TimetablePages(wiring);
    }

    private FiguresPages figures() {
        return new FiguresPages(wiring);
    }

    private SharePages sharing() {
        return new SharePages(wiring);
    }

    private ListPages lists() {
        return new ListPages(wiring);
    }

    private ColleaguePages colleagues() {
        return new ColleaguePages(wiring);
    }
}
