package nl.samenkomst.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUpField;
import nl.samenkomst.domain.signup.SignUpField.Form;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.HttpApi;
import nl.samenkomst.responses.Body;
import nl.samenkomst.urls.AgendaParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The OpenAPI description repeats the fields, words, defaults and limits of the code. */
final class DescriptionTest {

    private static final JsonNode DESCRIPTION = description();
    private static final JsonNode DOCUMENT = properties(component("SessionDocument"));
    private static final Pattern PERIOD = Pattern.compile("\\bP(?=[T\\d])[\\dTYMWDHS]+\\b");

    @ParameterizedTest
    @EnumSource(Form.class)
    void describesTheFieldsOfEveryForm(Form form) {
        assertThat(names(properties(schema(form)))).containsExactlyInAnyOrderElementsOf(SignUpField.words(form));
    }

    @Test
    void describesEveryLanguageWhereOneIsNamed() {
        assertThat(listsWith(Language.NL.tag()))
                .hasSizeGreaterThan(3)
                .allSatisfy(tags -> assertThat(tags).isEqualTo(Language.tags()));
    }

    @Test
    void describesEveryStateWhereOneIsNamed() {
        List<String> groups =
                Arrays.stream(MessageGroup.values()).map(MessageGroup::word).toList();
        assertThat(listsWith("waitlisted")).filteredOn(groups::equals).hasSize(2);
        assertThat(listsWith("waitlisted"))
                .filteredOn(words -> !words.equals(groups))
                .hasSizeGreaterThan(1)
                .allSatisfy(words -> assertThat(words).isEqualTo(RegistrationState.WORDS));
        JsonNode numbers = component("Numbers");
        assertThat(names(numbers.path("properties"))).isEqualTo(RegistrationState.WORDS);
        assertThat(texts(numbers.path("required"))).isEqualTo(RegistrationState.WORDS);
    }

    /** NLgov API Design Rules, /core/version-header, /core/uri-version and /core/semver. */
    @Test
    void tellsTheVersionThatEveryResponseTells() {
        String version = DESCRIPTION.at("/info/version").asText();

        assertThat(version).isEqualTo(HttpApi.API_VERSION).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(DESCRIPTION.at("/components/headers/ApiVersion/example").asText())
                .isEqualTo(version);
        assertThat(DESCRIPTION.at("/servers/0/url").asText())
                .endsWith("/api/v" + version.substring(0, version.indexOf('.')));
    }

    @Test
    void namesTheDeskAsServerAndContact() throws IOException {
        OpenApi ofADesk = new OpenApi(URI.create("https://leren.example.nl/x"), new EmailAddress("a+b@example.nl"));
        JsonNode served = new ObjectMapper().readTree(ofADesk.document());
        JsonNode contact = served.at("/info/contact");

        assertThat(served.at("/servers/0/url").asText()).isEqualTo("https://leren.example.nl/x/api/v1");
        assertThat(contact.path("url").asText()).isEqualTo("https://leren.example.nl/x");
        assertThat(contact.path("email").asText()).isEqualTo("a+b@example.nl");
        assertThat(ofADesk.document()).doesNotContain("aanmelden.example.org", "aanmelden@example.org");
    }

    @Test
    void describesTheQueriesThatAreTaken() {
        JsonNode parameters = DESCRIPTION.at("/components/parameters");

        for (String when : texts(parameters.at("/when/schema/enum"))) {
            assertThat(AgendaParameters.problems(Map.of("when", when))).isEmpty();
        }
        for (String bound : List.of("minimum", "maximum")) {
            int page = parameters.at("/page/schema/" + bound).asInt();
            assertThat(AgendaParameters.problems(Map.of("page", String.valueOf(page))))
                    .isEmpty();
        }
        assertThat(
                        AgendaParameters.problems(Map.of("when", "later", "page", "0", "after", "x", "passed", "A_B"))
                                .stream()
                                .map(problem -> problem.pointer() + " " + problem.code()))
                .containsExactly(
                        "/when when.invalid",
                        "/page page.out-of-range",
                        "/after after.invalid",
                        "/passed passed.unknown");
    }

    @Test
    void describesEveryFilterOfTheAgenda() {
        List<String> words = Arrays.stream(Facet.values()).map(Facet::word).toList();
        JsonNode filters = component("Filters");
        JsonNode parameters = DESCRIPTION.path("paths").path("/sessions").at("/get/parameters");

        assertThat(names(filters.path("properties"))).isEqualTo(words);
        assertThat(texts(filters.path("required"))).isEqualTo(words);
        assertThat(parameters
                        .valueStream()
                        .map(DescriptionTest::resolve)
                        .map(parameter -> parameter.path("name").asText()))
                .containsAll(words);
    }

    @Test
    void describesTheDefaultOfEveryField() {
        Map<String, ?> written = SessionDocumentFields.write(SampleDocuments.document());

        for (String schema : List.of("Session", "SessionDocument", "OrganiserSession")) {
            properties(component(schema)).properties().stream()
                    .filter(field -> field.getValue().has("default"))
                    .forEach(
                            field -> assertThat(field.getValue().path("default").asText())
                                    .as("%s of %s", field.getKey(), schema)
                                    .isEqualTo(String.valueOf(written.get(field.getKey()))));
        }
    }

