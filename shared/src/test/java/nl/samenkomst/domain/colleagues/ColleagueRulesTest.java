package nl.samenkomst.domain.colleagues;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.access.SampleOrganisers.organiser;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.colleagues.ColleagueDecision.AsIs;
import nl.samenkomst.domain.colleagues.ColleagueDecision.Change;
import org.junit.jupiter.api.Test;

/** The rules by which an administrator invites, changes and ends colleagues. */
final class ColleagueRulesTest {

    private static final Actor BY_NOOR = NOOR.actor();
    private static final Organiser PIET = organiser("Piet", Role.ADMINISTRATOR, new Scope.All());
    private static final Organiser NEVER_IN = neverIn(PIET);
    private static final OrganiserId FRESH = new OrganiserId("FRESHFRESHFRESHF");

    @Test
    void changesAColleagueAndRecordsWhatWasThereBefore() {
        ColleagueDetails details = details(KARIM, Role.HOST, Optional.of(NOW.plus(Duration.ofDays(1))));

        assertThat(change(colleagues(NOOR, KARIM), KARIM, details))
                .isEqualTo(new Change(
                        KARIM.with("Karim", Role.HOST, new Scope.All(), details.endsAt()),
                        Optional.empty(),
                        false,
                        new DeskEntry(NOW, BY_NOOR, DeskAction.COLLEAGUE_CHANGED, Optional.of(KARIM.id()))
                                .with("organiser;;all", "host;2026-11-21;all")));
    }

    @Test
    void aChangeThatIsThereAlreadyIsDone() {
        assertThat(ChangeColleague.decide(colleagues(NOOR, KARIM), KARIM, "?", ColleagueDetails.of(KARIM), BY_NOOR))
                .isEqualTo(ColleagueDecision.done(KARIM));
    }

    @Test
    void doesNotUndoWhatSomebodyElseChangedMeanwhile() {
        Organiser now = KARIM.with("Karim", Role.HOST, new Scope.All(), Optional.empty());

        assertThat(ChangeColleague.decide(
                        colleagues(NOOR, now),
                        now,
                        ColleagueDetails.of(KARIM).fingerprint(),
                        details(KARIM, Role.ADMINISTRATOR, Optional.empty()),
                        BY_NOOR))
                .isEqualTo(new AsIs(new ColleagueOutcome.ChangedMeanwhile(now)));
    }

    @Test
    void signingInMeanwhileIsNoChange() {
        Organiser signedIn = KARIM.signedIn(NOW);

        assertThat(ChangeColleague.decide(
                        colleagues(NOOR, signedIn),
                        signedIn,
                        ColleagueDetails.of(KARIM).fingerprint(),
                        details(KARIM, Role.HOST, Optional.empty()),
                        BY_NOOR))
                .isInstanceOf(Change.class);
    }

    @Test
    void theLastAdministratorCannotBeLoweredOrGetAnEnd() {
        Colleagues alone = colleagues(NOOR, KARIM, ELS);
        ColleagueDecision refused = new AsIs(new ColleagueOutcome.LastAdministrator(NOOR));

        assertThat(change(alone, NOOR, details(NOOR, Role.ORGANISER, Optional.empty())))
                .isEqualTo(refused);
        assertThat(change(alone, NOOR, details(NOOR, Role.ADMINISTRATOR, Optional.of(NOW.plusSeconds(60)))))
                .isEqualTo(refused);
        assertThat(EndColleague.decide(alone, NOOR, BY_NOOR)).isEqualTo(refused);
    }

    @Test
    void theLastAdministratorMayChangeTheirName() {
        ColleagueDetails details =
                new ColleagueDetails("Noor de Vries", Role.ADMINISTRATOR, new Scope.All(), Optional.empty());

        assertThat(change(colleagues(NOOR), NOOR, details)).isInstanceOf(Change.class);
    }

    @Test
    void handsOverToAnotherAdministratorWhoMustStayMeanwhile() {
        Colleagues two = colleagues(NOOR, PIET);

        assertThat(change(two, NOOR, details(NOOR, Role.ORGANISER, Optional.empty())))
                .isInstanceOfSatisfying(
                        Change.class, change -> assertThat(change.stays()).contains(PIET));
        assertThat(EndColleague.decide(two, NOOR, BY_NOOR))
                .isInstanceOfSatisfying(
                        Change.class, change -> assertThat(change.stays()).contains(PIET));
    }

