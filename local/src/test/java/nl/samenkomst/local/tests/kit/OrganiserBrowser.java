package nl.samenkomst.local.tests.kit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.signin.SignInChanges;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * An organiser's browser at a {@link Gathering}, signed in without the way there: calls the handlers of the organiser's
 * pages by the template's routes, as a page of the desk would, without a server in between.
 */
public final class OrganiserBrowser {

    private static final Template TEMPLATE = template();
    private static final String HOST = "aanmelden.example.org";

    private final Map<String, RequestStreamHandler> handlers = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>(
            Map.of("host", HOST, "sec-fetch-site", "same-origin", "content-type", "application/x-www-form-urlencoded"));
    private final Wiring wiring;
    private final List<String> cookies = new ArrayList<>();

    private OrganiserBrowser(Gathering gathering) {
        this(gathering.wiring(FreshTable.overHttp()));
    }

    private OrganiserBrowser(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Returns the same browser, whose requests are answered by functions with this wiring. */
    public OrganiserBrowser through(Wiring other) {
        OrganiserBrowser browser = new OrganiserBrowser(other);
        browser.cookies.addAll(cookies);
        browser.headers.putAll(headers);
        return browser;
    }

    /** Returns the browser of a new colleague with this role, signed in with a fresh second factor. */
    public static OrganiserBrowser of(Gathering gathering, String name, Role role, Scope scope) {
        Instant now = gathering.clock.instant();
        Organisers organisers = gathering.organisers();
        Organiser organiser = new Organiser(
                OrganiserId.generate(new SecureRandom()),
                name,
                new EmailAddress(name.toLowerCase(Locale.ROOT) + "@example.org"),
                role,
                scope,
                now,
                Optional.empty(),
                Optional.of(now),
                Optional.of(now),
                Version.NONE.next());
        SessionToken token = SessionToken.generate(organiser.id(), new SecureRandom());
        DeskEntry record = new DeskEntry(now, organiser.actor(), DeskAction.SIGNED_IN, Optional.empty());
        organisers.add(organiser, record);
        BrowserSession session =
                new BrowserSession(organiser.id(), token.hash(), now, now, Optional.of(now), false, "Firefox, Linux");
        gathering.signIns().write(beginning(session, List.of(), organiser.signedIn(now), record));
        OrganiserBrowser browser = new OrganiserBrowser(gathering);
        browser.cookies.add("__Host-samenkomst=" + token.written());
        return browser;
    }

    /** Returns the last step of signing in, without a request for a letter or a second factor. */
    public static SignInChanges beginning(
            BrowserSession fresh, List<BrowserSession> ended, Organiser after, DeskEntry record) {
        return new SignInChanges(
                Optional.empty(),
                Optional.empty(),
                Optional.of(after),
                Optional.of(fresh),
                Optional.empty(),
                ended,
                List.of(record));
    }

    /** Returns the browser of an administrator who sees everything. */
    public static OrganiserBrowser ofAdministrator(Gathering gathering) {
        return of(gathering, "Noor", Role.ADMINISTRATOR, new Scope.All());
    }

    /** Returns a browser in which nobody has signed in. */
    public static OrganiserBrowser signedOut(Gathering gathering) {
        return new OrganiserBrowser(gathering);
    }

    /** Sends this header with every request from now on; empty to leave it out. */
    public OrganiserBrowser with(String lowerCaseName, Optional<String> value) {
        headers.remove(lowerCaseName);
        value.ifPresent(sent -> headers.put(lowerCaseName, sent));
        return this;
    }

    /** Sends these cookies, and no others, with every request from now on. */
    public OrganiserBrowser withCookies(String... namesAndValues) {
        cookies.clear();
        cookies.addAll(List.of(namesAndValues));
        return this;
    }

    /** A response, its body decoded as text unless it is bytes. */
    public record Answer(int status, Map<String, String> headers, List<String> cookies, String body) {

        public Document page() {
            return Jsoup.parse(body);
        }

        public String location() {
            return headers.getOrDefault("location", "");
        }
    }

    /** Opens a page by its path and query; a fragment is not sent. */
    public Answer open(String path) {
        return request("GET", path.replaceFirst("#.*", ""), "");
    }

    /** Sends a form, percent-encoded, and returns the direct response. */
    public Answer send(String path, String form) {
        return request("POST", path, form);
    }

    public Answer request(String method, String pathAndQuery, String form) {
        String[] parts = pathAndQuery.split("\\?", 2);
        for (TemplateFunction function : TEMPLATE.functions()) {
            for (Route route : function.routes()) {
                Optional<Map<String, String>> parameters =
                        route.equals(Route.DEFAULT) ? Optional.empty() : route.match(method, parts[0]);
                if (parameters.isPresent() && isBest(method, parts[0], route)) {
                    return call(function, event(route, parameters.get(), parts, form));
                }
            }
        }
        throw new AssertionError("the template has no route for " + method + " " + parts[0]);
    }

    private static boolean isBest(String method, String path, Route route) {
        return TEMPLATE.functions().stream()
                .flatMap(function -> function.routes().stream())
                .filter(other -> !other.equals(Route.DEFAULT))
                .filter(other -> other.match(method, path).isPresent())
                .min(Comparator.comparing(Route::specificity))
                .filter(route::equals)
                .isPresent();
    }

    private Map<String, Object> event(Route route, Map<String, String> parameters, String[] address, String form) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", route.key());
        event.put("rawPath", address[0]);
        event.put("rawQueryString", address.length > 1 ? address[1] : "");
        event.put("headers", headers);
        event.put("cookies", cookies);
        event.put("pathParameters", parameters);
        event.put("requestContext", Map.of("http", Map.of("sourceIp", "192.0.2.1")));
        event.put("body", Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8)));
        event.put("isBase64Encoded", true);
        return event;
    }

    private Answer call(TemplateFunction function, Map<String, Object> event) {
        RequestStreamHandler handler = handlers.computeIfAbsent(function.handler(), this::create);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(JSON.std.asBytes(event)),
                    written,
                    Invocation.of(function.logicalId(), Duration.ofMinutes(1)));
            return answer(JSON.std.mapFrom(written.toByteArray()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private RequestStreamHandler create(String handler) {
        try {
            return Class.forName(handler)
                    .asSubclass(RequestStreamHandler.class)
                    .getConstructor(Wiring.class)
                    .newInstance(wiring);
        } catch (ReflectiveOperationException notThere) {
            throw new LinkageError(handler, notThere);
        }
    }

    private static Answer answer(Map<String, Object> tree) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (tree.get("headers") instanceof Map<?, ?> sent) {
            sent.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        }
        List<String> cookies = new ArrayList<>();
        if (tree.get("cookies") instanceof List<?> sent) {
            sent.forEach(cookie -> cookies.add(String.valueOf(cookie)));
        }
        int status = tree.get("statusCode") instanceof Integer number ? number : 0;
        return new Answer(status, headers, cookies, String.valueOf(tree.get("body")));
    }

    private static Template template() {
        try {
            return Template.read(
                    Path.of("../template.yaml"),
                    Map.of(
                            "Table", "t",
                            "BaseUrl", "https://" + HOST,
                            "OrganiserUrl", "https://organiser.example.org",
                            "FirstOrganiser", "noor@example.org",
                            "SenderAddress", "a@example.org",
                            "LetterTracking", "letters"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
