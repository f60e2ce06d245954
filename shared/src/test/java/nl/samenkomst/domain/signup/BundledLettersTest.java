package nl.samenkomst.domain.signup;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOOR;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

final class BundledLettersTest {

    private static final Session SESSION = session();
    private static final Registration TOLD = noor(SESSION, place());
    private static final Instant DELAYED_UNTIL = NOW.plus(BundledLetters.DELAY);
    private static final Registration DELAYED = TOLD.with(TOLD.letters().delayed(DELAYED_UNTIL));
    private static final SessionId NEXT = new SessionId("volgende");
    private static final BundledLetter LETTER = new BundledLetter(NOOR.email(), DELAYED_UNTIL).bundle(NEXT);
    private static final BundledLetters.Release OF_DELAYED = new BundledLetters.Release(LETTER, true, NOW);
    private static final BundledLetters.Release OF_OWN_LINK = new BundledLetters.Release(LETTER, false, NOW);

    @Test
    void releasesADelayedLetterThatTellsOfTheOthers() {
        Decided<Boolean> decided = decide(OF_DELAYED, DELAYED);
        assertThat(decided).isInstanceOf(Decided.Update.class);
        assertThat(decided.outcome()).isTrue();
        LetterLog letters = decided.stored().orElseThrow().letters();
        assertThat(letters.delayedUntil()).isEmpty();
        assertThat(letters.bundled()).isEqualTo(Map.of(NEXT, DELAYED_UNTIL));
    }

    @Test
    void makesAReleasedLetterDueAtOnce() {
        assertThat(decide(OF_DELAYED, DELAYED).stored().orElseThrow().dueAt()).contains(TOLD.signedUpAt());
    }

    @Test
    void asksForTheOwnLinkWhereNoLetterWasDelayed() {
        LetterLog letters = decide(OF_OWN_LINK, TOLD).stored().orElseThrow().letters();
        assertThat(letters.linkAskedAt()).isEqualTo(NOW);
        assertThat(letters.bundled()).isEqualTo(Map.of(NEXT, DELAYED_UNTIL));
    }

    @Test
    void releasesOnceHoweverOftenItIsTried() {
        Registration released = decide(OF_DELAYED, DELAYED).stored().orElseThrow();
        assertThat(decide(OF_DELAYED, released)).isEqualTo(Decided.asIs(false));
        Registration asked = decide(OF_OWN_LINK, TOLD).stored().orElseThrow();
        assertThat(decide(OF_OWN_LINK, asked)).isEqualTo(Decided.asIs(false));
    }

    @Test
    void leavesAnyOtherHoldInPlace() {
        Registration sending = TOLD.with(TOLD.letters().delayed(DELAYED_UNTIL.plusMillis(1)));
        assertThat(decide(OF_DELAYED, sending)).isEqualTo(Decided.asIs(false));
    }

    @Test
    void releasesNothingIfTheRegistrationIsGone() {
        assertThat(OF_DELAYED.decide(seenNobody(SESSION), NOW)).isEqualTo(Decided.asIs(false));
    }

    private static Decided<Boolean> decide(BundledLetters.Release release, Registration registration) {
        return release.decide(seen(SESSION, registration), NOW);
    }
}
