package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.REFUSED;
import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOOR;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpRequest;
import org.junit.jupiter.api.Test;

final class AddRegistrationTest {

    private static final Session ONE_PLACE = session("places", 1);
    private static final SignUpRequest REQUEST = wanting(Optional.empty());
    private static final RegistrationState CONFIRMED = new RegistrationState.Confirmed(NOW, false, Optional.empty());

    @Test
    void givesAFreePlace() {
        Decided<ChangeOutcome> decided = add(seenNobody(ONE_PLACE));
        assertThat(decided.outcome())
                .isEqualTo(ChangeOutcome.added(REQUEST.registration(
                        seenNobody(ONE_PLACE),
                        noor(ONE_PLACE, place()).answers(),
                        CONFIRMED,
                        new AddressProof.Given(NOW),
                        NOW)));
        assertThat(state(decided)).isEqualTo(CONFIRMED);
    }

    @Test
    void keepsToThePlacesThereAre() {
        Session strict = session("places", 1, "waitingList", false);
        assertThat(state(add(seenNobody(strict, place(), waiting(1)))))
                .isEqualTo(new RegistrationState.Waitlisted(NOW, number(2), Optional.empty()));
    }

    @Test
    void addsWhateverTheSessionSaysOfSignUp() {
        for (Session session : List.of(
                session("opens", "2026-11-09T10:00:00+01:00"),
                session("closes", "2026-11-01T10:00:00+01:00"),
                session("admission", "reviewed"),
                session("admission", "invited"),
                session("questions", List.of(Map.of("id", "wens", "label", "Wens", "required", true))))) {
            assertThat(state(add(seenNobody(session)))).isEqualTo(CONFIRMED);
        }
    }

    @Test
    void addsThoseWhoAreNotActiveWithAFreshLink() {
        List<RegistrationState> others = EVERY_STATE.stream()
                .filter(state -> !(state instanceof RegistrationState.Active))
                .toList();
        assertThat(others).hasSize(7).allSatisfy(state -> {
            Registration noor = noor(ONE_PLACE, state);
            Registration stored = add(seen(ONE_PLACE, noor)).stored().orElseThrow();
            assertThat(stored.state()).isEqualTo(CONFIRMED);
            assertThat(stored.secrets().kindOf(noor.secret())).isEqualTo(LinkKind.ENDED);
        });
    }

    @Test
    void acceptsSomebodyUnderReview() {
        Decided<ChangeOutcome> decided = add(seen(ONE_PLACE, noor(ONE_PLACE, underReview())));
        assertThat(state(decided)).isEqualTo(CONFIRMED);
        assertThat(decided.outcome()).isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(recorded(decided).map(AuditEntry::what)).contains("accepted");
    }

    @Test
    void addsNobodyTwice() {
        for (RegistrationState state : List.of(place(), waiting(1))) {
            Registration noor = noor(ONE_PLACE, state);
            assertThat(add(seen(ONE_PLACE, noor))).isEqualTo(Decided.asIs(ChangeOutcome.changed(noor)));
        }
    }

    @Test
    void recognizesItsOwnEarlierWrite() {
        Registration own = add(seenNobody(ONE_PLACE)).stored().orElseThrow();
        assertThat(add(seen(ONE_PLACE, own))).isEqualTo(Decided.asIs(ChangeOutcome.added(own)));
    }

    @Test
    void addsNobodyFromTheStartOnOrWhenCancelled() {
        assertRefused(addAt(START, seenNobody(ONE_PLACE)), RefusalReason.SESSION_STARTED);
        assertRefused(add(seenNobody(ONE_PLACE.cancelled("Ziek", NOW))), RefusalReason.SESSION_CANCELLED);
        assertRefused(addAt(START, seen(ONE_PLACE, noor(ONE_PLACE, underReview()))), RefusalReason.SESSION_STARTED);
    }

    @Test
    void refusesAThemeThatIsNotOffered() {
        Session themes = session("themes", List.of(theme(BUURT)));
        Decided<ChangeOutcome> decided =
                AddRegistration.decide(seenNobody(themes), wanting(Optional.of("werk")), Actor.LOCAL, NOW);
        assertThat(decided.outcome())
                .isInstanceOfSatisfying(
                        ChangeOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::code)
                                .containsExactly("theme.unknown"));
    }

    /** The person could not be told. */
    @Test
    void addsNobodyWhoseMailboxIsRefused() {
        assertRefused(add(seenNobody(ONE_PLACE).withMailbox(REFUSED)), RefusalReason.MAILBOX_REFUSED);
        Registration known = noor(ONE_PLACE, place());
        assertThat(add(seen(ONE_PLACE, known).withMailbox(REFUSED)))
                .isEqualTo(Decided.asIs(ChangeOutcome.changed(known)));
    }

    @Test
    void recordsWhoAdded() {
        assertThat(recorded(add(seenNobody(ONE_PLACE))))
                .contains(new AuditEntry(
                        NOW,
                        Actor.LOCAL,
                        AuditAction.ADDED,
                        Optional.of(REQUEST.id().value()),
                        ""));
    }

    private static Decided<ChangeOutcome> add(RegistrationSnapshot seen) {
        return addAt(NOW, seen);
    }

    private static Decided<ChangeOutcome> addAt(Instant now, RegistrationSnapshot seen) {
        return AddRegistration.decide(seen, REQUEST, Actor.LOCAL, now);
    }

    private static SignUpRequest wanting(Optional<String> theme) {
        return SignUpRequest.of(
                KEY, ONE_PLACE.id(), new SignUp(NOOR, Optional.empty(), theme, Map.of()), new Random(2));
    }

    private static RegistrationState state(Decided<?> decided) {
        return decided.stored().orElseThrow().state();
    }

    private static void assertRefused(Decided<ChangeOutcome> decided, RefusalReason why) {
        assertThat(decided).isEqualTo(Decided.asIs(new ChangeOutcome.Refused(why)));
    }
}
