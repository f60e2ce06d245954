package nl.samenkomst.local.tests.store;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.BrowserSession;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Network;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.SampleOrganisers;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.access.SessionToken;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.factor.FactorUse;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.factor.TotpSecret;
import nl.samenkomst.domain.signin.Asking;
import nl.samenkomst.domain.signin.CodeHash;
import nl.samenkomst.domain.signin.MailCode;
import nl.samenkomst.domain.signin.MailState;
import nl.samenkomst.domain.signin.MailboxProof;
import nl.samenkomst.domain.signin.MintedLetter;
import nl.samenkomst.domain.signin.OwedLetter;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.RequestCounter;
import nl.samenkomst.domain.signin.SeenSignIn;
import nl.samenkomst.domain.signin.SignInChanges;
import nl.samenkomst.domain.signin.SignInQuestion;
import nl.samenkomst.domain.signin.SignIns;
import nl.samenkomst.dynamodb.DynamoDbSignIns;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What signing in needs is stored as a whole, and only over the version that was read. */
interface SignInContract {

    EmailAddress ADDRESS = new EmailAddress("Noor@example.org");
    TokenHash BROWSER = TokenHash.of("a browser");
    TotpSecret SECRET = TotpSecret.generate(new Random(1));

    StoreFixture store();

    @Test
    default void readsBackARequest() {
        Asking asking = asking("noor@example.org", "192.0.2.1");
        PendingSignIn first = pending(Version.NONE.next(), MailState.OWED, List.of(), Optional.empty());
        assertThat(asking.pending()).isEmpty();
        assertThat(signIns().ask(first, counted(asking.byAddress()), counted(asking.byNetwork())))
                .isEqualTo(WriteResult.committed());

        Asking again = asking("NOOR+tag@example.org", "192.0.2.99");
        assertThat(again.pending()).contains(first);
        assertThat(again.byAddress().requests()).as("any spelling").containsExactly(NOW);
        assertThat(again.byNetwork().requests()).as("the same network").containsExactly(NOW);
        assertThat(asking("piet@example.org", "192.0.3.1").byAddress().requests())
                .isEmpty();
        assertThat(asking("piet@example.org", "192.0.3.1").byNetwork().requests())
                .isEmpty();
        assertThat(signIns().ask(first, counted(again.byAddress()), counted(again.byNetwork())))
                .as("a stale request")
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(signIns().find(BROWSER)).isEqualTo(new SeenSignIn(Optional.of(first), Optional.empty()));
    }

    @Test
    default void readsBackALetterAndAProof() {
        signIns()
                .ask(
                        pending(Version.NONE.next(), MailState.OWED, List.of(), Optional.empty()),
                        counted(asking("noor@example.org", "").byAddress()),
                        counted(asking("noor@example.org", "").byNetwork()));
        MintedLetter letter = new MintedLetter(
                SampleOrganisers.NOOR.id(), NOW, TokenHash.of("link"), CodeHash.of(new MailCode("2B4D6F8H"), "salt"));
        MailboxProof proof = new MailboxProof(
                SampleOrganisers.NOOR.id(),
                NOW,
                Optional.of(SECRET),
                4,
                Optional.of(new MailboxProof.Begun(NOW, TokenHash.of("token"))));
        PendingSignIn proven = pending(Version.NONE.next().next(), MailState.SENT, List.of(letter), Optional.of(proof));

        assertThat(signIns().write(changes(proven))).isEqualTo(WriteResult.committed());
        assertThat(signIns().find(BROWSER).pending()).contains(proven);
        assertThat(signIns().write(changes(proven))).as("stale").isInstanceOf(WriteResult.Conflict.class);
    }

