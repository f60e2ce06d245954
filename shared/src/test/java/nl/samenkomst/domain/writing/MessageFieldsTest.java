package nl.samenkomst.domain.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageWords;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageFieldsTest {

    private static final Session SESSION = SampleSessions.VERSNELLINGSKAMER;
    private static final Instant NOW = SampleSessions.NOW;
    private static final String THEME =
            SESSION.document().themes().getFirst().id().value();
    private static final Map<String, Object> LEAST =
            Map.of("subject", Map.of("nl", "Kom op tijd"), "text", Map.of("nl", "Dag {naam}"), "to", Map.of());

    @Test
    void readsTheLeast() {
        MessageDraft draft = valid(LEAST);

        assertThat(draft.text().main()).isEqualTo(Language.NL);
        assertThat(draft.text().words())
                .containsExactly(Map.entry(Language.NL, new MessageWords("Kom op tijd", "Dag {naam}")));
        assertThat(draft.to()).isEqualTo(MessageAudience.EVERYBODY);
        assertThat(draft.from()).isEmpty();
        assertThat(draft.latecomers()).isFalse();
    }

    @Test
    void readsEverything() {
        MessageDraft draft = valid(Map.of(
                "subject", Map.of("nl", "Kom", "en", "Come"),
                "text", Map.of("nl", "Een\r\n\r\ntwee", "en", "One"),
                "to", Map.of("states", List.of("confirmed", "under-review"), "themes", List.of(THEME), "present", true),
                "from", NOW.plusSeconds(3600).toString(),
                "latecomers", true));

        assertThat(draft.text().in(Language.NL).text()).isEqualTo("Een\n\ntwee");
        assertThat(draft.text().languages()).containsExactly(Language.NL, Language.EN);
        assertThat(draft.to().groups()).containsExactly(MessageGroup.CONFIRMED, MessageGroup.UNDER_REVIEW);
        assertThat(draft.to().themes()).hasSize(1);
        assertThat(draft.to().present()).contains(true);
        assertThat(draft.from()).contains(NOW.plusSeconds(3600));
        assertThat(draft.latecomers()).isTrue();
    }

    @Test
    void asksForWordsInTheSessionsLanguageAndForBothOrNeitherInAnother() {
        assertThat(problems(Map.of("to", Map.of()))).containsExactly("/subject required", "/text required");
        assertThat(problems(Map.of("subject", Map.of("en", "x"), "text", Map.of(), "to", Map.of())))
                .containsExactlyInAnyOrder("/subject/nl required", "/text/nl required", "/text/en required");
        assertThat(problems(Map.of("subject", Map.of("nl", "x"), "text", Map.of("nl", "x"))))
                .containsExactly("/to required");
    }

    @Test
    void refusesAPlaceholderThatNobodyKnows() {
        Parsed<MessageDraft> parsed = MessageFields.parse(
                with(
                        "text",
                        Map.of("nl", "Dag {nmae}", "en", "x {titel} {nope}"),
                        "subject",
                        Map.of("nl", "x", "en", "y")),
                SESSION,
                NOW);

        assertThat(((Parsed.Invalid<MessageDraft>) parsed).problems())
                .extracting(Problem::pointer, problem -> problem.values().get("found"))
                .containsExactly(tuple("/text/nl", "{nmae}"), tuple("/text/en", "{nope}"));
    }

    @Test
    void refusesWhatIsTooLongOrHasCharactersThatNoLetterCanHave() {
        assertThat(problems(with("subject", Map.of("nl", "x".repeat(301))))).containsExactly("/subject/nl too-long");
        assertThat(problems(with("text", Map.of("nl", "x".repeat(5001))))).containsExactly("/text/nl too-long");
        assertThat(problems(with("text", Map.of("nl", "😀".repeat(5000))))).isEmpty();
        assertThat(problems(with("subject", Map.of("nl", "a\nBcc: x@y.z")))).containsExactly("/subject/nl characters");
        assertThat(problems(with("text", Map.of("nl", "a\u0000b")))).containsExactly("/text/nl characters");
    }

    @Test
    void refusesUnknownReaders() {
        assertThat(problems(with("to", Map.of("states", List.of("cancelled", "confirmed")))))
                .containsExactly("/to/states/0 invalid");
        assertThat(problems(with("to", Map.of("themes", List.of("niets"))))).containsExactly("/to/themes/0 unknown");
        assertThat(problems(with("to", Map.of("present", "ja")))).containsExactly("/to/present invalid");
        assertThat(problems(with("to", Map.of("names", List.of())))).containsExactly("/to/names unknown");
    }

    @ParameterizedTest
    @CsvSource({"-1, too-early", "0, ", "60, ", "forget, too-late"})
    void leavesBetweenNowAndTheDayWhenNobodyIsKnownAnyMore(String seconds, String problem) {
        Instant from =
                seconds.equals("forget") ? SESSION.document().forgetAt() : NOW.plusSeconds(Long.parseLong(seconds));

        assertThat(problems(with("from", from.toString())))
                .isEqualTo(problem == null ? List.of() : List.of("/from " + problem));
    }

    private static Map<String, Object> with(Object... namesAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>(LEAST);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return tree;
    }

    private static MessageDraft valid(Map<String, Object> tree) {
        return switch (MessageFields.parse(tree, SESSION, NOW)) {
            case Parsed.Valid<MessageDraft> valid -> valid.value();
            case Parsed.Invalid<MessageDraft> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static List<String> problems(Map<String, Object> tree) {
        return switch (MessageFields.parse(tree, SESSION, NOW)) {
            case Parsed.Valid<MessageDraft> _ -> List.of();
            case Parsed.Invalid<MessageDraft> invalid ->
                invalid.problems().stream()
                        .map(problem ->
                                problem.pointer() + " " + problem.reason().word())
                        .toList();
        };
    }
}