    @Test
    void describesEveryDefaultPeriod() {
        Map<String, List<CalendarPeriod>> defaults = Map.of(
                "retention", List.of(SessionDocumentFields.DEFAULT_RETENTION),
                "reminders", SampleDocuments.document().reminders(),
                "visibleFrom", List.of(SessionDocumentFields.DEFAULT_LINK_VISIBLE_FROM));
        List<String> described = new ArrayList<>();

        defaults.forEach((field, periods) -> DESCRIPTION.findValues(field).stream()
                .map(schema -> schema.path("description").asText())
                .filter(text -> text.contains("left out"))
                .forEach(text -> {
                    described.add(text);
                    assertThat(PERIOD.matcher(text).results().map(found -> found.group()))
                            .as(field)
                            .isEqualTo(periods.stream()
                                    .map(CalendarPeriod::toString)
                                    .toList());
                }));
        assertThat(described)
                .as("every sentence with a period says a default that is compared above")
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(DESCRIPTION.findValuesAsText("description").stream()
                        .filter(text -> PERIOD.matcher(text).find())
                        .toList());
    }

    @Test
    void describesEveryLimit() {
        assertThat(limits("maxLength"))
                .containsEntry("title", SessionDocumentFields.MAX_TITLE_LENGTH)
                .containsEntry("summary", SessionDocumentFields.MAX_SUMMARY_LENGTH)
                .containsEntry("organiser", SessionDocumentFields.MAX_NAME_LENGTH);
        assertThat(limits("maximum")).containsEntry("places", SessionDocumentFields.MAX_PLACES);
        assertThat(limits("maxItems"))
                .containsEntry("topics", SessionDocumentFields.MAX_ENTRIES)
                .containsEntry("programme", SessionDocumentFields.MAX_PARTS)
                .containsEntry("materials", SessionDocumentFields.MAX_PARTS)
                .containsEntry("reminders", SessionDocumentFields.MAX_REMINDERS);
        assertThat(DOCUMENT.at("/image/description").asText())
                .contains("at most " + number(SessionDocumentFields.MAX_PICTURE_LENGTH) + " characters");
        assertThat(schema(Form.SIGN_UP).at("/properties/name/maxLength").asInt())
                .isEqualTo(SignUpForm.MAX_NAME_LENGTH);
        assertThat(schema(Form.SIGN_UP_FOR_SEVERAL)
                        .at("/properties/also/maxItems")
                        .asInt())
                .isEqualTo(SignUpForm.MAX_ALSO);
        assertThat(DESCRIPTION
                        .at("/components/schemas/Invitations/properties/invitations/maxItems")
                        .asInt())
                .isEqualTo(InvitationFields.MAX_AT_ONCE);
        assertThat(DESCRIPTION.at("/components/parameters/limit/schema/maximum").asInt())
                .isEqualTo(PartLimit.MAX_ROWS);
        assertThat(DESCRIPTION.at("/components/parameters/id/schema/maxLength").asInt())
                .isEqualTo(SessionId.MAX_LENGTH);
        assertThat(DESCRIPTION.at("/components/responses/TooLarge/description").asText())
                .contains(
                        "own link it may have " + number(Body.MAX_BUTTON) + " bytes",
                        "or a presence " + number(Body.MAX_REASON) + ", to sign up",
                        "a registration " + number(Body.MAX_SIGN_UP) + ", or " + number(Body.MAX) + " where",
                        "anywhere else " + number(Body.MAX) + ".");
    }

    private static String number(int limit) {
        return String.format(Locale.ROOT, "%,d", limit);
    }

    private static Map<String, Integer> limits(String keyword) {
        return DOCUMENT.properties().stream()
                .filter(field -> field.getValue().has(keyword))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> field.getValue().path(keyword).asInt()));
    }

    private static JsonNode component(String schema) {
        return DESCRIPTION.at("/components/schemas/" + schema);
    }

    /** Returns the properties of a schema and of every schema that it is composed of. */
    private static ObjectNode properties(JsonNode schema) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        schema.path("allOf").forEach(part -> all.setAll(properties(resolve(part))));
        schema.path("properties").properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        return all;
    }

    private static JsonNode schema(Form form) {
        return switch (form) {
            case SIGN_UP -> body("post", "/organiser/sessions/{id}/registrations");
            case SIGN_UP_FOR_SEVERAL -> body("post", "/sessions/{id}/registrations");
            case INVITATION ->
                body("post", "/organiser/sessions/{id}/invitations").at("/properties/invitations/items");
            case AMENDMENT -> body("patch", "/sessions/{id}/registrations/{token}");
        };
    }

    /** Returns the schema of a request's body. */
    private static JsonNode body(String method, String path) {
        JsonNode operation = DESCRIPTION.path("paths").path(path).path(method);
        return resolve(operation.at("/requestBody/content/application~1json/schema"));
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? DESCRIPTION.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** Returns the values of every {@code enum} that has this one, without null. */
    private static List<List<String>> listsWith(String value) {
        return DESCRIPTION.findValues("enum").stream()
                .map(DescriptionTest::texts)
                .filter(values -> values.contains(value))
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream()
                .filter(value -> !value.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode description() {
        try (InputStream in = Objects.requireNonNull(DescriptionTest.class.getResourceAsStream("/openapi.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
