package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * Confirms that an address is its owner's, by the own link that only a letter to that address tells: the registration
 * no longer lapses, and its letters follow. Somebody under review whose domain the session admits is accepted.
 */
public final class ConfirmAddress {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final RegistrationsOfOneLetter others;
    private final Clock clock;
    private final Retrier retrier;

    public ConfirmAddress(Registrations registrations, RegistrationsOfOneLetter others, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.others = others;
        this.clock = clock;
        this.retrier = retrier;
    }

    /**
     * Confirms the address of this registration, and of the others that the same letter told of. Returns false if the
     * link is unknown; confirming again, or a registration that has ended, changes nothing.
     */
    public boolean confirm(SessionId session, OwnLink link) {
        Instant now = clock.instant();
        // The others first: once this one is confirmed, nobody presses the button again after a crash in between.
        registrations
                .find(session, link.registration(), now)
                .filter(seen ->
                        seen.ownedBy(link).filter(Registration::isUnconfirmed).isPresent())
                .ifPresent(seen -> others.of(seen, now).forEach(other -> confirmOne(other.session(), other.ownLink())));
        return confirmOne(session, link);
    }

    private boolean confirmOne(SessionId session, OwnLink link) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            return registrations
                    .find(session, link.registration(), now)
                    .map(seen -> writer.write(decide(seen, link, now), now))
                    .orElseGet(() -> Attempt.settled(false));
        });
    }

    static Decided<Boolean> decide(RegistrationSnapshot seen, OwnLink link, Instant now) {
        Optional<Registration> owned = seen.ownedBy(link);
        if (owned.isEmpty()) {
            return Decided.asIs(false);
        }
        return owned.filter(Registration::isUnconfirmed)
                .<Decided<Boolean>>map(registration -> new Decided.CommitAndPromote<>(
                        RegistrationChanges.changing(
                                seen.sessionSnapshot(), registration, confirmed(seen, registration, now), now),
                        true))
                .orElseGet(() -> Decided.asIs(true));
    }

    /**
     * Returns the registration after its person used the own link: with a confirmed address, and accepted if that is
     * all that the session asks of it.
     */
    static Registration confirmed(RegistrationSnapshot seen, Registration registration, Instant now) {
        Registration confirmed = registration.provenAt(now);
        Session session = seen.session();
        boolean isAdmitted = !registration.proof().isGiven()
                && !session.isSettledBy(now)
                && session.document()
                        .signUp()
                        .admission()
                        .admits(registration.person().email());
        return isAdmitted && confirmed.state() instanceof RegistrationState.UnderReview review
                ? confirmed.with(seen.places().accept(review, now))
                : confirmed;
    }
}
