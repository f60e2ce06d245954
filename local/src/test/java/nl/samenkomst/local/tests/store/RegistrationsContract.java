package nl.samenkomst.local.tests.store;

import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static nl.samenkomst.local.tests.store.StoreFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.organiser.Decide;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A registration is read back whole until it expires, and written only as it was read. */
interface RegistrationsContract {

    StoreFixture store();

    @Test
    default void readsBackEverythingOfARegistration() {
        store().publish("places", 1, "language", "en");
        Person person = new Person("Nöor 🎉 B", new EmailAddress("Noor@Example.org"), Optional.of("Gemeente Ede"));
        store().wiring.register().register(ID, new SignUp(person, Optional.empty()));

        Registration noor = store().registration("noor");
        assertThat(noor.person()).isEqualTo(person);
        assertThat(noor.person().email().value()).isEqualTo("Noor@Example.org");
        assertThat(noor.language().tag()).isEqualTo("en");
        assertThat(noor.dueAt()).contains(NOW);
    }

    @Test
    default void keepsEveryStateAndCountsTheCurrentOne() {
        store().publish();
        for (RegistrationState state : List.of(
                new RegistrationState.Invited(NOW),
                new RegistrationState.InvitationDeclined(NOW),
                new RegistrationState.Confirmed(NOW, true, Optional.empty()),
                new RegistrationState.CancelledByPerson(NOW, true, true),
                new RegistrationState.UnderReview(NOW, true, Optional.empty()),
                new RegistrationState.Declined(NOW, "Geen gemeente"),
                new RegistrationState.CancelledByOrganiser(NOW, false, "Dubbel"),
                new RegistrationState.InvitationRevoked(NOW, "Voor bibliotheken"))) {
            RegistrationSnapshot seen = store().look("noor");
            Registration noor = seen.registration()
                    .map(known -> known.with(state))
                    .orElseGet(() -> store().newcomer(seen, "noor", state));
            assertThat(store().registrations.commit(RegistrationChanges.signingUp(seen, noor, NOW), NOW))
                    .isEqualTo(WriteResult.committed());
            assertThat(store().registration("noor").state()).isEqualTo(state);
        }
        assertThat(store().snapshot().places().counts()).isEqualTo(Map.of(Count.REVOKED, 1));
    }

    @Test
    default void keepsTheSessionsThatALetterBundles() {
        store().publish("places", 5);
        store().signUp("noor");
        Registration noor = store().registration("noor");
        assertThat(store().attribute("noor", "alongside")).isNull();

        LetterLog letters = new LetterLog(
                noor.letters().sent(),
                NOW.plusSeconds(60),
                noor.letters().delayedUntil(),
                noor.letters().failures(),
                Map.of(new SessionId("volgende"), NOW.plusMillis(1)));
        assertThat(update(store().look("noor"), noor.with(letters))).isEqualTo(WriteResult.committed());

        assertThat(store().registration("noor").letters()).isEqualTo(letters);
    }

    @Test
    default void rejectsAWriteBasedOnAStaleRead() {
        store().publish();
        store().signUp("noor");
        RegistrationSnapshot seen = store().look("noor");
        Registration noor = store().registration("noor");

        assertThat(update(seen, noor.with(noor.letters().delayed(NOW.plusSeconds(60)))))
                .isEqualTo(WriteResult.committed());
        assertThat(update(seen, noor)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().registration("noor").letters().isDelayedAt(NOW)).isTrue();
    }

    @Test
    default void hidesARegistrationFromItsExpiry() {
        store().publish("retention", "P30D");
        store().signUp("noor");
        OwnLink link = store().registration("noor").ownLink();
        Instant forgetAt = START.plusHours(2).plusDays(30).toInstant();

        assertThat(store().attribute("noor", "expiresAt"))
                .isEqualTo(AttributeValue.fromN("" + forgetAt.getEpochSecond()));
        store().clock.set(forgetAt.minusSeconds(1));
        assertThat(store().wiring.showRegistration().show(ID, link)).isPresent();
        store().clock.set(forgetAt);
        assertThat(store().wiring.showRegistration().show(ID, link)).isEmpty();
        assertThat(store().wiring.organiser().listRegistrations().list(ID).orElseThrow())
                .isEmpty();
    }

    /** A calendar keeps the entry of an erased registration, and ignores a next one whose SEQUENCE is lower. */
    @Test
    default void raisesTheSequenceWithEachStateAndAfterErasing() {
        store().publish();
        List<Integer> sequences = new ArrayList<>();
        store().signUp("noor");
        sequences.add(store().registration("noor").sequence().number());
        store().cancel("noor");
        sequences.add(store().registration("noor").sequence().number());
        store().signUp("noor");
        sequences.add(store().registration("noor").sequence().number());
        assertThat(store().wiring.erase().erase(ID, store().registration("noor").ownLink()))
                .isTrue();
        store().signUp("noor");
        sequences.add(store().registration("noor").sequence().number());

        assertThat(sequences).containsExactly(1, 2, 3, 5);
    }

