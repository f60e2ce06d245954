package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks filters against https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html. */
final class StreamFilterTest {

    private static final Map<String, Object> SESSION = Map.of(
            "eventName",
            "INSERT",
            "dynamodb",
            Map.of("Keys", Map.of("PK", Map.of("S", "S#1"), "SK", Map.of("S", "SESSION")), "SizeBytes", 7));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'dynamodb': {'Keys': {'PK': {'S': [{'prefix': 'S#'}]}}}}",
                "{'dynamodb': {'Keys': {'PK': {'S': ['K#1', {'prefix': 'S#'}]}}}}",
                "{'dynamodb': {'Keys': {'PK': {'S': ['S#1']}}}}",
                "{'dynamodb': {'Keys': {'PK': {'S': [{'prefix': 'S#'}]}, 'SK': {'S': ['SESSION']}}}}",
                "{'eventName': ['MODIFY', 'INSERT']}"
            })
    void matchesOneValueOfEachField(String pattern) {
        assertThat(filter(pattern).matches(SESSION)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'dynamodb': {'Keys': {'PK': {'S': [{'prefix': 'K#'}]}}}}",
                "{'dynamodb': {'Keys': {'PK': {'S': [{'prefix': 's#'}]}}}}",
                "{'dynamodb': {'Keys': {'PK': {'S': ['S#']}}}}",
                "{'dynamodb': {'Keys': {'PK': {'S': [{'prefix': 'S#'}]}, 'SK': {'S': ['R#1']}}}}",
                "{'dynamodb': {'Keys': {'PK': {'N': [{'prefix': 'S#'}]}}}}",
                "{'dynamodb': {'Keys': {'PK': ['S#1']}}}",
                "{'dynamodb': {'SizeBytes': ['7']}}",
                "{'dynamodb': {'SizeBytes': {'S': ['7']}}}",
                "{'eventSource': ['aws:dynamodb']}"
            })
    void matchesNothingElse(String pattern) {
        assertThat(filter(pattern).matches(SESSION)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'eventName': [{'anything-but': ['REMOVE']}]}",
                "{'eventName': [{'suffix': 'T'}]}",
                "{'eventName': [{'exists': true}]}",
                "{'eventName': [{'prefix': {'equals-ignore-case': 'in'}}]}",
                "{'eventName': [{'prefix': 'IN', 'suffix': 'T'}]}",
                "{'eventName': ['INSERT', {'wildcard': '*T'}]}",
                "{'dynamodb': {'SizeBytes': [{'numeric': ['>', 1]}]}}",
                "{'dynamodb': {'SizeBytes': [7]}}",
                "{'$or': [{'eventName': ['INSERT']}]}",
                "{'eventName': 'INSERT'}",
                "{'eventName': [null]}",
                "{'eventName': null}",
                "{'eventName': []}",
                "{'dynamodb': {}}",
                "{}"
            })
    void refusesAnyOtherPattern(String pattern) {
        assertThatThrownBy(() -> filter(pattern))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("cannot filter by ");
    }

    @Test
    void refusesWhatIsNotJson() {
        assertThatThrownBy(() -> filter("S#")).hasMessage("not a filter pattern: S#");
        assertThatThrownBy(() -> filter("['S#']")).hasMessage("not a filter pattern: [\"S#\"]");
    }

    private static StreamFilter filter(String pattern) {
        return StreamFilter.parse(pattern.replace('\'', '"'));
    }
}
