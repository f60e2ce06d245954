package nl.samenkomst.local.tests.store;

import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Identity;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.Visit;
import nl.samenkomst.domain.access.Wanted;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.tests.kit.OrganiserBrowser;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Organisers, their browser sessions and the desk's history: each change is whole, with its record, or did not happen. */
interface OrganisersContract {

    StoreFixture store();

    @Test
    default void oneVisitFindsOrganiserBrowserSessionAndSession() {
        store().publish();
        Organiser noor = added("Noor", Role.ADMINISTRATOR);
        SessionToken token = begun(noor);

        Visit visit = visit(token, Optional.of(ID));

        assertThat(visit.organiser().map(Organiser::id)).contains(noor.id());
        assertThat(visit.browserSession().map(BrowserSession::token)).contains(token.hash());
        assertThat(visit.session()).contains(store().snapshot());
        assertThat(visit(token, Optional.of(new SessionId("nergens"))).session())
                .isEmpty();
        assertThat(visit(SessionToken.generate(noor.id(), new Random(9)), Optional.empty())
                        .browserSession())
                .isEmpty();
    }

    @Test
    default void aVisitFindsTheRegistrationThatTheAddressNamesUntilItExpires() {
        store().publish();
        SessionToken token = begun(added("Noor", Role.ADMINISTRATOR));
        store().signUp("piet");
        Registration piet = store().registration("piet");
        Instant forgetAt = store().session().document().forgetAt();

        assertThat(visit(token, piet.id(), NOW)).contains(piet);
        assertThat(visit(token, piet.id(), forgetAt)).isEmpty();
        assertThat(visit(token, new RegistrationId("A".repeat(22)), NOW)).isEmpty();
    }

    @Test
    default void readsBackAnOrganiserWithEveryScope() {
        for (Scope scope : List.of(
                new Scope.All(), new Scope.OfSeries("Netwerk"), new Scope.Named(Set.of(ID, new SessionId("b"))))) {
            Organiser organiser = organiser("Els", Role.HOST, scope);
            assertThat(store().organisers.add(organiser, record(DeskAction.COLLEAGUE_INVITED)))
                    .isEqualTo(WriteResult.committed());
            assertThat(store().organisers.find(organiser.id())).contains(organiser);
            Organiser after = organiser
                    .with("Elsa", Role.ORGANISER, scope, Optional.of(NOW.plus(Duration.ofDays(3))))
                    .withFactor(Optional.of(NOW))
                    .signedIn(NOW);
            assertThat(store().organisers.change(after, record(DeskAction.COLLEAGUE_CHANGED)))
                    .as("two versions later")
                    .isInstanceOf(WriteResult.Conflict.class);
        }
        assertThat(store().organisers.all()).hasSize(3);
    }

    @Test
    default void readsBackAChangedOrganiser() {
        Organiser els = added("Els", Role.HOST);
        Organiser after = els.with("Elsa", Role.ORGANISER, new Scope.All(), Optional.of(NOW.plus(Duration.ofDays(3))));

        assertThat(store().organisers.change(after, record(DeskAction.COLLEAGUE_CHANGED)))
                .isEqualTo(WriteResult.committed());
        assertThat(store().organisers.find(els.id())).contains(after);
        assertThat(store().organisers.find(new OrganiserId("nobodynobodynobo"))).isEmpty();
    }

    @Test
    default void readsBackAnAccountUntilItIsReset() {
        Organiser els = added("Els", Role.HOST);
        Organiser connected = els.signedInAs(new Identity("https://login.example.org", "f:1:els"), NOW);

        assertThat(store().organisers.change(connected, record(DeskAction.ACCOUNT_CONNECTED)))
                .isEqualTo(WriteResult.committed());
        assertThat(store().organisers.find(els.id())).contains(connected);
        Organiser reset = connected.reset();
        assertThat(store().organisers.change(reset, record(DeskAction.SECOND_FACTOR_RESET)))
                .isEqualTo(WriteResult.committed());
        assertThat(store().organisers.find(els.id())).contains(reset);
    }

