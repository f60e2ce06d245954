package nl.samenkomst.domain.organiser;

import static nl.samenkomst.domain.capacity.SampleSnapshots.recorded;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.invited;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.SignUp;
import org.junit.jupiter.api.Test;

final class CorrectTest {

    private static final Session SESSION =
            session("places", 1, "themes", List.of(theme(BUURT, 1), theme(WERK, 1)), "confirmAddress", "P2D");
    private static final Session PLAIN = session("places", 1);
    private static final LinkSecret FRESH = LinkSecret.generate(new Random(9));

    @Test
    void keepsThePlaceWhenTheNameIsCorrected() {
        Decided<ChangeOutcome> decided = decide(seen(PLAIN, place()), typed("Noor de Vries", "noor@example.org"));

        Registration after = decided.stored().orElseThrow();
        assertThat(after.person().name()).isEqualTo("Noor de Vries");
        assertThat(after.state()).isEqualTo(place());
        assertThat(after.id()).isEqualTo(noor(PLAIN, place()).id());
        assertThat(after.secret()).isEqualTo(noor(PLAIN, place()).secret());
    }

    @Test
    void recordsWhatWasCorrectedButNoValueOfThePerson() {
        Decided<ChangeOutcome> decided = decide(seen(PLAIN, place()), typed("Noor de Vries", "noor@example.org"));

        assertThat(recorded(decided).orElseThrow().what()).isEqualTo(AuditAction.CORRECTED.word());
        assertThat(recorded(decided).orElseThrow().values()).containsExactly(new ChangedValue("name", "", "", ""));
    }

    @Test
    void writesNothingWhenNothingIsCorrected() {
        assertThat(decide(seen(PLAIN, place()), typed("noor", "noor@example.org")))
                .isInstanceOf(Decided.AsIs.class);
    }

    @Test
    void acceptsAnotherSpellingOfTheSameAddressWithoutAskingToConfirmIt() {
        Registration after = decide(seen(PLAIN, place()), typed("noor", "Noor@Example.org"))
                .stored()
                .orElseThrow();

        assertThat(after.person().email().value()).isEqualTo("Noor@Example.org");
        assertThat(after.proof().isGiven()).isTrue();
    }

    @Test
    void movesEverythingToAnotherAddressWhichIsUnconfirmed() {
        Registration told = told(noor(SESSION, placeAt(BUURT)), LetterKind.CONFIRMED, 1, NOW.minusSeconds(60));
        Decided<ChangeOutcome> decided =
                decideMove(seen(SESSION, told), typed("noor", "nora@example.org", BUURT.value()));

        Registration after = decided.stored().orElseThrow();
        assertThat(after.id()).isEqualTo(KEY.registrationId(SESSION.id(), new EmailAddress("nora@example.org")));
        assertThat(after.state()).isEqualTo(told.state());
        assertThat(after.signedUpAt()).isEqualTo(told.signedUpAt());
        assertThat(after.secret()).isEqualTo(FRESH);
        assertThat(after.letters().sent()).isEmpty();
        assertThat(after.proof())
                .isEqualTo(new AddressProof.Awaited(Optional.of(Instant.parse("2026-11-04T09:00:00Z"))));
        assertThat(Owed.next(SESSION, after, NOW).map(OwedLetter::kind)).contains(LetterKind.CONFIRM_ADDRESS);
    }

    @Test
    void keepsTheNumberInTheQueueAtAnotherAddress() {
        Decided<ChangeOutcome> decided = decideMove(
                seen(PLAIN, noor(PLAIN, waiting(2)), place(), waiting(1)), typed("noor", "nora@example.org"));

        assertThat(decided.stored().orElseThrow().state()).isEqualTo(waiting(2));
    }

    @Test
    void countsAMovedRegistrationOnce() {
        Decided<ChangeOutcome> decided =
                decideMove(seen(PLAIN, noor(PLAIN, place())), typed("noor", "nora@example.org"));

        assertThat(decided).isInstanceOfSatisfying(Decided.CommitAndPromote.class, commit -> {
            assertThat(commit.changes().after().taken()).isEqualTo(1);
            assertThat(commit.changes().after().count(Count.UNCONFIRMED_PLACES)).isEqualTo(1);
        });
    }

