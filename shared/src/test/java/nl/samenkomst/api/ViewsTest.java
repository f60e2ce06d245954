package nl.samenkomst.api;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.MEETING_LINK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.agenda;
import static nl.samenkomst.domain.session.SampleSessions.cancelled;
import static nl.samenkomst.domain.session.SampleSessions.confirmed;
import static nl.samenkomst.domain.session.SampleSessions.eenzaamheidWith;
import static nl.samenkomst.domain.session.SampleSessions.gone;
import static nl.samenkomst.domain.session.SampleSessions.own;
import static nl.samenkomst.domain.session.SampleSessions.registration;
import static nl.samenkomst.domain.session.SampleSessions.waiting;
import static nl.samenkomst.domain.session.SampleSessions.withTaken;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.bulk.CancelUnconfirmedOutcome;
import nl.samenkomst.domain.bulk.UnconfirmedCount;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.erasure.ErasureOutcome;
import nl.samenkomst.domain.organiser.PublishWarning;
import nl.samenkomst.domain.own.OwnData;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.PersonValues;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.Json;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.ReceivedAs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JSON views match the OpenAPI description. */
final class ViewsTest {

    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final JsonNode DESCRIPTION = description();
    private static final Instant LAST_HOUR = Instant.parse("2026-12-15T12:30:00Z");
    private static final Instant AFTER = Instant.parse("2026-12-16T09:00:00Z");

    private static final RegistrationState LATE = new RegistrationState.CancelledByPerson(NOW, true, true);

    private static final List<SessionSnapshot> LISTINGS = List.of(
            withTaken(EENZAAMHEID_ONDER_JONGEREN, 12, 0),
            withTaken(EENZAAMHEID_ONDER_JONGEREN, 30, 2),
            withTaken(LIBRARY_NETWORK, 3, 0),
            withTaken(cancelled(LIBRARY_NETWORK, "De spreker is ziek."), 3, 0),
            withTaken(
                    eenzaamheidWith(Map.of("opens", "2026-12-01T09:00:00+01:00", "image", "https://example.org/a.png")),
                    0,
                    0),
            withTaken(HANDREIKING, 0, 0),
            withTaken(eenzaamheidWith(Map.of("waitingList", false)), 30, 0));

    @Test
    void publicSessionsAreAsDescribed() {
        for (SessionSnapshot sessionSnapshot : LISTINGS) {
            assertThat(against("Session", SessionView.of(sessionSnapshot, NOW))).isEmpty();
            assertThat(against("Session", SessionView.of(sessionSnapshot, AFTER)))
                    .isEmpty();
        }
        assertThat(against("Sessions", SessionView.agenda(agenda(LISTINGS, NOW), NOW)))
                .isEmpty();
    }

    @Test
    void hidesMeetingLinkFromPublic() {
        for (SessionSnapshot sessionSnapshot : LISTINGS) {
            for (Instant now : List.of(NOW, LAST_HOUR, AFTER)) {
                assertThat(Json.write(SessionView.of(sessionSnapshot, now)))
                        .doesNotContain(MEETING_LINK, "meetingLink", "admitDomains", "registrations");
            }
        }
    }

    @Test
    void publicSessionsTellHowTheSignUpStands() {
        Map<String, @Nullable Object> full = SessionView.of(LISTINGS.get(1), NOW);
        Map<String, @Nullable Object> noLimit = SessionView.of(LISTINGS.get(2), NOW);
        Map<String, @Nullable Object> cancelled = SessionView.of(LISTINGS.get(3), NOW);

        assertThat(SessionView.of(LISTINGS.getLast(), NOW))
                .containsEntry("placesLeft", 0)
                .containsEntry("signUp", "full");
        assertThat(full)
                .containsEntry("placesLeft", 0)
                .containsEntry("signUp", "waiting-list")
                .containsEntry("cancelled", null)
                .containsEntry("cancelBy", "2026-12-08T14:00:00+01:00");
        assertThat(noLimit).containsEntry("placesLeft", null).containsEntry("signUp", "open");
        assertThat(cancelled)
                .containsEntry("signUp", "closed")
                .containsEntry("cancelled", Map.of("reason", "De spreker is ziek.", "at", NOW.toString()));
    }

