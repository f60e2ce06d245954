package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpRequest;

/**
 * Makes an organiser's changes of registrations: reads, decides, and commits in one transaction the change, the
 * promotions it allows, and the record of who made it.
 */
final class OrganiserChanges {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    OrganiserChanges(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** An organiser's request: what, by whom, and why in their words; the reason may be empty. */
    record Request(AuditAction what, Actor actor, String reason) {

        /** Returns the record of this request's work on one registration. */
        AuditEntry entry(Registration about, Instant now) {
            return new AuditEntry(now, actor, what, Optional.of(about.id().value()), reason);
        }
    }

    /** A registration as it was read. */
    record Seen(RegistrationSnapshot snapshot, Registration registration, Instant now) {

        RegistrationState state() {
            return registration.state();
        }

        Places places() {
            return snapshot.places();
        }

        /** Decides to give the registration another state; refuses once the session has started or was cancelled. */
        Decided<ChangeOutcome> change(RegistrationState next, Request request) {
            return tooLate(snapshot.session(), now).orElseGet(() -> commit(registration.with(next), request));
        }

        Decided<ChangeOutcome> commit(Registration after, Request request) {
            return commit(after, request.entry(after, now));
        }

        Decided<ChangeOutcome> commit(Registration after, AuditEntry entry) {
            return new Decided.CommitAndPromote<>(
                    RegistrationChanges.changing(snapshot.sessionSnapshot(), registration, after, now)
                            .withAuditEntry(entry),
                    ChangeOutcome.changed(after));
        }

        Decided<ChangeOutcome> unchanged() {
            return Decided.asIs(ChangeOutcome.changed(registration));
        }
    }

    /** A decision about a registration that is there. */
    interface Rule {

        Decided<ChangeOutcome> decide(Seen seen);
    }

    /** Decides about a registration until the change is settled. */
    ChangeOutcome change(SessionId session, RegistrationId id, Rule rule) {
        return decide(
                now -> registrations.find(session, id, now),
                (seen, now) -> seen.registration()
                        .map(known -> rule.decide(new Seen(seen, known, now)))
                        .orElseGet(() -> Decided.asIs(new ChangeOutcome.UnknownRegistration())));
    }

    /** Returns the request to register this person; its secret is drawn from {@code random}. */
    SignUpRequest request(SessionId session, SignUp signUp, RandomGenerator random) {
        return SignUpRequest.of(retrier.call(registrations::deskKey), session, signUp, random);
    }

    /** Decides about the registration, which may be absent, of a request's person, until the change is settled. */
    ChangeOutcome decide(
            SessionId session,
            SignUpRequest request,
            BiFunction<RegistrationSnapshot, Instant, Decided<ChangeOutcome>> rule) {
        return decide(now -> registrations.find(session, request.email(), now), rule);
    }

    private ChangeOutcome decide(
            Function<Instant, Optional<RegistrationSnapshot>> find,
            BiFunction<RegistrationSnapshot, Instant, Decided<ChangeOutcome>> rule) {
        ChangeOutcome outcome = retrier.call(() -> attempt(find, rule));
        return outcome.at(registrations::position);
    }

    private Attempt<ChangeOutcome> attempt(
            Function<Instant, Optional<RegistrationSnapshot>> find,
            BiFunction<RegistrationSnapshot, Instant, Decided<ChangeOutcome>> rule) {
        Instant now = clock.instant();
        return find.apply(now)
                .map(seen -> writer.write(rule.apply(seen, now), now))
                .orElseGet(() -> Attempt.settled(new ChangeOutcome.UnknownSession()));
    }

    static Decided<ChangeOutcome> refused(RefusalReason why) {
        return Decided.asIs(new ChangeOutcome.Refused(why));
    }

    /** Returns the refusal to register somebody whose mailbox takes no letters, who could not be told; empty if it does. */
    static Optional<Decided<ChangeOutcome>> mailboxRefused(RegistrationSnapshot seen) {
        return seen.mailbox().filter(Mailbox::isRefused).map(mailbox -> refused(RefusalReason.MAILBOX_REFUSED));
    }

    /** Returns these changes with the mailbox stored as it is, so that they conflict with a refusal meanwhile. */
    static RegistrationChanges unlessRefused(RegistrationChanges changes, RegistrationSnapshot seen, Instant now) {
        return seen.mailbox()
                .map(mailbox -> changes.withMailbox(mailbox.withoutLetter(now)))
                .orElse(changes);
    }

    /** Returns the refusal of any change of places; empty if they may still change. */
    static Optional<Decided<ChangeOutcome>> tooLate(Session session, Instant now) {
        if (session.isCancelled()) {
            return Optional.of(refused(RefusalReason.SESSION_CANCELLED));
        }
        return session.document().when().hasStartedBy(now)
                ? Optional.of(refused(RefusalReason.SESSION_STARTED))
                : Optional.empty();
    }
}
