package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void listensAtTheUsualPortUnlessToldOtherwise() {
        assertThat(Main.port(Map.of(), 8080)).isEqualTo(8080);
        assertThat(Main.port(Map.of("PORT", "9000"), 8080)).isEqualTo(9000);
    }

    @Test
    void keepsNothingUnlessGivenAFolder() {
        assertThat(Main.data(new String[0], Map.of())).isEmpty();
        assertThat(Main.data(new String[0], Map.of("DATA", "kept"))).hasValue(Path.of("kept"));
        assertThat(Main.data(new String[] {"--data", "own"}, Map.of("DATA", "kept")))
                .hasValue(Path.of("own"));
    }

    @Test
    void looksAsTheTemplateSaysUnlessToldOtherwise() {
        assertThat(Main.style(Map.of())).isEmpty();
        assertThat(Main.style(Map.of("HOUSE_STYLE", " "))).isEmpty();
        assertThat(Main.style(Map.of("HOUSE_STYLE", "gemeente"))).hasValue("gemeente");
    }

    @Test
    void saysWhichOptionThereIs() {
        assertThatThrownBy(() -> Main.data(new String[] {"--port"}, Map.of()))
                .hasMessage("The only option is --data <folder>.");
    }
}