    @Test
    void materialForAfterwardsIsPublicWhenTheSessionHasEnded() {
        assertThat(Json.write(SessionView.of(LISTINGS.getFirst(), NOW))).doesNotContain("dias.pdf");
        assertThat(Json.write(SessionView.of(LISTINGS.getFirst(), AFTER))).contains("dias.pdf");
    }

    @Test
    void theOrganisersSessionsAreAsDescribed() {
        for (SessionSnapshot sessionSnapshot : LISTINGS) {
            assertThat(against("OrganiserSession", SessionView.forOrganiser(sessionSnapshot)))
                    .isEmpty();
            assertThat(against(
                            "Receipt",
                            SessionView.receipt(
                                    sessionSnapshot.session(), List.of(PublishWarning.values()), Language.EN)))
                    .isEmpty();
        }
        assertThat(against(
                        "OrganiserSessions",
                        Map.of(
                                "sessions",
                                LISTINGS.stream().map(SessionView::forOrganiser).toList())))
                .isEmpty();
    }

    @Test
    void countsARegistrationUnderItsStatesWordOnly() {
        Session session = SampleSnapshots.session();
        List<RegistrationState> states = new ArrayList<>(SampleRegistrations.EVERY_STATE);
        states.add(SampleRegistrations.underReviewWithPlace());
        for (RegistrationState state : states) {
            Map<String, Integer> one = new LinkedHashMap<>();
            RegistrationState.WORDS.forEach(word -> one.put(word, word.equals(state.word()) ? 1 : 0));

            assertThat(SessionView.forOrganiser(SampleSnapshots.snapshot(session, state))
                            .get("registrations"))
                    .isEqualTo(one)
                    .hasToString(one.toString());
        }
    }

    @Test
    void countsPresenceBesideTheStates() {
        Session session = SampleSnapshots.session();
        Places marked =
                Places.allFree(session.document()).add(Count.PRESENT, 12).add(Count.ABSENT, 3);

        Map<String, @Nullable Object> view = SessionView.forOrganiser(new SessionSnapshot(session, marked));
        assertThat(view).containsEntry("presence", Map.of("present", 12, "absent", 3));
        assertThat(against("OrganiserSession", view)).isEmpty();
    }

    @Test
    void whatAnOrganiserReadsCanBeSentBack() {
        for (SessionSnapshot sessionSnapshot : LISTINGS) {
            Map<String, Object> read = Json.parse(Json.write(SessionView.forOrganiser(sessionSnapshot)))
                    .orElseThrow();
            assertThat(against("SessionDocument", read)).isEmpty();

            Parsed<SessionDocument> sentBack = SessionDocumentFields.parse(OrganiserFields.withoutReadOnly(read));

            assertThat(sentBack)
                    .isEqualTo(new Parsed.Valid<>(sessionSnapshot.session().document()));
        }
    }

    @Test
    void ownRegistrationsAreAsDescribed() {
        Session session = EENZAAMHEID_ONDER_JONGEREN;

        assertThat(against("OwnRegistration", RegistrationView.own(own(session, confirmed(), NOW))))
                .isEmpty();
        assertThat(against("OwnRegistration", RegistrationView.own(own(session, confirmed(), LAST_HOUR))))
                .isEmpty();
        assertThat(against("OwnRegistration", RegistrationView.own(own(session, waiting(), NOW))))
                .isEmpty();
        assertThat(against("OwnRegistration", RegistrationView.own(own(session, gone(), NOW))))
                .isEmpty();
    }

    @Test
    void showsMeetingLinkToConfirmedOnceVisible() {
        Session session = EENZAAMHEID_ONDER_JONGEREN;

        assertThat(RegistrationView.own(own(session, confirmed(), NOW))).containsEntry("meetingLink", null);
        assertThat(RegistrationView.own(own(session, waiting(), LAST_HOUR))).containsEntry("meetingLink", null);
        assertThat(RegistrationView.own(own(session, confirmed(), LAST_HOUR)))
                .containsEntry("meetingLink", MEETING_LINK);
    }

