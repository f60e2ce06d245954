package nl.samenkomst.domain.own;

import static nl.samenkomst.domain.capacity.SampleSnapshots.MAILBOX;
import static nl.samenkomst.domain.capacity.SampleSnapshots.REFUSED;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class ResendOwnLinkTest {

    private static final Session SESSION = session();
    private static final Registration NOOR = noor(SESSION, place());

    @Test
    void makesTheOwnLinkOwedAndChangesNothingElse() {
        Decided<Boolean> decided = ResendOwnLink.decide(seen(SESSION, NOOR), NOW);
        assertThat(decided).isInstanceOf(Decided.Update.class);
        assertThat(decided.stored().orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version", "dueAt")
                .isEqualTo(NOOR.linkRequested(NOW));
    }

    @Test
    void doesSoAtMostOnceAnHour() {
        RegistrationSnapshot seen = seen(SESSION, NOOR);
        Instant anHourLater = SIGNED_UP.plus(Duration.ofHours(1));
        assertThat(ResendOwnLink.decide(seen, anHourLater.minusMillis(1)))
                .isEqualTo(nothingMailed(MAILBOX, anHourLater.minusMillis(1)));
        assertThat(ResendOwnLink.decide(seen, anHourLater).stored()).isPresent();
    }

    @Test
    void mailsNothingToAnUnconfirmedAddress() {
        Registration unconfirmed = NOOR.with(new AddressProof.Awaited(Optional.empty()));
        assertThat(ResendOwnLink.decide(seen(SESSION, unconfirmed), NOW)).isEqualTo(nothingMailed(MAILBOX, NOW));
    }

    @Test
    void mailsNothingToAStranger() {
        assertThat(ResendOwnLink.decide(seenNobody(SESSION), NOW)).isEqualTo(nothingMailed(MAILBOX, NOW));
    }

    @Test
    void mailsTheLinkOfAnInvitation() {
        Session hidden = session("admission", "invited");
        assertThat(ResendOwnLink.decide(seen(hidden, noor(hidden, invited())), NOW)
                        .stored())
                .isPresent();
    }

    @Test
    void countsTheLetterToTheMailbox() {
        assertThat(ResendOwnLink.decide(seen(SESSION, NOOR), NOW))
                .isEqualTo(new Decided.Update<>(
                        SESSION,
                        RegistrationChange.update(SESSION, NOOR.linkRequested(NOW), NOW),
                        Optional.of(MAILBOX.withLetter(NOW)),
                        true));
    }

    @Test
    void mailsNothingToAMailboxThatHadEnough() {
        assertThat(ResendOwnLink.decide(seen(SESSION, NOOR).withMailbox(full()), NOW))
                .isEqualTo(nothingMailed(full(), NOW));
    }

    @Test
    void mailsNothingToAMailboxThatIsRefused() {
        assertThat(ResendOwnLink.decide(seen(SESSION, NOOR).withMailbox(REFUSED), NOW))
                .isEqualTo(nothingMailed(REFUSED, NOW));
    }

    @Test
    void endsWhatWithheldTheFirstLetter() {
        Registration withheld = NOOR.withheld(NOW);
        Instant soon = NOW.plusSeconds(60);

        assertThat(ResendOwnLink.decide(seen(SESSION, withheld).withMailbox(full()), soon))
                .isEqualTo(nothingMailed(full(), soon));
        assertThat(ResendOwnLink.decide(seen(SESSION, withheld), soon)
                        .stored()
                        .orElseThrow()
                        .mailProblem())
                .isEmpty();
    }

    /** As much is written as for a letter. */
    private static Decided<Boolean> nothingMailed(Mailbox mailbox, Instant now) {
        return new Decided.Decoy<>(SESSION.id(), mailbox.withoutLetter(now), false);
    }

    private static Mailbox full() {
        Mailbox mailbox = MAILBOX;
        for (int letter = 0; letter < Mailbox.MAX_PER_HOUR; letter++) {
            mailbox = mailbox.withLetter(NOW);
        }
        return mailbox;
    }
}
