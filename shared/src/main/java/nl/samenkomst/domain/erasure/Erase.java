package nl.samenkomst.domain.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;

/**
 * Erases everything kept about a person at once, by their own link and at any time. A freed place goes to the queue in
 * the same transaction, and no letter leaves any more.
 */
public final class Erase {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    public Erase(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Returns whether there was anything to erase. */
    public boolean erase(SessionId session, OwnLink link) {
        return retrier.call(new Request(session, link));
    }

    /** One request, which may have erased already what it no longer finds. */
    private final class Request implements Supplier<Attempt<Boolean>> {

        private final SessionId session;
        private final OwnLink link;
        private boolean tried;

        Request(SessionId session, OwnLink link) {
            this.session = session;
            this.link = link;
        }

        @Override
        public Attempt<Boolean> get() {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> seen = registrations.find(session, link.registration(), now);
            Decided<Boolean> decided =
                    seen.map(snapshot -> decide(snapshot, link, tried)).orElse(Decided.asIs(tried));
            tried = decided.outcome();
            return writer.write(decided, now);
        }
    }

    /** Decides one attempt; {@code tried} tells whether an earlier one may have erased the registration. */
    public static Decided<Boolean> decide(RegistrationSnapshot seen, OwnLink link, boolean tried) {
        return seen.ownedBy(link)
                .<Decided<Boolean>>map(owned -> new Decided.CommitAndPromote<>(
                        RegistrationChanges.erasing(seen.sessionSnapshot(), owned), true))
                .orElse(Decided.asIs(tried));
    }
}