    @Test
    void theOrganisersListSaysWhomNoLetterReachesAndWhy() {
        Registration reached = registration(LIBRARY_NETWORK, confirmed());
        assertThat(RegistrationView.row(reached, OptionalInt.empty()))
                .containsEntry("mail", "ok")
                .containsEntry("mailReason", null);
        for (MailProblem.Kind kind : MailProblem.Kind.values()) {
            Registration troubled = reached.withMailProblem(Optional.of(new MailProblem(kind, NOW)));
            Map<String, @Nullable Object> row = RegistrationView.row(troubled, OptionalInt.empty());

            assertThat(row).containsEntry("mail", kind.mail()).containsEntry("mailReason", kind.word());
            assertThat(kind.mail().equals(MailProblem.NONE)).isEqualTo(!kind.stopsLetters());
            assertThat(against("Registrations", Map.of("registrations", List.of(row))))
                    .isEmpty();
            OwnRegistration own = own(SampleSnapshots.session(), confirmed(), NOW);
            OwnRegistration ofTroubled =
                    new OwnRegistration(own.sessionSnapshot(), troubled, own.position(), own.now());
            assertThat(against("Data", DataView.of(new OwnData(ofTroubled, List.of()))))
                    .isEmpty();
        }
    }

    @Test
    void countsWhoseLettersCameBack() {
        Session session = SampleSnapshots.session();
        Places places = Places.allFree(session.document()).add(Count.BOUNCED, 3).add(Count.COMPLAINED, 2);

        Map<String, @Nullable Object> view = SessionView.forOrganiser(new SessionSnapshot(session, places));
        assertThat(view).containsEntry("mail", Map.of("bounced", 3, "complained", 2));
        assertThat(against("OrganiserSession", view)).isEmpty();
    }

    @Test
    void theOrganisersListIsAsDescribed() {
        List<Map<String, @Nullable Object>> rows = List.of(
                RegistrationView.row(registration(LIBRARY_NETWORK, confirmed()), OptionalInt.empty()),
                RegistrationView.row(registration(LIBRARY_NETWORK, waiting()), OptionalInt.of(1)),
                RegistrationView.row(registration(LIBRARY_NETWORK, LATE), OptionalInt.empty()));

        assertThat(against("Registrations", Map.of("registrations", rows))).isEmpty();
        assertThat(rows.getFirst().keySet())
                .containsExactly(
                        "id",
                        "name",
                        "email",
                        "organisation",
                        "theme",
                        "answers",
                        "language",
                        "state",
                        "position",
                        "registeredAt",
                        "present",
                        "addressConfirmed",
                        "late",
                        "cancelledAt",
                        "cancelledBy",
                        "mail",
                        "mailReason");
    }

    @Test
    void everyRegistrationSaysWhetherWhenAndByWhomItWasCancelled() {
        for (RegistrationState state : SampleRegistrations.EVERY_STATE) {
            boolean isCancelled = state instanceof RegistrationState.Cancelled;

            assertThat(row(state))
                    .as(state.word())
                    .containsEntry("late", false)
                    .containsEntry("cancelledAt", isCancelled ? "2026-11-01T09:00:00Z" : null);
        }
        assertThat(row(LATE))
                .containsEntry("late", true)
                .containsEntry("cancelledAt", "2026-11-20T09:00:00Z")
                .containsEntry("cancelledBy", "person");
        assertThat(row(new RegistrationState.CancelledByPerson(NOW, true, false)))
                .containsEntry("cancelledBy", "person");
        assertThat(row(new RegistrationState.CancelledByOrganiser(NOW, true, "Dubbel")))
                .containsEntry("cancelledBy", "organiser");
        assertThat(row(new RegistrationState.Lapsed(NOW, true))).containsEntry("cancelledBy", "lapse");
        assertThat(row(confirmed())).containsEntry("cancelledBy", null);
    }