    @Test
    default void erasingTakesThePersonOutOfTheAuditTrail() {
        store().publish("admission", "reviewed");
        store().signUp("noor");
        store().signUp("piet");
        Decide decide = store().wiring.organiser().decide();
        decide.decide(ID, store().id("noor"), Decision.DECLINE, "Past niet bij de doelgroep", Actor.LOCAL);
        decide.decide(ID, store().id("piet"), Decision.DECLINE, "Dubbel", Actor.LOCAL);
        OwnLink link = store().registration("noor").ownLink();

        store().clock.advance(Duration.ofDays(1));
        assertThat(store().wiring.erase().erase(ID, link)).isTrue();

        assertThat(store().sessions.changes(ID, NOW))
                .filteredOn(entry -> entry.registration().isPresent())
                .containsExactlyInAnyOrder(
                        new AuditEntry(NOW, Actor.LOCAL, "declined", Optional.of("erased"), "erased", List.of()),
                        new AuditEntry(
                                NOW,
                                Actor.LOCAL,
                                AuditAction.DECLINED,
                                Optional.of(store().id("piet").value()),
                                "Dubbel"));
        assertThat(store().items().toString())
                .doesNotContain("noor@example.org")
                .doesNotContain(link.secret().value())
                .doesNotContain("Past niet bij de doelgroep")
                .containsOnlyOnce(link.registration().value());
    }

    /** More than one transaction holds. */
    @Test
    default void erasesAnyNumberOfAuditRecords() {
        store().publish("places", 1);
        store().signUp("noor");
        store().signUp("piet");
        store().clock.set(START.toInstant().minusSeconds(1));
        for (int times = 0; times < 70; times++) {
            store().wiring
                    .organiser()
                    .markPresence()
                    .mark(ID, store().id("noor"), Optional.of(times % 2 == 0), Actor.LOCAL);
        }
        assertThat(store().wiring.erase().erase(ID, store().registration("noor").ownLink()))
                .isTrue();

        assertThat(store().sessions.changes(ID, NOW))
                .extracting(AuditEntry::registration)
                .filteredOn(Optional.of("erased")::equals)
                .hasSize(70);
        assertThat(store().items().toString())
                .containsOnlyOnce(store().id("noor").value());
        assertThat(store().state("piet")).isEqualTo("confirmed");
    }

    @Test
    default void remembersAnErasureForLongerThanAnyBackupIsKept() {
        store().publish();
        store().signUp("noor");
        store().wiring.erase().erase(ID, store().registration("noor").ownLink());
        assertThat(erasures()).isEqualTo(List.of(erasureOfNoor(NOW)));

        store().clock.advance(Duration.ofDays(1));
        store().signUp("noor");
        assertThat(erasures()).as("of what was there before").isEqualTo(List.of(erasureOfNoor(NOW)));
        store().wiring.erase().erase(ID, store().registration("noor").ownLink());
        assertThat(erasures()).isEqualTo(List.of(erasureOfNoor(NOW.plus(Duration.ofDays(1)))));
    }

    /** What an organiser does at the same time is in the audit trail, or refused. */
    @Test
    default void rejectsAnErasureBasedOnAStaleRead() {
        store().publish("admission", "reviewed");
        store().signUp("noor");
        RegistrationSnapshot seen = store().look("noor");
        store().wiring.organiser().decide().decide(ID, store().id("noor"), Decision.DECLINE, "Vol", Actor.LOCAL);
        RegistrationChanges erasure = RegistrationChanges.erasing(
                seen.sessionSnapshot(), seen.registration().orElseThrow());

        assertThat(store().registrations.commit(erasure, NOW)).isInstanceOf(WriteResult.Conflict.class);
        assertThat(store().state("noor")).isEqualTo("declined");
        assertThat(store().sessions.changes(ID, NOW))
                .extracting(AuditEntry::reason)
                .contains("Vol");
        assertThat(erasures()).isEmpty();
    }

    private List<Map<String, AttributeValue>> erasures() {
        return store().items().stream()
                .filter(item -> Objects.requireNonNull(item.get("SK")).s().startsWith("E#"))
                .toList();
    }

    private Map<String, AttributeValue> erasureOfNoor(Instant at) {
        long expiresAt = at.plus(Duration.ofDays(36)).getEpochSecond();
        return Map.of(
                "PK", AttributeValue.fromS("S#" + ID),
                "SK", AttributeValue.fromS("E#" + store().id("noor")),
                "at", AttributeValue.fromS(at.toString().replace("Z", ".000Z")),
                "expiresAt", AttributeValue.fromN("" + expiresAt));
    }

    private WriteResult update(RegistrationSnapshot seen, Registration changed) {
        return store().registrations
                .update(seen.session(), RegistrationChange.update(seen.session(), changed, NOW), NOW);
    }
}
