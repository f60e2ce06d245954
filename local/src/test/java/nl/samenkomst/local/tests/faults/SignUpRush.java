package nl.samenkomst.local.tests.faults;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.cancel.CancelHandler;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Sleeper;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.faults.FaultyHttpClient;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.StoppedClock;
import nl.samenkomst.register.RegisterHandler;
import nl.samenkomst.sendreminders.SendRemindersHandler;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** One session that many people sign up for at once, while calls to the table fail at random. */
final class SignUpRush implements AutoCloseable {

    private static final double FAULT_RATE = 0.2;
    private static final SessionId ID = new SessionId("jongeren");
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private final StoppedClock clock = new StoppedClock(NOW);
    private final Random random;
    private final FaultyHttpClient faultyNetwork;
    private final List<DynamoDbClient> clients = new ArrayList<>();
    private final MailEndpoint mail;
    private final Mailbox mailbox;
    private final Wiring faultlessWiring;
    private final FreshTable table;
    private final int limit;
    private final Map<String, Integer> answers = new TreeMap<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();

    SignUpRush(long seed, int limit) throws Exception {
        this.random = new Random(seed);
        this.limit = limit;
        this.table = FreshTable.create();
        this.faultyNetwork = new FaultyHttpClient(UrlConnectionHttpClient.create(), FAULT_RATE, seed);
        this.mailbox = new Mailbox(clock, Optional.empty());
        this.mail = MailEndpoint.start(mailbox);
        this.faultlessWiring = wiring(table.client(), table.name());
        faultlessWiring.organiser().publishSession().publish(ID, document(limit), Optional.empty(), Actor.LOCAL);
    }

    void signUpAll(int people) throws Exception {
        atOnce(IntStream.rangeClosed(1, people)
                .mapToObj(number -> signUp("persoon" + number))
                .toList());
    }

    void signUpRepeatedly(int times) throws Exception {
        atOnce(Collections.nCopies(times, signUp("persoon")));
    }

