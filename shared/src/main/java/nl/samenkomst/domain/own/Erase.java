package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.WaitlistPromotion;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;

/**
 * Erases everything that is kept about somebody, at once and by their own link alone: a place goes to who waits for it
 * in the same step, and no letter leaves any more. Possible at any time.
 */
public final class Erase {

    private final Registrations registrations;
    private final WaitlistPromotion waitlistPromotion;
    private final Clock clock;
    private final Retrier retrier;

    public Erase(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.waitlistPromotion = new WaitlistPromotion(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Whether there was anything to erase. */
    public boolean erase(SessionId session, OwnLink link) {
        return retrier.call(new Attempt(session, link));
    }

    /** One request, which may have erased already what it no longer finds. */
    private final class Attempt implements Supplier<Optional<Boolean>> {

        private final SessionId session;
        private final OwnLink link;
        private boolean tried;

        Attempt(SessionId session, OwnLink link) {
            this.session = session;
            this.link = link;
        }

        @Override
        public Optional<Boolean> get() {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> seen = registrations.find(session, link.registration(), now);
            Optional<Registration> owned = seen.flatMap(snapshot -> snapshot.ownedBy(link));
            if (seen.isEmpty() || owned.isEmpty()) {
                return Optional.of(tried);
            }
            tried = true;
            return waitlistPromotion.commit(
                                    RegistrationChanges.erasing(seen.get().sessionSnapshot(), owned.get()), now)
                            == WriteResult.COMMITTED
                    ? Optional.of(true)
                    : Optional.empty();
        }
    }
}
