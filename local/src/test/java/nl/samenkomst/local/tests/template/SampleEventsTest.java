package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.Letter;
import nl.samenkomst.local.desk.LocalEnvironment;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import nl.samenkomst.local.tests.kit.Gathering;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the sample events for {@code sam local invoke} through the handlers that the template names. */
public class SampleEventsTest {

    public static final Path EVENTS = Path.of("../events");
    /** Belongs to nobody; the story puts the link of somebody who signed up in its place. */
    public static final String TOKEN = "VmVyc25lbGxpbmdza2FtZXIhVmVyc25lbGxpbmdza2E";

    /** Belongs to nobody; the story puts the id of the person whom the organiser added in its place. */
    private static final String REGISTRATION = "VmVyc25lbGxpbmdza2FtZQ";

    private static final String ADDED = "Karim Bakker";

    /** In an order that makes sense for the sessions of one table, each with the status it expects. */
    public static final List<String> STORY = List.of(
            "manage-sessions/publish 201",
            "manage-sessions/publish-with-mistakes 400",
            "manage-sessions/change-of-an-old-revision 412",
            "manage-sessions/list 200",
            "manage-sessions/session 200",
            "manage-sessions/unknown-session 404",
            "list-sessions/root 303",
            "list-sessions/agenda 200",
            "list-sessions/agenda-filtered 200",
            "list-sessions/agenda-as-calendar 200",
            "list-sessions/agenda-as-feed 200",
            "list-sessions/session 200",
            "list-sessions/session-as-calendar-entry 200",
            "list-sessions/session-picture 200",
            "list-sessions/unknown-session 404",
            "list-sessions/session-with-a-slash 404",
            "list-sessions/received 200",
            "list-sessions/agenda-as-json 200",
            "list-sessions/session-as-json 200",
            "list-sessions/unknown-session-as-json 404",
            "list-sessions/description 200",
            "list-sessions/privacy 200",
            "list-sessions/accessibility 200",
            "list-sessions/unknown-page 404",
            "list-sessions/unknown-page-as-json 404",
            "register/form 303",
            "register/form-of-parts 303",
            "register/form-in-another-encoding 303",
            "register/form-with-mistakes 400",
            "register/form-with-the-trap-filled 400",
            "register/form-for-an-unknown-session 404",
            "register/form-of-another-type 415",
            "register/form-in-broken-base64 400",
            "register/call 202",
            "register/call-with-an-unknown-field 400",
            "register/call-for-an-unknown-session 404",
            "register/call-with-an-unknown-other 400",
            "register/call-with-broken-json 400",
            "register/own-link 303",
            "register/own-link-with-mistakes 400",
            "register/own-link-as-json 202",
            "send-reminders/stream -",
            "send-reminders/schedule -",
            "note-delivery/delivery -",
            "note-delivery/delay -",
            "note-delivery/bounce -",
            "note-delivery/suppression -",
            "note-delivery/complaint -",
            "note-delivery/rejection -",
            "cancel/confirmation 303",
            "cancel/confirmation-as-json 200",
            "manage-sessions/registrations 200",
            "manage-sessions/registration-by-hand 201",
            "manage-sessions/registration-with-mistakes 400",
            "manage-sessions/invitations 200",
            "manage-sessions/invitations-with-mistakes 400",
            "manage-sessions/under-review 200",
            "manage-sessions/registrations-as-csv 200",
            "manage-sessions/registrations-as-xlsx 200",
            "manage-sessions/registrations-on-paper 200",
            "manage-sessions/decision 200",
            "manage-sessions/decision-that-was-taken-otherwise 409",
            "manage-sessions/priority-of-who-does-not-wait 409",
            "manage-sessions/own-link 200",
            "manage-sessions/own-link-renewed 200",
            "manage-sessions/presence-too-early 409",
            "manage-sessions/cancellation-of-one 200",
            "manage-sessions/cancellation-of-nobody 404",
            "manage-sessions/count-of-unconfirmed 200",
            "manage-sessions/cancellation-of-unconfirmed 200",
            "manage-sessions/cancellation-of-unconfirmed-with-mistakes 400",
            "manage-sessions/changes 200",
            "manage-sessions/messages 200",
            "manage-sessions/message 201",
            "manage-sessions/message-with-mistakes 400",
            "manage-sessions/withdrawal-of-no-message 404",
            "cancel/own-page 200",
            "cancel/meeting-before-its-moment 200",
            "cancel/own-calendar 200",
            "cancel/answers 409",
            "cancel/answers-as-json 409",
            "cancel/certificate 303",
            "cancel/certificate-verified 404",
            "cancel/own-as-json 200",
            "cancel/data 200",
            "cancel/acceptance 303",
            "cancel/acceptance-as-json 200",
            "cancel/changes 303",
            "cancel/changes-of-parts 303",
            "cancel/changes-with-mistakes 400",
            "cancel/changes-as-json 200",
            "cancel/own-page-of-an-unknown-link 404",
            "cancel/own-page-of-a-broken-link 404",
            "cancel/cancellation 303",
            "cancel/cancellation-as-json 200",
            "cancel/cancellation-of-an-unknown-link 404",
            "cancel/own-link 303",
            "cancel/own-link-as-json 202",
            "cancel/renewal 303",
            "cancel/renewal-as-json 202",
            "cancel/erasure-without-a-tick 400",
            "cancel/erasure 303",
            "cancel/erasure-with-mistakes-as-json 400",
            "cancel/erasure-as-json 200",
            "cancel/refusal-without-a-tick 400",
            "cancel/refusal 303",
            "cancel/refusal-as-json 200",
            "manage-sessions/cancellation 200",
            "manage-sessions/reinstatement 200",
            "sign-in/sign-in 200",
            "sign-in/asked 303",
            "sign-in/asked-with-mistakes 400",
            "sign-in/code 303",
            "sign-in/code-given 400",
            "sign-in/provider 303",
            "sign-in/provider-return 303",
            "sign-in/provider-return-given 303",
            "sign-in/link 200",
            "sign-in/link-pressed 400",
            "sign-in/factor 303",
            "sign-in/factor-given 303",
            "sign-in/account 303",
            "sign-in/renamed 401",
            "sign-in/sessions-ended 401",
            "sign-in/new-app 303",
            "sign-in/new-app-enrolled 401",
            "sign-in/recovery-codes 303",
            "sign-in/recovery-codes-renewed 401",
            "sign-in/sign-out 303",
            "send-sign-in/stream -",
            "organise/participants 303",
            "organise/participant 303",
            "organise/participant-form 303",
            "organise/invitations-form 303",
            "organise/erasure-form 303",
            "organise/participant-added 401",
            "organise/decisions 401",
            "organise/decisions-withdrawn 401",
            "organise/invitations 401",
            "organise/participant-corrected 401",
            "organise/own-link-mailed 401",
            "organise/participant-moved-up 401",
            "organise/participant-cancelled 401",
            "organise/participant-erased 401",
            "organise/overview 303",
            "organise/sessions 303",
            "organise/session 303",
            "organise/new-session 303",
            "organise/session-started 401",
            "organise/edit 303",
            "organise/section 303",
            "organise/section-saved 401",
            "organise/following 303",
            "organise/carried 401",
            "organise/draft-removed 401",
            "organise/session-taken-back 401",
            "organise/preview 303",
            "organise/preview-of-letters 303",
            "organise/publication 303",
            "organise/draft-published 401",
            "organise/together 303",
            "organise/published-together 401",
            "organise/copy-form 303",
            "organise/copied 401",
            "organise/history 303",
            "organise/cancellation 303",
            "organise/cancelled 401",
            "organise/reinstated 401",
            "organise/colleagues 303",
            "organise/new-colleague 303",
            "organise/colleague 303",
            "organise/desk-history 303",
            "organise/colleague-invited 401",
            "organise/colleague-changed 401",
            "organise/colleague-ended 401",
            "organise/factor-reset 401",
            "organise/colleague-invited-again 401",
            "organise/door 303",
            "organise/presence 401",
            "organise/walk-in 303",
            "organise/walk-in-added 401",
            "organise/answers 303",
            "organise/answers-as-csv 303",
            "organise/messages 303",
            "organise/message-form 303",
            "organise/message-previewed 401",
            "organise/message-sent 401",
            "organise/message-withdrawn 401",
            "organise/letters 303",
            "organise/letters-changed 401",
            "organise/letter-skipped 401",
            "organise/session-figures 303",
            "organise/session-figures-as-csv 303",
            "organise/figures 303",
            "organise/figures-as-csv 303",
            "organise/share 303",
            "organise/lists 303",
            "organise/list-as-csv 303",
            "organise/list-as-xlsx 303",
            "organise/list-on-paper 303");