    @Test
    void countsOnNoAdministratorWhoNeverSignedInOrWillEnd() {
        Organiser ends =
                PIET.with("Piet", Role.ADMINISTRATOR, new Scope.All(), Optional.of(NOW.plus(Duration.ofDays(9))));

        for (Organiser other : List.of(NEVER_IN, ends)) {
            Colleagues two = colleagues(NOOR, other);
            assertThat(two.isLastAdministrator(NOOR)).isTrue();
            assertThat(EndColleague.decide(two, NOOR, BY_NOOR))
                    .isEqualTo(new AsIs(new ColleagueOutcome.LastAdministrator(NOOR)));
            assertThat(EndColleague.decide(two, other, BY_NOOR)).isInstanceOf(Change.class);
        }
    }

    @Test
    void endsAccessAndBrowserSessionsAtOnce() {
        assertThat(EndColleague.decide(colleagues(NOOR, KARIM), KARIM, BY_NOOR))
                .isInstanceOfSatisfying(Change.class, change -> {
                    assertThat(change.signsOut()).isTrue();
                    assertThat(change.after().isActive(NOW)).isFalse();
                    assertThat(change.record().what()).isEqualTo("colleague-ended");
                });
    }

    @Test
    void endingTwiceIsDoneOnce() {
        Organiser ended = ended(KARIM, NOW);

        assertThat(EndColleague.decide(colleagues(NOOR, ended), ended, BY_NOOR))
                .isEqualTo(ColleagueDecision.done(ended));
    }

    @Test
    void takesAFormerColleagueBackIfThereIsRoom() {
        Organiser ended = ended(KARIM, NOW.minusSeconds(60));
        ColleagueDetails back = details(KARIM, Role.ORGANISER, Optional.empty());

        assertThat(change(colleagues(NOOR, ended), ended, back))
                .isInstanceOfSatisfying(
                        Change.class, change -> assertThat(change.signsOut()).isFalse());
        assertThat(change(full(ended), ended, back)).isEqualTo(new AsIs(new ColleagueOutcome.TooMany(ended)));
    }

    @Test
    void resetsASecondFactorAndSignsOut() {
        assertThat(ResetFactor.decide(colleagues(NOOR, KARIM), KARIM, BY_NOOR))
                .isInstanceOfSatisfying(Change.class, change -> {
                    assertThat(change.signsOut()).isTrue();
                    assertThat(change.after().factorSince()).isEmpty();
                    assertThat(change.record().what()).isEqualTo("second-factor-reset");
                });
        assertThat(ResetFactor.decide(colleagues(NOOR, NEVER_IN), NEVER_IN, BY_NOOR))
                .isEqualTo(ColleagueDecision.done(NEVER_IN));
    }

    @Test
    void invitesAnAddressOnce() {
        NewColleague karim = newColleague("AAAAAAAAAAAAAAAA", "KARIM@Example.org");

        assertThat(InviteColleague.decide(colleagues(NOOR), karim, FRESH))
                .isEqualTo(new InviteColleagueOutcome.Invited(karim.addedAt(karim.id(), NOW)));
        assertThat(InviteColleague.decide(colleagues(NOOR, KARIM), karim, FRESH))
                .isEqualTo(new InviteColleagueOutcome.AlreadyColleague(KARIM));
        Organiser ended = ended(KARIM, NOW);
        assertThat(InviteColleague.decide(colleagues(NOOR, ended), karim, FRESH))
                .isEqualTo(new InviteColleagueOutcome.FormerColleague(ended));
    }

    @Test
    void theSameFormSentTwiceInvitesOnce() {
        NewColleague karim = newColleague("AAAAAAAAAAAAAAAA", "karim@example.org");
        Organiser invited = karim.addedAt(karim.id(), NOW);

        assertThat(InviteColleague.decide(colleagues(NOOR, invited), karim, FRESH))
                .isEqualTo(new InviteColleagueOutcome.Invited(invited));
    }

    @Test
    void theSameFormWithAnotherAddressInvitesAnother() {
        Organiser invited =
                newColleague("AAAAAAAAAAAAAAAA", "karim@example.org").addedAt(new OrganiserId("AAAAAAAAAAAAAAAA"), NOW);
        NewColleague other = newColleague("AAAAAAAAAAAAAAAA", "karin@example.org");

        assertThat(InviteColleague.decide(colleagues(NOOR, invited), other, FRESH))
                .isEqualTo(new InviteColleagueOutcome.Invited(other.addedAt(FRESH, NOW)));
    }

