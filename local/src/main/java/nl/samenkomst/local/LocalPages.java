package nl.samenkomst.local;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Span;
import nl.samenkomst.http.Form;

/** What the desk has on a laptop only: the mailbox and the clock, as pages and as JSON. */
final class LocalPages implements HttpHandler {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int MOST_YEARS_AHEAD = 10;
    private static final int LONGEST_FORM = 10_000;

    private final Mailbox mailbox;
    private final TimeTravel time;
    private final List<DemoSession> demo;

    LocalPages(Mailbox mailbox, TimeTravel time, List<DemoSession> demo) {
        this.mailbox = mailbox;
        this.time = time;
        this.demo = demo;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                answer(exchange);
            } catch (IOException | RuntimeException unexpected) {
                unexpected.printStackTrace();
                if (exchange.getResponseCode() < 0) {
                    refuse(exchange, 500, "Something failed on the way. The desk's own output says what.");
                }
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET /local", "GET /local/" -> html(exchange, 200, LocalHtml.home(time.now(), mailbox, demo));
            case "GET /local/mailbox" -> mailbox(exchange);
            case "GET /local/clock" -> clock(exchange);
            case "POST /local/clock" -> moveClock(exchange);
            default -> {
                if (exchange.getRequestMethod().equals("GET") && path.startsWith("/local/mailbox/")) {
                    letter(exchange, path.substring("/local/mailbox/".length()));
                } else {
                    html(exchange, 404, LocalHtml.problem("There is nothing here."));
                }
            }
        }
    }

    private void mailbox(HttpExchange exchange) throws IOException {
        if (wantsJson(exchange)) {
            json(exchange, 200, mailbox.letters().stream().map(Letter::json).toList());
        } else {
            html(exchange, 200, LocalHtml.mailbox(mailbox.letters()));
        }
    }

    private void letter(HttpExchange exchange, String name) throws IOException {
        boolean wantsMime = name.endsWith(".eml");
        Optional<Letter> letter = mailbox.letter(wantsMime ? name.substring(0, name.length() - 4) : name);
        if (letter.isEmpty()) {
            html(exchange, 404, LocalHtml.problem("There is no such letter."));
        } else if (wantsMime) {
            send(exchange, 200, "message/rfc822", letter.get().mime().asByteArray());
        } else if (wantsJson(exchange)) {
            json(exchange, 200, letter.get().json());
        } else {
            html(exchange, 200, LocalHtml.letter(letter.get()));
        }
    }

    private void clock(HttpExchange exchange) throws IOException {
        if (wantsJson(exchange)) {
            json(exchange, 200, Map.of("now", time.now().toString()));
        } else {
            html(exchange, 200, LocalHtml.clock(time.now()));
        }
    }

    private void moveClock(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
        Instant now = time.now();
        Optional<Instant> target = Form.parse(sent).flatMap(form -> target(form, now));
        if (target.isEmpty()) {
            refuse(exchange, 400, "Say how far (advance=P7D, PT1H) or until when (to=2026-12-03T13:00:00+01:00).");
        } else if (target.get().isBefore(now)) {
            refuse(exchange, 400, "The clock only moves forward, and it is " + now + " already.");
        } else if (target.get()
                .isAfter(now.atZone(ZONE).plusYears(MOST_YEARS_AHEAD).toInstant())) {
            refuse(exchange, 400, "The clock moves at most " + MOST_YEARS_AHEAD + " years at once.");
        } else {
            time.travelTo(target.get());
            if (wantsJson(exchange)) {
                clock(exchange);
            } else {
                exchange.getResponseHeaders().set("location", "/local");
                exchange.sendResponseHeaders(303, -1);
            }
        }
    }

    private static Optional<Instant> target(Map<String, String> form, Instant now) {
        String advance = form.getOrDefault("advance", "").strip();
        String to = form.getOrDefault("to", "").strip();
        if (to.isEmpty()) {
            return Span.parse(advance).map(span -> span.after(now.atZone(ZONE)).toInstant());
        }
        return advance.isEmpty() ? moment(to) : Optional.empty();
    }

    /** A browser's field for a date and a time knows no offset: it is the time in the Netherlands. */
    private static Optional<Instant> moment(String written) {
        try {
            TemporalAccessor moment =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(written, ZonedDateTime::from, LocalDateTime::from);
            return Optional.of(
                    moment instanceof LocalDateTime local ? local.atZone(ZONE).toInstant() : Instant.from(moment));
        } catch (DateTimeParseException notAMoment) {
            return Optional.empty();
        }
    }

    private static boolean wantsJson(HttpExchange exchange) {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        return accept != null && accept.contains("application/json");
    }

    private static void refuse(HttpExchange exchange, int status, String sentence) throws IOException {
        if (wantsJson(exchange)) {
            json(exchange, status, Map.of("detail", sentence));
        } else {
            html(exchange, status, LocalHtml.problem(sentence));
        }
    }

    private static void json(HttpExchange exchange, int status, Object tree) throws IOException {
        send(exchange, status, "application/json", JSON.std.asBytes(tree));
    }

    private static void html(HttpExchange exchange, int status, String page) throws IOException {
        exchange.getResponseHeaders()
                .set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
        send(exchange, status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("content-type", type);
        exchange.getResponseHeaders().set("cache-control", "no-store");
        exchange.getResponseHeaders().set("x-content-type-options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
