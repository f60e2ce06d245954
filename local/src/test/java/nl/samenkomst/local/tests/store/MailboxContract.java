package nl.samenkomst.local.tests.store;

import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static nl.samenkomst.local.tests.store.StoreFixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.mailbox.Mailbox;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A mailbox is stored in the transaction that owes it a letter, and only as it was read. */
interface MailboxContract {

    StoreFixture store();

    @Test
    default void countsALetterWhateverTheTagAndTheSession() {
        store().publish();
        store().publishAs("volgende");
        store().signUp("noor");

        assertThat(store().registrations.find(new SessionId("volgende"), new EmailAddress("Noor+1@example.org"), NOW))
                .hasValueSatisfying(seen -> {
                    assertThat(seen.registration()).isEmpty();
                    assertThat(seen.mailbox().orElseThrow().letters()).containsExactly(NOW);
                });
        assertThat(store().mailbox("piet").letters()).isEmpty();
    }

    @Test
    default void readsBackAMailbox() {
        store().publish();
        store().signUp("noor");
        store().signUp("noor");
        Mailbox noor = store().mailbox("noor");

        // Written twice, as for two newcomers.
        assertThat(noor.version()).isEqualTo(Version.NONE.next().next());
        store().change("noor", one -> one.with(new AddressProof.Given(NOW)));
        store().clock.advance(Duration.ofHours(1));
        store().signUp("noor");
        assertThat(store().mailbox("noor"))
                .isEqualTo(new Mailbox(
                        noor.id(),
                        List.of(NOW, NOW.plus(Duration.ofHours(1))),
                        Optional.empty(),
                        noor.version().next()));
    }

    @Test
    default void namesNobodyAndExpiresADayLater() {
        store().publish();
        store().signUp("noor");

        Map<String, AttributeValue> item = mailboxItem();
        assertThat(item).containsOnlyKeys("PK", "SK", "letters", "version", "expiresAt");
        assertThat(item.toString()).doesNotContain("noor");
        assertThat(item)
                .containsEntry(
                        "expiresAt",
                        AttributeValue.fromN("" + NOW.plus(Duration.ofDays(1)).getEpochSecond()));
    }

    @Test
    default void rejectsASignUpWithAStaleMailbox() {
        store().publish();
        store().signUp("piet");
        RegistrationChanges stale = signingUpNoor();
        store().signUp("noor+1");

        assertThat(store().registrations.commit(stale, NOW)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().find("noor")).isEmpty();
        assertThat(store().registrations.commit(signingUpNoor(), NOW)).isEqualTo(WriteResult.committed());
        assertThat(store().mailbox("noor").letters()).containsExactly(NOW, NOW);
    }