    @Test
    void invitesNobodyToAFullDesk() {
        assertThat(InviteColleague.decide(full(), newColleague("AAAAAAAAAAAAAAAA", "karim@example.org"), FRESH))
                .isEqualTo(new InviteColleagueOutcome.TooMany());
    }

    @Test
    void mailsAgainAnHourAfterTheLastOne() {
        assertThat(InviteColleague.decideAgain(Optional.of(KARIM), Optional.of(NOW.minusSeconds(3599)), NOW))
                .isEqualTo(new ColleagueOutcome.TooSoon(KARIM, NOW.plusSeconds(1)));
        assertThat(InviteColleague.decideAgain(Optional.of(KARIM), Optional.of(NOW.minusSeconds(3600)), NOW))
                .isEqualTo(new ColleagueOutcome.Done(KARIM));
        assertThat(InviteColleague.decideAgain(Optional.of(KARIM), Optional.empty(), NOW))
                .isEqualTo(new ColleagueOutcome.Done(KARIM));
        assertThat(InviteColleague.decideAgain(Optional.of(ended(KARIM, NOW)), Optional.empty(), NOW))
                .isInstanceOf(ColleagueOutcome.Ended.class);
        assertThat(InviteColleague.decideAgain(Optional.empty(), Optional.empty(), NOW))
                .isEqualTo(new ColleagueOutcome.Unknown());
    }

    @Test
    void formerColleaguesAreForgottenWithTheHistoryThatNamesThem() {
        Organiser ended = ended(KARIM, NOW.minus(DeskEntry.MEMORY).plusSeconds(1));
        Organiser longAgo = ended(ELS, NOW.minus(DeskEntry.MEMORY));

        assertThat(colleagues(NOOR, ended, longAgo).former()).containsExactly(ended);
    }

    @Test
    void recordsNoNameAndReadsWhatItRecorded() {
        String recorded = new ColleagueDetails(
                        "Karim", Role.HOST, new Scope.OfSeries("A;b"), Optional.of(NOW.plusSeconds(1)))
                .recorded();

        assertThat(recorded).doesNotContain("Karim");
        assertThat(RecordedDetails.parse(recorded))
                .hasValueSatisfying(read -> assertThat(read.scope()).isEqualTo("series:A;b"));
        assertThat(RecordedDetails.parse("")).isEmpty();
        assertThat(RecordedDetails.parse("boss;;all")).isEmpty();
        assertThat(RecordedDetails.parse("host;soon;all")).isEmpty();
    }

    private static ColleagueDecision change(Colleagues colleagues, Organiser known, ColleagueDetails details) {
        return ChangeColleague.decide(
                colleagues, known, ColleagueDetails.of(known).fingerprint(), details, BY_NOOR);
    }

    private static ColleagueDetails details(Organiser known, Role role, Optional<Instant> end) {
        return new ColleagueDetails(known.name(), role, known.scope(), end);
    }

    private static Colleagues colleagues(Organiser... everybody) {
        return new Colleagues(List.of(everybody), NOW);
    }

    /** Returns as many colleagues as there can be, and these former ones. */
    private static Colleagues full(Organiser... former) {
        return new Colleagues(
                Stream.concat(
                                Stream.of(former),
                                IntStream.range(0, Colleagues.MAX)
                                        .mapToObj(i -> organiser("n" + i, Role.ADMINISTRATOR, new Scope.All())))
                        .toList(),
                NOW);
    }

    private static Organiser ended(Organiser organiser, Instant end) {
        return organiser.with(organiser.name(), organiser.role(), organiser.scope(), Optional.of(end));
    }

    private static Organiser neverIn(Organiser organiser) {
        return new Organiser(
                organiser.id(),
                organiser.name(),
                organiser.email(),
                organiser.role(),
                organiser.scope(),
                organiser.addedAt(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                organiser.version());
    }

    private static NewColleague newColleague(String id, String email) {
        return new NewColleague(
                new OrganiserId(id),
                new EmailAddress(email),
                new ColleagueDetails("Karim", Role.ORGANISER, new Scope.All(), Optional.empty()));
    }
}