    void peopleSignUpAndCancelAtOnce(int newcomers, int leavers) throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        IntStream.rangeClosed(1, newcomers).forEach(number -> calls.add(signUp("nieuw" + number)));
        List<Registration> there = new ArrayList<>(
                registrations().stream().map(ListedRegistration::registration).toList());
        Collections.shuffle(there, random);
        there.subList(0, leavers).forEach(registration -> calls.add(cancel(registration)));
        Collections.shuffle(calls, random);
        atOnce(calls);
    }

    /**
     * Runs the schedule four times on the failing table, with lost claims expiring in between, and once without
     * failures.
     */
    void sendLetters() throws Exception {
        SendRemindersHandler handler = new SendRemindersHandler(faultyWiring());
        for (int run = 0; run < 4; run++) {
            try {
                invoke(handler, "{}");
            } catch (RuntimeException someFailed) {
                // The next run retries them.
            }
            clock.advance(Duration.ofMinutes(6));
        }
        invoke(new SendRemindersHandler(faultlessWiring), "{}");
    }

    int answers(String answer) {
        return answers.getOrDefault(answer, 0);
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    String places() {
        Places places =
                faultlessWiring.organiser().showSession().show(ID).orElseThrow().places();
        return "%d taken, %d waiting, %d cancelled"
                .formatted(places.taken(), places.waiting(), places.count(Count.CANCELLED));
    }

    /** Returns everything that is wrong with places and queue. */
    List<String> invalid() {
        List<String> invalid = new ArrayList<>();
        Places places =
                faultlessWiring.organiser().showSession().show(ID).orElseThrow().places();
        long confirmed = count(RegistrationState.Confirmed.class);
        long waiting = count(RegistrationState.Waitlisted.class);
        if (confirmed > limit) {
            invalid.add("oversold: " + confirmed);
        }
        if (confirmed < limit && waiting > 0) {
            invalid.add("undersold: " + confirmed + " with " + waiting + " waiting");
        }
        if (places.taken() != confirmed
                || places.waiting() != waiting
                || places.count(Count.CANCELLED) != count(RegistrationState.Cancelled.class)) {
            invalid.add("counted wrong: " + places);
        }
        List<Integer> positions = registrations().stream()
                .filter(one -> one.position().isPresent())
                .map(one -> one.position().getAsInt())
                .sorted()
                .toList();
        if (!positions.equals(IntStream.rangeClosed(1, (int) waiting).boxed().toList())) {
            invalid.add("positions: " + positions);
        }
        long numbers = registrations().stream()
                .map(one -> one.registration().state())
                .filter(RegistrationState.Waitlisted.class::isInstance)
                .map(state -> ((RegistrationState.Waitlisted) state).number())
                .distinct()
                .count();
        if (numbers != waiting) {
            invalid.add("one number twice");
        }
        return invalid;
    }

    /** Returns everybody who did not get exactly the letters they were owed, each once. */
    List<String> wrongLetters() {
        Map<String, List<String>> byPerson = new LinkedHashMap<>();
        mailbox.letters()
                .forEach(letter -> byPerson.computeIfAbsent(letter.to(), to -> new ArrayList<>())
                        .add(letter.kind()));
        List<String> invalid = new ArrayList<>();
        for (ListedRegistration one : registrations()) {
            Registration registration = one.registration();
            List<String> got =
                    byPerson.getOrDefault(registration.person().email().value(), List.of());
            String last = switch (registration.state()) {
                case RegistrationState.Confirmed c -> c.fromWaitingList() ? "promoted" : "confirmed";
                case RegistrationState.Waitlisted _ -> "waiting";
                case RegistrationState.UnderReview _ -> "under-review";
                case RegistrationState.Declined _ -> "declined";
                case RegistrationState.Cancelled _ -> "cancelled";
                case RegistrationState.Invited _ -> "invited";
                case RegistrationState.InvitationDeclined _ -> "invited";
                case RegistrationState.InvitationRevoked _ -> "revoked";
            };
            if (!got.equals(List.of(last))) {
                invalid.add(registration.state() + " got " + got);
            }
        }
        return invalid;
    }

    @Override
    public void close() {
        clients.forEach(DynamoDbClient::close);
        mail.close();
    }

    private long count(Class<? extends RegistrationState> state) {
        return registrations().stream()
                .filter(one -> state.isInstance(one.registration().state()))
                .count();
    }

    private List<ListedRegistration> registrations() {
        return faultlessWiring.organiser().listRegistrations().list(ID).orElseThrow();
    }

    private Callable<String> signUp(String name) {
        String body = "{\"name\":\"%s\",\"email\":\"%s@example.org\"}".formatted(name, name);
        RegisterHandler handler = new RegisterHandler(faultyWiring());
        return () -> {
            Map<String, Object> answer = post(handler, "POST /api/v1/sessions/{id}/registrations", Map.of(), body);
            return String.valueOf(
                    JSON.std.mapFrom(String.valueOf(answer.get("body"))).get("as"));
        };
    }

    private Callable<String> cancel(Registration registration) {
        CancelHandler handler = new CancelHandler(faultyWiring());
        return () -> {
            Map<String, Object> answer = post(
                    handler,
                    "POST /api/v1/sessions/{id}/registrations/{token}/cancellation",
                    Map.of("token", registration.ownLink().token()),
                    "");
            return "cancel " + answer.get("statusCode");
        };
    }

    private static Map<String, Object> post(
            RequestStreamHandler handler, String route, Map<String, String> path, String body) throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>(path);
        parameters.put("id", ID.value());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", route);
        event.put("pathParameters", parameters);
        event.put("headers", Map.of("content-type", "application/json"));
        event.put("body", body);
        event.put("isBase64Encoded", false);
        Map<String, Object> answer = JSON.std.mapFrom(invoke(handler, JSON.std.asString(event)));
        if (Integer.valueOf(500).equals(answer.get("statusCode"))) {
            throw new IllegalStateException("nobody foresaw what happened; it stands above");
        }
        return answer;
    }

    private static String invoke(RequestStreamHandler handler, String event) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                answer,
                Invocation.of("rush", Duration.ofMinutes(10)));
        return answer.toString(StandardCharsets.UTF_8);
    }

    private void atOnce(List<Callable<String>> calls) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(calls.size())) {
            people.invokeAll(calls).forEach(call -> {
                switch (call.state()) {
                    case SUCCESS -> answers.merge(call.resultNow(), 1, Integer::sum);
                    default -> failures.add(call.exceptionNow());
                }
            });
        }
    }

    /**
     * Returns an environment as Lambda creates one for each concurrent request: with its own client, so that the
     * failures of others do not use up its retries. It waits longer than the desk does, because all share one small
     * machine.
     */
    private Wiring faultyWiring() {
        DynamoDbClientBuilder builder = DynamoDbClients.builder(faultyNetwork)
                .endpointOverride(FreshTable.address())
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(LocalDynamoDb.CREDENTIALS);
        ClientOverrideConfiguration longTimeouts = builder.overrideConfiguration().toBuilder()
                .apiCallAttemptTimeout(Duration.ofMinutes(1))
                .apiCallTimeout(Duration.ofMinutes(5))
                .build();
        DynamoDbClient client = builder.overrideConfiguration(longTimeouts).build();
        clients.add(client);
        return wiring(client, table.name());
    }

    private Wiring wiring(DynamoDbClient client, String table) {
        Settings settings = new Settings(Gathering.settings(table));
        return new Wiring(settings, clock, new SecureRandom(), Sleeper.real(), () -> client, mail::client);
    }

    private static SessionDocument document(int places) {
        return switch (SessionDocumentFields.parse(Map.of(
                "title", "Eenzaamheid onder jongeren",
                "organiser", "Movisie",
                "contact", "contact@example.org",
                "start", "2027-05-18T14:00:00+02:00",
                "end", "2027-05-18T16:30:00+02:00",
                "places", places))) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }
}
