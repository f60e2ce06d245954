package nl.samenkomst.local.desk;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.agenda.Agenda;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.http.Form;

/** Serves what the desk has on a laptop only: an overview, the mailbox and the clock, as pages and partly as JSON. */
final class LocalPages implements HttpHandler {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    /** For a letter, framed or on its own: it runs no scripts either way. */
    private static final String LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private static final Pattern HEAD = Pattern.compile("(?i)<head(\\s[^>]*)?>");
    private static final int MAX_YEARS_AHEAD = 10;
    private static final int MAX_FORM_BYTES = 10_000;

    private final Mailbox mailbox;
    private final TimeTravel time;
    private final AgendaIndex sessions;
    private final UpcomingLetters coming;
    private final LocalHtml html;

    LocalPages(Mailbox mailbox, TimeTravel time, AgendaIndex sessions, UpcomingLetters coming, LocalHtml html) {
        this.mailbox = mailbox;
        this.time = time;
        this.sessions = sessions;
        this.coming = coming;
        this.html = html;
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
            case "GET /local", "GET /local/" -> home(exchange);
            case "GET /local/style.css" ->
                send(exchange, 200, "text/css; charset=utf-8", html.styleSheet().getBytes(StandardCharsets.UTF_8));
            case "GET /local/mailbox" -> mailbox(exchange);
            case "GET /local/clock" -> clock(exchange);
            case "POST /local/clock" -> moveClock(exchange);
            default -> {
                if (exchange.getRequestMethod().equals("GET") && path.startsWith("/local/mailbox/")) {
                    letter(exchange, path.substring("/local/mailbox/".length()));
                } else {
                    html(exchange, 404, html.problem("There is nothing here."));
                }
            }
        }
    }

    private void home(HttpExchange exchange) throws IOException {
        Instant now = time.now();
        List<SessionLine> lines = sessions.after(AgendaCursor.from(now), Agenda.FEED_SIZE).stream()
                .map(sessionSnapshot -> new SessionLine(sessionSnapshot, now))
                .toList();
        html(exchange, 200, html.home(now, lines, coming.from(now), mailbox.letters()));
    }

    private void mailbox(HttpExchange exchange) throws IOException {
        if (wantsJson(exchange)) {
            json(exchange, 200, mailbox.letters().stream().map(Letter::json).toList());
        } else {
            String query =
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
            html(exchange, 200, html.mailbox(MailboxFilter.of(mailbox.letters(), Form.parse(query))));
        }
    }

    private void letter(HttpExchange exchange, String name) throws IOException {
        int dot = name.indexOf('.');
        Optional<Letter> letter = mailbox.letter(dot < 0 ? name : name.substring(0, dot));
        String as = dot < 0 ? "" : name.substring(dot);
        if (letter.isEmpty() || !List.of("", ".eml", ".html").contains(as)) {
            html(exchange, 404, html.problem("There is no such letter."));
        } else if (as.equals(".eml")) {
            send(exchange, 200, "message/rfc822", letter.get().mime().asByteArray());
        } else if (as.equals(".html")) {
            sendLetterHtml(exchange, letter.get());
        } else if (wantsJson(exchange)) {
            json(exchange, 200, letter.get().json());
        } else {
            html(exchange, 200, html.letter(LetterPage.of(letter.get(), mailbox.letters())));
        }
    }

    /**
     * Sends the letter with its own styles and embedded pictures only; links open in another tab, as from a mail
     * program.
     */
    private static void sendLetterHtml(HttpExchange exchange, Letter letter) throws IOException {
        String html = HEAD.matcher(letter.html()).replaceFirst("$0<base target=\"_blank\">");
        exchange.getResponseHeaders().set("content-security-policy", LETTER_POLICY);
        send(exchange, 200, HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    private void clock(HttpExchange exchange) throws IOException {
        if (wantsJson(exchange)) {
            json(exchange, 200, Map.of("now", time.now().toString()));
        } else {
            html(exchange, 200, html.clock(time.now(), coming.from(time.now())));
        }
    }

    private void moveClock(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readNBytes(MAX_FORM_BYTES), StandardCharsets.UTF_8);
        Instant now = time.now();
        Optional<Instant> target = target(Form.parse(sent), now);
        if (target.isEmpty()) {
            refuse(exchange, 400, "Say how far (advance=P7D, PT1H) or until when (to=2026-12-03T13:00:00+01:00).");
        } else if (target.get().isBefore(now)) {
            refuse(exchange, 400, "The clock only moves forward, and it is " + now + " already.");
        } else if (target.get()
                .isAfter(now.atZone(DutchTime.ZONE).plusYears(MAX_YEARS_AHEAD).toInstant())) {
            refuse(exchange, 400, "The clock moves at most " + MAX_YEARS_AHEAD + " years at once.");
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
            return CalendarPeriod.parse(advance)
                    .map(span -> span.after(now.atZone(DutchTime.ZONE)).toInstant());
        }
        return advance.isEmpty() ? moment(to) : Optional.empty();
    }

    /** Parses a date and time; without an offset, as in a browser's {@code datetime-local} field, it is Dutch time. */
    private static Optional<Instant> moment(String written) {
        try {
            TemporalAccessor moment =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(written, ZonedDateTime::from, LocalDateTime::from);
            return Optional.of(
                    moment instanceof LocalDateTime local
                            ? local.atZone(DutchTime.ZONE).toInstant()
                            : Instant.from(moment));
        } catch (DateTimeParseException notAMoment) {
            return Optional.empty();
        }
    }

    private static boolean wantsJson(HttpExchange exchange) {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        return accept != null && accept.contains("application/json");
    }

    private void refuse(HttpExchange exchange, int status, String sentence) throws IOException {
        if (wantsJson(exchange)) {
            json(exchange, status, Map.of("detail", sentence));
        } else {
            html(exchange, status, html.problem(sentence));
        }
    }

    private static void json(HttpExchange exchange, int status, Object tree) throws IOException {
        send(exchange, status, "application/json", JSON.std.asBytes(tree));
    }

    private static void html(HttpExchange exchange, int status, String page) throws IOException {
        exchange.getResponseHeaders().set("content-security-policy", POLICY);
        send(exchange, status, HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("content-type", type);
        exchange.getResponseHeaders().set("cache-control", "no-store");
        exchange.getResponseHeaders().set("x-content-type-options", "nosniff");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
