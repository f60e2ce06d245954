package nl.samenkomst.domain.erasure;

import static nl.samenkomst.domain.capacity.SampleSnapshots.MAILBOX;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.mailbox.RefusedLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class RefuseMailTest {

    private static final Session SESSION = session("places", 1);
    private static final Registration NOOR = noor(SESSION, place());

    @Test
    void erasesTheRegistrationAndClosesTheMailboxInOneStep() {
        RegistrationSnapshot seen = seen(SESSION, NOOR);
        RefusedLink link = RefusedLink.of(SESSION.id(), NOOR.ownLink().token());

        assertThat(RefuseMail.decide(seen, NOOR, MAILBOX, NOW))
                .isEqualTo(new Decided.CommitAndPromote<>(
                        new RegistrationChanges(seen.sessionSnapshot(), List.of(RegistrationChange.erasure(NOOR)))
                                .refusing(MAILBOX.refused(link, NOW), link),
                        true));
    }

    /** Then the registration is erased, and other links take the refusal back. */
    @Test
    void refusesByOneLinkTooManyAsWell() {
        Mailbox mailbox = MAILBOX;
        for (int link = 0; link < 50; link++) {
            mailbox = mailbox.refused(RefusedLink.of(SESSION.id(), "token" + link), NOW);
        }

        assertThat(RefuseMail.decide(seen(SESSION, NOOR), NOOR, mailbox, NOW))
                .isInstanceOfSatisfying(Decided.CommitAndPromote.class, commit -> {
                    assertThat(commit.changes().refusedBy().isPresent()).isFalse();
                    assertThat(commit.changes().mailbox().isPresent()).isTrue();
                });
    }
}
