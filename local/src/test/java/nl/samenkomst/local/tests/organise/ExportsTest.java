package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.RecordingTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the lists that organisers take away: what is in them, who may, and that it is recorded. */
class ExportsTest {

    private static final String SESSION = "/organise/sessions/" + Gathering.ID;

    private final Gathering gathering = new Gathering();
    private final OrganiserBrowser browser = OrganiserBrowser.ofAdministrator(gathering);

    @Test
    void thePageSaysWhatIsInEachAndLeadsThere() {
        OrganiserBrowser.Answer lists = browser.open(SESSION + "/lists");

        assertThat(lists.status()).isEqualTo(200);
        assertThat(lists.page().select("main a.button").eachAttr("href"))
                .containsExactly(SESSION + "/list.xlsx", SESSION + "/list.csv", SESSION + "/list.html");
        assertThat(exports()).isEmpty();
    }

    /** Where a part ends is known only once it is written, so there are no links to all parts beforehand. */
    @Test
    void thePageSaysHowToGetThePartsOfALongList() {
        for (int i = 0; i < 5; i++) {
            gathering.signUp("noor" + i);
        }
        OrganiserBrowser reader = browser.through(gathering.wiring(Wiring.RESPONSE_LIMIT.rows(2)));

        assertThat(reader.open(SESSION + "/lists").page().select("main").text())
                .contains("op de laatste regel het adres van het volgende deel", "onderaan een link");
        List<String> lines = reader.open(SESSION + "/list.csv").body().lines().toList();
        assertThat(lines.getLast()).contains("https://aanmelden.example.org" + SESSION + "/list.csv?after=");
        assertThat(reader.open(SESSION + "/list.html").page().select("main a[rel=next]"))
                .isNotEmpty();
    }

    @Test
    void theCsvHasEverybodyAndANameWithTheDay() {
        gathering.signUp("noor");
        OrganiserBrowser.Answer csv = browser.open(SESSION + "/list.csv");

        assertThat(csv.body()).contains("noor@example.org");
        assertThat(csv.headers())
                .containsEntry("content-type", "text/csv; charset=utf-8; header=present")
                .containsEntry("content-disposition", "attachment; filename=\"versnellingskamer-2026-11-02.csv\"")
                .containsEntry("cache-control", "no-store");
    }

    @Test
    void theWorkbookHasEverybody() throws IOException {
        gathering.signUp("noor");
        OrganiserBrowser.Answer xlsx = browser.open(SESSION + "/list.xlsx");

        assertThat(xlsx.headers().get("content-disposition")).endsWith("2026-11-02.xlsx\"");
        assertThat(text(Base64.getDecoder().decode(xlsx.body()))).contains("noor@example.org");
    }

    @Test
    void theListOnPaperHasNoAddresses() {
        gathering.signUp("noor");
        OrganiserBrowser.Answer paper = browser.open(SESSION + "/list.html");

        assertThat(paper.body()).contains("noor").doesNotContain("@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "html"})
    void whoTookItWhenIsInTheHistory(String format) {
        browser.open(SESSION + "/list." + format);

        assertThat(exports()).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo(gathering.clock.instant());
            assertThat(entry.actor().name()).startsWith("organiser:");
            assertThat(entry.reason()).isEqualTo(format.equals("html") ? "paper" : format);
            assertThat(entry.registration()).isEmpty();
        });
    }

    @Test
    void lookingWhetherItIsThereIsNoExport() {
        OrganiserBrowser.Answer head = browser.request("HEAD", SESSION + "/list.csv", "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(exports()).isEmpty();
    }

    /** Other than reading the list, the act is one write. */
    @Test
    void isRecordedBeforeItIsGiven() {
        RecordingTable asked = new RecordingTable();
        browser.through(gathering.wiring(asked.client())).open(SESSION + "/list.csv");

        assertThat(asked.calls()).containsExactly("BatchGetItem", "Query", "TransactWriteItems");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "html"})
    void asksForAFreshSecondFactor(String format) {
        gathering.clock.advance(Duration.ofMinutes(16));
        OrganiserBrowser.Answer answer = browser.open(SESSION + "/list." + format);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).startsWith("/organise/sign-in/factor?next=");
        assertThat(exports()).isEmpty();
    }

    @Test
    void aHostHasNoLists() {
        gathering.clock.set(Gathering.START);
        OrganiserBrowser host = OrganiserBrowser.of(gathering, "Els", Role.HOST, new Scope.All());

        for (String page : List.of("/lists", "/list.csv", "/list.xlsx", "/list.html")) {
            assertThat(host.open(SESSION + page).status()).as(page).isEqualTo(403);
        }
        assertThat(exports()).isEmpty();
    }

    /** The last line of each part has the whole address of the next, which opens in this browser. */
    @Test
    void aLongListComesInPartsThatAreEachRecorded() {
        for (int i = 0; i < 5; i++) {
            gathering.signUp("noor" + i);
        }
        Wiring cramped = gathering.wiring(Wiring.RESPONSE_LIMIT.rows(2));
        OrganiserBrowser reader = browser.through(cramped);
        List<String> parts = new ArrayList<>();
        Optional<String> next = Optional.of(SESSION + "/list.csv");
        while (next.isPresent()) {
            OrganiserBrowser.Answer part = reader.open(next.get());
            parts.add(part.body());
            next = Optional.ofNullable(part.headers().get("link"))
                    .map(link -> link.replaceFirst("<https://[^/]*", "").replaceFirst(">.*", ""));
            next.ifPresent(address -> assertThat(part.body()).contains("https://", address));
            gathering.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(parts).hasSize(3);
        for (int i = 0; i < 5; i++) {
            String address = "noor" + i + "@example.org";
            assertThat(parts).filteredOn(part -> part.contains(address)).hasSize(1);
        }
        assertThat(exports()).hasSize(3);
        assertThat(reader.open(SESSION + "/list.csv?after=nonsense").status()).isEqualTo(404);
        assertThat(reader.open(SESSION + "/list.html?after=nonsense").status()).isEqualTo(404);
    }

    private List<AuditEntry> exports() {
        return gathering.sessions().changes(Gathering.ID, gathering.clock.instant()).stream()
                .filter(entry -> entry.what().equals("exported"))
                .toList();
    }

    private static String text(byte[] workbook) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }
}