    @Test
    default void countersShowNeitherAddressNorNetworkAndExpireInAnHour() {
        signIns()
                .ask(
                        pending(Version.NONE.next(), MailState.OWED, List.of(), Optional.empty()),
                        counted(asking("noor@example.org", "192.0.2.1").byAddress()),
                        counted(asking("noor@example.org", "192.0.2.1").byNetwork()));

        assertThat(itemsOf("T#")).hasSize(2).allSatisfy(item -> {
            assertThat(item.toString()).doesNotContainIgnoringCase("noor").doesNotContain("192.0.2", "c00002");
            assertThat(item)
                    .containsEntry(
                            "expiresAt",
                            AttributeValue.fromN(
                                    "" + NOW.plus(Duration.ofHours(1)).getEpochSecond()));
        });
        assertThat(itemsOf("K#"))
                .singleElement()
                .satisfies(item -> assertThat(item)
                        .containsEntry(
                                "expiresAt",
                                AttributeValue.fromN("" + NOW.plusSeconds(600).getEpochSecond())));
    }

    @Test
    default void readsBackASecondFactorFromAPartitionOfItsOwn() {
        SecondFactor factor = new SecondFactor(
                SampleOrganisers.NOOR.id(),
                SECRET,
                NOW,
                57,
                Optional.of(new FactorUse(TokenHash.of("code"), BROWSER, NOW)),
                List.of(TokenHash.of("one"), TokenHash.of("two")),
                List.of(NOW),
                Optional.of(new SecondFactor.NextApp(SECRET, NOW)),
                Version.NONE.next());

        assertThat(signIns().factor(factor.organiser())).isEmpty();
        assertThat(signIns().write(changes(factor))).isEqualTo(WriteResult.committed());
        assertThat(signIns().factor(factor.organiser())).contains(factor);
        assertThat(signIns().write(changes(factor))).as("stale").isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().items())
                .filteredOn(item -> item.toString().contains(SECRET.value()))
                .singleElement()
                .satisfies(item -> assertThat(item.getOrDefault("PK", AttributeValue.fromS("")))
                        .isEqualTo(AttributeValue.fromS("F#" + factor.organiser())));
    }

    @Test
    default void beginsASessionWithAllThatBelongsToItOrNotAtAll() {
        Organisers organisers = store().organisers;
        Organiser noor = SampleOrganisers.organiser("Noor", Role.ADMINISTRATOR, new Scope.All());
        DeskEntry record = new DeskEntry(NOW, noor.actor(), DeskAction.SIGNED_IN, Optional.empty());
        organisers.add(noor, record);
        BrowserSession old = session(noor, 1);
        BrowserSession fresh = session(noor, 2);
        SignInChanges begin = begin(noor.signedIn(NOW), old, Optional.empty(), record);
        assertThat(signIns().write(begin)).isEqualTo(WriteResult.committed());
        assertThat(signIns().write(begin)).as("a stale organiser").isInstanceOf(WriteResult.Conflict.class);

        Organiser stored = organisers.find(noor.id()).orElseThrow();
        assertThat(signIns().write(begin(stored.signedIn(NOW), fresh, Optional.of(session(noor, 3)), record)))
                .as("in place of a session that is gone")
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(organisers.browserSessions(noor.id())).containsExactly(old);
        assertThat(signIns().write(begin(stored.signedIn(NOW), fresh, Optional.of(old.endingAt(NOW)), record)))
                .isEqualTo(WriteResult.committed());
        assertThat(organisers.browserSessions(noor.id()))
                .filteredOn(one -> one.isLive(NOW))
                .containsExactly(fresh);
    }

    @Test
    default void remembersThatTheMailServiceFailed() {
        signIns().noteMail(Optional.of(NOW));
        assertThat(signIns().find(BROWSER).mailFailedAt()).contains(NOW);
        signIns().noteMail(Optional.empty());
        assertThat(signIns().find(BROWSER).mailFailedAt()).isEmpty();
    }

    @Test
    default void theFirstOrganisersIdFollowsFromTheAddress() {
        assertThat(settled(signIns().firstOrganiserId(ADDRESS)))
                .isEqualTo(settled(signIns().firstOrganiserId(new EmailAddress("noor@example.org"))))
                .isNotEqualTo(settled(signIns().firstOrganiserId(new EmailAddress("piet@example.org"))));
    }

    @Test
    default void tellsWhichLetterAnItemMayOwe() {
        Organiser karim = SampleOrganisers.organiser("Karim", Role.ORGANISER, new Scope.All());
        Invitation invitation = new Invitation(karim.id(), SampleOrganisers.NOOR.id(), Language.EN, NOW);
        store().organisers
                .invite(
                        karim,
                        invitation,
                        new DeskEntry(NOW, karim.actor(), DeskAction.COLLEAGUE_INVITED, Optional.of(karim.id())));
        signIns()
                .ask(
                        pending(Version.NONE.next(), MailState.OWED, List.of(), Optional.empty()),
                        counted(asking("noor@example.org", "").byAddress()),
                        counted(asking("noor@example.org", "").byNetwork()));

        assertThat(store().items().stream().flatMap(SignInContract::owed))
                .containsExactlyInAnyOrder(new OwedLetter.ToSignIn(BROWSER), new OwedLetter.ToColleague(karim.id()));
        assertThat(signIns().invitation(karim.id())).contains(invitation);
        signIns().complete(invitation);
        assertThat(signIns().invitation(karim.id())).isEmpty();
    }

    private SignIns signIns() {
        return store().signIns();
    }

    private Asking asking(String address, String sourceIp) {
        return settled(signIns().asking(BROWSER, new EmailAddress(address), Network.of(sourceIp)));
    }

    private static <T> T settled(Attempt<T> attempt) {
        return switch (attempt) {
            case Attempt.Settled<T> settled -> settled.value();
            case Attempt.Conflict<T> conflict -> throw new AssertionError(conflict.cause());
        };
    }

    private static RequestCounter counted(RequestCounter counter) {
        return new RequestCounter(
                counter.kind(), counter.id(), List.of(NOW), counter.version().next());
    }

    private static PendingSignIn pending(
            Version version, MailState mail, List<MintedLetter> letters, Optional<MailboxProof> proof) {
        return new PendingSignIn(
                BROWSER,
                new SignInQuestion(ADDRESS, Optional.of("/organise/me"), true, Language.EN, "Firefox, Linux"),
                "salt",
                NOW,
                mail,
                letters,
                3,
                proof,
                version);
    }

    private static SignInChanges changes(PendingSignIn pending) {
        return new SignInChanges(
                Optional.of(pending),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static SignInChanges changes(SecondFactor factor) {
        return new SignInChanges(
                Optional.empty(),
                Optional.of(factor),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private static SignInChanges begin(
            Organiser after, BrowserSession fresh, Optional<BrowserSession> replaced, DeskEntry record) {
        return new SignInChanges(
                Optional.empty(),
                Optional.empty(),
                Optional.of(after),
                Optional.of(fresh),
                replaced,
                List.of(),
                List.of(record));
    }

    private static BrowserSession session(Organiser organiser, int seed) {
        return new BrowserSession(
                organiser.id(),
                SessionToken.generate(organiser.id(), new Random(seed)).hash(),
                NOW,
                NOW,
                Optional.empty(),
                false,
                "Firefox, Linux");
    }

    private List<Map<String, AttributeValue>> itemsOf(String prefix) {
        return store().items().stream()
                .filter(item ->
                        item.getOrDefault("PK", AttributeValue.fromS("")).s().startsWith(prefix))
                .toList();
    }

    private static Stream<OwedLetter> owed(Map<String, AttributeValue> item) {
        return DynamoDbSignIns.afterWritingOf(Map.of(
                        "PK", item.getOrDefault("PK", AttributeValue.fromS("")).s(),
                        "SK", item.getOrDefault("SK", AttributeValue.fromS("")).s()))
                .stream();
    }
}
