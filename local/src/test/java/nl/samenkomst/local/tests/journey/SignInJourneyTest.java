package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Inbox;
import nl.samenkomst.local.tests.kit.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Signs in at the local desk as its README says: by the letter in the mailbox, without a second factor. */
class SignInJourneyTest extends DeskTestCase {

    private static final Pattern CODE = Pattern.compile("\\b[2-9B-Z]{4}-[2-9B-Z]{4}\\b");
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/organise/sign-in/\\S+");

    SignInJourneyTest() throws IOException, InterruptedException {}

    @Test
    void theOrganiserSignsInByTheMailboxLooksAroundAndOut() throws IOException, InterruptedException {
        Map<String, String> browser = new LinkedHashMap<>();
        assertThat(Jsoup.parse(visitor.open("/local").body()).select("a[href=/organise]"))
                .hasSize(1);
        HttpResponse<String> page = open(browser, "/organise/me");
        assertThat(page.uri().getPath()).isEqualTo("/organise/sign-in");
        assertThat(Jsoup.parse(page.body()).select("[name=next]").attr("value")).isEqualTo("/organise/me");

        HttpResponse<String> asked =
                send(browser, "/organise/sign-in", "email=organisator%40example.org&next=%2Forganise%2Fme");
        assertThat(asked.uri().getPath()).isEqualTo("/organise/sign-in/code");
        Inbox.Mail mail = inbox.hasExactly("organisator sign-in").getFirst();

        HttpResponse<String> account = send(browser, "/organise/sign-in/code", "code=" + found(CODE, mail));
        assertThat(account.statusCode()).isEqualTo(200);
        assertThat(account.uri().getPath()).isEqualTo("/organise/me");
        assertThat(open(browser, "/organise/colleagues").statusCode())
                .as("without a second factor")
                .isEqualTo(200);

        assertThat(send(browser, "/organise/sign-out", "").body()).contains("Je bent uitgelogd.");
        assertThat(open(browser, "/organise/me").uri().getPath()).isEqualTo("/organise/sign-in");
    }

    @Test
    void theLinkInTheLetterLeadsToAButton() throws IOException, InterruptedException {
        Map<String, String> browser = new LinkedHashMap<>();
        send(browser, "/organise/sign-in", "email=organisator%40example.org");
        Inbox.Mail mail = inbox.hasExactly("organisator sign-in").getFirst();
        String link = found(LINK, mail);
        assertThat(Jsoup.parse(visitor.open(link).body()).select("main form"))
                .as("in another browser")
                .isEmpty();

        HttpResponse<String> page = open(browser, link);
        String action = Jsoup.parse(page.body()).select("main form").attr("action");

        assertThat(send(browser, action, "").uri().getPath()).isEqualTo("/organise");
    }

    private HttpResponse<String> open(Map<String, String> cookies, String pathOrLink)
            throws IOException, InterruptedException {
        return follow(cookies, visitor.to(pathOrLink).GET());
    }

    private HttpResponse<String> send(Map<String, String> cookies, String path, String form)
            throws IOException, InterruptedException {
        return follow(
                cookies,
                visitor.to(path)
                        .header("content-type", Visitor.FORM)
                        .header("sec-fetch-site", "same-origin")
                        .POST(BodyPublishers.ofString(form)));
    }

    /** Keeps cookies as browsers do: Java's own client writes those with an age as RFC 2965 asked, which nobody else does. */
    private HttpResponse<String> follow(Map<String, String> cookies, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = visitor.send(request);
        for (String cookie : answer.headers().allValues("set-cookie")) {
            String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            if (cookie.contains("; Max-Age=0;")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer.statusCode() == 303
                ? open(cookies, answer.headers().firstValue("location").orElseThrow())
                : answer;
    }

    private static String found(Pattern pattern, Inbox.Mail mail) {
        Matcher matcher = pattern.matcher(mail.text());
        assertThat(matcher.find()).as(mail.text()).isTrue();
        return matcher.group();
    }
}
