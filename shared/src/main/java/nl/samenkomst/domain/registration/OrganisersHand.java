package nl.samenkomst.domain.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.domain.Commit;
import nl.samenkomst.domain.Patience;
import nl.samenkomst.domain.registration.ChangeOutcome.Why;
import nl.samenkomst.domain.session.AuditAction;
import nl.samenkomst.domain.session.AuditEntry;
import nl.samenkomst.domain.session.Places;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.Signer;
import nl.samenkomst.domain.session.ThemeId;

/**
 * What the changes of an organiser have in common: each looks a registration up, decides with what it sees, and writes
 * down in one step what becomes of it, who gets the place it frees, and who did it. What was seen and no longer holds is
 * looked at again.
 */
final class OrganisersHand {

    private final Registrations registrations;
    private final Handover handover;
    private final Clock clock;
    private final Patience patience;

    OrganisersHand(Registrations registrations, Clock clock, Patience patience) {
        this.registrations = registrations;
        this.handover = new Handover(registrations);
        this.clock = clock;
        this.patience = patience;
    }

    /** Who asks for what, in whose words. */
    record Request(AuditAction what, Signer who, String reason) {}

    /** A registration as it was read. */
    record Seen(Lookup lookup, Registration registration, Instant now) {

        Standing standing() {
            return registration.standing();
        }

        Places places() {
            return lookup.places();
        }

        /** Why nothing about places can change any more, if so. */
        Optional<ChangeOutcome> over() {
            return OrganisersHand.over(lookup, now);
        }
    }

    /** The first outcome that the change comes up with; it is tried again as long as it has none. */
    ChangeOutcome change(SessionId session, RegistrationId id, Function<Seen, Optional<ChangeOutcome>> change) {
        return patience.until(() -> {
            Instant now = clock.instant();
            Optional<Lookup> lookup = registrations.find(session, id, now);
            if (lookup.isEmpty()) {
                return Optional.of(new ChangeOutcome.UnknownSession());
            }
            Optional<Registration> known = lookup.get().registration();
            return known.isEmpty()
                    ? Optional.of(new ChangeOutcome.UnknownRegistration())
                    : change.apply(new Seen(lookup.get(), known.get(), now));
        });
    }

    /** Somebody stands otherwise from here on. */
    Optional<ChangeOutcome> write(Seen seen, Standing standing, Request request) {
        return write(seen, seen.registration().with(standing), request);
    }

    Optional<ChangeOutcome> write(Seen seen, Registration after, Request request) {
        Step step = Step.changing(seen.lookup().listing(), seen.registration(), after);
        return commit(step, after, request, seen.now())
                ? Optional.of(new ChangeOutcome.Changed(listed(after)))
                : Optional.empty();
    }

    /** Whether it was written down; otherwise it is worth another look. */
    boolean commit(Step step, Registration about, Request request, Instant now) {
        AuditEntry entry = new AuditEntry(
                now, request.who(), request.what(), Optional.of(about.id().value()), request.reason());
        return handover.commit(step.recordedAs(entry), now) == Commit.DONE;
    }

    /** It is so already. */
    Optional<ChangeOutcome> asItIs(Registration registration) {
        return Optional.of(new ChangeOutcome.Changed(listed(registration)));
    }

    ListedRegistration listed(Registration registration) {
        return new ListedRegistration(registration, registrations.position(registration));
    }

    static Optional<ChangeOutcome> refused(Why why) {
        return Optional.of(new ChangeOutcome.Refused(why));
    }

    static Optional<ChangeOutcome> over(Lookup lookup, Instant now) {
        if (lookup.session().isCancelled()) {
            return refused(Why.SESSION_CANCELLED);
        }
        return lookup.session().document().when().hasStartedBy(now) ? refused(Why.SESSION_STARTED) : Optional.empty();
    }

    /**
     * A place where there is one, the end of the queue where there is not. With a wish for a theme that was closed, any
     * theme with room will do; without room the wish is kept, as it is for everybody who waited when the theme closed.
     */
    static Standing admitted(Places places, Optional<ThemeId> wish, Instant now) {
        Optional<ThemeId> openWish = wish.filter(places::isOpen);
        return places.mayTake(openWish)
                ? new Standing.Confirmed(now, false, places.seat(openWish))
                : new Standing.Waitlisted(now, places.lastInLine() + 1, wish);
    }

    /** What becomes of somebody under review whom the organiser says yes to. */
    static Standing accepted(Places places, Standing.UnderReview review, Instant now) {
        return review.holdsPlace()
                ? new Standing.Confirmed(now, false, review.theme())
                : admitted(places, review.theme(), now);
    }
}
