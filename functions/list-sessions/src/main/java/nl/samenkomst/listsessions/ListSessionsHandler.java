package nl.samenkomst.listsessions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.PrimingHook;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.OpenApi;
import nl.samenkomst.api.SessionView;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.ResponseSize;
import nl.samenkomst.domain.agenda.Agenda;
import nl.samenkomst.domain.agenda.AgendaFeed;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.agenda.ShowPublicSession;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.ConditionalResponse;
import nl.samenkomst.http.HttpApi;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.letters.PublicCalendar;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.pages.SignUpDraft;
import nl.samenkomst.priming.Priming;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.AgendaParameters;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.ReceivedAs;

/** Shows the public agenda and its sessions as pages, JSON, iCalendar and Atom; changes nothing. */
public final class ListSessionsHandler implements RequestStreamHandler {

    private static final String CALENDAR_ENTRY = ".ics";
    private static final String PREVIEW = ".png";

    private final PartLimit limit;
    private final Agenda agenda;
    private final ShowPublicSession showSession;
    private final PublicCalendar calendar;
    private final Pages pages;
    private final Responses answers;
    private final Clock clock;
    private final OpenApi openApi;

    /** Held for SnapStart, whose context refers to hooks only weakly. */
    @SuppressWarnings("unused")
    private final PrimingHook priming;

    /** Creates the handler for Lambda. */
    public ListSessionsHandler() {
        this(Wiring.production());
    }

    public ListSessionsHandler(Wiring wiring) {
        this.limit = wiring.partLimit();
        this.agenda = wiring.agenda();
        this.showSession = wiring.showPublicSession();
        this.calendar = wiring.publicCalendar();
        this.pages = wiring.publicPages();
        this.answers = wiring.answers();
        this.clock = wiring.clock();
        this.openApi = wiring.openApi();
        this.priming = PrimingHook.register(
                wiring,
                () -> HttpApi.prime(
                        new ListSessionsHandler(wiring.priming())::answer,
                        Priming.REPETITIONS,
                        Priming.request("GET /sessions"),
                        Priming.request("GET /sessions/{id}")));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        HttpApi.answer(event, answer, Responses.checked(this::answer), answers.unexpected(context.getLogger()::log));
    }

    private Response answer(Request request) {
        return switch (request.route()) {
            case "GET /" ->
                Response.seeOther(DeskUrls.agenda(Responses.language(request))).with("vary", "accept-language");
            case "GET /sessions" -> agenda(request);
            case "GET /sessions.ics" -> calendar(request).readableByAnyWebsite();
            case "GET /sessions.atom" -> feed(request).readableByAnyWebsite();
            case "GET /api/v1/sessions" ->
                // Otherwise browsers hide the link to the next page from scripts of other sites (WHATWG Fetch §3.3.3).
                data(request).readableByAnyWebsite().with("access-control-expose-headers", "link");
            case "GET /sessions/{id}" -> atSession(request);
            case "GET /sessions/{id}/received" -> received(request);
            case "GET /api/v1/sessions/{id}" ->
                withSession(
                                request,
                                request.path("id"),
                                sessionSnapshot -> Response.json(200, SessionView.of(sessionSnapshot, clock.instant())))
                        .readableByAnyWebsite();
            case "GET /privacy" -> informationPage(request, pages::privacy);
            case "GET /accessibility" -> informationPage(request, pages::accessibility);
            case "GET /api/v1/openapi.json" ->
                Response.text(200, "application/json", openApi.document()).readableByAnyWebsite();
            case Request.NO_ROUTE -> elsewhere(request);
            default -> throw new IllegalArgumentException("no such route here: " + request.route());
        };
    }

    private Response informationPage(Request request, Function<Language, String> page) {
        Language language = Responses.language(request);
        return answers.page(200, page.apply(language), language);
    }

    private Response agenda(Request request) {
        Instant now = clock.instant();
        Language language = Responses.language(request);
        AgendaQuery query = AgendaParameters.parse(request.query());
        AgendaResults part = agenda.search(query, Agenda.PAGE_SIZE, now);
        return answers.page(200, pages.agenda(query, part, language, now), language);
    }

    /** Returns a feed for calendars, which read it again as a whole: the query's filter counts, its page does not. */
    private Response calendar(Request request) {
        Instant now = clock.instant();
        AgendaFilter filter = AgendaParameters.parse(request.query()).filter();
        AgendaFeed feed = agenda.feed(filter, now);
        String title = pages.feedTitle(AgendaQuery.EVERYTHING.withFilter(filter), Responses.language(request));
        return asFeed(
                request,
                Response.text(
                        200,
                        "text/calendar; charset=utf-8; method=PUBLISH",
                        calendar.feed(feed.sessions(), title, limit)),
                feed.changedAt(),
                now);
    }

    private Response feed(Request request) {
        Instant now = clock.instant();
        Language language = Responses.language(request);
        AgendaQuery query = AgendaParameters.parse(request.query());
        AgendaResults part = agenda.search(query, Agenda.FEED_SIZE, now);
        Response feed = fitting(
                part,
                fits -> Response.text(200, "application/atom+xml; charset=utf-8", pages.feed(query, fits, language)));
        return asFeed(request, feed, part.changedAt(), now);
    }

    /**
     * Returns a feed as a conditional response. A session that leaves the agenda leaves no date of change, so
     * Last-Modified is at least the start of the day (UTC): by date alone, a copy is stale every day. The ETag is
     * exact.
     */
    private static Response asFeed(Request request, Response feed, Optional<Instant> changedAt, Instant now) {
        return ConditionalResponse.answer(
                request,
                feed.with("cache-control", "public, max-age=300").with("vary", "accept-language"),
                latest(changedAt, now.truncatedTo(ChronoUnit.DAYS)));
    }

