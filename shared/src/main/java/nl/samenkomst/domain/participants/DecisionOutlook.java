package nl.samenkomst.domain.participants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;

/** Tells what a decision about several people would make of each, as things stand now; changes nothing. */
public final class DecisionOutlook {

    private DecisionOutlook() {}

    /** Returns the registrations as they would be, in this order; without those that are not under review. */
    public static List<Registration> of(
            SessionSnapshot seen, List<Registration> people, Decision decision, String reason, Instant now) {
        List<Registration> after = new ArrayList<>();
        SessionSnapshot current = seen;
        for (Registration person : people) {
            if (person.state() instanceof RegistrationState.UnderReview review) {
                RegistrationState next = switch (decision) {
                    case ACCEPT -> current.places().accept(review, now);
                    case DECLINE -> new RegistrationState.Declined(now, reason);
                };
                Registration decided = person.with(next);
                RegistrationChanges changes = RegistrationChanges.changing(current, person, decided, now);
                current = new SessionSnapshot(current.session(), changes.after());
                after.add(decided);
            }
        }
        return after;
    }
}