    private final Gathering gathering = new Gathering();
    private final Template template = template();

    @ParameterizedTest(name = "after priming: {0}")
    @ValueSource(booleans = {false, true})
    void everySampleEventHasItsExpectedStatus(boolean primed) throws Exception {
        gathering.enableStream();
        Mailbox mailbox = new Mailbox(gathering.clock, Optional.empty());
        try (MailEndpoint mail = MailEndpoint.start(mailbox)) {
            LocalEnvironment local = gathering.with(mail);
            Wiring wiring = local.wiring();
            Map<String, RequestStreamHandler> handlers = new TreeMap<>();
            for (TemplateFunction function : template.functions()) {
                handlers.put(function.name(), handler(function, local, primed));
            }
            Map<String, String> answered = new TreeMap<>();
            Map<String, String> expected = new TreeMap<>();
            for (String line : STORY) {
                String name = line.substring(0, line.indexOf(' '));
                expected.put(name, line.substring(name.length() + 1));
                String function = name.substring(0, name.indexOf('/'));
                String event = event(name, wiring);
                Map<String, Object> answer =
                        JSON.std.mapFrom(invoke(Objects.requireNonNull(handlers.get(function)), event));
                answered.put(name, answer.containsKey("statusCode") ? String.valueOf(answer.get("statusCode")) : "-");
            }
            assertThat(answered).isEqualTo(expected);
            assertThat(mailbox.letters()).map(Letter::kind).containsExactly("confirmed", "confirmed");
        }
    }

