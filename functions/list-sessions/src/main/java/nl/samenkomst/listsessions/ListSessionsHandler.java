package nl.samenkomst.listsessions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.answers.Answers;
import nl.samenkomst.api.OpenApi;
import nl.samenkomst.api.SessionView;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.Agenda;
import nl.samenkomst.domain.session.AgendaCursor;
import nl.samenkomst.domain.session.AgendaPart;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Sessions;
import nl.samenkomst.http.Exchange;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.letters.PublicCalendar;
import nl.samenkomst.pages.Addresses;
import nl.samenkomst.pages.AfterParameter;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.pages.ReceivedAs;
import nl.samenkomst.pages.SignUpDraft;
import nl.samenkomst.rehearsal.Rehearsal;
import nl.samenkomst.texts.Refusal;
import org.crac.Core;
import org.crac.Resource;

/** The agenda and its sessions, to everybody: as pages, as JSON, as a calendar entry; changes nothing. */
public final class ListSessionsHandler implements RequestStreamHandler, Resource {

    private static final String CALENDAR_ENTRY = ".ics";

    private final Wiring wiring;
    private final Agenda agenda;
    private final Sessions sessions;
    private final PublicCalendar calendar;
    private final Pages pages;
    private final Answers answers;
    private final Clock clock;

    /** As Lambda makes it. */
    public ListSessionsHandler() {
        this(Wiring.production());
        Core.getGlobalContext().register(this);
    }

    public ListSessionsHandler(Wiring wiring) {
        this.wiring = wiring;
        this.agenda = wiring.agenda();
        this.sessions = wiring.sessions();
        this.calendar = wiring.publicCalendar();
        this.pages = wiring.pages();
        this.answers = wiring.answers();
        this.clock = wiring.clock();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Exchange.answer(event, answer, this::answer);
    }

    /** Before SnapStart's snapshot: what the first visitor would otherwise wait for. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        Exchange.rehearse(
                new ListSessionsHandler(wiring.rehearsal())::answer,
                Rehearsal.TIMES,
                Rehearsal.request("GET /sessions"),
                Rehearsal.request("GET /sessions/{id}"));
    }

    /** Every instance that starts from the snapshot opens its own connections, at its first call. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {}

    private Response answer(Request request) {
        return switch (request.route()) {
            case "GET /" -> Response.seeOther(Addresses.agenda(Answers.language(request)));
            case "GET /sessions", "GET /api/v1/sessions" -> agenda(request);
            case "GET /sessions/{id}" -> request.path("id").endsWith(CALENDAR_ENTRY) ? entry(request) : page(request);
            case "GET /sessions/{id}/received" -> received(request);
            case "GET /api/v1/sessions/{id}" ->
                withSession(
                        request,
                        request.path("id"),
                        listing -> Response.json(200, SessionView.of(listing, clock.instant())));
            case "GET /api/v1/openapi.json" -> Response.text(200, "application/json", OpenApi.document());
            default -> throw new IllegalArgumentException("no such route here: " + request.route());
        };
    }

    private Response agenda(Request request) {
        Instant now = clock.instant();
        Language language = Answers.language(request);
        Optional<AgendaCursor> after = request.query("after").flatMap(AfterParameter::parse);
        AgendaPart part = agenda.upcoming(after, now);
        if (!request.isApi()) {
            return Answers.page(200, pages.agenda(after, part.listings(), part.next(), language, now), language);
        }
        Response list = Response.json(200, SessionView.agenda(part.listings(), now));
        return part.next()
                .map(next -> list.with("link", "<" + Addresses.apiAgendaAfter(next) + ">; rel=\"next\""))
                .orElse(list);
    }

    private Response page(Request request) {
        Language language = Answers.language(request);
        return withSession(
                request,
                request.path("id"),
                listing -> Answers.page(
                        200, pages.session(listing, SignUpDraft.blank(), language, clock.instant()), language));
    }

    private Response entry(Request request) {
        String file = request.path("id");
        return withSession(
                request,
                file.substring(0, file.length() - CALENDAR_ENTRY.length()),
                listing -> Response.text(
                        200,
                        "text/calendar; charset=utf-8; method=PUBLISH",
                        calendar.publish(List.of(listing.session()))));
    }

    private Response received(Request request) {
        Language language = Answers.language(request);
        ReceivedAs as = request.query("as").flatMap(ReceivedAs::of).orElse(ReceivedAs.PLACE);
        return withSession(request, request.path("id"), listing -> Answers.page(
                        200, pages.received(listing.session(), as, language), language)
                .personal());
    }

    private Response withSession(Request request, String id, Function<Listing, Response> answer) {
        return SessionId.parse(id)
                .flatMap(sessions::find)
                .map(answer)
                .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN));
    }
}
