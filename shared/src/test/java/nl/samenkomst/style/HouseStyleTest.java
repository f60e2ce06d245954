package nl.samenkomst.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.samenkomst.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HouseStyleTest {

    private static final Tokens OURS = Tokens.parse("""
            :root { --text: #111111; --page: #ffffff; --line: var(--text); --size: 4px }
            @media (prefers-color-scheme: dark) { :root { --text: #eeeeee; --page: #000000 } }
            """);
    private static final String RULES = "p { color: var(--text); border: 1px solid var( --line ) }";

    /** A theme as NL Design System publishes it: generated, in its own class, with basis tokens naming brand tokens. */
    private static final String PUBLISHED = """
            /**
             * Do not edit directly, this file was auto-generated.
             */

            .voorbeeld-theme {
              --voorbeeld-color-blue: #004a94;
              --text: var(--voorbeeld-color-ink);
              --voorbeeld-color-ink: var(--voorbeeld-color-blue);
              --line:
                var(--voorbeeld-color-blue);
            %s
              --utrecht-select-background-image: url("./arrow-dropdown.svg");
              --todo-shadow: 0px 2px 4px rgba(0, 0, 0, .2);
            }
            """.formatted(IntStream.range(0, 500)
            .mapToObj("  --voorbeeld-unused-%1$d: var(--voorbeeld-color-blue);"::formatted)
            .collect(Collectors.joining("\n")));

    @Test
    void keepsOnlyUsedTokensOfPublishedTheme() {
        HouseStyle style = style(PUBLISHED);

        assertThat(style.value("--text")).isEqualTo("#004a94");
        assertThat(style.tokensFor(RULES))
                .isEqualTo(":root{color-scheme:light;--line:var(--voorbeeld-color-blue);"
                        + "--text:var(--voorbeeld-color-ink);--voorbeeld-color-blue:#004a94;"
                        + "--voorbeeld-color-ink:var(--voorbeeld-color-blue);}");
    }

    @Test
    void fallsBackToOurTokens() {
        HouseStyle style = style(":root { --text: #333333 }");

        assertThat(style.value("--text")).isEqualTo("#333333");
        assertThat(style.value("--page")).isEqualTo("#ffffff");
        assertThat(style.value("--line")).as("what ours leads to").isEqualTo("#333333");
    }

    @Test
    void usesFallbackWithoutToken() {
        HouseStyle style = style("""
                .x-theme {
                  --text: var(--x-lost, var(--x-ink, rgb(1, 2, 3)));
                  --line: var(--x-lost, rgb(1, 2, 3));
                  --page: var(--x-paper, #eeeeee);
                  --x-ink: #222222;
                  --x-paper: #dddddd;
                }
                """);

        assertThat(style.value("--text")).isEqualTo("#222222");
        assertThat(style.value("--line")).isEqualTo("rgb(1, 2, 3)");
        assertThat(style.value("--page")).isEqualTo("#dddddd");
        assertThat(style.tokensFor(RULES)).contains("--x-ink:#222222;").doesNotContain("--x-paper", "--x-lost:");
    }

    @Test
    void isLightWithoutDarkTokens() {
        HouseStyle style = style(":root { --text: #333333 }");

        assertThat(style.hasDark()).isFalse();
        assertThat(style.scheme()).isEqualTo("light");
        assertThat(style.darkValue("--page")).isEqualTo("#ffffff");
        assertThat(style.tokensFor(RULES)).doesNotContain("@media");
    }

    @Test
    void fallsBackToOurDarkTokens() {
        HouseStyle style =
                style(":root { --size: 0 } @media (prefers-color-scheme: dark) { .x-theme { --text: #dddddd } }");

        assertThat(style.darkValue("--text")).isEqualTo("#dddddd");
        assertThat(style.darkValue("--line")).isEqualTo("#dddddd");
        assertThat(style.darkValue("--page")).isEqualTo("#000000");
        assertThat(style.darkValue("--size")).isEqualTo("0");
        assertThat(style.value("--text")).isEqualTo("#111111");
        assertThat(style.tokensFor(RULES))
                .startsWith(":root{color-scheme:light dark;")
                .endsWith("@media(prefers-color-scheme:dark){:root{--text:#dddddd;}}");
    }

    @Test
    void alwaysDarkStyleFallsBackToOurDarkTokens() {
        HouseStyle style = style(":root { --samenkomst-color-scheme: dark; --text: #ffffff }");

        assertThat(style.hasDark()).isFalse();
        assertThat(style.tokensFor(RULES))
                .startsWith(":root{color-scheme:dark;")
                .doesNotContain("@media");
        assertThat(style.value("--text")).isEqualTo("#ffffff");
        assertThat(style.value("--page")).isEqualTo("#000000");
        assertThat(style.darkValue("--page")).isEqualTo("#000000");
        assertThat(style.value("--size")).isEqualTo("4px");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url(https://example.org/a.png)",
                "URL(a)",
                "image-set('a.png' 1x)",
                "#fff</style><script>alert(1)</script>",
                "#fff{",
                "\\75rl(a)"
            })
    void refusesValueThatEscapesOrLoads(String value) {
        assertThatThrownBy(() -> style(":root { --text: %s; }".formatted(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the token --text may not be ");
    }

    @Test
    void refusesDarkValueThatLoads() {
        assertThatThrownBy(() -> style("@media (prefers-color-scheme: dark) { :root { --text: url(a) } }"))
                .hasMessage("the token --text may not be url(a)");
    }

    @Test
    void refusesUnresolvableAndCircularReferences() {
        assertThatThrownBy(() -> style(":root { --text: var(--lost) }"))
                .hasMessage("the token --lost leads to nothing");
        assertThatThrownBy(() -> style(":root { --text: var(--a, var(--b, var(--c, var(--d, red)))) }"))
                .hasMessageStartingWith("the token --text cannot be followed: ");
        assertThatThrownBy(() -> style(":root { --text: var(--page); --page: var(--text) }"))
                .hasMessageEndingWith("leads to nothing");
    }

    @Test
    void acceptsLogoOfOneSvgElement() {
        Logo.check("x", "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/></svg>");
        Logo.check("x", "<svg><image href=\"data:image/png;base64,AA==\"/><use href=\"#a\"/></svg>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<?xml version=\"1.0\"?><svg></svg>",
                "<svg></svg><p>",
                "<svg><script>alert(1)</script></svg>",
                "<svg onload=\"alert(1)\"></svg>",
                "<svg><style>*{}</style></svg>",
                "<svg><path style=\"fill:red\"/></svg>",
                "<svg><image href=\"https://example.org/a.png\"/></svg>",
                "<svg><image xlink:href='//example.org/a.png'/></svg>",
                "<svg><a href=\"javascript:alert(1)\"><path/></a></svg>",
                "<svg><foreignObject></foreignObject></svg>",
                "<svg><animate/></svg>"
            })
    void refusesLogoWithForbiddenContent(String svg) {
        assertThatThrownBy(() -> Logo.check("x", svg))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("/styles/x/logo.svg ");
    }

    @Test
    void refusesLongLogo() {
        assertThatThrownBy(() -> Logo.check("x", "<svg>" + " ".repeat(6000) + "</svg>"))
                .hasMessage("/styles/x/logo.svg is longer than 6000 characters");
    }

    @Test
    void namesSettingOfUnusableStyle() {
        assertThatThrownBy(() -> new Settings(Map.of()).houseStyle()).hasMessage("HOUSE_STYLE is not set");
        for (String name : new String[] {"geen", "../samenkomst", "Samenkomst", "a/b"}) {
            assertThatThrownBy(() -> new Settings(Map.of("HOUSE_STYLE", name)).houseStyle())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("HOUSE_STYLE cannot be used: there is no /styles/" + name + "/tokens.css");
        }
    }

    private static HouseStyle style(String tokens) {
        return new HouseStyle(Tokens.parse(tokens), OURS, Optional.empty());
    }
}
