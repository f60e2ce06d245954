package nl.samenkomst.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ConditionTest {

    @Test
    void callsPlaceholdersAfterTheirAttributes() {
        Condition isRevision = PlacesItem.isRevision(new Revision(3));
        Condition hasRoom =
                Condition.isAbsent("taken:jong-en-oud").or(Condition.isAtMost("taken:jong-en-oud", Values.number(11)));

        Condition both = isRevision.and(hasRoom);

        assertThat(both.expression())
                .isEqualTo("#revision = :revision AND "
                        + "(attribute_not_exists(#taken_jong_en_oud) OR #taken_jong_en_oud <= :taken_jong_en_oud)");
        assertThat(both.placeholders().names())
                .isEqualTo(Map.of("#revision", "revision", "#taken_jong_en_oud", "taken:jong-en-oud"));
        assertThat(both.placeholders().values())
                .isEqualTo(Map.of(":revision", Values.number(3), ":taken_jong_en_oud", Values.number(11)));
    }

    @Test
    void keepsTheValuesOfAnUpdateApartFromThoseOfItsCondition() {
        UpdateExpression update = new UpdateExpression()
                .set("dueAt", Values.text("b"))
                .add("entries", 1)
                .add("failures", 0);

        Placeholders all = update.placeholders()
                .and(Condition.isEqual("dueAt", Values.text("a")).placeholders());

        assertThat(update.expression()).isEqualTo("SET #dueAt = :new_dueAt ADD #entries :more_entries");
        assertThat(all.names()).containsOnlyKeys("#dueAt", "#entries");
        assertThat(all.values())
                .isEqualTo(Map.of(
                        ":dueAt", Values.text("a"),
                        ":new_dueAt", Values.text("b"),
                        ":more_entries", Values.number(1)));
    }

    @Test
    void queriesAPartOfASession() {
        Condition queue = Keys.between(new SessionId("stroom"), "W#1", "W#7");

        assertThat(queue.expression()).isEqualTo("#PK = :PK AND #SK BETWEEN :from_SK AND :to_SK");
        assertThat(queue.placeholders().values())
                .isEqualTo(Map.of(
                        ":PK", Values.text("S#stroom"), ":from_SK", Values.text("W#1"), ":to_SK", Values.text("W#7")));
    }

    @Test
    void refusesOnePlaceholderForTwoThings() {
        Condition one = Condition.isEqual("version", Values.number(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.and(Condition.isEqual("version", Values.number(2))))
                .withMessageContaining(":version");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.exists("a:b").and(Condition.exists("a-b")))
                .withMessageContaining("#a_b");
    }

    @Test
    void givesARequestNoEmptyMapOfValues() {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();

        Keys.isNew().placeholders().into(names::putAll, given -> {
            assertThat(given).isNotEmpty();
            values.putAll(given);
        });

        assertThat(names).isEqualTo(Map.of("#PK", "PK"));
        assertThat(values).isEmpty();
    }
}
