package nl.samenkomst.responses;

import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.access.Access;
import nl.samenkomst.domain.access.OpenDesk;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.access.Wanted;
import nl.samenkomst.http.CookieName;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.http.SameOrigin;
import nl.samenkomst.organiserpages.KeptForm;
import nl.samenkomst.organiserpages.KeptFormPage;
import nl.samenkomst.organiserpages.OrganiserPage;
import nl.samenkomst.organiserpages.OrganiserPages;
import nl.samenkomst.organiserpages.RefusedPage;
import nl.samenkomst.organiserpages.Viewer;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.OrganiserUrls;

/**
 * Admits requests to the organiser's pages: none if the desk has no organisers or is reached by another address than its
 * own, no form of another site, and nobody who is not signed in or lacks the permission. A form that is not admitted is
 * kept, with everything typed, to be sent again.
 */
public final class OrganiserGate {

    private final OrganiserPages pages;
    private final Responses answers;
    private final OpenDesk openDesk;
    private final Optional<EmailAddress> firstOrganiser;
    private final URI baseUrl;
    private final Clock clock;

    /**
     * Creates the gate of a desk.
     *
     * @param firstOrganiser empty if the desk has no organisers, so that none of these pages exists
     * @param baseUrl the only address at which they exist
     */
    public OrganiserGate(
            OrganiserPages pages,
            Responses answers,
            OpenDesk openDesk,
            Optional<EmailAddress> firstOrganiser,
            URI baseUrl,
            Clock clock) {
        this.pages = pages;
        this.answers = answers;
        this.openDesk = openDesk;
        this.firstOrganiser = firstOrganiser;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Returns the name of the cookie of somebody signed in. */
    public static CookieName cookie(URI baseUrl) {
        return CookieName.of("samenkomst", baseUrl);
    }

    /** Returns the handler's response if the request may be one of a page of this desk, and else a refusal. */
    public Response admit(Request request, Function<Request, Response> handler) {
        if (firstOrganiser.isEmpty() || !SameOrigin.isToOwnHost(request, baseUrl)) {
            return answers.refused(request, Refusal.PAGE_UNKNOWN);
        }
        Response response = SameOrigin.allows(request, baseUrl) ? handler.apply(request) : ofOtherSite(request);
        // With no-referrer, browsers send "Origin: null" with the forms of these pages.
        return response.personal().with("referrer-policy", "same-origin");
    }

    /** Returns the handler's response if somebody with this permission is signed in, and else a refusal. */
    public Response open(Request request, Permission permission, Function<OrganiserRequest, Response> handler) {
        return open(request, permission, Wanted.NOTHING, handler);
    }

    /**
     * Returns the handler's response if somebody with this permission is signed in, and else a refusal.
     *
     * @param wanted what the page is made from
     */
    public Response open(
            Request request, Permission permission, Wanted wanted, Function<OrganiserRequest, Response> handler) {
        boolean namesSession = request.path().containsKey("id");
        Optional<String> cookie = request.cookie(cookie(baseUrl).value());
        Access access = openDesk.open(cookie, permission, wanted);
        return switch (access) {
            case Access.Granted granted ->
                namesSession && wanted.session().isEmpty()
                        ? refused(
                                request, Refusal.SESSION_UNKNOWN, KeptFormPage.Why.SESSION_UNKNOWN, granted.organiser())
                        : handler.apply(new OrganiserRequest(
                                request, granted, viewer(request, Optional.of(granted.organiser()))));
            case Access.NotSignedIn _ ->
                request.isSafe()
                        ? Response.seeOther(links(request).signIn(here(request)))
                        : kept(request, KeptForms.of(request), KeptFormPage.Why.SIGNED_OUT, Optional.empty());
            case Access.NeedsFreshFactor _ ->
                request.isSafe()
                        ? Response.seeOther(links(request).factor(here(request)))
                        : kept(request, KeptForms.of(request), KeptFormPage.Why.FACTOR_TOO_OLD, Optional.empty());
            case Access.Forbidden forbidden -> {
                RefusalLog.notPermitted(request, forbidden.organiser());
                yield refused(request, Refusal.NOT_PERMITTED, KeptFormPage.Why.NOT_PERMITTED, forbidden.organiser());
            }
            case Access.UnknownSession unknown -> {
                RefusalLog.outOfScope(request, unknown.organiser());
                yield refused(request, Refusal.SESSION_UNKNOWN, KeptFormPage.Why.SESSION_UNKNOWN, unknown.organiser());
            }
        };
    }

    /**
     * Returns the handler's response if somebody who was admitted also has this permission, which only what they sent
     * asks for, and else a refusal that keeps the form.
     */
    public Response allow(OrganiserRequest request, Permission permission, Supplier<Response> handler) {
        Organiser organiser = request.access().organiser();
        if (!organiser.role().gives(permission)) {
            RefusalLog.notPermitted(request.request(), organiser);
            return refused(request.request(), Refusal.NOT_PERMITTED, KeptFormPage.Why.NOT_PERMITTED, organiser);
        }
        boolean needsFactor = permission.needsFreshFactor()
                && !request.access().browserSession().isFresh(clock.instant());
        return needsFactor
                ? kept(
                        request.request(),
                        KeptForms.of(request.request()),
                        KeptFormPage.Why.FACTOR_TOO_OLD,
                        Optional.empty())
                : handler.get();
    }

    private Response ofOtherSite(Request request) {
        RefusalLog.otherSite(request);
        return kept(request, KeptForms.of(request), KeptFormPage.Why.OTHER_SITE, Optional.empty());
    }

    /** Returns the response to a request of somebody signed in that is refused as a whole. */
    public Response refused(OrganiserRequest request, Refusal refusal) {
        return page(refusal.status(), new RefusedPage(refusal, request.viewer()));
    }

    /** Keeps a form with something in it, and else only says why the request is refused. */
    private Response refused(Request request, Refusal refusal, KeptFormPage.Why why, Organiser organiser) {
        KeptForm form = KeptForms.of(request);
        return !request.isSafe() && !form.isEmpty()
                ? kept(request, form, why, Optional.of(organiser))
                : page(refusal.status(), new RefusedPage(refusal, viewer(request, Optional.of(organiser))));
    }

    public Response page(int status, OrganiserPage page) {
        return Response.page(
                status,
                pages.render(page),
                pages.contentSecurityPolicy(),
                page.language().tag());
    }

    /** Returns who looks at the requested page, in the language that the request asks for. */
    public Viewer viewer(Request request, Optional<Organiser> organiser) {
        return new Viewer(organiser, Responses.language(request), here(request), links(request), clock.instant());
    }

    /** Returns URLs in the language that the request names, if it names one. */
    public static OrganiserUrls links(Request request) {
        return new OrganiserUrls(Responses.namedLanguage(request));
    }

    private Response kept(Request request, KeptForm form, KeptFormPage.Why why, Optional<Organiser> organiser) {
        Viewer viewer = new Viewer(
                organiser,
                Responses.language(request, form.fields()),
                organiser.isPresent() ? here(request) : new OrganiserUrls(Optional.empty()).overview(),
                links(request),
                clock.instant());
        return page(why.status(), new KeptFormPage(why, viewer.links().again(here(request)), form, viewer));
    }

    /** Returns the requested page with its query, but without a language. */
    private static String here(Request request) {
        String query = Arrays.stream(request.rawQuery().split("&", -1))
                .filter(part -> !part.isEmpty() && !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return DeskUrls.escaped(query.isEmpty() ? request.requestedPath() : request.requestedPath() + "?" + query);
    }
}