    @Test
    void everyRegistrationSaysWhetherItsAddressIsConfirmed() {
        Registration confirmed = registration(LIBRARY_NETWORK, confirmed());
        Registration unconfirmed = confirmed.with(new AddressProof.Awaited(Optional.empty()));

        assertThat(RegistrationView.row(confirmed, OptionalInt.empty())).containsEntry("addressConfirmed", true);
        Map<String, @Nullable Object> row = RegistrationView.row(unconfirmed, OptionalInt.empty());
        assertThat(row).containsEntry("addressConfirmed", false);
        assertThat(against("Registrations", Map.of("registrations", List.of(row))))
                .isEmpty();
    }

    @Test
    void countsUnconfirmedBesideTheStates() {
        Session session = SampleSnapshots.session();
        Places places = Places.allFree(session.document())
                .add(Count.TAKEN, 3)
                .add(Count.UNCONFIRMED, 2)
                .add(Count.UNCONFIRMED_PLACES, 1);

        Map<String, @Nullable Object> view = SessionView.forOrganiser(new SessionSnapshot(session, places));
        assertThat(view).containsEntry("unconfirmed", Map.of("registrations", 2, "places", 1));
        assertThat(against("OrganiserSession", view)).isEmpty();
        assertThat(against("UnconfirmedCount", UnconfirmedView.of(new UnconfirmedCount(2, 1, NOW))))
                .isEmpty();
        assertThat(against("UnconfirmedCancelled", UnconfirmedView.of(new CancelUnconfirmedOutcome.Cancelled(2, 1, 0))))
                .isEmpty();
    }

    private static Map<String, @Nullable Object> row(RegistrationState state) {
        return RegistrationView.row(registration(LIBRARY_NETWORK, state), OptionalInt.empty());
    }

    @Test
    void everyViewHasEveryValueOfAPerson() {
        Session session = EENZAAMHEID_ONDER_JONGEREN;
        Registration registration = registration(session, confirmed());
        Map<String, String> values = PersonValues.of(registration.person());

        assertThat(RegistrationView.own(own(session, confirmed(), NOW))).containsAllEntriesOf(values);
        assertThat(RegistrationView.row(registration, OptionalInt.empty())).containsAllEntriesOf(values);
        assertThat(DataView.of(new OwnData(own(session, confirmed(), NOW), List.of())))
                .containsAllEntriesOf(values);
    }

    @Test
    void everythingStoredAboutSomebodyIsAsDescribed() {
        AuditEntry entry = new AuditEntry(NOW, Actor.LOCAL, AuditAction.DECLINED, Optional.of("id"), "Daarom")
                .with(List.of(new ChangedValue("name", "", "Noor", "Nora")));
        for (RegistrationState state : SampleRegistrations.EVERY_STATE) {
            OwnRegistration own = own(EENZAAMHEID_ONDER_JONGEREN, state, NOW);

            assertThat(against("Data", DataView.of(new OwnData(own, List.of(entry)))))
                    .as(state.word())
                    .isEmpty();
        }
    }

    @Test
    void whatWasErasedIsAsDescribed() {
        List<AlsoReceived> also =
                AlsoReceived.of(new ErasureOutcome.Erased(List.of(HANDREIKING.id()), List.of(LIBRARY_NETWORK.id())));
        Map<String, Object> tree = Map.of(
                "as", "erased", "also", also.stream().map(AlsoReceived::tree).toList());

        assertThat(against("Erased", tree)).isEmpty();
    }

    @Test
    void whatOrganisersChangedIsAsDescribed() {
        List<AuditEntry> entries = Arrays.stream(AuditAction.values())
                .map(what -> new AuditEntry(NOW, Actor.LOCAL, what, Optional.of("id"), "Daarom"))
                .toList();

        assertThat(against(
                        "Changes",
                        Map.of(
                                "changes",
                                entries.stream().map(ChangesView::entry).toList())))
                .isEmpty();
    }