    @Test
    default void addsAnOrganiserOnceWithItsRecord() {
        Organiser els = added("Els", Role.HOST);

        assertThat(store().organisers.add(els, record(DeskAction.SIGNED_IN))).isInstanceOf(WriteResult.Conflict.class);
        assertThat(history()).containsExactly("colleague-invited");
    }

    @Test
    default void changesOnlyTheVersionThatWasRead() {
        Organiser els = added("Els", Role.HOST);
        Organiser one = els.with("Een", Role.HOST, new Scope.All(), Optional.empty());
        Organiser other = els.with("Twee", Role.HOST, new Scope.All(), Optional.empty());

        store().organisers.change(one, record(DeskAction.COLLEAGUE_CHANGED));
        assertThat(store().organisers.change(other, record(DeskAction.COLLEAGUE_ENDED)))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().organisers.find(els.id())).contains(one);
        assertThat(history()).containsExactly("colleague-changed", "colleague-invited");
    }

    /** Each of two administrators makes the other an organiser, after reading that both are administrators. */
    @Test
    default void oneAdministratorStaysIfTwoLowerEachOther() {
        Organiser noor = added("Noor", Role.ADMINISTRATOR);
        Organiser piet = added("Piet", Role.ADMINISTRATOR);
        Organiser noorLowered = noor.with("Noor", Role.ORGANISER, new Scope.All(), Optional.empty());
        Organiser pietLowered = piet.with("Piet", Role.ORGANISER, new Scope.All(), Optional.empty());

        assertThat(store().organisers
                        .change(noorLowered, Optional.of(piet), List.of(), record(DeskAction.COLLEAGUE_CHANGED)))
                .isEqualTo(WriteResult.committed());
        assertThat(store().organisers
                        .change(pietLowered, Optional.of(noor), List.of(), record(DeskAction.COLLEAGUE_CHANGED)))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().organisers
                        .change(pietLowered, Optional.of(noor), List.of(), record(DeskAction.COLLEAGUE_ENDED)))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().organisers.find(piet.id())).contains(piet);
    }

    @Test
    default void invitesOnceAndOwesALetter() {
        Organiser els = organiser("Els", Role.HOST, new Scope.All());
        Invitation invitation = invitation(els, NOW);

        assertThat(store().organisers.invite(els, invitation, record(DeskAction.COLLEAGUE_INVITED)))
                .isEqualTo(WriteResult.committed());
        assertThat(store().organisers.invite(els, invitation, record(DeskAction.COLLEAGUE_INVITED)))
                .isInstanceOf(WriteResult.Conflict.class);

        assertThat(store().organisers.invitedAt(els.id(), NOW)).contains(NOW);
        assertThat(store().items())
                .filteredOn(item -> text(item, "PK").startsWith("K#"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(text(item, "PK")).isEqualTo("K#invited-" + els.id());
                    assertThat(text(item, "organiser")).isEqualTo(els.id().value());
                    assertThat(item.toString()).doesNotContain("Els", "example.org");
                });
    }

    @Test
    default void invitesAgainOnlyIfNobodyElseDidSince() {
        Organiser els = organiser("Els", Role.HOST, new Scope.All());
        store().organisers.invite(els, invitation(els, NOW), record(DeskAction.COLLEAGUE_INVITED));
        Instant later = NOW.plus(Duration.ofHours(2));

        assertThat(store().organisers.inviteAgain(invitation(els, later), Optional.of(NOW), record(later)))
                .isEqualTo(WriteResult.committed());
        assertThat(store().organisers.inviteAgain(invitation(els, later), Optional.of(NOW), record(later)))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().organisers.inviteAgain(invitation(els, later), Optional.empty(), record(later)))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().organisers.invitedAt(els.id(), later)).contains(later);
        Instant nextWeek = NOW.plus(Duration.ofDays(7));
        assertThat(store().organisers.invitedAt(els.id(), nextWeek)).isEmpty();
        assertThat(store().organisers.inviteAgain(invitation(els, nextWeek), Optional.empty(), record(nextWeek)))
                .isEqualTo(WriteResult.committed());
    }

    @Test
    default void beginsABrowserSessionAndEndsTheOldestInOneStep() {
        Organiser noor = added("Noor", Role.ADMINISTRATOR);
        begun(noor);
        List<BrowserSession> before = store().organisers.browserSessions(noor.id());
        SessionToken token = SessionToken.generate(noor.id(), new Random(2));
        Organiser stored = store().organisers.find(noor.id()).orElseThrow();

        assertThat(begin(session(noor, token), before, noor.signedIn(NOW)))
                .as("an organiser who was changed meanwhile")
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().organisers.browserSessions(noor.id())).isEqualTo(before);
        begin(session(noor, token), before, stored.signedIn(NOW));
        assertThat(store().organisers.browserSessions(noor.id()))
                .extracting(BrowserSession::token)
                .containsExactly(token.hash());
    }

    @Test
    default void aSeenBrowserSessionIsStoredIfItIsStillThere() {
        Organiser noor = added("Noor", Role.ADMINISTRATOR);
        begun(noor);
        BrowserSession session = store().organisers.browserSessions(noor.id()).getFirst();
        BrowserSession seen = session.seen(NOW.plus(Duration.ofMinutes(5))).orElseThrow();

        store().organisers.touch(seen);
        assertThat(store().organisers.browserSessions(noor.id())).containsExactly(seen);

        store().organisers.end(List.of(seen), record(DeskAction.SIGNED_OUT));
        store().organisers.touch(seen);
        assertThat(store().organisers.browserSessions(noor.id())).isEmpty();
        assertThat(history()).first().isEqualTo("signed-out");
    }

    @Test
    default void endsAnOrganiserAndTheirBrowserSessionsInOneStep() {
        Organiser els = added("Els", Role.HOST);
        Organiser noor = added("Noor", Role.ADMINISTRATOR);
        SessionToken token = begun(els);
        SessionToken tokenOfNoor = begun(noor);
        Organiser stored = store().organisers.find(els.id()).orElseThrow();
        List<BrowserSession> sessions = store().organisers.browserSessions(els.id());
        Organiser stale = els.with("Els", Role.HOST, new Scope.All(), Optional.of(NOW));

        assertThat(store().organisers.change(stale, Optional.empty(), sessions, record(DeskAction.COLLEAGUE_ENDED)))
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(visit(token, Optional.empty()).browserSession()).isPresent();

        Organiser ended = stored.with("Els", Role.HOST, new Scope.All(), Optional.of(NOW));
        assertThat(store().organisers.change(ended, Optional.empty(), sessions, record(DeskAction.COLLEAGUE_ENDED)))
                .isEqualTo(WriteResult.committed());
        assertThat(visit(token, Optional.empty()).browserSession()).isEmpty();
        assertThat(visit(token, Optional.empty()).organiser()).contains(ended);
        assertThat(visit(tokenOfNoor, Optional.empty()).browserSession()).isPresent();
    }

    @Test
    default void aFormerOrganiserExpiresWithTheHistoryThatNamesThem() {
        Organiser els = added("Els", Role.HOST);
        assertThat(item(els)).doesNotContainKey("expiresAt");
        Organiser ended = els.with("Els", Role.HOST, new Scope.All(), Optional.of(NOW));
        store().organisers.change(ended, record(DeskAction.COLLEAGUE_ENDED));

        assertThat(item(els))
                .containsEntry(
                        "expiresAt",
                        AttributeValue.fromN("" + NOW.plus(DeskEntry.MEMORY).getEpochSecond()));
        store().organisers
                .change(
                        ended.with("Els", Role.HOST, new Scope.All(), Optional.empty()),
                        record(DeskAction.COLLEAGUE_CHANGED));
        assertThat(item(els)).doesNotContainKey("expiresAt");
    }

    @Test
    default void showsTheHistoryNewestFirstAndInParts() {
        Organiser noor = added("Noor", Role.ADMINISTRATOR);
        for (int i = 1; i <= 4; i++) {
            store().organisers
                    .end(
                            List.of(),
                            new DeskEntry(
                                            NOW.plusSeconds(i),
                                            noor.actor(),
                                            DeskAction.SIGNED_OUT,
                                            Optional.of(noor.id()))
                                    .with("", "" + i));
        }

        List<DeskEntry> first = store().organisers.history(2, NOW);
        assertThat(first).extracting(DeskEntry::after).containsExactly("4", "3");
        List<DeskEntry> next =
                store().organisers.history(Optional.of(first.getLast().position()), 2, NOW);
        assertThat(next).extracting(DeskEntry::after).containsExactly("2", "1");
        assertThat(store().organisers.history(Optional.of(next.getLast().position()), 9, NOW))
                .extracting(DeskEntry::what)
                .containsExactly("colleague-invited");
        assertThat(DeskEntry.Position.parse(next.getLast().position().written()))
                .contains(next.getLast().position());
        assertThat(store().organisers.history(9, NOW.plus(DeskEntry.MEMORY).plusSeconds(9)))
                .isEmpty();
    }

    /** An item that was damaged, or that another release wrote. */
    @Test
    default void leavesOutWhatCannotBeRead() {
        Organiser noor = added("Noor", Role.ADMINISTRATOR);
        Organiser els = added("Els", Role.HOST);
        SessionToken token = begun(els);
        Map<String, AttributeValue> damaged = new HashMap<>(item(els));
        damaged.put("role", AttributeValue.fromS("boss"));
        store().put(damaged);

        assertThat(store().organisers.all()).extracting(Organiser::id).containsExactly(noor.id());
        assertThat(store().organisers.find(els.id())).isEmpty();
        assertThat(visit(token, Optional.empty()).organiser()).isEmpty();
        assertThat(visit(token, Optional.empty()).browserSession()).isPresent();
    }

    private Organiser added(String name, Role role) {
        Organiser organiser = organiser(name, role, new Scope.All());
        assertThat(store().organisers
                        .add(
                                organiser,
                                new DeskEntry(
                                        NOW.minusSeconds(60),
                                        organiser.actor(),
                                        DeskAction.COLLEAGUE_INVITED,
                                        Optional.of(organiser.id()))))
                .isEqualTo(WriteResult.committed());
        return organiser;
    }

    private SessionToken begun(Organiser organiser) {
        SessionToken token = SessionToken.generate(organiser.id(), new Random(1));
        assertThat(begin(session(organiser, token), List.of(), organiser.signedIn(NOW)))
                .isEqualTo(WriteResult.committed());
        return token;
    }

    private WriteResult begin(BrowserSession fresh, List<BrowserSession> ended, Organiser after) {
        return store().signIns().write(OrganiserBrowser.beginning(fresh, ended, after, record(DeskAction.SIGNED_IN)));
    }

    private Optional<Registration> visit(SessionToken token, RegistrationId registration, Instant now) {
        return store().organisers
                .visit(token, wanted(Optional.of(ID), Optional.of(registration)), now)
                .registration();
    }

    private Visit visit(SessionToken token, Optional<SessionId> session) {
        return store().organisers.visit(token, wanted(session, Optional.empty()), NOW);
    }

    private static Wanted wanted(Optional<SessionId> session, Optional<RegistrationId> registration) {
        return new Wanted(session, true, registration, Optional.empty(), false, false, false);
    }

    private List<String> history() {
        return store().organisers.history(99, NOW).stream().map(DeskEntry::what).toList();
    }

    private Map<String, AttributeValue> item(Organiser organiser) {
        return store().items().stream()
                .filter(item -> text(item, "SK").equals("O#" + organiser.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    private static BrowserSession session(Organiser organiser, SessionToken token) {
        return new BrowserSession(organiser.id(), token.hash(), NOW, NOW, Optional.of(NOW), false, "Firefox, Linux");
    }

    private static Invitation invitation(Organiser organiser, Instant at) {
        return new Invitation(organiser.id(), organiser.id(), Language.NL, at);
    }

    private static DeskEntry record(DeskAction what) {
        return new DeskEntry(NOW, Actor.DESK, what, Optional.empty());
    }

    private static DeskEntry record(Instant at) {
        return new DeskEntry(at, Actor.DESK, DeskAction.COLLEAGUE_INVITED, Optional.empty());
    }

    private static Organiser organiser(String name, Role role, Scope scope) {
        return new Organiser(
                OrganiserId.generate(new Random((name + scope).hashCode())),
                name,
                new EmailAddress(name + "@example.org"),
                role,
                scope,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Version.NONE.next());
    }
}