    @Test
    default void rejectsAnUpdateWithAStaleMailboxOrRegistration() {
        store().publish();
        store().signUp("noor");
        RegistrationSnapshot seen = store().look("noor");
        Registration noor = seen.registration().orElseThrow();
        Mailbox mailbox = store().mailbox("noor");
        RegistrationChange asking = RegistrationChange.update(seen.session(), noor.linkRequested(NOW), NOW);

        assertThat(store().registrations.update(seen.session(), asking, mailbox.withLetter(NOW), NOW))
                .isEqualTo(WriteResult.committed());
        assertThat(store().registrations
                        .update(seen.session(), asking, store().mailbox("noor").withLetter(NOW), NOW))
                .as("stale registration")
                .isInstanceOf(WriteResult.Conflict.class);
        RegistrationChange again = RegistrationChange.update(seen.session(), store().registration("noor"), NOW);
        assertThat(store().registrations.update(seen.session(), again, mailbox.withLetter(NOW), NOW))
                .as("stale mailbox")
                .isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().mailbox("noor").letters()).containsExactly(NOW, NOW);
    }

    @Test
    default void erasesWhoeverRefusesAndGivesThePlaceAway() {
        store().publish("places", 1);
        store().signUp("noor");
        store().signUp("piet");
        OwnLink link = store().registration("noor").ownLink();

        assertThat(store().wiring.refuseMail().refuse(ID, link)).isTrue();
        assertThat(store().find("noor")).isEmpty();
        assertThat(store().state("piet")).isEqualTo("confirmed");
        assertThat(store().mailbox("noor").isRefused()).isTrue();
        assertThat(store().wiring.refuseMail().isInForce(ID, link)).contains(true);
        assertThat(store().wiring.refuseMail().refuse(ID, link)).as("again").isTrue();
        assertThat(store().wiring
                        .refuseMail()
                        .refuse(ID, store().registration("piet").ownLink()))
                .isTrue();
        assertThat(store().places()).isEqualTo("0 taken, 0 waiting, 0 cancelled");
    }

    @Test
    default void keepsNothingOfWhoeverRefusedThatNamesThem() {
        store().publish();
        store().signUp("noor");
        OwnLink link = store().registration("noor").ownLink();
        String id = link.registration().value();
        String secret = link.secret().value();
        store().wiring.refuseMail().refuse(ID, link);
        store().clock.advance(Duration.ofDays(400));
        store().signUp("noor");

        assertThat(store().wiring.refuseMail().isInForce(ID, link)).contains(true);
        assertThat(store().items())
                // Decoys and erasures expire.
                .filteredOn(item -> !sortKey(item).matches("[DE]#.*"))
                .allSatisfy(item -> assertThat(item.toString())
                        .doesNotContain("noor")
                        .doesNotContain(id)
                        .doesNotContain(secret));
        assertThat(store().items())
                .filteredOn(item -> Set.of("MAILBOX", "REFUSED").contains(sortKey(item)))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item).doesNotContainKey("expiresAt"));
    }

    @Test
    default void registersNobodyWhoseMailboxIsRefusedButWritesAsMuch() {
        store().publish("places", 1, "notify", "daily");
        store().publishAs("volgende");
        store().signUp("noor");
        store().wiring.refuseMail().refuse(ID, store().registration("noor").ownLink());
        int before = store().items().size();

        store().signUp("noor");
        store().signUp("noor+1");
        store().signUp("piet");
        store().signUp("noor+2");

        assertThat(store().places()).isEqualTo("1 taken, 0 waiting, 0 cancelled");
        assertThat(store().wiring.organiser().listRegistrations().list(ID).orElseThrow())
                .hasSize(1);
        assertThat(store().registrations.queue(ID)).isEmpty();
        List<Map<String, AttributeValue>> decoys = store().items().stream()
                .filter(item -> sortKey(item).startsWith("D#"))
                .toList();
        assertThat(decoys).hasSize(5).allSatisfy(decoy -> {
            assertThat(decoy.toString()).doesNotContain("noor");
            assertThat(decoy.values())
                    .as("beside keys and expiry")
                    .filteredOn(value -> value.s() != null && !value.s().matches("0*"))
                    .hasSize(2);
        });
        assertThat(store().items()).hasSize(before + 5 + 2);
    }

    @Test
    default void takesLettersAgainOnceTheSameLinkTakesItBack() {
        store().publish();
        store().publishAs("volgende");
        store().signUp("noor");
        store().signUp("noor+1");
        OwnLink first = store().registration("noor").ownLink();
        OwnLink second = store().registration("noor+1").ownLink();
        store().wiring.refuseMail().refuse(ID, first);
        store().wiring.refuseMail().refuse(ID, second);

        assertThat(store().wiring.refuseMail().takeBack(new SessionId("volgende"), first))
                .isFalse();
        assertThat(store().wiring.refuseMail().takeBack(ID, first)).isTrue();
        assertThat(store().mailbox("noor").isRefused()).isFalse();
        assertThat(store().wiring.refuseMail().isInForce(ID, second)).contains(false);
        assertThat(store().wiring.refuseMail().takeBack(ID, first)).as("again").isTrue();
        assertThat(store().wiring.refuseMail().refuse(ID, first))
                .as("without a registration")
                .isFalse();
        store().signUp("noor");
        assertThat(store().state("noor")).isEqualTo("confirmed");

        store().clock.advance(Duration.ofDays(1));
        assertThat(store().wiring.refuseMail().isInForce(ID, first)).isEmpty();
        assertThat(store().wiring.refuseMail().isInForce(ID, second)).isEmpty();
    }

    @Test
    default void takesBackNoRefusalByAnotherLink() {
        store().publish();
        store().signUp("noor");
        OwnLink earlier = store().registration("noor").ownLink();
        store().wiring.refuseMail().refuse(ID, earlier);
        store().wiring.refuseMail().takeBack(ID, earlier);
        store().signUp("noor");
        OwnLink later = store().registration("noor").ownLink();
        store().wiring.refuseMail().refuse(ID, later);

        assertThat(store().wiring.refuseMail().isInForce(ID, earlier)).isEmpty();
        assertThat(store().wiring.refuseMail().takeBack(ID, earlier)).isFalse();
        assertThat(store().mailbox("noor").isRefused()).isTrue();
        assertThat(store().wiring.refuseMail().takeBack(ID, later)).isTrue();
        assertThat(store().mailbox("noor").isRefused()).isFalse();
    }

    @Test
    default void refusesByNoLinkButAnOwnOne() {
        store().publish();
        store().signUp("noor");
        OwnLink noor = store().registration("noor").ownLink();
        OwnLink guessed = new OwnLink(noor.registration(), LinkSecret.generate(new Random(5)));

        assertThat(store().wiring.refuseMail().refuse(ID, guessed)).isFalse();
        assertThat(store().wiring.refuseMail().takeBack(ID, guessed)).isFalse();
        assertThat(store().wiring.refuseMail().isInForce(ID, guessed)).isEmpty();
        assertThat(store().mailbox("noor").isRefused()).isFalse();
        assertThat(store().state("noor")).isEqualTo("confirmed");
    }

    /** A release before the later one may be deployed again. */
    @Test
    default void keepsWhatALaterReleaseAddedToAMailbox() {
        store().publish();
        store().publishAs("volgende");
        store().signUp("noor");
        Map<String, AttributeValue> later = new HashMap<>(mailboxItem());
        later.put("later", AttributeValue.fromS("of a later release"));
        store().put(later);

        store().signUp("noor+1");

        assertThat(store().mailbox("noor").letters()).hasSize(2);
        assertThat(mailboxItem()).containsEntry("later", AttributeValue.fromS("of a later release"));
    }

    private Map<String, AttributeValue> mailboxItem() {
        return store().items().stream()
                .filter(one -> sortKey(one).equals("MAILBOX"))
                .findFirst()
                .orElseThrow();
    }

    private static String sortKey(Map<String, AttributeValue> item) {
        return item.getOrDefault("SK", AttributeValue.fromS("")).s();
    }

    private RegistrationChanges signingUpNoor() {
        RegistrationSnapshot seen = store().look("noor");
        return RegistrationChanges.signingUp(seen, store().newcomer(seen, "noor", PLACE), NOW)
                .withMailbox(seen.mailbox().orElseThrow().withLetter(NOW));
    }
}
