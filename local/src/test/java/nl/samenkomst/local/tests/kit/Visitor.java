package nl.samenkomst.local.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.samenkomst.local.desk.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody at a desk, with a browser or a program; follows no redirect unless told to. */
public final class Visitor {

    public static final String FORM = "application/x-www-form-urlencoded";
    public static final String JSON_TYPE = "application/json";

    private static final HttpClient NETWORK = HttpClient.newHttpClient();

    private final URI desk;
    private final String languages;

    private Visitor(URI desk, String languages) {
        this.desk = desk;
        this.languages = languages;
    }

    public static Visitor at(Desk desk) {
        return at(desk.address());
    }

    /** Visits a desk at this address, which another program may serve. */
    public static Visitor at(URI desk) {
        return new Visitor(desk, "");
    }

    /** Returns a visitor whose browser sends this as Accept-Language. */
    public Visitor preferring(String acceptLanguage) {
        return new Visitor(desk, acceptLanguage);
    }

    /** Opens a page by its path, or by a whole link from a letter. */
    public HttpResponse<String> open(String pathOrLink) throws IOException, InterruptedException {
        return send(to(pathOrLink).GET());
    }

    /** Returns the bytes of a file. */
    public byte[] download(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = NETWORK.send(to(path).GET().build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    public HttpResponse<String> openAsJson(String path) throws IOException, InterruptedException {
        return send(to(path).header("Accept", JSON_TYPE).GET());
    }

    public HttpResponse<String> peek(String pathOrLink) throws IOException, InterruptedException {
        return send(to(pathOrLink).HEAD());
    }

    /** Sends a form and returns the direct response, without following it. */
    public HttpResponse<String> sendForm(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return post(path, FORM, encoded(fields).getBytes(StandardCharsets.UTF_8));
    }

    /** Presses the button of a page's only form and returns the direct response, without following it. */
    public HttpResponse<String> pressTheButtonOn(HttpResponse<String> page) throws IOException, InterruptedException {
        Document document = Jsoup.parse(page.body());
        Element form = document.expectFirst("form[method=post]");
        Map<String, String> fields = form.select("input[name]").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), input -> input.attr("value")));
        return sendForm(form.attr("action"), fields);
    }

    /** Opens the address that a redirect leads to, as a browser does. */
    public HttpResponse<String> follow(HttpResponse<String> seeOther) throws IOException, InterruptedException {
        return open(seeOther.headers().firstValue("location").orElseThrow());
    }

    /** Posts JSON, as a program does. */
    public HttpResponse<String> call(String path, Map<String, ?> json) throws IOException, InterruptedException {
        return call(path, JSON.std.asString(json));
    }

    public HttpResponse<String> call(String path, String json) throws IOException, InterruptedException {
        return post(path, JSON_TYPE, json.getBytes(StandardCharsets.UTF_8));
    }

    /** Signs somebody up by the API, with this name and the address {@code name@example.org}. */
    public void signUp(String session, String name) throws IOException, InterruptedException {
        signUp(session, name, Map.of());
    }

    public void signUp(String session, String name, Map<String, String> more) throws IOException, InterruptedException {
        Map<String, String> form = new HashMap<>(more);
        form.put("name", name);
        form.put("email", name + "@example.org");
        HttpResponse<String> answer = call("/api/v1/sessions/" + session + "/registrations", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    public HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", JSON_TYPE).PUT(BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> post(String path, String contentType, byte[] body)
            throws IOException, InterruptedException {
        return send(to(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpRequest.Builder to(String pathOrLink) {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(pathOrLink));
        return languages.isEmpty() ? request : request.header("Accept-Language", languages);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return NETWORK.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
