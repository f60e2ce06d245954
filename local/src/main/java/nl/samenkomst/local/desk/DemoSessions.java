package nl.samenkomst.local.desk;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.session.SessionId;

/**
 * Demo sessions in the coming months, after five real-life gatherings: a series of three, one nearly full, one full
 * with a waiting list, one invitation-only. They are created through the desk's API.
 */
public final class DemoSessions {

    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /** Fictional names; more than sign up for any one session (at most 11). */
    private static final List<String> PEOPLE = List.of(
            "Noor Bakkenes",
            "Ibrahim Zandvoort",
            "Maartje Lindeman",
            "Youssef Terwal",
            "Hendrik Oosterlo",
            "Sanne Kwakernaat",
            "Aylin Veldkamp",
            "Joost Brandsma",
            "Precious Adelaar",
            "Wietske Hoogland",
            "Ruben Casteleijn",
            "Fenna Duinmeijer");

    private static final List<String> ORGANISATIONS =
            List.of("Gemeente Waterhoven", "Bibliotheek Esdoorn", "Welzijn De Brink");

    private static final List<String> CHANGES = List.of(
            "Buren weten elkaar weer te vinden sinds de koffieochtenden.",
            "Er vragen meer mensen om hulp bij formulieren.",
            "Jongeren helpen ouderen met hun telefoon.");

    private DemoSessions() {}

    /** Returns the sessions, dated relative to {@code today}. */
    public static List<DemoSession> from(LocalDate today) throws IOException {
        return List.of(
                session("eenzaamheid-onder-jongeren", today.plusWeeks(3), DayOfWeek.TUESDAY, "14:00", "16:30", 10),
                session("versnellingskamer-participatie", today.plusWeeks(5), DayOfWeek.THURSDAY, "15:00", "17:00", 11),
                session("lokale-aanpak-eenzaamheid", today.plusWeeks(7), DayOfWeek.THURSDAY, "14:00", "17:00", 4),
                session("lokale-aanpak-eenzaamheid-2", today.plusWeeks(11), DayOfWeek.THURSDAY, "14:00", "17:00", 2),
                session("lokale-aanpak-eenzaamheid-3", today.plusWeeks(15), DayOfWeek.THURSDAY, "14:00", "17:00", 0),
                session("handreiking-lokale-aanpak", today.plusWeeks(9), DayOfWeek.WEDNESDAY, "12:00", "13:00", 2),
                session("netwerk-sociaal-domein", today.plusWeeks(12), DayOfWeek.MONDAY, "13:30", "16:00", 3));
    }

    /**
     * Publishes the sessions and signs people up through the desk's own API, on a temporary port, before the desk
     * opens. Then confirms their addresses, as their own presses would.
     */
    public static void publish(List<DemoSession> sessions, HttpHandler desk, Wiring wiring)
            throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", desk);
        server.start();
        try {
            publish(
                    sessions,
                    URI.create("http://localhost:" + server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
        for (DemoSession session : sessions) {
            SessionId id = new SessionId(session.id());
            if (!session.isForInvitedOnly()) {
                wiring.organiser()
                        .listRegistrations()
                        .list(id)
                        .orElseThrow()
                        .forEach(listed -> wiring.confirmAddress()
                                .confirm(id, listed.registration().ownLink()));
            }
        }
    }

    private static void publish(List<DemoSession> sessions, URI desk) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (DemoSession session : sessions) {
                URI address = URI.create(desk + "/api/v1/organiser/sessions/" + session.id());
                send(client, "PUT", address, session.document());
            }
            for (DemoSession session : sessions) {
                if (session.isForInvitedOnly()) {
                    URI address = URI.create(desk + "/api/v1/organiser/sessions/" + session.id() + "/invitations");
                    send(client, "POST", address, Map.of("invitations", invitees(session)));
                } else {
                    URI address = URI.create(desk + "/api/v1/sessions/" + session.id() + "/registrations");
                    for (int i = 0; i < session.people(); i++) {
                        send(client, "POST", address, signUp(session, i));
                    }
                }
            }
        }
    }

    private static List<Map<String, Object>> invitees(DemoSession session) {
        return IntStream.range(0, session.people())
                .mapToObj(DemoSessions::person)
                .toList();
    }

    private static DemoSession session(
            String id, LocalDate notBefore, DayOfWeek day, String from, String to, int signUps) throws IOException {
        LocalDate date = notBefore.with(TemporalAdjusters.nextOrSame(day));
        Map<String, Object> document = new LinkedHashMap<>();
        try (InputStream written = DemoSessions.class.getResourceAsStream("/demo/" + id + ".json")) {
            if (written == null) {
                throw new IOException("no demo session " + id);
            }
            document.putAll(JSON.std.mapFrom(written));
        }
        document.put("start", moment(date, from));
        document.put("end", moment(date, to));
        return new DemoSession(id, document, signUps);
    }

    private static String moment(LocalDate date, String time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                date.atTime(LocalTime.parse(time)).atZone(ZONE));
    }

    /** Returns the sign-up fields of a person; every third one works at a municipality. */
    private static Map<String, Object> person(int i) {
        String name = PEOPLE.get(i);
        boolean ofMunicipality = i % ORGANISATIONS.size() == 0;
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", name);
        person.put(
                "email",
                name.toLowerCase(Locale.ROOT).replace(' ', '.')
                        + (ofMunicipality ? "@gemeente.example.org" : "@example.org"));
        person.put("organisation", ORGANISATIONS.get(i % ORGANISATIONS.size()));
        person.put("language", "nl");
        return person;
    }

    /** Chooses themes so that the first fills up slowly and the second overflows. */
    private static Map<String, Object> signUp(DemoSession session, int i) {
        Map<String, Object> signUp = person(i);
        if (session.document().get("themes") instanceof List<?> themes
                && themes.get(i * i % themes.size()) instanceof Map<?, ?> theme) {
            signUp.put("theme", theme.get("id"));
        }
        if (session.document().get("questions") instanceof List<?>) {
            signUp.put("answers", Map.of("verandering", CHANGES.get(i % CHANGES.size()), "rol", List.of("Uitvoering")));
        }
        return signUp;
    }

    private static void send(HttpClient client, String method, URI address, Map<String, Object> body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address)
                        .header("content-type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(JSON.std.asString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(
                    "%s %s answers %d: %s".formatted(method, address, answer.statusCode(), answer.body()));
        }
    }
}
