package nl.samenkomst.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnorableCharactersTest {

    /** The format characters (Cf) that are seen: numbers, verses and abbreviations in Arabic, Syriac and Kaithi. */
    private static final List<Integer> VISIBLE_FORMATS =
            List.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD);

    @Test
    void coversEveryInvisibleFormatCharacter() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> Character.getType(c) == Character.FORMAT)
                        .filter(c -> !IgnorableCharacters.isIgnorable(c))
                        .filter(c -> Character.UnicodeScript.of(c) != Character.UnicodeScript.EGYPTIAN_HIEROGLYPHS)
                        .boxed())
                .containsExactlyElementsOf(VISIBLE_FORMATS);
    }

    /** Byte order mark, directional marks, zero-width space, joiners, soft hyphen, word joiner, Hangul filler. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeff",
                "\u200e",
                "\u200f",
                "\u061c",
                "\u200b",
                "\u200c",
                "\u200d",
                "\u00ad",
                "\u2060",
                "\u3164",
                "\uffa0",
                "\u034f",
                "\u2063",
                "\ufe0f",
                "\udb40\udc67",
                "\ufff9"
            })
    void dropsThemFromLatin(String invisible) {
        assertThat(IgnorableCharacters.drop(String.join(invisible, "", "No", "or", " B", ".", "")))
                .isEqualTo("Noor B.");
    }

    /** Persian, Devanagari, a Japanese surname, Mongolian, a family, a heart, a keycap and the flag of Wales. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627",
                "\u0915\u094d\u200d\u0937",
                "\u845b\udb40\udd00\u57ce",
                "\u182d\u180c",
                "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
                "Noor \u2764\ufe0f",
                "1\ufe0f\u20e3",
                "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc77\udb40\udc6c\udb40\udc73\udb40\udc7f"
            })
    void keepsThoseThatScriptsAndEmojiNeed(String text) {
        assertThat(IgnorableCharacters.drop(text)).isEqualTo(text);
        assertThat(SingleLine.tidy(text)).isEqualTo(text);
        assertThat(SingleLine.isClean(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"\u0639\u0644\u06cc\u200b\u200e, \u0639\u0644\u06cc", "\u0939\ufeff\u00ad, \u0939"})
    void dropsThoseThatShapeNothingFromAnyScript(String typed, String kept) {
        assertThat(IgnorableCharacters.drop(typed)).isEqualTo(kept);
    }

    /** A joiner after a Latin letter with a mark on it of its own is no better than after the letter. */
    @Test
    void looksThroughCombiningMarks() {
        assertThat(IgnorableCharacters.drop("Zoe\u0308\u200d")).isEqualTo("Zoe\u0308");
        assertThat(IgnorableCharacters.drop("\u0628\u0301\u200d\u0628")).isEqualTo("\u0628\u0301\u200d\u0628");
    }

    @Test
    void leavesDirectionalControlsToBeRefused() {
        assertThat(IgnorableCharacters.drop("a\u202eb\u2066c")).isEqualTo("a\u202eb\u2066c");
        assertThat(SingleLine.isClean("a\u202eb")).isFalse();
    }
}
