package nl.samenkomst.organise;

import java.time.Instant;
import java.util.List;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.FiguresCsv;
import nl.samenkomst.domain.figures.FiguresQuery;
import nl.samenkomst.domain.figures.SessionFigures;
import nl.samenkomst.domain.figures.ShowFigures;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.FiguresPage;
import nl.samenkomst.organiserpages.SessionFiguresPage;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.urls.OrganiserUrls;

/** The figures of a session, and of the sessions of a year or a series. */
final class FiguresPages {

    private final OrganiserGate gate;
    private final ShowFigures showFigures;

    FiguresPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.showFigures = wiring.organiser().showFigures();
    }

    Response ofSession(OrganiserRequest request) {
        return gate.page(
                200,
                new SessionFiguresPage(
                        request.viewer(), request.snapshot().session(), showFigures.show(request.snapshot())));
    }

    Response ofSessionAsCsv(OrganiserRequest request) {
        Session session = request.snapshot().session();
        return file(
                request,
                List.of(new SessionFigures(session, showFigures.show(request.snapshot()))),
                session.id().value());
    }

    Response show(OrganiserRequest request) {
        FiguresQuery query = query(request.request(), request.viewer().now());
        return gate.page(
                200,
                new FiguresPage(
                        request.viewer(),
                        query,
                        figures(request, query),
                        query.seriesAmong(request.found().sessions()),
                        query.isCut(request.found().next())));
    }

    Response asCsv(OrganiserRequest request) {
        FiguresQuery query = query(request.request(), request.viewer().now());
        String year = query.year().isPresent() ? String.valueOf(query.year().getAsInt()) : FiguresQuery.EVERY_YEAR;
        return file(request, figures(request, query), year);
    }

    private static List<SessionFigures> figures(OrganiserRequest request, FiguresQuery query) {
        return query.matching(request.found().sessions(), request.found().tallies());
    }

    private static Response file(OrganiserRequest request, List<SessionFigures> figures, String name) {
        return Response.text(
                        200,
                        FiguresCsv.TYPE,
                        FiguresCsv.of(figures, request.viewer().language()))
                .with("content-disposition", "attachment; filename=\"figures-" + name + ".csv\"");
    }

    /** Returns the query that a request asks for. */
    static FiguresQuery query(Request request, Instant now) {
        return FiguresQuery.of(
                request.query(OrganiserUrls.YEAR).orElse(""),
                request.query(OrganiserUrls.SERIES).orElse(""),
                now);
    }
}
