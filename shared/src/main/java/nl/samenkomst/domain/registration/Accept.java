package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SignUpState;

/**
 * Says yes to an invitation, by the own link that came with it: a place where there is one, the end of the queue where
 * there is not. Nobody reviews who was invited. To say yes again is the same answer.
 */
public final class Accept {

    private final Registrations registrations;
    private final Clock clock;
    private final Patience patience;

    public Accept(Registrations registrations, Clock clock, Patience patience) {
        this.registrations = registrations;
        this.clock = clock;
        this.patience = patience;
    }

    /** Accepts, with what the person filled in; what is left out of it stays as the organiser wrote it. */
    public AcceptOutcome accept(SessionId session, OwnLink link, Amendment form) {
        return patience.until(() -> attempt(session, link, form));
    }

    private Optional<AcceptOutcome> attempt(SessionId id, OwnLink link, Amendment form) {
        Instant now = clock.instant();
        Optional<Lookup> seen = registrations.find(id, link.registration(), now);
        Optional<Registration> owned = seen.flatMap(lookup -> lookup.ownedBy(link));
        if (seen.isEmpty() || owned.isEmpty()) {
            return Optional.of(new AcceptOutcome.UnknownLink());
        }
        if (owned.get().isActive()) {
            return Optional.of(new AcceptOutcome.Accepted());
        }
        if (!owned.get().mayAccept(seen.get().session())) {
            return Optional.of(new AcceptOutcome.NotInvited());
        }
        return switch (Choices.check(
                seen.get().session().document(), form.theme(), form.answers().orElse(Map.of()))) {
            case Parsed.Wrong<Choices> wrong -> Optional.of(new AcceptOutcome.Wrong(wrong.problems()));
            case Parsed.Right<Choices> right -> attempt(seen.get(), owned.get(), form, right.value(), now);
        };
    }

    private Optional<AcceptOutcome> attempt(
            Lookup seen, Registration invited, Amendment form, Choices choices, Instant now) {
        SignUpState state = seen.listing().signUp(choices.wish(), now);
        return switch (state) {
            case OPEN, WAITING_LIST, REVIEW, INVITED -> commit(seen, invited, form, choices, now);
            case FULL ->
                Optional.of(
                        seen.listing().signUp(now) == SignUpState.FULL
                                ? new AcceptOutcome.Refused(state)
                                : new AcceptOutcome.Wrong(List.of(new Problem("theme", Reason.FULL))));
            case NOT_YET, CLOSED, CANCELLED -> Optional.of(new AcceptOutcome.Refused(state));
        };
    }

    private Optional<AcceptOutcome> commit(
            Lookup seen, Registration invited, Amendment form, Choices choices, Instant now) {
        Standing standing = OrganisersHand.admitted(seen.places(), choices.wish(), now);
        Registration accepted = invited.accepted(form.of(invited.person()), choices.answers(), standing, now);
        return registrations.change(Step.changing(seen.listing(), invited, accepted), now) == Commit.DONE
                ? Optional.of(new AcceptOutcome.Accepted())
                : Optional.empty();
    }
}
