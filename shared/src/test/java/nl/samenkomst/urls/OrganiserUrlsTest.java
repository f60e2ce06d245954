package nl.samenkomst.urls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.samenkomst.domain.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrganiserUrlsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/organise", "/organise?q=a%20b", "/organise/colleagues/new", "/organise/sessions/a/door?lang=en"
            })
    void goesOnToAPageOfTheDesk(String next) {
        assertThat(OrganiserUrls.next(next)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/sessions",
                "/organiser",
                "//evil.example.org/organise",
                "https://evil.example.org/organise",
                "/\\evil.example.org",
                "/organise\\..",
                "/organise/\nlocation: x",
                "/organise/\u0000",
                "javascript:alert(1)//organise",
                " /organise",
                "organise"
            })
    void goesOnToNothingElse(String next) {
        assertThat(OrganiserUrls.next(next)).isEmpty();
    }

    @Test
    void namesTheLanguageIfTheRequestDid() {
        assertThat(new OrganiserUrls(Optional.of(Language.EN)).colleagues("invited"))
                .isEqualTo("/organise/colleagues?done=invited&lang=en");
        assertThat(new OrganiserUrls(Optional.empty()).signIn("/organise?q=é&x"))
                .isEqualTo("/organise/sign-in?next=%2Forganise%3Fq%3D%C3%A9%26x");
    }
}
