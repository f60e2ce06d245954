package nl.samenkomst.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

final class MailboxTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final MailboxId ID = new MailboxId("TWFpbGJveE1haWxib3hNYQ");

    @Test
    void takesFiveLettersAnHour() {
        Mailbox mailbox = Mailbox.unknown(ID);
        for (int letter = 0; letter < 5; letter++) {
            assertThat(mailbox.mayReceive(NOW.plusSeconds(letter))).isTrue();
            mailbox = mailbox.withLetter(NOW.plusSeconds(letter));
        }

        assertThat(mailbox.mayReceive(NOW.plusSeconds(5))).isFalse();
        assertThat(mailbox.mayReceive(NOW.plus(Duration.ofHours(1)).minusMillis(1)))
                .isFalse();
        assertThat(mailbox.mayReceive(NOW.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void takesTwentyLettersADay() {
        Mailbox mailbox = Mailbox.unknown(ID);
        Instant moment = NOW;
        for (int letter = 0; letter < 20; letter++) {
            assertThat(mailbox.mayReceive(moment)).as("letter %d", letter).isTrue();
            mailbox = mailbox.withLetter(moment);
            moment = moment.plus(Duration.ofMinutes(20));
        }

        assertThat(mailbox.mayReceive(moment)).isFalse();
        assertThat(mailbox.mayReceive(NOW.plus(Duration.ofDays(1)).minusMillis(1)))
                .isFalse();
        assertThat(mailbox.mayReceive(NOW.plus(Duration.ofDays(1)))).isTrue();
    }

    @Test
    void remembersADayOfLettersOnly() {
        Mailbox mailbox = Mailbox.unknown(ID).withLetter(NOW).withLetter(NOW.plus(Duration.ofHours(1)));

        Instant dayLater = NOW.plus(Duration.ofDays(1));
        assertThat(mailbox.withLetter(dayLater).letters()).containsExactly(NOW.plus(Duration.ofHours(1)), dayLater);
        assertThat(mailbox.withoutLetter(dayLater).letters()).containsExactly(NOW.plus(Duration.ofHours(1)));
    }

    /** The clocks of two machines may differ. */
    @Test
    void countsLettersOfAClockThatIsAhead() {
        Mailbox mailbox = new Mailbox(
                ID,
                List.of(NOW, NOW, NOW, NOW.plusSeconds(1), NOW.plusSeconds(1)),
                Optional.empty(),
                Version.NONE.next());

        assertThat(mailbox.mayReceive(NOW)).isFalse();
    }

    @Test
    void isANewVersionWithEachWrite() {
        assertThat(Mailbox.unknown(ID).withLetter(NOW).withoutLetter(NOW).version())
                .isEqualTo(Version.NONE.next().next());
    }

    @Test
    void takesNoLettersOnceRefusedUntilThatIsTakenBack() {
        RefusedLink link = RefusedLink.of(new SessionId("een"), "token");
        Mailbox refused = Mailbox.unknown(ID).refused(link, NOW);

        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.isRefusedBy(link)).isTrue();
        assertThat(refused.mayReceive(NOW)).isFalse();
        assertThat(refused.withoutLetter(NOW).isRefused()).isTrue();
        assertThat(refused.accepting(NOW).isRefused()).isFalse();
        assertThat(refused.accepting(NOW).mayReceive(NOW)).isTrue();
    }

    @Test
    void remembersEveryLinkThatRefusedItWithinBounds() {
        Mailbox refused = Mailbox.unknown(ID);
        for (int link = 0; link < MailRefusal.MAX_LINKS + 1; link++) {
            refused = refused.refused(RefusedLink.of(new SessionId("een"), "token" + link), NOW.plusSeconds(link));
        }

        MailRefusal refusal = refused.refusal().orElseThrow();
        assertThat(refusal.since()).isEqualTo(NOW);
        assertThat(refusal.links()).hasSize(MailRefusal.MAX_LINKS).doesNotHaveDuplicates();
        assertThat(refused.isRefusedBy(RefusedLink.of(new SessionId("een"), "token" + MailRefusal.MAX_LINKS)))
                .isFalse();
    }

    @Test
    void tellsLinksApart() {
        RefusedLink link = RefusedLink.of(new SessionId("een"), "token");

        assertThat(RefusedLink.of(new SessionId("een"), "token")).isEqualTo(link);
        assertThat(RefusedLink.of(new SessionId("twee"), "token")).isNotEqualTo(link);
        assertThat(RefusedLink.of(new SessionId("een"), "tokem")).isNotEqualTo(link);
    }
}
