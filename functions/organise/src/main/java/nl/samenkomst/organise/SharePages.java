package nl.samenkomst.organise;

import nl.samenkomst.Wiring;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.SharePage;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.urls.DeskUrls;

/** The page with what leads people to a session. */
final class SharePages {

    private final OrganiserGate gate;
    private final DeskUrls desk;

    SharePages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.desk = new DeskUrls(wiring.baseUrl());
    }

    Response show(OrganiserRequest request) {
        boolean inBoth = request.request()
                .query(SharePage.TEXTS_IN)
                .filter(SharePage.EVERY::equals)
                .isPresent();
        return gate.page(200, new SharePage(request.snapshot().session(), desk, inBoth, request.viewer()));
    }
}