    @Test
    void problemsAreAsDescribed() {
        List<Problem> problems = SignUpForm.parse(Map.of("email", "noor")) instanceof Parsed.Invalid<?> invalid
                ? invalid.problems()
                : List.of();
        for (Language language : Language.values()) {
            assertThat(against("Problem", ProblemDetails.of(problems, language)))
                    .isEmpty();
            for (Refusal refusal : Refusal.values()) {
                assertThat(against("Problem", ProblemDetails.of(refusal, language)))
                        .isEmpty();
            }
        }
        assertThat(Json.write(ProblemDetails.of(problems.subList(0, 1), Language.NL)))
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Niet goed ingevuld\",\"status\":400,"
                        + "\"detail\":\"Er klopt één ding niet. Verbeter het en verstuur het nog een keer.\","
                        + "\"code\":\"fields.invalid\",\"errors\":[{\"pointer\":\"/name\","
                        + "\"code\":\"name.required\",\"detail\":\"Vul je naam in.\"}]}");
    }

    @Test
    void describesEveryCodeEveryReasonAndEveryWord() {
        JsonNode schemas = DESCRIPTION.at("/components/schemas");
        List<String> codes = new ArrayList<>(List.of(ProblemDetails.FIELDS_INVALID));
        for (Refusal refusal : Refusal.values()) {
            codes.add(refusal.code());
            assertThat(values(schemas.at("/Problem/properties/status/enum")))
                    .contains(String.valueOf(refusal.status()));
        }
        assertThat(values(schemas.at("/Problem/properties/code/enum"))).containsExactlyInAnyOrderElementsOf(codes);
        String pattern = schemas.at("/Problem/properties/errors/items/properties/code/pattern")
                .asText();
        for (Reason reason : Reason.values()) {
            assertThat(new Problem("name", reason).code()).matches(pattern);
        }
        for (SignUpState state : SignUpState.values()) {
            assertThat(values(schemas.at("/Session/properties/signUp/enum"))).contains(state.word());
        }
        for (ReceivedAs as : ReceivedAs.values()) {
            assertThat(against(as == ReceivedAs.ERASED ? "Erased" : "Received", Map.of("as", as.word())))
                    .isEmpty();
        }
    }

    @Test
    void describesWhatIsTakenAndWhatIsRefused() {
        Map<String, Object> least = Map.of(
                "title", "Handreiking",
                "start", "2027-01-14T10:00:00+01:00",
                "end", "2027-01-14T12:00:00+01:00",
                "contact", "vragen@example.org",
                "organiser", "Kennisinstituut");

        assertThat(against("SessionDocument", least)).isEmpty();
        for (Map.Entry<String, Object> refused : Map.<String, Object>of(
                        "themes",
                        List.of(Map.of("id", "a")),
                        "questions",
                        List.of(Map.of("id", "a")),
                        "admission",
                        "closed",
                        "unknown",
                        1,
                        "places",
                        0)
                .entrySet()) {
            Map<String, Object> document = new HashMap<>(least);
            document.put(refused.getKey(), refused.getValue());
            assertThat(against("SessionDocument", document))
                    .as(refused.getKey())
                    .isNotEmpty();
            assertThat(SessionDocumentFields.parse(document))
                    .as(refused.getKey())
                    .isInstanceOf(Parsed.Invalid.class);
        }
        assertThat(against("SignUp", Map.of("name", "Noor", "email", "noor@example.org")))
                .isEmpty();
        assertThat(against("SignUp", Map.of("name", "Noor", "email", "noor@example.org", "leave-empty", "")))
                .isNotEmpty();
    }

    @Test
    void describesEveryRouteAndForbidsUnknownFields() {
        assertThat(DESCRIPTION.at("/openapi").asText()).startsWith("3.1");
        Set<String> names = Set.copyOf(names(DESCRIPTION.at("/paths")));
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "/sessions",
                        "/sessions/{id}",
                        "/sessions/{id}/registrations",
                        "/sessions/{id}/registrations/{token}",
                        "/sessions/{id}/registrations/{token}/confirmation",
                        "/sessions/{id}/registrations/{token}/acceptance",
                        "/sessions/{id}/registrations/{token}/answers",
                        "/sessions/{id}/registrations/{token}/cancellation",
                        "/sessions/{id}/registrations/{token}/data",
                        "/sessions/{id}/registrations/{token}/erasure",
                        "/sessions/{id}/registrations/{token}/renewal",
                        "/sessions/{id}/registrations/{token}/own-link",
                        "/sessions/{id}/registrations/{token}/refusal",
                        "/sessions/{id}/own-link",
                        "/openapi.json",
                        "/organiser/sessions",
                        "/organiser/sessions/{id}",
                        "/organiser/sessions/{id}/cancellation",
                        "/organiser/sessions/{id}/reinstatement",
                        "/organiser/sessions/{id}/invitations",
                        "/organiser/sessions/{id}/messages",
                        "/organiser/sessions/{id}/messages/{message}/withdrawal",
                        "/organiser/sessions/{id}/registrations",
                        "/organiser/sessions/{id}/registrations.csv",
                        "/organiser/sessions/{id}/registrations.xlsx",
                        "/organiser/sessions/{id}/registrations.html",
                        "/organiser/sessions/{id}/registrations/{registration}/decision",
                        "/organiser/sessions/{id}/registrations/{registration}/cancellation",
                        "/organiser/sessions/{id}/registrations/unconfirmed/cancellation",
                        "/organiser/sessions/{id}/registrations/{registration}/priority",
                        "/organiser/sessions/{id}/registrations/{registration}/own-link",
                        "/organiser/sessions/{id}/registrations/{registration}/presence",
                        "/organiser/sessions/{id}/changes");
        for (JsonNode reference : DESCRIPTION.findValues("$ref")) {
            assertThat(DESCRIPTION.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
        }
        Set<String> bases = bases();
        for (String name : names(DESCRIPTION.at("/components/schemas"))) {
            JsonNode schema = DESCRIPTION.at("/components/schemas/" + name);
            String closing = schema.has("allOf") ? "unevaluatedProperties" : "additionalProperties";
            assertThat(schema.path(closing).asText()).as(name).isEqualTo(bases.contains(name) ? "" : "false");
            assertThat(properties(name)).as(name).containsAll(values(schema.path("required")));
            if (!bases.contains(name)) {
                assertThat(against(name, Map.of("unknown", 1)))
                        .as(name)
                        .anyMatch(message -> message.getType().equals(closing)
                                && message.getMessage().contains("'unknown'"));
            }
        }
    }

    /**
     * Returns the schemas that others are composed of. They allow unknown fields, so nothing else may refer to them.
     */
    private static Set<String> bases() {
        List<JsonNode> composed = DESCRIPTION.findValues("allOf").stream()
                .flatMap(all -> all.findValues("$ref").stream())
                .toList();
        Set<String> references =
                new HashSet<>(composed.stream().map(JsonNode::asText).toList());
        assertThat(DESCRIPTION.findValues("$ref").stream().filter(each -> references.contains(each.asText())))
                .hasSameSizeAs(composed);
        return references.stream()
                .map(reference -> reference.replace("#/components/schemas/", ""))
                .collect(Collectors.toSet());
    }

    /** Returns the names of a schema's properties and of those of the schemas it is composed of. */
    private static List<String> properties(String schema) {
        JsonNode described = DESCRIPTION.at("/components/schemas/" + schema);
        List<String> names = names(described.path("properties"));
        for (JsonNode base : described.path("allOf")) {
            names.addAll(properties(base.path("$ref").asText().replace("#/components/schemas/", "")));
        }
        return names;
    }

    private static Set<ValidationMessage> against(String schema, Map<String, ? extends @Nullable Object> tree) {
        ObjectNode root = JACKSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", DESCRIPTION.get("components"));
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(root)
                    .validate(
                            JACKSON.readTree(Json.write(tree)),
                            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> values(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static JsonNode description() {
        try (InputStream in = Objects.requireNonNull(ViewsTest.class.getResourceAsStream("/openapi.json"))) {
            return JACKSON.readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
