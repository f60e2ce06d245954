package nl.samenkomst.organise;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.access.Wanted;
import nl.samenkomst.domain.agenda.StartQuery;
import nl.samenkomst.domain.colleagues.ScopeChoices;
import nl.samenkomst.domain.desk.Overview;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Request;

/** What the page of each route is made from, so that it can be read together with who asks for it. */
final class PageReads {

    private PageReads() {}

    static Wanted of(OrganiseRoute route, Request request, Instant now) {
        Optional<SessionId> session = SessionId.parse(request.path("id"));
        return new Wanted(
                session,
                route.needsDraft(),
                session.flatMap(known -> registration(route, request)),
                sessions(route, request, now),
                route == OrganiseRoute.OVERVIEW,
                route == OrganiseRoute.FIGURES || route == OrganiseRoute.FIGURES_AS_CSV,
                namesColleagues(route));
    }

    private static Optional<RegistrationId> registration(OrganiseRoute route, Request request) {
        return switch (route) {
            case PARTICIPANT, PARTICIPANT_CHANGES, PARTICIPANT_ERASURE_FORM, PARTICIPANT_ERASURE ->
                ParticipantPages.id(request);
            default -> Optional.empty();
        };
    }

    private static Optional<StartQuery> sessions(OrganiseRoute route, Request request, Instant now) {
        return switch (route) {
            case OVERVIEW, NEW_SESSION, START_SESSION -> Optional.of(Overview.query(now));
            case SESSIONS -> Optional.of(OverviewPages.search(request).query(now));
            case FIGURES, FIGURES_AS_CSV ->
                Optional.of(FiguresPages.query(request, now).query());
            case NEW_COLLEAGUE,
                    INVITE_COLLEAGUE,
                    COLLEAGUE,
                    CHANGE_COLLEAGUE,
                    END_COLLEAGUE,
                    RESET_FACTOR,
                    INVITE_AGAIN -> Optional.of(ScopeChoices.query(now));
            default -> Optional.empty();
        };
    }

    private static boolean namesColleagues(OrganiseRoute route) {
        return switch (route) {
            case PARTICIPANT,
                    HISTORY,
                    MESSAGES,
                    CANCELLATION,
                    CANCEL,
                    REINSTATE,
                    COLLEAGUES,
                    COLLEAGUE,
                    DESK_HISTORY,
                    EDIT -> true;
            default -> false;
        };
    }
}
