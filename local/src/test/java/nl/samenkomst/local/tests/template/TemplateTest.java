package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.local.desk.Route;
import nl.samenkomst.local.desk.StreamFilter;
import nl.samenkomst.local.desk.StreamSource;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.desk.TemplateFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

public class TemplateTest {

    public static final Path FILE = Path.of("..", "template.yaml");
    public static final Map<String, String> NAMES = Map.of(
            "Table",
            "samenkomst",
            "BaseUrl",
            "http://localhost:8080",
            "OrganiserUrl",
            "http://localhost:8080",
            "SenderAddress",
            "aanmelden@example.org",
            "LetterTracking",
            "letters");

    private final Template template;

    TemplateTest() throws IOException {
        template = Template.read(FILE, NAMES);
    }

    @Test
    void namesTheHandlerOfEachFunction() {
        assertThat(template.functions())
                .extracting(TemplateFunction::logicalId, TemplateFunction::handler)
                .containsExactlyInAnyOrder(
                        tuple("RegisterFunction", "nl.samenkomst.register.RegisterHandler"),
                        tuple("CancelFunction", "nl.samenkomst.cancel.CancelHandler"),
                        tuple("ListSessionsFunction", "nl.samenkomst.listsessions.ListSessionsHandler"),
                        tuple("SendRemindersFunction", "nl.samenkomst.sendreminders.SendRemindersHandler"),
                        tuple("ManageSessionsFunction", "nl.samenkomst.managesessions.ManageSessionsHandler"),
                        tuple("NoteDeliveryFunction", "nl.samenkomst.notedelivery.NoteDeliveryHandler"),
                        tuple("SignInFunction", "nl.samenkomst.signin.SignInHandler"),
                        tuple("SendSignInFunction", "nl.samenkomst.sendsignin.SendSignInHandler"),
                        tuple("OrganiseFunction", "nl.samenkomst.organise.OrganiseHandler"));
    }

    @Test
    void countsMonthlyChargedResources() throws IOException {
        long alarms = Files.readString(FILE)
                .lines()
                .filter(line -> line.strip().equals("Type: AWS::CloudWatch::Alarm"))
                .count();

        assertThat(template.count("AWS::CloudWatch::Alarm")).isPositive().isEqualTo(Math.toIntExact(alarms));
        assertThat(template.memoryMegabytes()).isEqualTo(1024);
    }

    @Test
    void mergesGlobalAndOwnEnvironment() {
        assertThat(template.function("SendRemindersFunction").environment())
                .containsEntry("TABLE_NAME", "samenkomst")
                .containsEntry("BASE_URL", "http://localhost:8080")
                .containsEntry("ORGANISER_URL", "http://localhost:8080")
                .containsEntry("SENDER", "aanmelden@example.org")
                .containsEntry("LETTERS_PER_SECOND", "1")
                .containsKey("JAVA_TOOL_OPTIONS");
        assertThat(template.function("RegisterFunction").environment())
                .containsOnlyKeys("TABLE_NAME", "HOUSE_STYLE", "CONFIRM_ADDRESS", "JAVA_TOOL_OPTIONS");
    }

    @Test
    void theOrganisersAddressIsTheirApisOwnUnlessGiven() throws IOException {
        Map<String, String> names = new HashMap<>(NAMES);
        names.remove("OrganiserUrl");
        names.putAll(Map.of("OrganiserApi", "a1b2c3", "AWS::Region", "eu-west-1", "AWS::URLSuffix", "amazonaws.com"));

        assertThat(Template.read(FILE, names).function("SendRemindersFunction").environment())
                .containsEntry("ORGANISER_URL", "https://a1b2c3.execute-api.eu-west-1.amazonaws.com")
                .containsEntry("BASE_URL", "http://localhost:8080");
    }

