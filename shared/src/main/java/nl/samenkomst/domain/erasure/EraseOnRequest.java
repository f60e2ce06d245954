package nl.samenkomst.domain.erasure;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/**
 * Erases a registration for an organiser whom its person asked to, at any time, as {@link Erase} does. The audit trail
 * keeps that and by whom somebody was erased, and nothing about the person. Erasing again changes nothing.
 */
public final class EraseOnRequest {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    public EraseOnRequest(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    /** Erases the registration, so that afterwards there is none. */
    public void erase(SessionId session, RegistrationId registration, Actor actor) {
        retrier.call(() -> {
            Instant now = clock.instant();
            return registrations
                    .find(session, registration, now)
                    .map(seen -> writer.write(decide(seen, actor, now), now))
                    .orElseGet(() -> Attempt.settled(false));
        });
    }

    /** Decides one attempt; the outcome is whether there is anything to erase. */
    static Decided<Boolean> decide(RegistrationSnapshot seen, Actor actor, Instant now) {
        return seen.registration()
                .<Decided<Boolean>>map(known -> new Decided.CommitAndPromote<>(
                        RegistrationChanges.erasing(seen.sessionSnapshot(), known)
                                .withAuditEntry(new AuditEntry(
                                        now, actor, AuditAction.ERASED_ON_REQUEST, Optional.of(AuditEntry.ERASED), "")),
                        true))
                .orElse(Decided.asIs(false));
    }
}
