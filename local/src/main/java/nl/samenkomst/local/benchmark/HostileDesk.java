package nl.samenkomst.local.benchmark;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.desk.Handlers;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.LocalEnvironment;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import nl.samenkomst.urls.OrganiserUrls;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A desk whose functions are called directly, with the events that the gateway would send: every input of every route,
 * in any size and shape. It fails on a route or function that it does not know.
 */
public final class HostileDesk implements AutoCloseable {

    /** An HTTP API accepts at most 10,240 bytes of request line and headers together; this leaves room for the rest. */
    private static final int MAX_HEAD = 9_500;

    private static final int WARM_UPS = 50;
    private static final int WARM_UP_BYTES = 1_500;

    /** The gateway sends cookies beside the other headers. */
    private static final String COOKIE = "cookie";

    /** The parameters that a function reads, of those that serve people and programs. */
    private static final Map<String, List<String>> QUERY_BY_FUNCTION = Map.of(
            "list-sessions",
            List.of("lang", "topic", "audience", "region", "series", "when", "after", "page", "as", "theme", "also"),
            "cancel",
            List.of("lang", "elsewhere"),
            "register",
            List.of("lang"),
            "manage-sessions",
            List.of("lang", "after", "limit", "state", "addressConfirmed", "since", "until", "tell"));

    private static final List<String> ORGANISER_QUERY = List.of(
            "lang", "next", "done", "when", "q", "after", "before", "page", "state", "theme", "mail", "tick", "part",
            "invited", "known", "year", "series", "texts", "kind");
    private static final List<String> HEADERS = List.of(
            "accept-language", "accept-encoding", "if-none-match", "if-modified-since", "if-match", "content-type");
    private static final List<String> ORGANISER_HEADERS = List.of(
            "accept-language",
            "accept-encoding",
            "content-type",
            "host",
            "origin",
            "sec-fetch-site",
            "user-agent",
            COOKIE);

    /** A form that is kept until somebody has signed in, whichever it is. */
    private static final String KEPT = "POST /organise/sessions/{id}/participants/new";

    private static final Set<String> READING_HEADERS =
            Set.of("GET /organise", "GET /organise/sign-in", "POST /organise/sign-in", KEPT);

    private static final Set<String> READS =
            Set.of("BatchGetItemRequest", "DescribeTableRequest", "GetItemRequest", "QueryRequest");

    private static final Pattern MESSAGE = Pattern.compile("\\d{20}");
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final SessionId WITH_QUESTIONS = new SessionId("vragen");
    private static final SessionId WITHOUT_QUESTIONS = new SessionId("kaal");
    private static final SessionId SIGN_UPS = new SessionId("inschrijven");
    private static final SessionId CANCELLED = new SessionId("afgelast");
    private static final SessionId CANCELLED_AT_DESK = new SessionId("afgelast-aan-de-balie");
    private static final SessionId SOON = new SessionId("zometeen");

    private final Desk desk;
    private final Functions functions;
    private final Map<String, Object> anyEvent;
    private String message = "";
    private final Map<String, Registration> registrationByRoute = new LinkedHashMap<>();
    private final Map<String, OrganiserId> colleagueByRoute = new LinkedHashMap<>();
    private final MeasuredOrganiser organiser;
    private int people;

    private HostileDesk(Path root, Desk desk, Functions functions) throws IOException {
        this.desk = desk;
        this.functions = functions;
        this.anyEvent = JSON.std.mapFrom(Files.readString(root.resolve(Path.of("events", "register", "form.json"))));
        this.organiser = MeasuredOrganiser.signedIn(
                functions.clients.getFirst(), "samenkomst", desk.address(), desk.time()::now);
    }

    /**
     * Opens a desk with a session, a registration and a colleague for every route, and an organiser who is signed in.
     *
     * @param root the folder with the template
     */
    public static HostileDesk open(Path root) throws IOException, InterruptedException {
        return open(root, HostileDesk::overHttp);
    }