    @Test
    void prefersAFunctionsOwnTimeout() {
        assertThat(template.function("SendRemindersFunction").timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(template.function("CancelFunction").timeout()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void listsTheRoutesOfAFunction() {
        assertThat(template.function("RegisterFunction").routes())
                .extracting(Route::key)
                .containsExactlyInAnyOrder(
                        "POST /sessions/{id}/registrations",
                        "POST /api/v1/sessions/{id}/registrations",
                        "POST /sessions/{id}/own-link",
                        "POST /api/v1/sessions/{id}/own-link");
        assertThat(template.function("SendRemindersFunction").routes()).isEmpty();
    }

    @Test
    void readsAnEventWithoutMethodAndPathAsTheDefaultRoute() {
        assertThat(template.function("ListSessionsFunction").routes())
                .contains(Route.DEFAULT, new Route("GET", "/sessions"), new Route("HEAD", "/sessions"));
    }

    @Test
    void hasNoDuplicateRoutes() {
        assertThat(template.functions().stream()
                        .flatMap(function -> function.routes().stream())
                        .toList())
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }

    @Test
    void describesTheTable() {
        CreateTableRequest table = template.table("samenkomst");

        assertThat(table.keySchema()).extracting("attributeName").containsExactly("PK", "SK");
        assertThat(table.globalSecondaryIndexes())
                .extracting(GlobalSecondaryIndex::indexName, GlobalSecondaryIndex::projection)
                .containsExactly(
                        tuple("agenda", keysOnly()),
                        tuple("listed", with("startsAt", "changedAt", "topics", "audience", "region", "series")),
                        tuple("series", keysOnly()),
                        tuple("due", keysOnly()));
        assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.KEYS_ONLY);
        assertThat(template.timeToLiveAttribute()).isEqualTo("expiresAt");
    }

    @Test
    void describesTheScheduleAndTheStream() {
        assertThat(template.rateOf("SendRemindersFunction")).isEqualTo(Duration.ofMinutes(5));
        StreamFilter sessions =
                StreamFilter.parse("{\"dynamodb\": {\"Keys\": {\"PK\": {\"S\": [{\"prefix\": \"S#\"}]}}}}");
        assertThat(template.streamOf("SendRemindersFunction"))
                .isEqualTo(new StreamSource("TRIM_HORIZON", 100, 5, true, true, List.of(sessions)));
        StreamFilter requests =
                StreamFilter.parse("{\"dynamodb\": {\"Keys\": {\"PK\": {\"S\": [{\"prefix\": \"K#\"}]}}}}");
        assertThat(template.streams())
                .isEqualTo(Map.of(
                        "SendRemindersFunction",
                        template.streamOf("SendRemindersFunction"),
                        "SendSignInFunction",
                        new StreamSource("TRIM_HORIZON", 10, 5, true, true, List.of(requests))));
    }

    @Test
    void readsTheStreamOfEachFunction(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), """
                Globals: { Function: { Timeout: 3 } }
                Resources:
                  None: { Type: AWS::Serverless::Function, Properties: { Handler: x.X, CodeUri: x.zip } }
                  All:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: x.Y
                      CodeUri: y.zip
                      Events:
                        Stream: { Type: DynamoDB, Properties: &stream { StartingPosition: LATEST, BatchSize: 7,
                          MaximumRetryAttempts: 1, BisectBatchOnFunctionError: false, FunctionResponseTypes: [] } }
                  Some:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: x.Z
                      CodeUri: z.zip
                      Events:
                        Other: { Type: SNS, Properties: { Topic: x } }
                        Stream:
                          Type: DynamoDB
                          Properties:
                            <<: *stream
                            FilterCriteria:
                              Filters: [{ Pattern: '{"eventName": ["INSERT"]}' }, { Pattern: '{"eventName": ["REMOVE"]}' }]
                """);

        Map<String, StreamSource> streams = Template.read(file, Map.of()).streams();

        assertThat(streams).containsOnlyKeys("All", "Some");
        assertThat(streams)
                .containsEntry("All", new StreamSource("LATEST", 7, 1, false, false, List.of()))
                .containsEntry(
                        "Some",
                        new StreamSource(
                                "LATEST",
                                7,
                                1,
                                false,
                                false,
                                List.of(
                                        new StreamFilter(Map.of("eventName", List.of("INSERT"))),
                                        new StreamFilter(Map.of("eventName", List.of("REMOVE"))))));
    }

    @Test
    void refusesAFilterThatTheDeskCannotApply(@TempDir Path folder) throws IOException {
        String asked = "[{\"prefix\": \"S#\"}]";
        String template = Files.readString(FILE);
        assertThat(template).containsOnlyOnce(asked);
        Path file =
                Files.writeString(folder.resolve("template.yaml"), template.replace(asked, "[{\"suffix\": \"S#\"}]"));

        Template other = Template.read(file, NAMES);

        assertThatThrownBy(other::streams).hasMessage("cannot filter by {suffix=S#}");
    }

    @Test
    void namesAMissingParameter() {
        assertThatThrownBy(
                        () -> Template.read(FILE, Map.of("Table", "samenkomst")).functions())
                .hasMessage("nobody says what BaseUrl is");
    }

    @Test
    void readsAReferenceInsideAText(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), """
                Globals: { Function: { Timeout: 3 } }
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: nl.samenkomst.X
                      CodeUri: x.zip
                      Environment: { Variables: { NAME: !Sub "${Table}-of-${Whose}" } }
                """);

        assertThat(Template.read(file, Map.of("Table", "list", "Whose", "ours"))
                        .function("F")
                        .environment())
                .containsEntry("NAME", "list-of-ours");
    }

    @Test
    void refusesDuplicateKeys(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), "Resources: {}\nResources: {}\n");

        assertThatThrownBy(() -> Template.read(file, Map.of())).hasMessageContaining("duplicate key Resources");
    }

    private static Projection with(String... attributes) {
        return Projection.builder()
                .projectionType(ProjectionType.INCLUDE)
                .nonKeyAttributes(attributes)
                .build();
    }

    private static Projection keysOnly() {
        return Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build();
    }
}
