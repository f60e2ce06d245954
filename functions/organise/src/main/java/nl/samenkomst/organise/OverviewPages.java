package nl.samenkomst.organise;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.access.FoundSessions;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.desk.Overview;
import nl.samenkomst.domain.desk.SessionSearch;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.OverviewPage;
import nl.samenkomst.organiserpages.SessionListPage;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.urls.AfterParameter;
import nl.samenkomst.urls.OrganiserUrls;

/** The first page after signing in, and the list of sessions. */
final class OverviewPages {

    private final OrganiserGate gate;

    OverviewPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
    }

    Response show(OrganiserRequest request) {
        Overview overview = Overview.of(
                request.found().sessions(),
                request.access().organiser(),
                request.viewer().now());
        return gate.page(
                200,
                new OverviewPage(
                        request.viewer(),
                        overview,
                        request.found().next().isPresent(),
                        request.access().drafts()));
    }

    Response list(OrganiserRequest request) {
        SessionSearch search = search(request.request());
        FoundSessions found = request.found();
        Instant now = request.viewer().now();
        return gate.page(
                200, new SessionListPage(request.viewer(), search, found, search.matching(found.sessions(), now)));
    }

    /** Returns the search that a request asks for. */
    static SessionSearch search(Request request) {
        Map<String, String> query = request.query();
        boolean isPast = OrganiserUrls.PAST.equals(query.get(OrganiserUrls.WHEN));
        return new SessionSearch(
                isPast ? AgendaDirection.PAST : AgendaDirection.UPCOMING,
                query.getOrDefault(OrganiserUrls.WORDS, ""),
                Optional.ofNullable(query.get(OrganiserUrls.AFTER)).flatMap(AfterParameter::parse));
    }
}
