package nl.samenkomst.organise;

import nl.samenkomst.Wiring;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.OverviewPage;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;

/** The first page after signing in. */
final class OverviewPages {

    private final OrganiserGate gate;

    OverviewPages(Wiring wiring) {
        this.gate = wiring.organiserGate();
    }

    Response show(OrganiserRequest request) {
        return gate.page(200, new OverviewPage(request.viewer()));
    }
}
