package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.REFUSED;
import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOOR;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpRequest;
import org.junit.jupiter.api.Test;

final class InviteTest {

    private static final Session SESSION = session("places", 1);
    private static final SignUpRequest INVITEE =
            SignUpRequest.of(KEY, SESSION.id(), new SignUp(NOOR, Optional.empty()), new Random(2));

    @Test
    void invitesSomebodyNewEvenToAFullSession() {
        Decided<ChangeOutcome> decided = invite(seenNobody(SESSION, place()), NOW);
        assertThat(decided.outcome()).isInstanceOf(ChangeOutcome.Added.class);
        Registration stored = decided.stored().orElseThrow();
        assertThat(stored.person()).isEqualTo(NOOR);
        assertThat(stored.state()).isEqualTo(new RegistrationState.Invited(NOW));
    }

    @Test
    void invitesOnceADayAtMost() {
        RegistrationSnapshot seen = seen(SESSION, noor(SESSION, invited()));
        Instant dayLater = SIGNED_UP.plus(Invite.MIN_INVITATION_INTERVAL);
        assertThat(invite(seen, dayLater.minusMillis(1)))
                .isEqualTo(Decided.asIs(ChangeOutcome.changed(noor(SESSION, invited()))));
        Registration again = invite(seen, dayLater).stored().orElseThrow();
        assertThat(again.state()).isEqualTo(new RegistrationState.Invited(dayLater));
        assertThat(again.ownLink()).isEqualTo(noor(SESSION, invited()).ownLink());
    }

    @Test
    void invitesThoseWhomAnOrganiserTurnedAway() {
        List<RegistrationState> turnedAway = EVERY_STATE.stream()
                .filter(state -> state.organisersReason().isPresent())
                .toList();
        assertThat(turnedAway).hasSize(3).allSatisfy(state -> {
            Registration noor = noor(SESSION, state);
            Registration stored = invite(seen(SESSION, noor), NOW).stored().orElseThrow();
            assertThat(stored.state()).isEqualTo(new RegistrationState.Invited(NOW));
            assertThat(stored.secrets().kindOf(noor.secret())).isEqualTo(LinkKind.ENDED);
        });
    }

    @Test
    void leavesThoseAloneWhoAnsweredThemselves() {
        List<RegistrationState> answered = EVERY_STATE.stream()
                .filter(state -> state instanceof RegistrationState.Active
                        || state instanceof RegistrationState.CancelledByPerson
                        || state instanceof RegistrationState.InvitationDeclined)
                .toList();
        assertThat(answered)
                .hasSize(5)
                .allSatisfy(state -> assertThat(invite(seen(SESSION, noor(SESSION, state)), NOW))
                        .isEqualTo(Decided.asIs(ChangeOutcome.changed(noor(SESSION, state)))));
    }

    @Test
    void invitesBeforeSignUpOpensAndNotAfterItCloses() {
        Session session = session("opens", "2026-11-09T10:00:00+01:00", "closes", "2026-11-10T10:00:00+01:00");
        assertThat(invite(seenNobody(session), NOW).stored()).isPresent();
        Instant closes = Instant.parse("2026-11-10T09:00:00Z");
        assertRefused(invite(seenNobody(session), closes), RefusalReason.SIGN_UP_CLOSED);
        assertRefused(invite(seen(session, noor(session, invited())), closes), RefusalReason.SIGN_UP_CLOSED);
    }

    @Test
    void invitesNobodyFromTheStartOnOrWhenCancelled() {
        assertRefused(invite(seenNobody(SESSION), START), RefusalReason.SESSION_STARTED);
        assertRefused(invite(seenNobody(SESSION.cancelled("Ziek", NOW)), NOW), RefusalReason.SESSION_CANCELLED);
    }

    @Test
    void invitesNobodyWhoseMailboxIsRefused() {
        assertRefused(invite(seenNobody(SESSION).withMailbox(REFUSED), NOW), RefusalReason.MAILBOX_REFUSED);
        assertRefused(
                invite(
                        seen(SESSION, noor(SESSION, invited())).withMailbox(REFUSED),
                        SIGNED_UP.plus(Invite.MIN_INVITATION_INTERVAL)),
                RefusalReason.MAILBOX_REFUSED);
    }

    @Test
    void recordsWhoInvited() {
        AuditEntry entry = new AuditEntry(
                NOW, Actor.LOCAL, AuditAction.INVITED, Optional.of(INVITEE.id().value()), "");
        assertThat(recorded(invite(seenNobody(SESSION), NOW))).contains(entry);
        assertThat(recorded(invite(seen(SESSION, noor(SESSION, invited())), NOW)))
                .contains(entry);
    }

    private static Decided<ChangeOutcome> invite(RegistrationSnapshot seen, Instant now) {
        return Invite.decide(seen, INVITEE, Actor.LOCAL, now);
    }

    private static void assertRefused(Decided<ChangeOutcome> decided, RefusalReason why) {
        assertThat(decided).isEqualTo(Decided.asIs(new ChangeOutcome.Refused(why)));
    }
}
