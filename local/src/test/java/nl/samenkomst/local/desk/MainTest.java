package nl.samenkomst.local.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
    void signsInByMailUnlessGivenAWholeProvider() {
        Map<String, String> whole = Map.of(
                "OIDC_ISSUER", "http://localhost:8180/realms/test", "OIDC_CLIENT_ID", "samenkomst", "OIDC_SECRET", "s");

        assertThat(OwnProvider.of(Map.of())).isEmpty();
        assertThat(OwnProvider.of(Map.of("OIDC_ISSUER", "", "OIDC_SECRET", "s")))
                .isEmpty();
        assertThat(OwnProvider.of(whole))
                .hasValue(new OwnProvider("http://localhost:8180/realms/test", "samenkomst", "s", ""));
        for (String needed : List.of("OIDC_CLIENT_ID", "OIDC_SECRET")) {
            Map<String, String> part = new HashMap<>(whole);
            part.remove(needed);
            assertThatThrownBy(() -> OwnProvider.of(part))
                    .as(needed)
                    .hasMessage("OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_SECRET.");
        }
    }

    @Test
    void saysWhichOptionThereIs() {
        assertThatThrownBy(() -> Main.data(new String[] {"--port"}, Map.of()))
                .hasMessage("The only option is --data <folder>.");
    }
}
