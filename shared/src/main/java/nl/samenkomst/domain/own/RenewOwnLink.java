package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.BundledLetter;
import nl.samenkomst.domain.signup.BundledLetters;
import nl.samenkomst.domain.signup.LetterDelay;

/**
 * Ends a person's own link for everybody who has it, and mails the person a fresh one. Ends the links that the own page
 * shows too, those to the other invitations of a series; one letter tells of all. Needs no limit: each request uses up
 * the link that it needs, and only the letter has the next.
 */
public final class RenewOwnLink {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final ShowRegistration showRegistration;
    private final OwnSeries ownSeries;
    private final BundledLetters letters;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    /** Links are made from {@code random}, so it must be a secure source. */
    public RenewOwnLink(
            Registrations registrations, OwnSeries ownSeries, Clock clock, RandomGenerator random, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.showRegistration = new ShowRegistration(registrations, clock);
        this.ownSeries = ownSeries;
        this.letters = new BundledLetters(registrations, clock, retrier);
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /** Returns whether the link was the own link, and has ended. */
    public boolean renew(SessionId session, OwnLink link) {
        return showRegistration
                .show(session, link)
                .map(own -> renew(own, ownSeries.others(own)))
                .orElse(false);
    }

    /** Renews the others first: as long as the link works, a request that died can be made again. */
    private boolean renew(OwnRegistration own, List<OwnRegistration> others) {
        Registration registration = own.registration();
        if (others.isEmpty()) {
            return renew(registration, LetterDelay.NONE).isEnded();
        }
        BundledLetter letter = letters.begin(registration.person().email());
        for (OwnRegistration other : others) {
            if (renew(other.registration(), letter.delay()).isDelayed()) {
                letter = letter.bundle(other.session().id());
            }
        }
        Renewed renewed = renew(registration, letter.delay());
        letters.release(letter, own.session().id(), renewed.isDelayed());
        return renewed.isEnded();
    }

    private Renewed renew(Registration known, LetterDelay delay) {
        Renewal renewal = new Renewal(known.ownLink(), LinkSecret.generate(random), delay);
        return retrier.call(() -> attempt(known.session(), known.person().email(), renewal));
    }

    private Attempt<Renewed> attempt(SessionId session, EmailAddress person, Renewal renewal) {
        Instant now = clock.instant();
        Optional<RegistrationSnapshot> seen = registrations.findReadable(session, person, now);
        if (seen.isEmpty()) {
            return Attempt.settled(new Renewed(false, false));
        }
        Decided<Boolean> decided = renewal.decide(seen.get(), now);
        boolean isDelayed = decided.stored()
                .or(seen.get()::registration)
                .filter(renewal.delay()::isInEffect)
                .isPresent();
        return writer.write(decided.map(isEnded -> new Renewed(isEnded, isDelayed)), now);
    }

    /**
     * The result of a renewal.
     *
     * @param isDelayed whether the letter with the link waits because of the renewal's delay
     */
    private record Renewed(boolean isEnded, boolean isDelayed) {}

    /**
     * One renewal of one link, which stays the same however often it is tried.
     *
     * @param fresh the secret of the link that replaces it
     */
    record Renewal(OwnLink link, LinkSecret fresh, LetterDelay delay) {

        /** Decides; the outcome tells whether the link has ended, by this attempt or an earlier one. */
        Decided<Boolean> decide(RegistrationSnapshot seen, Instant now) {
            boolean isDone = seen.registration()
                    .filter(known -> known.secrets().contain(fresh))
                    .isPresent();
            if (isDone) {
                return Decided.asIs(true);
            }
            return seen.ownedBy(link).map(owned -> renew(seen, owned, now)).orElse(Decided.asIs(false));
        }

        /** Using the link confirms the address, which is counted. */
        private Decided<Boolean> renew(RegistrationSnapshot seen, Registration owned, Instant now) {
            Registration renewed =
                    delay.applyTo(ConfirmAddress.confirmed(seen, owned, now).renewed(fresh, now), now);
            return owned.proof().isGiven()
                    ? new Decided.Update<>(
                            seen.session(), RegistrationChange.update(seen.session(), renewed, now), true)
                    : new Decided.CommitAndPromote<>(
                            RegistrationChanges.changing(seen.sessionSnapshot(), owned, renewed, now), true);
        }
    }
}
