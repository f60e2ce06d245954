package nl.samenkomst.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.registration.PersonValues;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

class RegistrationItemTest {

    @Test
    void readsEveryStateAsItWasWritten() {
        Session session = SampleSnapshots.session();
        List<RegistrationState> states = new ArrayList<>(SampleRegistrations.EVERY_STATE);
        states.add(SampleRegistrations.underReviewWithPlace());
        states.add(SampleRegistrations.placeAt(SampleDocuments.BUURT));
        states.add(SampleRegistrations.waitingFor(SampleDocuments.BUURT, 1));
        states.add(new RegistrationState.Confirmed(SampleRegistrations.NOW, true, Optional.empty()));
        states.add(new RegistrationState.CancelledByPerson(SampleRegistrations.NOW, true, true));
        for (RegistrationState state : states) {
            Registration written = SampleRegistrations.noor(session, state);

            assertThat(RegistrationItem.read(RegistrationItem.write(
                                    written, session.document().forgetAt()))
                            .state())
                    .isEqualTo(state);
        }
    }

    @Test
    void readsEveryValueOfAPersonAsItWasWritten() {
        Registration written = SampleSessions.registration(SampleSessions.HANDREIKING, SampleSessions.confirmed());

        assertThat(PersonValues.of(RegistrationItem.read(RegistrationItem.write(written, SampleSessions.NOW))
                        .person()))
                .isEqualTo(PersonValues.of(written.person()));
    }

    /** An attribute that this release does not list as its own is kept, as one of another release. */
    @Test
    void dropsEveryAttributeThatAChangeLeavesOut() {
        Session session = SampleSnapshots.session();
        Registration least = SampleRegistrations.noor(session, SampleRegistrations.invited());

        PersonalDataTest.everyAttribute()
                .forEach(stored -> assertThat(
                                RegistrationItem.write(over(RegistrationItem.read(stored), least), SampleSessions.NOW)
                                        .keySet())
                        .isEqualTo(RegistrationItem.write(least, SampleSessions.NOW)
                                .keySet()));
    }

    /** Returns the registration as a change of a stored one. */
    private static Registration over(Registration stored, Registration changed) {
        return new Registration(
                changed.session(),
                changed.id(),
                changed.secrets(),
                changed.signUp(),
                changed.person(),
                changed.language(),
                changed.signedUpAt(),
                changed.answers(),
                changed.choseAt(),
                changed.state(),
                changed.sequence(),
                changed.letters(),
                changed.sessionRevision(),
                changed.dueAt(),
                changed.version(),
                changed.present(),
                changed.proof(),
                changed.mailProblem(),
                stored.original());
    }
}
