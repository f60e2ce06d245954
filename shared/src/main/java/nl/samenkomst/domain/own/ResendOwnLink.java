package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;

/**
 * Mails a person's own link again to a confirmed address, at most once an hour; nobody learns whether there was one to
 * mail.
 */
public final class ResendOwnLink {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    public ResendOwnLink(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Mails the link if somebody with this address is registered for the session, or invited to it. */
    public void resend(SessionId session, EmailAddress address) {
        retrier.call(() -> {
            Instant now = clock.instant();
            return registrations
                    .find(session, address, now)
                    .map(seen -> writer.write(decide(seen, now), now))
                    .orElseGet(() -> Attempt.settled(false));
        });
    }

    /**
     * Mails the own link to its person, for whoever has a link to the registration that no longer does it all: one that
     * ended, or the calendar's.
     *
     * @return whether the link is known
     */
    public boolean resend(SessionId session, OwnLink link) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            return registrations
                    .find(session, link.registration(), now)
                    .map(seen -> writer.write(decide(seen, link, now), now))
                    .orElseGet(() -> Attempt.settled(false));
        });
    }

    /** Decides; the outcome tells whether the link is known. */
    static Decided<Boolean> decide(RegistrationSnapshot seen, OwnLink link, Instant now) {
        return switch (seen.kindOf(link)) {
            case OWN, CALENDAR, ENDED -> decide(seen, now).map(isMailed -> true);
            case UNKNOWN -> Decided.asIs(false);
        };
    }

    /** Decides; the outcome tells whether a link is mailed. */
    static Decided<Boolean> decide(RegistrationSnapshot seen, Instant now) {
        return seen.registration()
                .filter(registration -> registration.proof().isGiven() && registration.mayResendLink(now))
                .<Decided<Boolean>>map(registration -> new Decided.Update<>(
                        seen.session(),
                        RegistrationChange.update(seen.session(), registration.linkRequested(now), now),
                        true))
                .orElse(Decided.asIs(false));
    }
}
