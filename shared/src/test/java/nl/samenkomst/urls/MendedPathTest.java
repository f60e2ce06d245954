package nl.samenkomst.urls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.HostileWords;
import nl.samenkomst.RandomTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MendedPathTest {

    private static final String SIGN_IN_TOKEN = "bWNySkI5dkRyejg5eEZKXw";
    private static final String TOKEN = "VmVyc25lbGxpbmdza2FtZXIhVmVyc25lbGxpbmdza2E";
    private static final String CODE = "VmVyc25lbGxpbmdza2FtZQVmVyc25lbGxpbmdza2FtZQ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", ".", ",", ";", ":", "!", "?", ")", "]", "}", ">", "'", "\"", "\u2019", "\u201d", "\u00bb", "*",
                " ", "\t", "\r\n", "\u00a0", "\u200b", "\ufeff", "/.", ").", ">,  ", "//"
            })
    void dropsWhatStandsBesideAnAddress(String end) {
        for (String route : MendedPath.routes()) {
            String path = route.replace("{id}", "lokale-aanpak-1")
                    .replace("/sign-in/{token}", "/sign-in/" + SIGN_IN_TOKEN)
                    .replace("{token}", TOKEN)
                    .replace("{code}", CODE)
                    .replace("{registration}", "VmVyc25lbGxpbmdza2FtZQ")
                    .replace("{section}", "about")
                    .replace("{organiser}", "Tm9vckFBQUFBQUFB");

            assertThat(MendedPath.of(path + end)).as(path).contains(path);
            assertThat(MendedPath.of(path)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/Sessions, /sessions",
        "/SESSIONS/Lokale-Aanpak, /sessions/lokale-aanpak",
        "/sessions/Lokale-Aanpak.ICS, /sessions/lokale-aanpak.ics",
        "/sessions/lokale-aanpak.ics., /sessions/lokale-aanpak.ics",
        "/sessions/lokale-aanpak.PNG, /sessions/lokale-aanpak.png",
        "/Sessions.Atom, /sessions.atom",
        "/sessions., /sessions",
        "//sessions//lokale-aanpak, /sessions/lokale-aanpak",
        "/API/v1/Sessions, /api/v1/sessions",
        "/api/v1/organiser/sessions/A/registrations.CSV, /api/v1/organiser/sessions/a/registrations.csv",
        "/sessions/A/Received, /sessions/a/received",
        "/sessions/a/registrations/, /sessions/a/registrations",
        "/sessions/a/Own-Link, /sessions/a/own-link",
    })
    void takesCapitalsAndDoubleSlashesForWhatTheyMean(String typed, String meant) {
        assertThat(MendedPath.of(typed)).contains(meant);
    }

    @Test
    void keepsTheCaseOfAnOwnLink() {
        assertThat(MendedPath.of("/Sessions/A/registrations/" + TOKEN + ">"))
                .contains("/sessions/a/registrations/" + TOKEN);
        assertThat(MendedPath.of("/sessions/a/registrations/" + TOKEN + "/Meeting."))
                .contains("/sessions/a/registrations/" + TOKEN + "/meeting");
        assertThat(MendedPath.of("/sessions/a/registrations/" + TOKEN.toLowerCase(Locale.ROOT) + "/"))
                .as("no own link has only small letters")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/nergens",
                "/nergens/",
                "/sessions/a--b/",
                "/sessions/geen naam/",
                "/sessions/a/registrations/kort/",
                "/sessions/../privacy/",
                "/\\example.net/",
                "/api/",
                "/sessions/a.ics/received/",
                "/api/v1/sessions/a/cancellation/"
            })
    void mendsNoOtherPath(String path) {
        assertThat(MendedPath.of(path)).isEmpty();
    }

    /** A path with a scheme or a host of its own would lead to another site. */
    @Test
    void leadsToNoOtherSite() {
        assertThat(MendedPath.of("//example.net/sessions/")).isEmpty();
        assertThat(MendedPath.of("//sessions/")).contains("/sessions");
        assertThat(Stream.of(HostileWords.all(), RandomTexts.of(3, 5_000, 40))
                        .flatMap(all -> all)
                        .flatMap(text -> Stream.of("/" + text, "/sessions/" + text + "/"))
                        .map(MendedPath::of)
                        .flatMap(Optional::stream))
                .isNotEmpty()
                .allMatch(path -> path.matches("/|/[a-z][a-z0-9./-]*"));
    }

    @Test
    void refusesAVeryLongPathByItsLength() {
        assertThat(MendedPath.of("/sessions" + "/".repeat(291))).contains("/sessions");
        assertThat(MendedPath.of("/sessions" + "/".repeat(292))).isEmpty();
    }
}