    @Test
    void everySampleEventIsPartOfTheStory() throws IOException {
        try (Stream<Path> files = Files.walk(EVENTS)) {
            Set<String> there = files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> EVENTS.relativize(file).toString().replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(STORY)
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    void everyRouteHasASampleEvent() throws IOException {
        for (TemplateFunction function : template.functions()) {
            Set<String> sampled = new TreeSet<>();
            try (Stream<Path> files = Files.list(EVENTS.resolve(function.name()))) {
                for (Path file : files.toList()) {
                    Object route = JSON.std.mapFrom(Files.readString(file)).get("routeKey");
                    if (route != null) {
                        sampled.add(route.toString());
                    }
                }
            }
            assertThat(sampled)
                    .as(function.logicalId())
                    .isEqualTo(function.routes().stream()
                            // HEAD has the same answer as the GET of its path.
                            .filter(route -> !route.method().equals("HEAD"))
                            .map(Route::key)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static RequestStreamHandler handler(TemplateFunction described, LocalEnvironment local, boolean primed)
            throws Exception {
        List<Resource> hooks = new ArrayList<>();
        RequestStreamHandler handler = Class.forName(described.handler())
                .asSubclass(RequestStreamHandler.class)
                .getConstructor(Wiring.class)
                .newInstance(local.wiring().registeringWith(hooks::add));
        if (primed) {
            assertThat(hooks).hasSize(1);
            for (Resource hook : hooks) {
                hook.beforeCheckpoint(Core.getGlobalContext());
                hook.afterRestore(Core.getGlobalContext());
            }
        }
        return handler;
    }

    /** Returns a sample event, with a real own link or registration where it has one: no file could know those. */
    public static String event(String name, Wiring wiring) throws IOException {
        String sample = Files.readString(EVENTS.resolve(name + ".json"));
        if (!sample.contains(TOKEN) && !sample.contains(REGISTRATION)) {
            return sample;
        }
        List<Registration> registrations =
                wiring.organiser().listRegistrations().list(new SessionId("versnellingskamer-participatie")).stream()
                        .flatMap(List::stream)
                        .map(ListedRegistration::registration)
                        .toList();
        String link = registrations.stream()
                .min(Comparator.comparing((Registration registration) ->
                                registration.person().name().equals(ADDED))
                        .thenComparing(
                                registration -> registration.person().email().value()))
                .map(registration -> registration.ownLink().token())
                .orElse(TOKEN);
        String added = registrations.stream()
                .filter(registration -> registration.person().name().equals(ADDED))
                .map(registration -> registration.id().value())
                .findFirst()
                .orElse(REGISTRATION);
        return sample.replace(TOKEN, link).replace(REGISTRATION, added);
    }

    public static byte[] invoke(RequestStreamHandler handler, String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                answer,
                Invocation.of("sample", Duration.ofMinutes(2)));
        return answer.toByteArray();
    }

    private static Template template() {
        try {
            return Template.read(
                    Path.of("../template.yaml"),
                    Map.of(
                            "Table",
                            "t",
                            "BaseUrl",
                            "https://x.example.org",
                            "OrganiserUrl",
                            "https://y.example.org",
                            "SenderAddress",
                            "a@example.org",
                            "LetterTracking",
                            "letters"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
