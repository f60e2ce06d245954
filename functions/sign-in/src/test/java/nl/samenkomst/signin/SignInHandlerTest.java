package nl.samenkomst.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import nl.samenkomst.SampledHandler;
import nl.samenkomst.SampledHandler.Answer;
import nl.samenkomst.http.Form;
import nl.samenkomst.signin.oidc.SigningProvider;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Leads to the organisation's provider and back, as far as that takes no table. */
class SignInHandlerTest {

    private static final String COOKIE = "__Host-samenkomst-oidc=";
    private static final String STATE = "VmVyc25lbGxpbmdza2FtZXJ2ZXJzbmVsbGluZ3NrYW0";

    private final SigningProvider provider;
    private final SampledHandler handler;

    SignInHandlerTest() throws IOException {
        provider = SigningProvider.start(Clock.fixed(Instant.parse("2026-11-02T09:00:00Z"), ZoneOffset.UTC));
        handler = new SampledHandler("sign-in", settings("administrators"), SignInHandler::new);
    }

    private Map<String, String> settings(String mail) {
        return Map.of(
                "OIDC_ISSUER",
                provider.issuer(),
                "OIDC_CLIENT_ID",
                SigningProvider.CLIENT_ID,
                "OIDC_SECRET_NAME",
                "/samenkomst/oidc",
                "MAIL_SIGN_IN",
                mail);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private static Document page(Answer answer) {
        return Jsoup.parse(answer.body());
    }

    private static String cookie(Answer answer) {
        return answer.cookies().getFirst().replaceFirst(";.*", "");
    }

    /** Returns the answer to a browser that comes back with this query and this cookie. */
    private Answer back(String query, String cookie) throws IOException {
        return handler.answer(
                "provider-return",
                "\"rawQueryString\": \"code=abc&state=" + STATE + "\"",
                "\"cookies\": [\"" + cookie + "\"], \"rawQueryString\": \"" + query + "\"");
    }

    private Answer press(String form, String cookie) throws IOException {
        String event = handler.event("provider-return-given");
        String body = Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8));
        return handler.answerTo(event.replaceFirst("\"body\": \"[^\"]*\"", "\"body\": \"" + body + "\"")
                .replace("\"rawQueryString\": \"\"", "\"cookies\": [\"" + cookie + "\"], \"rawQueryString\": \"\""));
    }

    /** A GET writes nothing: all that is kept of the way is in the browser, and the table is not called. */
    @Test
    void aLinkLeadsToTheProviderAndKeepsTheWayInACookieOnly() throws IOException {
        Answer started = handler.answer("provider");

        assertThat(started.status()).isEqualTo(303);
        assertThat(started.header("location")).startsWith(provider.issuer() + "/authorize?");
        assertThat(started.header("cache-control")).contains("no-store");
        assertThat(started.cookies())
                .singleElement()
                .asString()
                .startsWith(COOKIE)
                .endsWith("; Path=/; Max-Age=600; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void theWayBackLeadsToAButtonThatHoldsTheCode() throws IOException {
        Answer started = handler.answer("provider");

        Answer back = back(provider.letIn(started.header("location")), cookie(started));

        assertThat(back.status()).isEqualTo(200);
        assertThat(back.cookies()).isEmpty();
        assertThat(page(back).select("main form").attr("action")).isEqualTo("/organise/sign-in/oidc/callback");
        assertThat(page(back).select("input[name=code]").attr("value")).isEqualTo("code-0/+&");
        assertThat(provider.requests()).doesNotContain("/token");
    }

    @Test
    void anotherBrowsersStateIsRefusedBeforeTheProviderIsAsked() throws IOException {
        Answer mine = handler.answer("provider");
        String query = provider.letIn(mine.header("location"));
        // The other browser's cookie has another secret.
        String other = cookie(mine).replaceFirst("=(.)", "=B");

        assertThat(back(query, other).status()).isEqualTo(400);
        assertThat(back(query, "__Host-other=x").status()).isEqualTo(400);
        Answer pressed = press(query, other);
        assertThat(pressed.status()).isEqualTo(400);
        assertThat(page(pressed).select("main a.button").attr("href")).startsWith("/organise/sign-in/oidc");
        assertThat(provider.requests()).doesNotContain("/token");
    }

    /** Where somebody was on their way to, and that they prove once more who they are, cannot be changed on the way. */
    @Test
    void aChangedCookieFitsNoState() throws IOException {
        Answer mine = handler.answer("provider");
        String query = provider.letIn(mine.header("location"));

        assertThat(back(query, cookie(mine)).status()).isEqualTo(200);
        assertThat(back(query, cookie(mine).replace(".00.", ".10.")).status()).isEqualTo(400);
        assertThat(back(query, cookie(mine).replaceFirst("[^.]*$", "")).status())
                .isEqualTo(400);
    }

    @Test
    void anErrorOfTheProviderIsAPageThatLeadsOn() throws IOException {
        Answer started = handler.answer("provider");
        String state =
                Form.parse(URI.create(started.header("location")).getRawQuery()).getOrDefault("state", "");

        Answer back = back("error=access_denied&error_description=%3Cb%3E&state=" + state, cookie(started));

        assertThat(back.status()).isEqualTo(400);
        assertThat(page(back).select("main").text()).doesNotContain("denied").doesNotContain("<b>");
        assertThat(page(back).select("main a.button").attr("href"))
                .isEqualTo("/organise/sign-in/oidc?next=%2Forganise%2Fcolleagues");
    }

    @Test
    void aProviderThatIsDownLosesNothingAndOffersTheMail() throws IOException {
        provider.answering(503);
        Answer down = handler.answer("provider");

        assertThat(down.status()).isEqualTo(503);
        assertThat(page(down).select("main a").eachAttr("href"))
                .containsExactly(
                        "/organise/sign-in/oidc?next=%2Forganise%2Fcolleagues",
                        "/organise/sign-in?next=%2Forganise%2Fcolleagues");

        provider.answering(200);
        assertThat(handler.answer("provider").status()).isEqualTo(303);
    }

    @Test
    void offersNoMailWhereNobodySignsInByMail() throws IOException {
        SampledHandler without = new SampledHandler("sign-in", settings("nobody"), SignInHandler::new);
        provider.answering(503);

        assertThat(page(without.answer("provider")).select("main a").eachAttr("href"))
                .containsExactly("/organise/sign-in/oidc?next=%2Forganise%2Fcolleagues");
        assertThat(page(without.answer("sign-in")).select("main").text()).doesNotContain("beheerder");
    }

    @Test
    void aProviderThatIsDownOnTheWayBackIsAPageThatLeadsOn() throws IOException {
        Answer started = handler.answer("provider");
        String query = provider.letIn(started.header("location"));
        provider.answering(500);

        Answer pressed = press(query, cookie(started));

        assertThat(pressed.status()).isEqualTo(503);
        assertThat(pressed.cookies()).singleElement().asString().startsWith(COOKIE + "; Path=/; Max-Age=0");
    }

    @Test
    void theSignInPageLeadsToTheProviderByALink() throws IOException {
        Document page = page(handler.answer("sign-in"));

        assertThat(page.select("main a").eachAttr("href"))
                .containsExactly("/organise/sign-in/oidc", "/organise/sign-in/oidc?stay=yes");
        assertThat(page.select("main form").attr("action")).isEqualTo("/organise/sign-in");
    }

    @Test
    void withoutAProviderItsPagesLeadToTheSignInPage() throws IOException {
        SampledHandler without = new SampledHandler("sign-in", SignInHandler::new);

        for (String event : new String[] {"provider", "provider-return", "provider-return-given"}) {
            assertThat(without.answer(event).header("location")).as(event).isEqualTo("/organise/sign-in");
        }
        assertThat(page(without.answer("sign-in")).select("main a")).isEmpty();
    }
}
