package nl.samenkomst.domain.sending;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.confirmed;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.promoted;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitlisted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class OrganiserNumbersTest {

    private static final Session SESSION = session();
    private static final Instant BEFORE = SIGNED_UP.minus(Duration.ofDays(3));

    @Test
    void countWhatHappenedSinceTheLastLetter() {
        Registration place = confirmed(SESSION, BEFORE);
        Registration refused = place.with(place.letters()
                .with(new SentLetter(LetterKind.REMINDER, Revision.FIRST, NOW, Optional.empty()), Map.of()));
        List<Registration> all = List.of(
                confirmed(SESSION, NOW),
                waitlisted(SESSION, NOW),
                place.with(new RegistrationState.CancelledByPerson(NOW, true, true)),
                place.with(new RegistrationState.CancelledByPerson(NOW, false, false)),
                place.with(new RegistrationState.CancelledByOrganiser(NOW, true, "")),
                place.with(new RegistrationState.Lapsed(NOW, true)),
                place.with(new RegistrationState.Lapsed(NOW, false)),
                promoted(waitlisted(SESSION, BEFORE), NOW),
                refused,
                noor(SESSION, new RegistrationState.Invited(NOW)));
        assertThat(OrganiserNumbers.of(all, NOW, 1)).isEqualTo(new OrganiserNumbers(NOW, 2, 2, 1, 3, 1, 1));
        assertThat(OrganiserNumbers.of(all, NOW.plusMillis(1), 0).areAllZero()).isTrue();
        assertThat(OrganiserNumbers.of(List.of(), NOW, 1).areAllZero())
                .as("a place freed by erasure")
                .isFalse();
    }
}
