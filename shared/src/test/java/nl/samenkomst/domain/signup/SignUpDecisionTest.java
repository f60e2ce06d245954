package nl.samenkomst.domain.signup;

import static nl.samenkomst.domain.capacity.SampleSnapshots.MAILBOX;
import static nl.samenkomst.domain.capacity.SampleSnapshots.REFUSED;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.seenNobody;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.document.SampleDocuments.BUURT;
import static nl.samenkomst.domain.document.SampleDocuments.START;
import static nl.samenkomst.domain.document.SampleDocuments.WERK;
import static nl.samenkomst.domain.document.SampleDocuments.theme;
import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.registration.SampleRegistrations.KEY;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOOR;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.SIGNED_UP;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.number;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static nl.samenkomst.domain.registration.SampleRegistrations.placeAt;
import static nl.samenkomst.domain.registration.SampleRegistrations.underReview;
import static nl.samenkomst.domain.registration.SampleRegistrations.waiting;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.LinkKind;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class SignUpDecisionTest {

    private static final Session ONE_PLACE = session("places", 1);
    private static final Session NO_WAITING_LIST = session("places", 1, "waitingList", false);
    private static final Session THEMES = session("themes", List.of(theme(BUURT, 1), theme(WERK, 1)));
    private static final Session REVIEWED = session("places", 1, "admission", "reviewed");
    private static final SignUpRequest REQUEST = request(new SignUp(NOOR, Optional.empty()));

    @Test
    void givesAFreePlace() {
        Decided<RegisterOutcome> decided = decide(seenNobody(ONE_PLACE));
        assertThat(decided).isInstanceOf(Decided.Commit.class);
        assertThat(decided.outcome()).isEqualTo(new RegisterOutcome.Place(ONE_PLACE));
        assertThat(state(decided)).isEqualTo(new RegistrationState.Confirmed(NOW, false, Optional.empty()));
    }

    @Test
    void givesAPlaceWhereTheSessionHasNoLimit() {
        Session unlimited = session();
        assertThat(decide(seenNobody(unlimited, place())).outcome()).isEqualTo(new RegisterOutcome.Place(unlimited));
    }

    @Test
    void putsPeopleAtTheEndOfTheQueueWhenFull() {
        Decided<RegisterOutcome> decided = decide(seenNobody(ONE_PLACE, place(), waiting(1)));
        assertThat(decided.outcome()).isEqualTo(new RegisterOutcome.WaitingList(ONE_PLACE));
        assertThat(state(decided)).isEqualTo(new RegistrationState.Waitlisted(NOW, number(2), Optional.empty()));
    }

    @Test
    void refusesAFullSessionWithoutWaitingList() {
        assertRefused(decide(seenNobody(NO_WAITING_LIST, place())), SignUpState.FULL);
    }

    @Test
    void seatsAtTheThemeWanted() {
        Decided<RegisterOutcome> decided = decide(seenNobody(THEMES), wanting(WERK));
        assertThat(state(decided)).isEqualTo(new RegistrationState.Confirmed(NOW, false, Optional.of(WERK)));
    }

    @Test
    void waitsForAFullThemeWhileOthersHaveRoom() {
        Decided<RegisterOutcome> decided = decide(seenNobody(THEMES, placeAt(WERK)), wanting(WERK));
        assertThat(decided.outcome()).isEqualTo(new RegisterOutcome.WaitingList(THEMES));
        assertThat(state(decided)).isEqualTo(new RegistrationState.Waitlisted(NOW, number(1), Optional.of(WERK)));
    }

    @Test
    void waitsForAThemeWithRoomWhileTheSessionIsFull() {
        Session full = session("places", 1, "themes", List.of(theme(BUURT, 1), theme(WERK, 1)));
        Decided<RegisterOutcome> decided = decide(seenNobody(full, placeAt(BUURT)), wanting(WERK));
        assertThat(state(decided)).isEqualTo(new RegistrationState.Waitlisted(NOW, number(1), Optional.of(WERK)));
    }

    @Test
    void seatsAnybodyElseAtAThemeThatNobodyWaitsFor() {
        Decided<RegisterOutcome> decided =
                decide(seenNobody(THEMES, placeAt(BUURT), waitingFor(BUURT, 1)), wantingAny());
        assertThat(state(decided)).isEqualTo(new RegistrationState.Confirmed(NOW, false, Optional.of(WERK)));
    }

    @Test
    void refusesAFullThemeWithoutWaitingListAsAProblem() {
        Session strict = session("waitingList", false, "themes", List.of(theme(BUURT, 1), theme(WERK, 1)));
        assertProblem(decide(seenNobody(strict, placeAt(WERK)), wanting(WERK)), "theme.full");
        assertThat(decide(seenNobody(strict, placeAt(WERK)), wantingAny()).outcome())
                .isEqualTo(new RegisterOutcome.Place(strict));
        assertRefused(decide(seenNobody(strict, placeAt(WERK), placeAt(BUURT)), wanting(WERK)), SignUpState.FULL);
    }

    @Test
    void holdsAPlaceDuringReview() {
        Decided<RegisterOutcome> decided = decide(seenNobody(REVIEWED));
        assertThat(decided.outcome()).isEqualTo(new RegisterOutcome.Review(REVIEWED));
        assertThat(state(decided)).isEqualTo(new RegistrationState.UnderReview(NOW, true, Optional.empty()));
    }

    @Test
    void holdsNoPlaceWhereNoneIsFree() {
        Decided<RegisterOutcome> decided = decide(seenNobody(REVIEWED, place()));
        assertThat(decided.outcome()).isEqualTo(new RegisterOutcome.Review(REVIEWED));
        assertThat(state(decided)).isEqualTo(new RegistrationState.UnderReview(NOW, false, Optional.empty()));
    }

    @Test
    void holdsNoPlaceWhereTheSessionSaysSo() {
        Session session = session("admission", "reviewed", "reviewHoldsPlace", false);
        assertThat(state(decide(seenNobody(session))))
                .isEqualTo(new RegistrationState.UnderReview(NOW, false, Optional.empty()));
    }

    @Test
    void keepsATurnForAListedMailDomainUntilTheAddressIsConfirmed() {
        Session session = session(
                "places",
                1,
                "admission",
                "reviewed",
                "reviewHoldsPlace",
                false,
                "admitDomains",
                List.of("example.org"));
        Decided<RegisterOutcome> withRoom = decide(seenNobody(session));
        assertThat(withRoom.outcome()).isEqualTo(new RegisterOutcome.Review(session));
        assertThat(state(withRoom)).isEqualTo(new RegistrationState.UnderReview(NOW, true, Optional.empty()));
        Decided<RegisterOutcome> full = decide(seenNobody(session, place()));
        assertThat(full.outcome()).isEqualTo(new RegisterOutcome.Review(session));
        assertThat(state(full)).isEqualTo(new RegistrationState.Waitlisted(NOW, number(1), Optional.empty()));
    }

    @Test
    void keepsAnUnconfirmedAddressAsLongAsTheSessionOrElseTheDeskSays() {
        CalendarPeriod desk = new CalendarPeriod(0, Duration.ofHours(3));
        Session session = session("confirmAddress", "P1D");
        assertThat(proof(session(), Optional.empty())).isEqualTo(new AddressProof.Awaited(Optional.empty()));
        assertThat(proof(session(), Optional.of(desk)))
                .isEqualTo(new AddressProof.Awaited(Optional.of(NOW.plus(Duration.ofHours(3)))));
        assertThat(proof(session, Optional.of(desk)))
                .isEqualTo(new AddressProof.Awaited(Optional.of(NOW.plus(Duration.ofDays(1)))));
    }

    @Test
    void mailsNoLinkToAnUnconfirmedAddress() {
        Registration noor = noor(ONE_PLACE, place()).with(new AddressProof.Awaited(Optional.empty()));
        assertNothingMailed(decide(seen(ONE_PLACE, noor)), noor);
    }

    @Test
    void asksSomebodyWhoComesBackToConfirmAgain() {
        Registration noor = noor(ONE_PLACE, new RegistrationState.CancelledByPerson(SIGNED_UP, true, false));
        assertThat(decide(seen(ONE_PLACE, noor)).stored().orElseThrow().proof())
                .isEqualTo(new AddressProof.Awaited(Optional.empty()));
    }

    private static AddressProof proof(Session session, Optional<CalendarPeriod> desk) {
        return SignUpDecision.decide(
                        seenNobody(session), REQUEST, LetterDelay.NONE, LetterCount.OPEN, desk, Optional.empty(), NOW)
                .stored()
                .orElseThrow()
                .proof();
    }

    @Test
    void refusesBeforeItOpensAndOnceItCloses() {
        Session session = session("opens", "2026-11-02T10:00:01+01:00", "closes", "2026-11-02T10:00:02+01:00");
        assertRefused(decideAt(NOW, seenNobody(session)), SignUpState.NOT_YET);
        assertThat(decideAt(NOW.plusSeconds(1), seenNobody(session)).outcome())
                .isEqualTo(new RegisterOutcome.Place(session));
        assertRefused(decideAt(NOW.plusSeconds(2), seenNobody(session)), SignUpState.CLOSED);
    }

    @Test
    void refusesFromTheStartOnAndWhenCancelled() {
        assertRefused(decideAt(START, seenNobody(ONE_PLACE)), SignUpState.CLOSED);
        assertRefused(decide(seenNobody(ONE_PLACE.cancelled("Ziek", NOW))), SignUpState.CANCELLED);
    }

    @Test
    void treatsAnInvitedSessionAsUnknown() {
        Session hidden = session("admission", "invited");
        assertThat(decide(seenNobody(hidden))).isEqualTo(Decided.asIs(new RegisterOutcome.UnknownSession()));
        assertThat(decide(seen(hidden, noor(hidden, place()))))
                .isEqualTo(Decided.asIs(new RegisterOutcome.UnknownSession()));
    }

    @Test
    void refusesAnUnansweredRequiredQuestion() {
        Session asking = session("questions", List.of(Map.of("id", "wens", "label", "Wens", "required", true)));
        assertProblem(decide(seenNobody(asking)), "answer.required");
    }

    @Test
    void neverRevealsWhetherSomebodyWasRegistered() {
        for (Session session : List.of(ONE_PLACE, NO_WAITING_LIST, REVIEWED)) {
            assertThat(EVERY_STATE)
                    .allSatisfy(state -> assertThat(decide(seen(session, noor(session, state), place()))
                                    .outcome())
                            .isEqualTo(
                                    decide(seenNobody(session, state, place())).outcome()));
        }
    }

    @Test
    void mailsARegisteredPersonTheOwnLinkAgain() {
        Registration noor = noor(ONE_PLACE, place());
        assertThat(decide(seen(ONE_PLACE, noor)).stored().orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version", "dueAt")
                .isEqualTo(noor.linkRequested(NOW));
    }

    @Test
    void mailsTheOwnLinkAtMostOnceAnHour() {
        Registration noor = noor(ONE_PLACE, place());
        RegistrationSnapshot seen = seen(ONE_PLACE, noor);
        Instant anHourLater = SIGNED_UP.plus(Duration.ofHours(1));
        assertNothingMailed(decideAt(anHourLater.minusMillis(1), seen), noor);
        assertThat(decideAt(anHourLater, seen).stored().orElseThrow().letters())
                .isEqualTo(noor.linkRequested(anHourLater).letters());
    }

    /** Nobody who measures the time learns who is registered. */
    @Test
    void writesAsMuchForSomebodyRegisteredAsForANewcomer() {
        Decided<RegisterOutcome> known = decide(seen(ONE_PLACE, noor(ONE_PLACE, place())));
        Decided<RegisterOutcome> newcomer = decide(seenNobody(ONE_PLACE, place()));
        assertThat(known).isInstanceOf(Decided.Commit.class);
        assertThat(newcomer).isInstanceOf(Decided.Commit.class);
        Session closed = session("closes", "2026-11-02T09:00:00+01:00");
        Registration noor = noor(closed, place()).linkRequested(NOW);
        assertThat(decide(seen(closed, noor))).isEqualTo(decide(seenNobody(closed, noor.state())));
    }

    @Test
    void mailsTheOwnLinkEvenAfterSignUpClosed() {
        Session closed = session("closes", "2026-11-02T09:00:00+01:00");
        Decided<RegisterOutcome> decided = decide(seen(closed, noor(closed, place())));
        assertThat(decided).isInstanceOf(Decided.Update.class);
        assertThat(decided.outcome()).isEqualTo(new RegisterOutcome.Refused(closed, SignUpState.CLOSED));
    }

    @Test
    void mailsNoLinkToACancelledSession() {
        Session cancelled = ONE_PLACE.cancelled("Ziek", NOW);
        assertRefused(decide(seen(cancelled, noor(cancelled, place()))), SignUpState.CANCELLED);
    }

    @Test
    void leavesADeclinedPersonDeclined() {
        RegistrationState declined = new RegistrationState.Declined(SIGNED_UP, "");
        Decided<RegisterOutcome> decided = decide(seen(REVIEWED, noor(REVIEWED, declined)));
        assertThat(decided.outcome()).isEqualTo(new RegisterOutcome.Review(REVIEWED));
        assertThat(state(decided)).isEqualTo(declined);
    }

    @Test
    void letsThoseWhoCancelledOrWereInvitedStartAnew() {
        List<RegistrationState> anew = EVERY_STATE.stream()
                .filter(state ->
                        state instanceof RegistrationState.Invitation || state instanceof RegistrationState.Cancelled)
                .toList();
        assertThat(anew).hasSize(6).allSatisfy(state -> {
            Decided<RegisterOutcome> decided = decide(seen(ONE_PLACE, noor(ONE_PLACE, state), place(), waiting(1)));
            assertThat(decided).isInstanceOf(Decided.Commit.class);
            assertThat(state(decided)).isEqualTo(new RegistrationState.Waitlisted(NOW, number(2), Optional.empty()));
        });
    }

    @Test
    void endsTheOldLinkOfSomebodyWhoComesBack() {
        Registration noor = noor(ONE_PLACE, new RegistrationState.CancelledByPerson(SIGNED_UP, true, false));
        Registration back = decide(seen(ONE_PLACE, noor)).stored().orElseThrow();
        assertThat(back.secrets().kindOf(noor.secret())).isEqualTo(LinkKind.ENDED);
        assertThat(back.sequence()).isEqualTo(noor.sequence().next());
        assertThat(back.version()).isEqualTo(noor.version().next());
    }

    /** Every write of a registration raises that version, and no erasing lowers it. */
    @Test
    void startsTheSequenceAtTheVersionOfThePlaces() {
        Places places = seenNobody(ONE_PLACE).places();
        Places later = new Places(
                places.limit(),
                places.themes(),
                places.counts(),
                places.highestNumber(),
                places.lowestNumber(),
                places.revision(),
                new Version(41));
        RegistrationSnapshot seen = new RegistrationSnapshot(ONE_PLACE, later, Optional.empty()).withMailbox(MAILBOX);
        assertThat(decide(seen).stored().orElseThrow().sequence()).isEqualTo(new Sequence(41));
    }

    @Test
    void countsTheLetterToTheMailbox() {
        assertThat(mailbox(decide(seenNobody(ONE_PLACE)))).contains(MAILBOX.withLetter(NOW));
        Registration known = noor(ONE_PLACE, place());
        assertThat(mailbox(decideAt(SIGNED_UP.plus(Duration.ofHours(1)), seen(ONE_PLACE, known))))
                .contains(MAILBOX.withLetter(SIGNED_UP.plus(Duration.ofHours(1))));
        assertNothingMailed(decideAt(SIGNED_UP.plusSeconds(60), seen(ONE_PLACE, known)), known);
    }

    @Test
    void registersSomebodyWhoseMailboxHadEnoughWithoutALetter() {
        Decided<RegisterOutcome> decided = decide(seenNobody(ONE_PLACE).withMailbox(fullAt(NOW)));

        assertThat(decided.outcome()).isEqualTo(new RegisterOutcome.Place(ONE_PLACE));
        assertThat(mailbox(decided)).contains(fullAt(NOW).withoutLetter(NOW));
        Registration stored = decided.stored().orElseThrow();
        assertThat(stored.mailProblem()).contains(new MailProblem(MailProblem.Kind.TOO_MANY, NOW));
        assertThat(stored.dueAt()).isEmpty();
    }

    @Test
    void owesTheLetterOnceTheMailboxMayHaveOneAgain() {
        Registration withheld = noor(ONE_PLACE, place()).withheld(SIGNED_UP);
        RegistrationSnapshot seen = seen(ONE_PLACE, withheld);

        assertNothingMailed(decideAt(SIGNED_UP.plusSeconds(60), seen.withMailbox(fullAt(SIGNED_UP))), withheld);
        Decided<RegisterOutcome> decided = decideAt(SIGNED_UP.plusSeconds(60), seen);
        assertThat(mailbox(decided)).contains(MAILBOX.withLetter(SIGNED_UP.plusSeconds(60)));
        assertThat(decided.stored().orElseThrow().mailProblem()).isEmpty();
        assertThat(decided.stored().orElseThrow().dueAt()).isPresent();
    }

    @Test
    void answersAlikeButRegistersNobodyWhoseMailboxIsRefused() {
        for (LetterCount count : LetterCount.values()) {
            Decided<RegisterOutcome> decided = decide(seenNobody(ONE_PLACE).withMailbox(REFUSED), count);

            assertThat(decided.outcome()).isEqualTo(new RegisterOutcome.Place(ONE_PLACE));
            assertThat(decided.stored()).isEmpty();
            assertThat(decided).isInstanceOfSatisfying(Decided.Commit.class, commit -> {
                assertThat(commit.changes().isDecoy()).isTrue();
                assertThat(commit.changes().after())
                        .isEqualTo(seenNobody(ONE_PLACE).places());
            });
        }
        Registration known = noor(ONE_PLACE, place());
        assertNothingMailed(decide(seen(ONE_PLACE, known).withMailbox(REFUSED)), known);
    }

    /** One letter tells of several sessions. */
    @Test
    void countsOnceForSeveralSessions() {
        RegistrationSnapshot seen = seenNobody(ONE_PLACE).withMailbox(fullAt(NOW));
        Decided<RegisterOutcome> counted = decide(seen, LetterCount.COUNTED);
        Decided<RegisterOutcome> exceeded = decide(seenNobody(ONE_PLACE), LetterCount.EXCEEDED);

        assertThat(mailbox(counted)).contains(fullAt(NOW).withoutLetter(NOW));
        assertThat(counted.stored().orElseThrow().mailProblem()).isEmpty();
        assertThat(mailbox(exceeded)).contains(MAILBOX.withoutLetter(NOW));
        assertThat(exceeded.stored().orElseThrow().isWithheld()).isTrue();
        assertThat(LetterCount.OPEN.after(counted.stored().orElseThrow())).isEqualTo(LetterCount.COUNTED);
        assertThat(LetterCount.OPEN.after(exceeded.stored().orElseThrow())).isEqualTo(LetterCount.EXCEEDED);
        assertThat(LetterCount.COUNTED.after(exceeded.stored().orElseThrow())).isEqualTo(LetterCount.COUNTED);
    }

    @Test
    void recognizesItsOwnEarlierWrite() {
        assertThat(decide(seenOwnWork(place())).outcome()).isEqualTo(new RegisterOutcome.Place(REVIEWED));
        assertThat(decide(seenOwnWork(waiting(1))).outcome()).isEqualTo(new RegisterOutcome.Review(REVIEWED));
        assertThat(decide(seenOwnWork(underReview()))).isEqualTo(Decided.asIs(new RegisterOutcome.Review(REVIEWED)));
        assertThat(decide(seenOwnWork(new RegistrationState.Declined(NOW, ""))).outcome())
                .isEqualTo(new RegisterOutcome.Review(REVIEWED));
    }

    @Test
    void repeatsTheFirstOutcomeIfItsWorkWasCancelled() {
        RegisterOutcome first = new RegisterOutcome.WaitingList(REVIEWED);
        RegistrationSnapshot seen = seenOwnWork(new RegistrationState.CancelledByPerson(NOW, true, false));
        assertThat(retry(first, seen)).isEqualTo(Decided.asIs(first));
    }

    @Test
    void repeatsTheFirstOutcomeIfSomebodyElseRegistered() {
        RegisterOutcome first = new RegisterOutcome.Place(ONE_PLACE);
        assertThat(retry(first, seen(ONE_PLACE, noor(ONE_PLACE, place()))).outcome())
                .isEqualTo(first);
    }

    @Test
    void decidesANewcomersRetryAnew() {
        RegisterOutcome first = new RegisterOutcome.Place(ONE_PLACE);
        assertThat(retry(first, seenNobody(ONE_PLACE, place())).outcome())
                .isEqualTo(new RegisterOutcome.WaitingList(ONE_PLACE));
    }

    @Test
    void delaysTheLetterIfAsked() {
        LetterDelay delay = LetterDelay.until(NOW.plusSeconds(60));
        for (RegistrationSnapshot seen : List.of(seenNobody(ONE_PLACE), seen(ONE_PLACE, noor(ONE_PLACE, place())))) {
            Registration stored = SignUpDecision.decide(
                            seen, REQUEST, delay, LetterCount.OPEN, Optional.empty(), Optional.empty(), NOW)
                    .stored()
                    .orElseThrow();
            assertThat(delay.isInEffect(stored)).isTrue();
        }
    }

    @Test
    void writesInTheSessionsLanguageUnlessAnotherIsAsked() {
        Session english = session("language", "en");
        assertThat(decide(seenNobody(english)).stored().orElseThrow().language())
                .isEqualTo(Language.EN);
        assertThat(decide(seenNobody(english), request(new SignUp(NOOR, Optional.of(Language.NL))))
                        .stored()
                        .orElseThrow()
                        .language())
                .isEqualTo(Language.NL);
    }

    private static Decided<RegisterOutcome> decide(RegistrationSnapshot seen) {
        return decide(seen, REQUEST);
    }

    private static Decided<RegisterOutcome> decide(RegistrationSnapshot seen, SignUpRequest request) {
        return SignUpDecision.decide(
                seen, request, LetterDelay.NONE, LetterCount.OPEN, Optional.empty(), Optional.empty(), NOW);
    }

    private static Decided<RegisterOutcome> decide(RegistrationSnapshot seen, LetterCount count) {
        return SignUpDecision.decide(seen, REQUEST, LetterDelay.NONE, count, Optional.empty(), Optional.empty(), NOW);
    }

    private static Decided<RegisterOutcome> decideAt(Instant now, RegistrationSnapshot seen) {
        return SignUpDecision.decide(
                seen, REQUEST, LetterDelay.NONE, LetterCount.OPEN, Optional.empty(), Optional.empty(), now);
    }

    private static Decided<RegisterOutcome> retry(RegisterOutcome first, RegistrationSnapshot seen) {
        return SignUpDecision.decide(
                seen, REQUEST, LetterDelay.NONE, LetterCount.OPEN, Optional.empty(), Optional.of(first), NOW);
    }

    /** The registration that an earlier attempt of the request wrote, as it is by now. */
    private static RegistrationSnapshot seenOwnWork(RegistrationState state) {
        return seen(
                REVIEWED,
                REQUEST.registration(seenNobody(REVIEWED), Answers.NONE, state, new AddressProof.Given(NOW), NOW));
    }

    private static Mailbox fullAt(Instant moment) {
        Mailbox mailbox = MAILBOX;
        for (int letter = 0; letter < Mailbox.MAX_PER_HOUR; letter++) {
            mailbox = mailbox.withLetter(moment);
        }
        return mailbox;
    }

    private static SignUpRequest wanting(ThemeId theme) {
        return request(new SignUp(NOOR, Optional.empty(), Optional.of(theme.value()), Map.of()));
    }

    private static SignUpRequest wantingAny() {
        return request(new SignUp(NOOR, Optional.empty(), Optional.of("any"), Map.of()));
    }

    private static SignUpRequest request(SignUp signUp) {
        return SignUpRequest.of(KEY, ONE_PLACE.id(), signUp, new Random(2));
    }

    /** Returns the mailbox that is stored with the registration. */
    private static Optional<Mailbox> mailbox(Decided<RegisterOutcome> decided) {
        return switch (decided) {
            case Decided.AsIs<RegisterOutcome> _ -> Optional.empty();
            case Decided.Decoy<RegisterOutcome> decoy -> Optional.of(decoy.mailbox());
            case Decided.Update<RegisterOutcome> update -> update.mailbox();
            case Decided.Commit<RegisterOutcome> commit -> commit.changes().mailbox();
            case Decided.CommitAndPromote<RegisterOutcome> commit ->
                commit.changes().mailbox();
        };
    }

    private static RegistrationState state(Decided<?> decided) {
        return decided.stored().orElseThrow().state();
    }

    /** Asserts that somebody registered stays so, and that as much is written as for a newcomer. */
    private static void assertNothingMailed(Decided<RegisterOutcome> decided, Registration known) {
        assertThat(decided).isInstanceOf(Decided.Commit.class);
        assertThat(decided.stored().orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version", "dueAt")
                .isEqualTo(known);
    }

    private static void assertRefused(Decided<RegisterOutcome> decided, SignUpState why) {
        assertThat(decided).isInstanceOfAny(Decided.AsIs.class, Decided.Decoy.class);
        assertThat(decided.outcome())
                .isInstanceOfSatisfying(
                        RegisterOutcome.Refused.class,
                        refused -> assertThat(refused.state()).isEqualTo(why));
    }

    private static void assertProblem(Decided<RegisterOutcome> decided, String code) {
        assertThat(decided).isInstanceOf(Decided.AsIs.class);
        assertThat(decided.outcome())
                .isInstanceOfSatisfying(
                        RegisterOutcome.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::code)
                                .containsExactly(code));
    }
}
