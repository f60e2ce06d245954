package nl.samenkomst.local.tests.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.samenkomst.letters.EveryLetter;
import nl.samenkomst.local.tests.kit.Axe.Rules;
import nl.samenkomst.local.tests.kit.DistinctPages;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that axe finds nothing in any letter in any language and house style, light and dark. */
class AxeLettersTest extends AxeTestCase {

    /** Of the letters with the same elements in the same order, checks one. */
    @Test
    void findsNothingInAnyLetter() {
        look(
                HouseStyle.defaultStyle(),
                inEveryLanguage(language -> DistinctPages.distinct(EveryLetter.in(language))),
                MAIL_PROGRAM,
                Rules.LETTER,
                Rules.LETTER_BUT_CONTRAST);
        assertThat(findings.lines()).isEmpty();
    }

    /** Another house style changes only colors, fonts and sizes, so checks only the rules about those. */
    @ParameterizedTest
    @ValueSource(strings = {"gemeente", "avond"})
    void findsNothingInOtherStyles(String name) {
        HouseStyle style = HouseStyle.named(name);
        Map<String, String> letters =
                DistinctPages.coveringEveryChain(inEveryLanguage(language -> EveryLetter.in(style, language)));
        look(style, letters, MAIL_PROGRAM, Rules.LOOKS, Rules.LOOKS);
        assertThat(findings.lines()).isEmpty();
    }
}
