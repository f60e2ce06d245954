package nl.samenkomst.domain.participants;

import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.capacity.SampleSnapshots.snapshot;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.participants.DecideMany.Result;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class DecideManyTest {

    private static final Session SESSION = session("places", 2, "admission", "reviewed");
    private static final Registration PERSON = noor(SESSION, place());
    private static final ChangeOutcome CHANGED =
            new ChangeOutcome.Changed(new ListedRegistration(PERSON, OptionalInt.empty()));
    private static final Map<Actor, String> NAMES = Map.of(KARIM.actor(), "Karim");

    @Test
    void tellsOneWhoDecidedTheSameThatAColleagueDid() {
        assertThat(result(CHANGED, entry(KARIM, AuditAction.ACCEPTED, NOW)))
                .isEqualTo(new Result.DecidedBefore(PERSON.id(), Optional.of("Karim"), true));
    }

    @Test
    void tellsOneWhoDecidedOtherwiseWhoWasFirst() {
        assertThat(result(new ChangeOutcome.Refused(RefusalReason.DECIDED), entry(KARIM, AuditAction.DECLINED, NOW)))
                .isEqualTo(new Result.DecidedBefore(PERSON.id(), Optional.of("Karim"), false));
    }

    @Test
    void aDoublePressIsOneDecision() {
        assertThat(result(CHANGED, entry(NOOR, AuditAction.ACCEPTED, NOW))).isEqualTo(new Result.Made(PERSON.id()));
    }

    @Test
    void aDecisionThatWasTakenBackIsNobodys() {
        assertThat(result(
                        CHANGED,
                        entry(KARIM, AuditAction.ACCEPTED, NOW.minusSeconds(60)),
                        entry(KARIM, AuditAction.DECISION_WITHDRAWN, NOW)))
                .isEqualTo(new Result.Made(PERSON.id()));
    }

    @Test
    void theOutlookGivesThePlacesInOrder() {
        Session one = session("places", 1, "admission", "reviewed");
        List<Registration> people = List.of(noor(one, underReview()), noor(one, underReview()));

        assertThat(DecisionOutlook.of(snapshot(one, underReview(), underReview()), people, Decision.ACCEPT, "", NOW))
                .extracting(Registration::state)
                .hasExactlyElementsOfTypes(RegistrationState.Confirmed.class, RegistrationState.Waitlisted.class);
    }

    @Test
    void theOutlookLeavesOutWhoWasDecidedAbout() {
        assertThat(DecisionOutlook.of(snapshot(SESSION, place()), List.of(PERSON), Decision.DECLINE, "", NOW))
                .isEmpty();
    }

    private static Result result(ChangeOutcome outcome, AuditEntry... trail) {
        return DecideMany.result(PERSON.id(), outcome, List.of(trail), NAMES, NOOR.actor());
    }

    private static AuditEntry entry(Organiser by, AuditAction what, Instant at) {
        return new AuditEntry(at, by.actor(), what, Optional.of(PERSON.id().value()), "");
    }
}