    /**
     * Opens a desk whose functions call the table in another way than over HTTP.
     *
     * @param root the folder with the template
     */
    public static HostileDesk open(Path root, Connection connection) throws IOException, InterruptedException {
        Path template = root.resolve("template.yaml");
        Functions functions = new Functions(connection);
        Desk paused = Desk.startPaused(new Desk.Options(0, Optional.empty(), false, template), functions);
        functions.database = Optional.of(paused.database());
        createInstances(paused, functions, Template.read(template, Map.of()).count("AWS::Serverless::Function"));
        HostileDesk desk = new HostileDesk(root, paused, functions);
        desk.publishAll();
        return desk;
    }

    /** Makes the client of a function. */
    @FunctionalInterface
    public interface Connection {

        /** Returns a client of the desk's database that runs {@code onWrite} before each write. */
        DynamoDbClient to(LocalDynamoDb database, Runnable onWrite);
    }

    private static DynamoDbClient overHttp(LocalDynamoDb database, Runnable onWrite) {
        return InterceptedClients.build(DynamoDbClients.builder(), database.address(), new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                if (!READS.contains(context.request().getClass().getSimpleName())) {
                    onWrite.run();
                }
            }
        });
    }

    /** A request for which the gateway has chosen the function and the route. */
    public record Asked(
            String function,
            String route,
            Map<String, String> path,
            String query,
            Map<String, String> headers,
            String body) {

        Asked body(String other) {
            return new Asked(function, route, path, query, headers, other);
        }

        Asked query(String other) {
            return new Asked(function, route, path, other, headers, body);
        }

        Asked path(String name, String value) {
            return new Asked(function, route, with(path, name, value), query, headers, body);
        }

        Asked header(String name, String value) {
            return new Asked(function, route, path, query, with(headers, name, value), body);
        }

        private static Map<String, String> with(Map<String, String> map, String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(map);
            more.put(name, value);
            return more;
        }
    }

    /**
     * The response of a function.
     *
     * @param writes number of writes to the table, including failed ones
     * @param millis CPU time of the answering thread, in milliseconds, without the table's own
     */
    public record Said(int status, String answer, int writes, double millis) {}

    /**
     * One input of a route, in one shape.
     *
     * @param isInBody whether it is in the body, and so may exceed the gateway's limit for request line and headers
     * @param ofBytes builds the request with about this many bytes of the input, or as many as the gateway accepts
     */
    public record Input(String route, String name, String shape, boolean isInBody, IntFunction<Asked> ofBytes) {}

    /** Returns every input of every route in every shape. */
    public List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (Asked example : examples()) {
            String route = example.route() + variant(example);
            for (HostileBodies.GrowingBody body : HostileBodies.of(RouteBody.of(example.route()))) {
                Asked typed = body.contentType()
                        .map(type -> example.header("content-type", type))
                        .orElse(example);
                inputs.add(new Input(route, body.input(), body.shape(), true, bytes -> typed.body(body.atMost(bytes))));
            }
            for (HostileShape shape : HostileShape.values()) {
                outsideBody(example, shape)
                        .forEach((name, ofBytes) -> inputs.add(new Input(
                                route,
                                name,
                                shape.toString(),
                                false,
                                bytes -> ofBytes.apply(Math.min(bytes, MAX_HEAD)))));
            }
        }
        return inputs;
    }

    /** Returns the parameters that a route may read; of an organiser's form, those of its page's address. */
    private static List<String> query(Asked example) {
        return !isOrganisers(example.route())
                ? Objects.requireNonNull(QUERY_BY_FUNCTION.get(example.function()), example.function())
                : example.route().startsWith("GET ") ? ORGANISER_QUERY : List.of("lang", "next");
    }

    /** Returns the headers that a route may read; of an organiser's, one gate reads them for every route. */
    private static List<String> headers(String route) {
        return !isOrganisers(route) ? HEADERS : READING_HEADERS.contains(route) ? ORGANISER_HEADERS : List.of();
    }

    private static String variant(Asked example) {
        return example.path().containsValue(WITHOUT_QUESTIONS.value())
                ? " (asks nothing)"
                : isSignedOut(example) ? " (signed out)" : "";
    }

    private static boolean isSignedOut(Asked asked) {
        return asked.headers().getOrDefault(COOKIE, "?").isEmpty();
    }

    /** Returns the inputs outside the body: query, path and headers. */
    private static Map<String, IntFunction<Asked>> outsideBody(Asked example, HostileShape shape) {
        Map<String, IntFunction<Asked>> inputs = new LinkedHashMap<>();
        for (String name : query(example)) {
            inputs.put("?" + name, bytes -> example.query(name + "=" + sized(bytes, shape, HostileDesk::encoded)));
        }
        String one = "&topic=" + encoded(shape.of(1));
        inputs.put("?topic many times", bytes -> example.query(one.repeat(Math.ceilDiv(bytes, one.length()))));
        for (String name : example.path().keySet()) {
            inputs.put("{" + name + "}", bytes -> example.path(name, sized(bytes, shape, text -> text)));
        }
        for (String name : headers(example.route())) {
            inputs.put(name, bytes -> example.header(name, sized(bytes, shape, text -> text)));
        }
        return inputs;
    }

    /**
     * Returns an ordinary request to every route but HEAD, which is answered as GET; for signing up, one to a session
     * with questions and one to a session without; of an organiser's form, one by somebody who is not signed in too.
     */
    public List<Asked> examples() {
        List<Asked> examples = new ArrayList<>();
        for (TemplateFunction function : functions.functionsByName.values()) {
            for (Route route : function.routes()) {
                String key = key(route);
                for (SessionId session : route.method().equals("HEAD") ? List.<SessionId>of() : sessionsOf(key)) {
                    String body = HostileBodies.written(RouteBody.of(key));
                    Asked example = asked(function.name(), key, pathOf(key, session), body);
                    examples.add(example);
                    if (key.equals(KEPT)) {
                        examples.add(example.header(COOKIE, ""));
                    }
                }
            }
        }
        return examples;
    }

    /** Sends every body input once, small, and each example often, so that the code is warm. */
    void warmUp() throws IOException {
        for (Input input : inputs()) {
            if (input.isInBody()) {
                ask(input.ofBytes().apply(WARM_UP_BYTES));
            }
        }
        for (int time = 0; time < WARM_UPS; time++) {
            for (Asked example : examples()) {
                ask(example);
            }
        }
    }

    /** Calls the function and returns its response. */
    public Said ask(Asked asked) throws IOException {
        functions.asked.incrementAndGet();
        byte[] event = event(asked, filledIn(asked));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        TemplateFunction function = Objects.requireNonNull(functions.functionsByName.get(asked.function()));
        RequestStreamHandler handler = Objects.requireNonNull(functions.handlers.get(asked.function()));
        int writesBefore = functions.writes;
        long before = THREADS.getCurrentThreadCpuTime();
        handler.handleRequest(
                new ByteArrayInputStream(event),
                answer,
                Invocation.of(function.logicalId(), function.timeout(), line -> {}));
        double millis = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
        String said = answer.toString(StandardCharsets.UTF_8);
        return new Said(status(said), said, functions.writes - writesBefore, millis);
    }

    /** Returns the body with what it must have for the route to do its work. */
    private String filledIn(Asked asked) {
        String body = asked.body();
        if (body.contains(RouteBody.ADDRESS)) {
            body = body.replace(RouteBody.ADDRESS, freshAddress());
        }
        if (body.contains(RouteBody.REGISTRATION)) {
            body = body.replace(
                    RouteBody.REGISTRATION, registrationOf(asked.route()).id().value());
        }
        if (body.contains(RouteBody.SEEN)) {
            body = body.replace(RouteBody.SEEN, organiser.seen(colleagueOf(asked.route())));
        }
        return body;
    }

    /** Publishes a document under this id; returns false if it is refused. */
    boolean publish(SessionId id, Map<String, Object> document) throws IOException {
        return call("manage-sessions", "PUT /api/v1/organiser/sessions/{id}", id, document)
                        .status()
                < 400;
    }

    /** Registers a person; empty if refused. */
    Optional<Registration> signUp(SessionId session, Map<String, Object> person) throws IOException {
        Said said = call("register", "POST /api/v1/sessions/{id}/registrations", session, person);
        return said.status() < 400
                ? Optional.of(registration(session, String.valueOf(person.get("email"))))
                : Optional.empty();
    }

    /** Returns an address that nobody has registered with. */
    String freshAddress() {
        return "p" + ++people + "@example.org";
    }

    Said call(String function, String route, SessionId session, Map<String, Object> tree) throws IOException {
        return ask(asked(function, route, Map.of("id", session.value()), HostileBodies.json(tree)));
    }

    /** Builds a request with the headers that browsers and programs send. */
    static Asked asked(String function, String route, Map<String, String> path, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", isForm(route) ? "application/x-www-form-urlencoded" : "application/json");
        headers.put("accept-encoding", "gzip");
        headers.put("accept-language", "nl");
        return new Asked(function, route, path, "", headers, body);
    }

    /** Sends all letters that are due; returns the CPU time per letter in milliseconds, 0 if there were none. */
    double millisPerLetter() throws IOException {
        functions.letters.clear();
        desk.time().travelTo(desk.time().now());
        return functions.letters.millisEach();
    }

    @Override
    public void close() {
        desk.close();
        functions.clients.forEach(DynamoDbClient::close);
    }

    /**
     * Calls every function once, except the two that only the mail service's events and requests to sign in start: an
     * instance is only created on first use, and a function without one would not be measured.
     */
    private static void createInstances(Desk desk, Functions functions, int described)
            throws IOException, InterruptedException {
        desk.time().travelTo(desk.time().now());
        try (HttpClient browser = HttpClient.newHttpClient()) {
            for (String path : List.of(
                    "/sessions",
                    "/sessions/a/registrations/a",
                    "/api/v1/organiser/sessions",
                    "/organise",
                    "/organise/sign-in")) {
                browser.send(
                        HttpRequest.newBuilder(desk.address().resolve(path)).build(), BodyHandlers.discarding());
            }
            browser.send(
                    HttpRequest.newBuilder(desk.address().resolve("/sessions/a/own-link"))
                            .POST(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.discarding());
        }
        if (functions.functionsByName.size() != described - 2) {
            throw new IllegalStateException(
                    "of " + described + " functions only " + functions.functionsByName.keySet());
        }
    }

    private void publishAll() throws IOException {
        for (SessionId id : List.of(WITH_QUESTIONS, SIGN_UPS, new SessionId("ander"))) {
            requireAccepted(publish(id, HostileSessions.document()), id);
        }
        for (SessionId id : List.of(WITHOUT_QUESTIONS, CANCELLED)) {
            requireAccepted(publish(id, HostileSessions.bare()), id);
        }
        requireAccepted(publish(CANCELLED_AT_DESK, HostileSessions.document()), CANCELLED_AT_DESK);
        requireAccepted(publish(SOON, HostileSessions.soon()), SOON);
        message = sendMessage();
        for (TemplateFunction function : functions.functionsByName.values()) {
            for (Route route : function.routes()) {
                if (needsRegistration(key(route))) {
                    registrationByRoute.put(key(route), registrationFor(key(route)));
                }
                if (route.path().contains("{organiser}")) {
                    colleagueByRoute.put(key(route), organiser.addColleague().id());
                }
            }
        }
    }

    /** Sends a message, which any number of requests may withdraw, and returns its id. */
    private String sendMessage() throws IOException {
        String route = "POST /api/v1/organiser/sessions/{id}/messages";
        Map<String, Object> tree = RouteBody.of(route) instanceof RouteBody.Json json ? json.tree() : Map.of();
        Matcher id = MESSAGE.matcher(
                call("manage-sessions", route, WITH_QUESTIONS, tree).answer());
        requireAccepted(id.find(), WITH_QUESTIONS);
        return id.group();
    }

    private static boolean needsRegistration(String route) {
        return (route.contains("{token}") && !isOrganisers(route))
                || route.contains("{registration}")
                || HostileBodies.written(RouteBody.of(route)).contains(RouteBody.REGISTRATION);
    }

    private Registration registrationFor(String route) throws IOException {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", "Noor");
        person.put("email", freshAddress());
        if (route.endsWith("/acceptance")) {
            Map<String, Object> invitations = Map.of("invitations", List.of(person));
            Said said = call(
                    "manage-sessions", "POST /api/v1/organiser/sessions/{id}/invitations", WITH_QUESTIONS, invitations);
            requireAccepted(said.status() < 400, WITH_QUESTIONS);
            return registration(WITH_QUESTIONS, String.valueOf(person.get("email")));
        }
        return signUp(sessionsOf(route).getFirst(), person).orElseThrow();
    }

    private static void requireAccepted(boolean works, SessionId session) {
        if (!works) {
            throw new IllegalStateException(session + " is refused, but it must be an example");
        }
    }

    private Registration registration(SessionId session, String email) {
        DynamoDbRegistrations registrations = new DynamoDbRegistrations(
                functions.clients.getFirst(), "samenkomst", new StoredDeskKey(new SecureRandom()));
        return registrations
                .find(session, new EmailAddress(email), desk.time().now())
                .flatMap(found -> found.registration())
                .orElseThrow();
    }

    /** Builds an event; forms arrive in Base64, as does everything that the gateway does not consider text. */
    private byte[] event(Asked asked, String body) throws IOException {
        String method = asked.route().replaceFirst(" .*", "");
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("http", Map.of("method", method.equals("$default") ? "GET" : method));
        context.put("authorizer", Map.of("iam", Map.of("userArn", "local")));
        Map<String, Object> event = new LinkedHashMap<>(anyEvent);
        event.put("routeKey", asked.route());
        event.put("rawPath", asked.path().getOrDefault("", "/"));
        event.put("rawQueryString", asked.query());
        Map<String, String> headers = new LinkedHashMap<>(isOrganisers(asked.route()) ? organiser.headers() : Map.of());
        headers.putAll(asked.headers());
        String cookie = headers.remove(COOKIE);
        if (isOrganisers(asked.route())) {
            event.put("cookies", List.of(cookie == null ? organiser.cookie(asked.route()) : cookie));
        }
        event.put("headers", headers);
        event.put("requestContext", context);
        event.put("pathParameters", asked.path());
        event.put(
                "body",
                isForm(asked.route())
                        ? Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8))
                        : body);
        event.put("isBase64Encoded", isForm(asked.route()));
        return JSON.std.asString(event).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the sessions on which a route can do its work. */
    private static List<SessionId> sessionsOf(String route) {
        return switch (route) {
            case "PUT /api/v1/organiser/sessions/{id}" -> List.of(new SessionId("nieuw"));
            case "POST /api/v1/organiser/sessions/{id}/cancellation" -> List.of(CANCELLED);
            case "GET /organise/sessions/{id}/cancellation", "POST /organise/sessions/{id}/cancellation" ->
                List.of(CANCELLED_AT_DESK);
            case "GET /organise/sessions/{id}/door",
                    "GET /organise/sessions/{id}/door/registrations",
                    "POST /organise/sessions/{id}/door/registrations",
                    "POST /organise/sessions/{id}/participants/{registration}/presence" -> List.of(SOON);
            case "POST /api/v1/organiser/sessions/{id}/registrations",
                    "POST /api/v1/organiser/sessions/{id}/invitations",
                    "POST /organise/sessions/{id}/participants/new",
                    "POST /organise/sessions/{id}/invitations" -> List.of(SIGN_UPS);
            case "POST /sessions/{id}/registrations", "POST /api/v1/sessions/{id}/registrations" ->
                List.of(SIGN_UPS, WITHOUT_QUESTIONS);
            default -> List.of(WITH_QUESTIONS);
        };
    }

    /** Returns example values of the path parameters; for the default route, its whole path under an empty name. */
    private Map<String, String> pathOf(String route, SessionId session) {
        Map<String, String> path = new LinkedHashMap<>();
        if (route.equals("$default")) {
            path.put("", "/nergens");
        }
        PARAMETER.matcher(route).results().map(found -> found.group(1)).forEach(name -> {
            switch (name) {
                case "id" -> path.put(name, session.value());
                case "token" ->
                    path.put(
                            name,
                            isOrganisers(route)
                                    ? organiser.link()
                                    : registrationOf(route).ownLink().token());
                case "registration" -> path.put(name, registrationOf(route).id().value());
                case "section" -> path.put(name, "themes");
                case "organiser" -> path.put(name, colleagueOf(route).value());
                // Of nobody: the desk alone can make one of somebody.
                case "code" -> path.put(name, "A".repeat(44));
                case "message" -> path.put(name, message);
                default -> throw new IllegalStateException("nobody has said yet what {" + name + "} is");
            }
        });
        return path;
    }

    private Registration registrationOf(String route) {
        return Objects.requireNonNull(registrationByRoute.get(route));
    }

    private OrganiserId colleagueOf(String route) {
        return Objects.requireNonNull(colleagueByRoute.get(route));
    }

    private static boolean isOrganisers(String route) {
        return OrganiserUrls.isOrganisers(route.substring(route.indexOf(' ') + 1));
    }

    private static boolean isForm(String route) {
        return RouteBody.of(route) instanceof RouteBody.Form;
    }

    private static String key(Route route) {
        return route.path().equals("$default") ? route.path() : route.method() + " " + route.path();
    }

    private static String sized(int bytes, HostileShape shape, UnaryOperator<String> written) {
        int ofAThousand = Math.max(bytes(written.apply(shape.of(1_000))), 1);
        return written.apply(shape.of((int) (bytes * 1_000L / ofAThousand)));
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(0, 20).replaceFirst("\\{\"statusCode\":(\\d+).*", "$1"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** One instance of each function, each with its own table client that counts writes. */
    private static final class Functions implements Handlers {

        private final Map<String, TemplateFunction> functionsByName = new LinkedHashMap<>();
        private final Map<String, RequestStreamHandler> handlers = new LinkedHashMap<>();
        private final List<DynamoDbClient> clients = new ArrayList<>();
        private final LetterCosts letters = new LetterCosts();
        private final Connection connection;
        private volatile Optional<LocalDynamoDb> database = Optional.empty();
        private volatile int writes;

        /** A millisecond each: what is published, taken back and published in one moment has one entry for both. */
        private final AtomicInteger asked = new AtomicInteger();

        Functions(Connection connection) {
            this.connection = connection;
        }

        @Override
        public synchronized RequestStreamHandler create(TemplateFunction function, LocalEnvironment around) {
            DynamoDbClient client = connection.to(database.orElseThrow(), this::count);
            Map<String, String> environment = new LinkedHashMap<>(around.environment());
            environment.replace("SECOND_FACTOR", "totp");
            InstantSource clock = () -> around.clock().instant().plusMillis(asked.get());
            LocalEnvironment counted = new LocalEnvironment(
                    environment,
                    clock.withZone(ZoneOffset.UTC),
                    around.pause(),
                    () -> client,
                    around.ses(),
                    around.secrets());
            RequestStreamHandler handler = Handlers.named().create(function, counted);
            functionsByName.put(function.name(), function);
            handlers.put(function.name(), handler);
            clients.add(client);
            return function.routes().isEmpty() ? meteringLetters(handler, function) : handler;
        }

        private synchronized void count() {
            writes++;
        }

        private RequestStreamHandler meteringLetters(RequestStreamHandler handler, TemplateFunction function) {
            return (event, answer, context) -> {
                long before = THREADS.getCurrentThreadCpuTime();
                handler.handleRequest(
                        event, answer, Invocation.of(function.logicalId(), function.timeout(), letters::count));
                letters.cost(THREADS.getCurrentThreadCpuTime() - before);
            };
        }
    }

    /** CPU time of letters since the last {@link #clear}; the function's log says how many were sent. */
    private static final class LetterCosts {

        private static final Pattern SENT = Pattern.compile("\"sent\":(\\d+)");

        private long nanos;
        private int sent;

        synchronized void cost(long more) {
            nanos += more;
        }

        synchronized void count(String line) {
            SENT.matcher(line).results().forEach(found -> sent += Integer.parseInt(found.group(1)));
        }

        synchronized void clear() {
            nanos = 0;
            sent = 0;
        }

        synchronized double millisEach() {
            return sent == 0 ? 0 : nanos / 1e6 / sent;
        }
    }
}
