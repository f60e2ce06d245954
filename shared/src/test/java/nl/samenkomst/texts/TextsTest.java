package nl.samenkomst.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.samenkomst.domain.Language;
import org.junit.jupiter.api.Test;

final class TextsTest {

    @Test
    void overridesReplaceOurSentences() {
        Texts texts = new Texts("greetings");

        assertThat(texts.text(Language.NL, "hello", "name", "Noor")).isEqualTo("Goed dat je er bent, Noor.");
        assertThat(texts.text(Language.NL, "bye")).isEqualTo("Tot ziens.");
        assertThat(texts.text(Language.EN, "hello", "name", "Noor")).isEqualTo("Hello Noor, welcome.");
        assertThat(TextKeys.of("greetings", Language.NL)).isEqualTo(TextKeys.of("greetings", Language.EN));
    }

    @Test
    void refusesOverrideOfUnknownKey() {
        assertThatThrownBy(() -> new Texts("misnamed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/texts/overrides/misnamed.nl.properties: there is no text helo");
    }

    @Test
    void refusesOverrideWithOtherPlaceholders() {
        assertThatThrownBy(() -> new Texts("misfilled"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/texts/overrides/misfilled.en.properties: the text hello is to have exactly these in it: "
                        + "[{name}]");
    }

    @Test
    void refusesUnknownCatalogue() {
        assertThatThrownBy(() -> new Texts("nowhere")).hasMessage("there is no /texts/nowhere.nl.properties");
    }
}