    @Test
    void answersForTheAddressOfSomebodyInvited() {
        Registration after = decideMove(seen(PLAIN, noor(PLAIN, invited())), typed("noor", "nora@example.org"))
                .stored()
                .orElseThrow();

        assertThat(after.proof().isGiven()).isTrue();
        assertThat(Owed.next(PLAIN, after, NOW).map(OwedLetter::kind)).contains(LetterKind.INVITED);
    }

    @Test
    void refusesTheAddressOfSomebodyElse() {
        Seen seen = seen(PLAIN, place());
        RegistrationSnapshot other = SampleSnapshots.seen(PLAIN, noor(PLAIN, waiting(1)));

        assertRefused(
                Correct.decide(seen, Optional.of(other), typed("noor", "karim@example.org"), target(), request()),
                RefusalReason.OTHER_PERSON);
    }

    @Test
    void refusesAnAddressWhoseOwnerWantsNoLetters() {
        RegistrationSnapshot refused = seenNobody(PLAIN).withMailbox(SampleSnapshots.REFUSED);

        assertRefused(
                Correct.decide(
                        seen(PLAIN, place()),
                        Optional.of(refused),
                        typed("noor", "nora@example.org"),
                        target(),
                        request()),
                RefusalReason.MAILBOX_REFUSED);
    }

    @Test
    void givesAnotherThemeOnlyIfItHasAPlace() {
        Seen seen = seen(SESSION, noor(SESSION, placeAt(BUURT)));
        assertThat(decide(seen, typed("noor", "noor@example.org", WERK.value()))
                        .stored()
                        .orElseThrow()
                        .state())
                .isEqualTo(placeAt(WERK));

        assertRefused(
                decide(
                        seen(SESSION, noor(SESSION, placeAt(BUURT)), placeAt(WERK)),
                        typed("noor", "noor@example.org", WERK.value())),
                RefusalReason.THEME_FULL);
    }

    @Test
    void correctsNobodyWhoCancelledAndNothingFromTheStartOn() {
        assertRefused(
                decide(
                        seen(PLAIN, new RegistrationState.CancelledByPerson(NOW, true, false)),
                        typed("Nora", "noor@example.org")),
                RefusalReason.NOT_REGISTERED);
        Registration noor = noor(PLAIN, place());
        assertRefused(
                decide(new Seen(SampleSnapshots.seen(PLAIN, noor), noor, START), typed("Nora", "noor@example.org")),
                RefusalReason.SESSION_STARTED);
    }

    private static Seen seen(Session session, RegistrationState state) {
        return seen(session, noor(session, state));
    }

    private static Seen seen(Session session, Registration registration, RegistrationState... others) {
        return new Seen(SampleSnapshots.seen(session, registration, others), registration, NOW);
    }

    private static SignUp typed(String name, String email, String... theme) {
        return new SignUp(
                new Person(name, new EmailAddress(email), Optional.empty()),
                Optional.empty(),
                List.of(theme).stream().findFirst(),
                Map.of());
    }

    private static Decided<ChangeOutcome> decide(Seen seen, SignUp typed) {
        return Correct.decide(seen, Optional.empty(), typed, target(), request());
    }

    private static Decided<ChangeOutcome> decideMove(Seen seen, SignUp typed) {
        return Correct.decide(seen, Optional.of(seenNobody(seen.snapshot().session())), typed, target(), request());
    }

    private static Correct.Target target() {
        return new Correct.Target(
                KEY.registrationId(SESSION.id(), new EmailAddress("nora@example.org")),
                FRESH,
                CalendarPeriod.parse("P5D"));
    }

    private static Request request() {
        return new Request(AuditAction.CORRECTED, Actor.LOCAL, "");
    }

    private static void assertRefused(Decided<ChangeOutcome> decided, RefusalReason why) {
        assertThat(decided).isEqualTo(Decided.asIs(new ChangeOutcome.Refused(why)));
    }
}
