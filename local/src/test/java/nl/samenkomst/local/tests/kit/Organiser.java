package nl.samenkomst.local.tests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.local.desk.DemoSession;
import nl.samenkomst.local.desk.DemoSessions;
import nl.samenkomst.local.desk.Desk;

/** Publishes sessions at a desk and looks after their lists. */
public final class Organiser {

    public static final String CONTACT = "vragen@kennisinstituut.example.org";
    public static final String MEETING_LINK = "https://meet.example.org/lokale-aanpak";

    private static final String SESSIONS = "/api/v1/organiser/sessions";

    private final Visitor program;

    public Organiser(Desk desk) {
        this(Visitor.at(desk));
    }

    public Organiser(Visitor program) {
        this.program = program;
    }

    /**
     * Returns an online session of two hours whose meeting link shows an hour before; {@code more} adds and replaces
     * fields.
     */
    public static Map<String, Object> session(String title, ZonedDateTime start, Map<String, ?> more) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", title);
        document.put("start", written(start));
        document.put("end", written(start.plusHours(2)));
        document.put("online", true);
        document.put("organiser", "Kennisinstituut Sociaal");
        document.put("contact", CONTACT);
        document.put("notify", "decisions");
        document.put("meetingLink", Map.of("url", MEETING_LINK, "visibleFrom", "PT1H"));
        document.putAll(more);
        return document;
    }

    /** Returns a demo session, moved to another start and as long as it was. */
    public static Map<String, Object> demo(String id, ZonedDateTime start) throws IOException {
        DemoSession session = DemoSessions.from(start.toLocalDate()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        Map<String, Object> document = new LinkedHashMap<>(session.document());
        Duration length = Duration.between(moment(document, "start"), moment(document, "end"));
        document.put("start", written(start));
        document.put("end", written(start.plus(length)));
        document.put("notify", "decisions");
        return document;
    }

    private static OffsetDateTime moment(Map<String, Object> document, String field) {
        return OffsetDateTime.parse(String.valueOf(document.get(field)));
    }

    public static String written(ZonedDateTime moment) {
        return OffsetDateTime.from(moment).toString();
    }

    public void publish(String id, Map<String, ?> document) throws IOException, InterruptedException {
        HttpResponse<String> answer = put(id, document, Optional.empty());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** Returns the organiser's view of a session, with the ETag to change it by. */
    public HttpResponse<String> look(String id) throws IOException, InterruptedException {
        return program.open(SESSIONS + "/" + id);
    }

    public HttpResponse<String> all() throws IOException, InterruptedException {
        return program.open(SESSIONS);
    }

    public HttpResponse<String> put(String id, Map<String, ?> document, Optional<String> ifMatch)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = program.to(SESSIONS + "/" + id)
                .header("Content-Type", Visitor.JSON_TYPE)
                .PUT(BodyPublishers.ofString(JSON.std.asString(document)));
        ifMatch.ifPresent(tag -> request.header("If-Match", tag));
        return program.send(request);
    }

    /** Publishes a change; {@code tell} says whether to announce it, as in the query parameter of that name. */
    public HttpResponse<String> putAndTell(String id, String tell, Map<String, ?> document)
            throws IOException, InterruptedException {
        return program.send(program.to(SESSIONS + "/" + id + "?tell=" + tell)
                .header("Content-Type", Visitor.JSON_TYPE)
                .PUT(BodyPublishers.ofString(JSON.std.asString(document))));
    }

    public HttpResponse<String> cancel(String id, String reason) throws IOException, InterruptedException {
        return program.call(SESSIONS + "/" + id + "/cancellation", Map.of("reason", reason));
    }

    public HttpResponse<String> registrations(String id) throws IOException, InterruptedException {
        return program.open(SESSIONS + "/" + id + "/registrations");
    }

    /** Returns the registrations with their states, each as {@code "noor@example.org confirmed"}. */
    public List<String> states(String id) throws IOException, InterruptedException {
        return rows(id).stream()
                .map(row -> row.get("email") + " " + row.get("state"))
                .toList();
    }

    /** Returns the id of the registration in this name. */
    public String id(String session, String name) throws IOException, InterruptedException {
        return rows(session).stream()
                .filter(row -> name.equals(row.get("name")))
                .map(row -> String.valueOf(row.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private List<Map<?, ?>> rows(String id) throws IOException, InterruptedException {
        List<Map<?, ?>> rows = new ArrayList<>();
        if (JSON.std.mapFrom(registrations(id).body()).get("registrations") instanceof List<?> list) {
            list.forEach(row -> rows.add((Map<?, ?>) row));
        }
        return rows;
    }
}
