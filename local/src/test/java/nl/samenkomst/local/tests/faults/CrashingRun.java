package nl.samenkomst.local.tests.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import nl.samenkomst.domain.sending.SendReminders;
import nl.samenkomst.dynamodb.DynamoDbClients;
import nl.samenkomst.local.desk.Invocation;
import nl.samenkomst.local.desk.LocalDynamoDb;
import nl.samenkomst.local.desk.MailEndpoint;
import nl.samenkomst.local.desk.Mailbox;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.Crash;
import nl.samenkomst.local.tests.faults.CrashingHttpClient.CrashPoint;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.sendreminders.SendRemindersHandler;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

/** Runs the schedule's function, or other work with the table, on a machine that may die at any call. */
public final class CrashingRun {

    private CrashingRun() {}

    /** Does this work with a client of the table for as long as this life lasts; returns whether it lived. */
    public static boolean survives(CrashPoint life, Consumer<DynamoDbClient> work) {
        try (DynamoDbClient client = table(new CrashingHttpClient(UrlConnectionHttpClient.create(), life, false))) {
            work.accept(client);
            return true;
        } catch (Crash death) {
            return false;
        }
    }

    /** Sends what is due for as long as this life lasts; returns whether it died. */
    public static boolean dies(Gathering gathering, Mailbox mailbox, CrashPoint life) throws IOException {
        try (MailEndpoint mail = MailEndpoint.start(mailbox);
                DynamoDbClient table = table(new CrashingHttpClient(UrlConnectionHttpClient.create(), life, false));
                SesClient ses = mail.client(new CrashingHttpClient(UrlConnectionHttpClient.create(), life, true))) {
            new SendRemindersHandler(gathering.wiring(table, () -> ses))
                    .handleRequest(
                            new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)),
                            new ByteArrayOutputStream(),
                            Invocation.of("send-reminders", Duration.ofMinutes(10)));
            return false;
        } catch (Crash death) {
            return true;
        }
    }

    /** Sends what is due for as long as this life lasts, and later once more; returns whether the first one died. */
    public static boolean diesAndIsFollowed(Gathering gathering, Mailbox mailbox, CrashPoint life) throws IOException {
        boolean died = dies(gathering, mailbox, life);
        gathering.clock.advance(SendReminders.CLAIM_DURATION);
        dies(gathering, mailbox, new CrashPoint(0, false));
        return died;
    }

    static DynamoDbClient table(SdkHttpClient http) {
        return DynamoDbClients.builder(http)
                .endpointOverride(FreshTable.address())
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(LocalDynamoDb.CREDENTIALS)
                .build();
    }
}
