package nl.samenkomst.local.tests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.local.desk.Desk;
import nl.samenkomst.local.tests.kit.Compressed;
import nl.samenkomst.local.tests.kit.Findings;
import nl.samenkomst.local.tests.kit.MailboxReader;
import nl.samenkomst.local.tests.template.TemplateTest;
import nl.samenkomst.organiserpages.EveryOrganiserPage;
import nl.samenkomst.pages.EveryPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checks that every link on a desk leads to a page, and to an element on it if it has a fragment, and that every page
 * is small.
 */
class LinksTest {

    /** Bytes, compressed. */
    private static final int MAX_BYTES = 20_000;

    private static final int MAX_ADDRESSES = 2_000;

    private final HttpClient reader =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
    private final Map<URI, Set<String>> fragmentsByPage = new HashMap<>();
    private final Map<URI, String> seenOn = new TreeMap<>();
    private final Deque<URI> toOpen = new ArrayDeque<>();
    private final Findings findings = new Findings();

    @Test
    void everyLinkLeadsToAPageAndFragment() throws Exception {
        try (Desk desk = Desk.start(new Desk.Options(0, Optional.empty(), true, TemplateTest.FILE))) {
            MailboxReader letters = new MailboxReader(desk.address());
            add(desk.address() + "/sessions?lang=nl", "the way in");
            add(desk.address() + "/sessions?lang=en", "the way in");
            add(desk.address() + "/local", "the way in");
            for (String kind : new String[] {"confirmed", "waiting", "invited"}) {
                add(letters.newest(kind, "").ownLink(), "the letter " + kind);
            }
            while (!toOpen.isEmpty()) {
                assertThat(seenOn).hasSizeLessThan(MAX_ADDRESSES);
                open(toOpen.poll(), desk.address());
            }
            seenOn.forEach((address, page) -> {
                String fragment = address.getFragment();
                if (fragment != null
                        && !fragmentsByPage
                                .getOrDefault(without(address), Set.of())
                                .contains(fragment)) {
                    findings.add("there is no such place on the page", address + " on " + page);
                }
            });
        }
        assertThat(findings.lines()).isEmpty();
        assertThat(seenOn.keySet().stream().map(URI::getPath).collect(Collectors.toSet()))
                .contains("/sessions.ics", "/sessions.atom", "/api/v1/sessions", "/local")
                .anyMatch(path -> path.matches("/sessions/[a-z0-9-]+\\.ics"))
                .anyMatch(path -> path.matches("/sessions/[a-z0-9-]+/registrations/[\\w-]{43}"));
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsSmall(Language language) throws IOException {
        Map<String, String> pages = new LinkedHashMap<>(EveryPage.in(language));
        pages.putAll(EveryOrganiserPage.in(language));
        for (Map.Entry<String, String> page : pages.entrySet()) {
            checkSize(page.getValue().getBytes(StandardCharsets.UTF_8), page.getKey());
        }
        assertThat(findings.lines()).isEmpty();
    }

    private void open(URI address, URI desk) throws IOException, InterruptedException {
        String page = String.valueOf(seenOn.get(address));
        HttpResponse<byte[]> answer =
                reader.send(HttpRequest.newBuilder(without(address)).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            findings.add("answers " + answer.statusCode(), address + " on " + page);
        }
        if (answer.headers().firstValue("content-type").orElse("").startsWith("text/html")) {
            if (!address.getPath().startsWith("/local")) {
                checkSize(answer.body(), address.toString());
            }
            Document document = Jsoup.parse(
                    new String(answer.body(), StandardCharsets.UTF_8),
                    answer.uri().toString());
            fragmentsByPage.put(
                    without(address),
                    document.select("[id]").stream().map(Element::id).collect(Collectors.toSet()));
            for (Element link : document.select("a[href], link[href], area[href]")) {
                String target = link.absUrl("href");
                if (target.startsWith(desk + "/")) {
                    add(target, address.toString());
                }
            }
        }
    }

    private void add(String target, String page) {
        URI address = URI.create(target);
        if (seenOn.putIfAbsent(address, page) == null && !fragmentsByPage.containsKey(without(address))) {
            toOpen.add(address);
        }
    }

    private void checkSize(byte[] page, String name) throws IOException {
        int sent = Compressed.of(page).length;
        if (sent > MAX_BYTES) {
            findings.add("is more than " + MAX_BYTES + " bytes", name + " " + sent);
        }
    }

    private static URI without(URI address) {
        String text = address.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? address : URI.create(text.substring(0, fragment));
    }
}
