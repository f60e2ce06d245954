package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

final class SendOwnLinkTest {

    private static final Session SESSION = session();

    @ParameterizedTest
    @EnumSource(names = {"BOUNCED", "SUPPRESSED"})
    void triesAnAddressAgainFromWhichLettersCameBack(MailProblem.Kind kind) {
        Registration sent = stored(kind);

        assertThat(sent.mailProblem()).isEmpty();
        assertThat(sent.dueAt()).contains(place().since());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"BOUNCED", "SUPPRESSED"},
            mode = Mode.EXCLUDE)
    void sendsNothingToAnybodyWhoDoesNotWantIt(MailProblem.Kind kind) {
        Registration sent = stored(kind);

        assertThat(sent.mailProblem()).isPresent();
        assertThat(sent.dueAt().isEmpty()).isEqualTo(kind.stopsLetters());
    }

    private static Registration stored(MailProblem.Kind kind) {
        Registration noor = noor(SESSION, place()).withMailProblem(Optional.of(new MailProblem(kind, NOW)));
        return SendOwnLink.decide(new Seen(SampleSnapshots.seen(SESSION, noor), noor, NOW), Actor.LOCAL)
                .stored()
                .orElseThrow();
    }
}
