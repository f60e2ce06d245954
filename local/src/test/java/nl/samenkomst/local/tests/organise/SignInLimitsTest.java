package nl.samenkomst.local.tests.organise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.samenkomst.Wiring;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import nl.samenkomst.local.tests.kit.OrganiserBrowser.Answer;
import nl.samenkomst.local.tests.kit.RecordingTable;
import nl.samenkomst.local.tests.kit.SignInBrowser;
import nl.samenkomst.local.tests.kit.SignInMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks learns nothing about an address: not from a response, nor from what is read and written for it. */
class SignInLimitsTest {

    private static final String KNOWN = "noor@example.org";
    private static final String UNKNOWN = "niet@example.org";

    private final Gathering gathering = new Gathering();
    private final SignInMail mail = new SignInMail(gathering);
    private final RecordingTable table = new RecordingTable();
    private final Wiring wiring = gathering.wiring(table.client(), () -> {
        throw new IllegalStateException("no letters here");
    });

    @BeforeEach
    void addNoor() {
        OrganiserBrowser.ofAdministrator(gathering);
        // Makes the desk's key, which happens once.
        browser().ask("first@example.org");
    }

    @AfterEach
    void close() {
        mail.close();
        table.client().close();
    }

    /** What somebody who asks can see, and what it costs. */
    private record Seen(int status, Map<String, String> headers, String body, List<String> calls) {}

    @Test
    void theFourthRequestAndTheSixthMailLookLikeTheFirst() {
        assertThat(requests(KNOWN)).isEqualTo(requests(UNKNOWN));

        assertThat(mail.letters()).hasSize(5);
    }

    private List<Seen> requests(String address) {
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            if (i == 4) {
                gathering.clock.advance(Duration.ofMinutes(10));
            }
            SignInBrowser browser = browser();
            seen.add(seen(() -> browser.ask(address)));
            mail.deliver();
            seen.add(seen(() -> hidden(browser.open("/organise/sign-in/code"), address)));
        }
        assertThat(seen.stream().map(Seen::calls).distinct())
                .containsExactly(List.of("BatchGetItem", "TransactWriteItems"), List.of("BatchGetItem"));
        assertThat(seen.stream().map(Seen::status).distinct()).containsExactly(303, 200);
        assertThat(seen.stream().map(Seen::body).distinct()).hasSize(2);
        gathering.clock.advance(Duration.ofHours(2));
        return seen;
    }

    @Test
    void theTwentyFirstRequestOfANetworkLooksLikeTheFirst() {
        SignInBrowser first = browser();
        Seen expected = seen(() -> first.ask("first@example.org"));
        for (int i = 0; i < 20; i++) {
            SignInBrowser browser = new SignInBrowser(gathering, wiring);
            int number = i;
            assertThat(seen(() -> browser.ask("somebody" + number + "@example.org")))
                    .isEqualTo(expected);
        }
        browser().ask(KNOWN);

        mail.deliver();

        assertThat(mail.letters()).isEmpty();
    }

    @Test
    void aWrongCodeAnUnknownAddressAnExpiredOneAndTheSixthLookAlike() {
        List<Seen> known = codes(KNOWN);
        gathering.clock.advance(Duration.ofHours(2));
        List<Seen> unknown = codes(UNKNOWN);

        assertThat(known).isEqualTo(unknown);
        assertThat(known.stream().distinct()).hasSize(1);
        assertThat(known.getFirst().status()).isEqualTo(400);
        assertThat(known.getFirst().calls()).containsExactly("BatchGetItem", "TransactWriteItems");
    }

    /** Tries four wrong codes, the last wrong one, then the right one; then a right one that has expired. */
    private List<Seen> codes(String address) {
        List<Seen> seen = new ArrayList<>();
        SignInBrowser browser = browser();
        browser.ask(address);
        mail.deliver();
        String right = address.equals(KNOWN) ? mail.code() : "3333-3333";
        for (String code : List.of("2222-2222", "2222-2223", "2222-2224", "2222-2225", "2222-2226", right)) {
            seen.add(seen(() -> browser.giveCode(code)));
        }
        SignInBrowser later = browser();
        later.ask(address);
        mail.deliver();
        gathering.clock.advance(Duration.ofMinutes(10));
        String expired = address.equals(KNOWN) ? mail.code() : "3333-3333";
        seen.add(seen(() -> later.giveCode(expired)));
        SignInBrowser forgotten = browser().withCookie(SignInBrowser.ASKING, Optional.of("AAAAAAAAAAAAAAAAAAAAAA"));
        seen.add(seen(() -> forgotten.giveCode("4444-4444")));
        return seen;
    }

    private SignInBrowser browser() {
        return new SignInBrowser(gathering, wiring)
                .with("user-agent", Optional.of("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"));
    }

    private Seen seen(Supplier<Answer> request) {
        table.calls().clear();
        Answer answer = request.get();
        return new Seen(answer.status(), new TreeMap<>(answer.headers()), answer.body(), List.copyOf(table.calls()));
    }

    private static Answer hidden(Answer answer, String address) {
        return new Answer(
                answer.status(),
                answer.headers(),
                answer.cookies(),
                answer.body().replace(address, "…"));
    }
}
