package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.desk.sam.SamLocal;
import nl.samenkomst.local.tests.template.TemplateTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DemoSessionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static List<DemoSession> sessions() throws IOException {
        return DemoSessions.from(TODAY);
    }

    @Test
    void coverFiveGatheringsOneASeriesOfThree() throws IOException {
        assertThat(sessions()).hasSize(7);
        assertThat(sessions())
                .filteredOn(session ->
                        "Lokale aanpak eenzaamheid".equals(session.document().get("series")))
                .hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void canBePublished(DemoSession session) {
        assertThat(SessionId.parse(session.id())).isPresent();
        assertThat(SessionDocumentFields.parse(session.document())).isInstanceOf(Parsed.Valid.class);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void areInTheComingMonths(DemoSession session) {
        LocalDate start = OffsetDateTime.parse(String.valueOf(session.document().get("start")))
                .toLocalDate();

        assertThat(start).isBetween(TODAY.plusWeeks(2), TODAY.plusMonths(4));
    }

    @Test
    void haveThemesQuestionsAndEveryAdmission() throws IOException {
        List<SessionDocument> documents = sessions().stream()
                .map(session -> SessionDocumentFields.parse(session.document()))
                .map(parsed -> ((Parsed.Valid<SessionDocument>) parsed).value())
                .toList();

        assertThat(documents)
                .filteredOn(document -> !document.themes().isEmpty())
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.themes())
                            .hasSize(3)
                            .allMatch(theme -> theme.facilitators().size() == 2);
                    assertThat(document.questions()).isNotEmpty();
                });
        assertThat(documents)
                .map(document -> document.signUp().admission().word())
                .contains("open", "reviewed", "invited");
    }

    /** A request that arrives as soon as the port is taken waits until the demo sessions are published. */
    @Test
    void arePublishedBeforeTheFirstRequest() throws Exception {
        int port = freePort();
        URI agenda = URI.create("http://localhost:" + port + "/api/v1/sessions");
        try (ExecutorService visitor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = visitor.submit(() -> firstAnswer(agenda));
            try (Desk desk = Desk.start(new Desk.Options(port, Optional.empty(), true, TemplateTest.FILE))) {
                assertThat(first.get()).contains(listed());
                assertThat(firstLetter(desk).text()).contains(desk.address() + "/");
            } finally {
                first.cancel(true);
            }
        }
    }

    @Test
    void arePublishedBeforeSamCliServes() throws Exception {
        Template template = Template.read(TemplateTest.FILE, TemplateTest.NAMES);
        try (LocalDynamoDb table =
                LocalDynamoDb.start(template.table("samenkomst"), template.timeToLiveAttribute(), Optional.empty())) {
            SamLocal.publishDemoSessions(template, table.client());

            assertThat(table.client()
                            .scan(request -> request.tableName("samenkomst"))
                            .items())
                    .extracting(item -> item.get("PK"))
                    .containsAll(sessions().stream()
                            .map(session -> AttributeValue.fromS("S#" + session.id()))
                            .toList());
        }
    }

    @Test
    void includeANearlyFullOneAndAWaitingList() throws IOException {
        assertThat(sessions().stream().flatMap(DemoSessionsTest::placesLeft)).contains(1, -2);
    }

    private static List<String> listed() throws IOException {
        return sessions().stream()
                .filter(session -> !session.isForInvitedOnly())
                .map(session -> "{\"id\":\"" + session.id() + '"')
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static String firstAnswer(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                try {
                    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                            .body();
                } catch (ConnectException notYet) {
                    Thread.sleep(1);
                }
            }
        }
    }

    private static Letter firstLetter(Desk desk) throws InterruptedException {
        for (int i = 0; i < 200 && desk.letters().isEmpty(); i++) {
            Thread.sleep(50);
        }
        return desk.letters().getFirst();
    }

    private static Stream<Integer> placesLeft(DemoSession session) {
        return session.document().get("places") instanceof Integer places
                ? Stream.of(places - session.people())
                : Stream.empty();
    }
}
