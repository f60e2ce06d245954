package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;

/**
 * Mails a person's own link again to a confirmed address, at most once an hour and within the limits of the mailbox;
 * nobody learns whether there was one to mail. To an address that nobody has confirmed it only mails the letter about
 * the sign-up, if that was withheld.
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
        // So that the mailbox can be counted to, even if nobody signed up since an earlier release.
        retrier.call(registrations::deskKey);
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
        retrier.call(registrations::deskKey);
        return retrier.call(() -> {
            Instant now = clock.instant();
            // By the address, to see the mailbox too.
            return registrations
                    .find(session, link.registration(), now)
                    .flatMap(RegistrationSnapshot::registration)
                    .flatMap(known -> registrations.find(session, known.person().email(), now))
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

    /** Decides; the outcome tells whether a link is mailed. Writes as much if not, so that the time tells nobody. */
    static Decided<Boolean> decide(RegistrationSnapshot seen, Instant now) {
        Mailbox mailbox = seen.mailbox().orElseThrow();
        return seen.registration()
                .filter(registration -> registration.isWithheld()
                        || (registration.proof().isGiven() && registration.mayResendLink(now)))
                .filter(registration -> mailbox.mayReceive(now))
                .<Decided<Boolean>>map(registration -> new Decided.Update<>(
                        seen.session(),
                        RegistrationChange.update(seen.session(), registration.linkRequestGranted(now), now),
                        Optional.of(mailbox.withLetter(now)),
                        true))
                .orElseGet(() -> new Decided.Decoy<>(seen.session().id(), mailbox.withoutLetter(now), false));
    }
}
