package nl.samenkomst.local.tests.store;

import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static nl.samenkomst.local.tests.store.StoreFixture.PLACE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.mailbox.Mailbox;
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

        assertThat(noor.version()).isEqualTo(Version.NONE.next());
        store().clock.advance(Duration.ofHours(1));
        store().signUp("noor");
        assertThat(store().mailbox("noor"))
                .isEqualTo(new Mailbox(
                        noor.id(),
                        List.of(NOW, NOW.plus(Duration.ofHours(1))),
                        Version.NONE.next().next()));
    }

    @Test
    default void namesNobodyAndExpiresADayLater() {
        store().publish();
        store().signUp("noor");

        Map<String, AttributeValue> item = store().items().stream()
                .filter(one ->
                        one.getOrDefault("SK", AttributeValue.fromS("")).s().equals("MAILBOX"))
                .findFirst()
                .orElseThrow();
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

    private RegistrationChanges signingUpNoor() {
        RegistrationSnapshot seen = store().look("noor");
        return RegistrationChanges.signingUp(seen, store().newcomer(seen, "noor", PLACE), NOW)
                .withMailbox(seen.mailbox().orElseThrow().withLetter(NOW));
    }
}
