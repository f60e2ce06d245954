package nl.samenkomst.dynamodb;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SampleSessions;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AuditErasureTest {

    private static final Actor ORGANISER = new Actor.ByRole("arn:aws:sts::111122223333:assumed-role/organiser/noor");
    private static final Registration NOOR =
            SampleSessions.registration(EENZAAMHEID_ONDER_JONGEREN, new RegistrationState.Declined(NOW, ""));
    private static final RegistrationId OTHER =
            RegistrationId.withoutKey(EENZAAMHEID_ONDER_JONGEREN.id(), new EmailAddress("piet@example.org"));

    @Test
    void leavesWhenByWhomAndWhat() {
        AuditEntry declined = entry(NOOR.id(), AuditAction.DECLINED, "Past niet bij de doelgroep")
                .with(List.of(new ChangedValue("name", "", "Noor", "Nora")));

        assertThat(read(erasures(item(declined)).getFirst().erased()))
                .isEqualTo(new AuditEntry(NOW, ORGANISER, "declined", Optional.of("erased"), "erased", List.of()))
                .isEqualTo(declined.erased());
    }

    @Test
    void saysNothingOfAReasonThatWasNotGiven() {
        assertThat(read(erasures(item(entry(NOOR.id(), AuditAction.ACCEPTED, "")))
                                .getFirst()
                                .erased())
                        .reason())
                .isEmpty();
    }

    @Test
    void leavesNothingThatLeadsToThePerson() {
        Map<String, AttributeValue> item = item(entry(NOOR.id(), AuditAction.DECLINED, "Past niet"));
        item.put("fromALaterRelease", AttributeValue.fromS("noor@example.org"));

        assertThat(erasures(item).getFirst().erased().toString())
                .doesNotContain(NOOR.id().value())
                .doesNotContain("Past niet")
                .doesNotContain("noor@example.org");
    }

    @Test
    void erasesUnreadableRecordsToo() {
        for (String attribute : List.of("at", "what", "registration", "reason")) {
            Map<String, AttributeValue> damaged = item(entry(NOOR.id(), AuditAction.DECLINED, "Past niet"));
            damaged.put(attribute, AttributeValue.fromN("7"));
            assertThat(erasures(damaged))
                    .as(attribute)
                    .singleElement()
                    .satisfies(erasure -> assertThat(erasure.erased().toString())
                            .doesNotContain(NOOR.id().value()));
            damaged.remove(attribute);
            assertThat(erasures(damaged)).as(attribute).hasSize(1);
        }
    }

    @Test
    void leavesRecordsOfOthersAndOfTheSession() {
        AuditEntry published = AuditEntry.ofSession(NOW, ORGANISER, AuditAction.SESSION_PUBLISHED, "");

        assertThat(AuditErasure.of(
                        List.of(NOOR.id()),
                        List.of(
                                item(entry(OTHER, AuditAction.DECLINED, "Dubbel")),
                                AuditItem.write(EENZAAMHEID_ONDER_JONGEREN, published))))
                .isEmpty();
    }

    @Test
    void givesEachRecordOfAMomentAKeyOfItsOwn() {
        Map<String, AttributeValue> others = erasures(item(entry(NOOR.id(), AuditAction.ACCEPTED, "")))
                .getFirst()
                .erased();
        Map<String, AttributeValue> first = item(entry(NOOR.id(), AuditAction.INVITED, ""));
        Map<String, AttributeValue> second = new HashMap<>(item(entry(NOOR.id(), AuditAction.REVOKED, "")));
        second.put("SK", AttributeValue.fromS(sortKey(second) + "0"));
        Map<String, AttributeValue> later = item(new AuditEntry(
                NOW.plusMillis(1),
                ORGANISER,
                AuditAction.INVITED,
                Optional.of(NOOR.id().value()),
                ""));

        assertThat(AuditErasure.of(List.of(NOOR.id()), List.of(others, first, second, later)))
                .extracting(AuditErasure::erased)
                .extracting(AuditErasureTest::sortKey)
                .containsExactly(key(NOW, 2), key(NOW, 3), key(NOW.plusMillis(1), 1));
    }

    private static String key(Instant moment, int number) {
        return "A#" + Values.moment(moment).s() + "#erased#" + number;
    }

    private static String sortKey(Map<String, AttributeValue> item) {
        return Attributes.of(item).text("SK");
    }

    private static AuditEntry entry(RegistrationId about, AuditAction what, String reason) {
        return new AuditEntry(NOW, ORGANISER, what, Optional.of(about.value()), reason);
    }

    private static Map<String, AttributeValue> item(AuditEntry entry) {
        return AuditItem.write(
                new RegistrationChanges(
                        SampleSessions.withTaken(EENZAAMHEID_ONDER_JONGEREN, 0, 0),
                        List.of(RegistrationChange.erasure(NOOR))),
                entry);
    }

    private static AuditEntry read(Map<String, AttributeValue> item) {
        return AuditItem.read(item);
    }

    private static List<AuditErasure> erasures(Map<String, AttributeValue> only) {
        return AuditErasure.of(List.of(NOOR.id()), List.of(only));
    }
}
