package nl.samenkomst.local.tests.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.local.desk.Template;
import nl.samenkomst.local.tests.kit.CallsOfFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;

class PermissionsTest {

    private static final Permission READ = new Permission("dynamodb:GetItem", "table");
    private static final Permission ASK = new Permission("dynamodb:Query", "table/index/due");

    @TempDir
    private Path folder;

    @Test
    void agreeWhenUsedEqualsGranted() throws IOException {
        assertThat(granted(allow("dynamodb:GetItem", "!GetAtt Table.Arn"))
                        .comparedWith(used(Map.of("ReadFunction", Set.of(READ)))))
                .isEmpty();
    }

    @Test
    void nameAnActionGrantedButNotUsed() throws IOException {
        assertThat(granted(allow("[dynamodb:GetItem, dynamodb:PutItem]", "!GetAtt Table.Arn"))
                        .comparedWith(used(Map.of("ReadFunction", Set.of(READ)))))
                .containsExactly("ReadFunction may, and never does: dynamodb:PutItem on table");
    }

    @Test
    void nameAnActionUsedButNotGranted() throws IOException {
        assertThat(granted(allow("dynamodb:GetItem", "!GetAtt Table.Arn"))
                        .comparedWith(used(Map.of("ReadFunction", Set.of(READ, ASK)))))
                .containsExactly("ReadFunction does, and may not: dynamodb:Query on table/index/due");
    }

    @Test
    void tellATableFromItsIndexAndOneIndexFromAnother() throws IOException {
        Permissions used = used(Map.of("ReadFunction", Set.of(ASK)));

        assertThat(granted(allow("dynamodb:Query", "!Sub \"${Table.Arn}/index/due\""))
                        .comparedWith(used))
                .isEmpty();
        for (String other : new String[] {"agenda", "*"}) {
            assertThat(granted(allow("dynamodb:Query", "!Sub \"${Table.Arn}/index/" + other + "\""))
                            .comparedWith(used))
                    .containsExactly(
                            "ReadFunction does, and may not: dynamodb:Query on table/index/due",
                            "ReadFunction may, and never does: dynamodb:Query on table/index/" + other);
        }
    }

    @Test
    void nameAFunctionOnOneSideOnly() throws IOException {
        assertThat(granted(allow("dynamodb:GetItem", "!GetAtt Table.Arn"))
                        .comparedWith(used(Map.of("OtherFunction", Set.of(READ)))))
                .containsExactly(
                        "OtherFunction does, and may not: dynamodb:GetItem on table",
                        "ReadFunction may, and never does: dynamodb:GetItem on table");
    }

    @Test
    void holdUnderTheirConditionsOnly() throws IOException {
        String sender = """
                Condition: { StringEquals: { "ses:FromAddress": !Ref SenderAddress } }""";
        Permission send = new Permission("ses:SendRawEmail", "set", Map.of("ses:FromAddress", "aanmelden@example.org"));
        Permissions used = used(Map.of("ReadFunction", Set.of(send)));

        assertThat(granted(allow("ses:SendRawEmail", "set", sender)).comparedWith(used))
                .isEmpty();
        assertThat(granted(allow("ses:SendRawEmail", "set")).comparedWith(used)).hasSize(2);
    }

    @Test
    void nameThePartitionKeysOfEachCall() throws IOException {
        String limited = """
                Condition: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["S#*", DESK] } }""";
        Permissions granted = granted(allow("dynamodb:GetItem", "!GetAtt Table.Arn", limited));
        Set<Permission> used = CallsOfFunctions.neededFor(GetItemRequest.builder()
                        .key(Map.of("PK", AttributeValue.fromS("S#sessie"), "SK", AttributeValue.fromS("SESSION")))
                        .build())
                .collect(Collectors.toSet());

        assertThat(granted.comparedWith(used(Map.of("ReadFunction", used))))
                .containsExactly("ReadFunction may, and never does: dynamodb:LeadingKeys on DESK");
    }

    @Test
    void refuseUnsupportedStatements() {
        assertThatThrownBy(() -> granted(allow("dynamodb:GetItem", "t", "Condition: { Bool: { x: true } }")))
                .hasMessageContaining("StringEquals");
        assertThatThrownBy(() -> granted("- Effect: Deny\n  Action: dynamodb:GetItem\n  Resource: t\n"))
                .hasMessageContaining("Deny");
    }

    @Test
    void ofATransactionAreThoseOfItsOperations() {
        assertThat(CallsOfFunctions.neededFor(TransactWriteItemsRequest.builder()
                        .transactItems(
                                TransactWriteItem.builder()
                                        .put(Put.builder().build())
                                        .build(),
                                TransactWriteItem.builder()
                                        .update(Update.builder().build())
                                        .build(),
                                TransactWriteItem.builder()
                                        .delete(Delete.builder().build())
                                        .build(),
                                TransactWriteItem.builder()
                                        .conditionCheck(ConditionCheck.builder().build())
                                        .build())
                        .build()))
                .extracting(Permission::toString)
                .containsExactly(
                        "dynamodb:PutItem on table",
                        "dynamodb:UpdateItem on table",
                        "dynamodb:DeleteItem on table",
                        "dynamodb:ConditionCheckItem on table");
    }

    @Test
    void ofAQueryAreOnItsIndexWhereItHasOne() {
        assertThat(needed(QueryRequest.builder().indexName("due").build()))
                .isEqualTo("dynamodb:Query on table/index/due");
        assertThat(needed(QueryRequest.builder().build())).isEqualTo("dynamodb:Query on table");
    }

    @Test
    void ofALetterAreOnIdentityAndConfigurationSet() {
        assertThat(CallsOfFunctions.neededFor(SendRawEmailRequest.builder()
                        .source("ons@example.org")
                        .configurationSetName("brieven")
                        .build()))
                .allSatisfy(one -> assertThat(one.conditions()).isEqualTo(Map.of("ses:FromAddress", "ons@example.org")))
                .extracting(one -> one.resource().substring(one.resource().lastIndexOf(':') + 1))
                .containsExactly("identity/ons@example.org", "identity/example.org", "configuration-set/brieven");
    }

    @Test
    void ofAnUnknownCallAreNeverGranted() {
        assertThat(needed(ScanRequest.builder().build())).isEqualTo("ScanRequest on nobody knows what");
    }

    private static String needed(SdkRequest request) {
        return CallsOfFunctions.neededFor(request)
                .map(Permission::toString)
                .findFirst()
                .orElse("");
    }

    private static Permissions used(Map<String, Set<Permission>> used) {
        return new Permissions(used);
    }

    private static String allow(String action, String resource, String... more) {
        String statement = "- Effect: Allow\n  Action: " + action + "\n  Resource: " + resource + "\n";
        return more.length == 0 ? statement : statement + "  " + more[0] + "\n";
    }

    private Permissions granted(String statements) throws IOException {
        Path file = Files.writeString(folder.resolve("template.yaml"), """
                Globals: { Function: { Timeout: 3 } }
                Resources:
                  ReadFunction:
                    Type: AWS::Serverless::Function
                    Properties:
                      Handler: nl.samenkomst.Read
                      CodeUri: read.zip
                      Policies:
                        - Version: "2012-10-17"
                          Statement:
                """ + statements.indent(12));
        return Permissions.granted(Template.read(file, Permissions.NAMES));
    }
}