    /** Returns the agenda as JSON. Taking a place changes no session, so Last-Modified is at least this minute. */
    private Response data(Request request) {
        List<Problem> problems = AgendaParameters.problems(request.query());
        if (!problems.isEmpty()) {
            return Responses.invalid(request, problems);
        }
        Instant now = clock.instant();
        AgendaQuery query = AgendaParameters.parse(request.query());
        AgendaResults part = agenda.search(query, Agenda.FEED_SIZE, now);
        Response list = fitting(part, fits -> {
            Response whole = Response.json(200, SessionView.agenda(fits, now)).with("vary", "accept-language");
            return query.next(fits)
                    .map(next -> whole.with(
                            "link", "<" + DeskUrls.apiAgenda(next, Responses.language(request)) + ">; rel=\"next\""))
                    .orElse(whole);
        });
        return ConditionalResponse.answer(request, list, latest(part.changedAt(), now.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Returns the response with a page of sessions, halved until it is within the limit in bytes or one is left. */
    private Response fitting(AgendaResults part, Function<AgendaResults, Response> answer) {
        AgendaResults fits = part;
        Response whole = answer.apply(fits);
        while (fits.sessionSnapshots().size() > 1 && ResponseSize.of(whole.body()) > limit.bytes()) {
            fits = fits.half();
            whole = answer.apply(fits);
        }
        return whole;
    }

    private static Instant latest(Optional<Instant> changedAt, Instant atLeast) {
        return changedAt.filter(changed -> changed.isAfter(atLeast)).orElse(atLeast);
    }

    private Response atSession(Request request) {
        if (request.path("id").endsWith(CALENDAR_ENTRY)) {
            return entry(request);
        }
        return request.path("id").endsWith(PREVIEW) ? preview(request) : page(request);
    }

    private Response page(Request request) {
        Instant now = clock.instant();
        Language language = Responses.language(request);
        return SessionId.parse(request.path("id"))
                .flatMap(id -> showSession.showInSeries(id, now))
                .map(found -> answers.page(
                        200,
                        pages.session(found.sessionSnapshot(), SignUpDraft.blank(), found.others(), language, now),
                        language))
                .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN));
    }

    private Response entry(Request request) {
        return withSession(
                request,
                beginning(request, CALENDAR_ENTRY),
                sessionSnapshot -> Response.text(
                                200,
                                "text/calendar; charset=utf-8; method=PUBLISH",
                                calendar.publish(List.of(sessionSnapshot.session())))
                        .readableByAnyWebsite());
    }

    /** Returns a picture that changes only with the session's first topic, so it may be stored for a day. */
    private Response preview(Request request) {
        return withSession(
                request,
                beginning(request, PREVIEW),
                sessionSnapshot -> Response.base64(
                                200,
                                "image/png",
                                Base64.getEncoder().encodeToString(pages.preview(sessionSnapshot.session())))
                        .with("cache-control", "public, max-age=86400")
                        .readableByAnyWebsite());
    }

    /** Returns the session's id in the name of a file that ends like this. */
    private static String beginning(Request request, String end) {
        String file = request.path("id");
        return file.substring(0, file.length() - end.length());
    }

    private Response received(Request request) {
        Language language = Responses.language(request);
        ReceivedAs as = request.query("as").flatMap(ReceivedAs::of).orElse(ReceivedAs.PLACE);
        Optional<ThemeId> wish = request.query("theme").flatMap(ThemeId::parse);
        List<AlsoReceived> also = request.query("also").map(AlsoReceived::parse).orElse(List.of());
        Optional<SessionId> id = SessionId.parse(request.path("id"));
        Optional<SessionSnapshot> found = id.flatMap(showSession::show);
        Optional<String> page = found.map(snapshot -> pages.received(snapshot, as, wish, also, others(also), language))
                .or(() -> id.flatMap(unknown -> receivedBeyondTheAgenda(unknown, as, also, language)));
        return page.map(html -> answers.page(200, html, language).personal())
                .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN));
    }

    /** Returns what a session that is not public, or does not exist, answers to everybody; empty for a sign-up. */
    private Optional<String> receivedBeyondTheAgenda(
            SessionId id, ReceivedAs as, List<AlsoReceived> also, Language language) {
        return switch (as) {
            case LINK, RENEWAL -> Optional.of(pages.linkAsked(id, as, language));
            case ERASED -> Optional.of(pages.erased(id, also, others(also), language));
            case PLACE, WAITING_LIST, REVIEW -> Optional.empty();
        };
    }

    private List<SessionSnapshot> others(List<AlsoReceived> also) {
        List<SessionId> ids =
                also.stream().map(AlsoReceived::session).distinct().toList();
        return showSession.showAll(ids);
    }

    private Response elsewhere(Request request) {
        Optional<String> page = request.isSafe()
                ? DeskUrls.pageOfForm(request.address(), Responses.namedLanguage(request))
                : Optional.empty();
        return page.map(Response::seeOther)
                .map(Response::personal)
                .orElseGet(() -> answers.refused(request, Refusal.PAGE_UNKNOWN));
    }

    private Response withSession(Request request, String id, Function<SessionSnapshot, Response> answer) {
        return SessionId.parse(id)
                .flatMap(showSession::show)
                .map(answer)
                .orElseGet(() -> answers.refused(request, Refusal.SESSION_UNKNOWN));
    }
}
