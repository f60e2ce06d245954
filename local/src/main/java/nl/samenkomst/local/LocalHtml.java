package nl.samenkomst.local;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages of the local desk as HTML; every text in them is escaped. */
final class LocalHtml {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM yyyy, HH:mm:ss", Locale.ENGLISH)
            .withZone(ZoneId.of("Europe/Amsterdam"));
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private LocalHtml() {}

    static String home(Instant now, Mailbox mailbox, List<DemoSession> demo) {
        List<Letter> letters = mailbox.letters();
        return page("The desk on this machine", """
                <p><a href="/sessions">The agenda</a>, as people see it.</p>
                %s
                %s
                <h2>Letters</h2>
                <p>%d sent. Nothing leaves this machine.</p>
                %s
                """.formatted(
                        sessions(demo), clockForms(now), letters.size(), table(letters)));
    }

    static String mailbox(List<Letter> letters) {
        return page("Letters", table(letters));
    }

    static String clock(Instant now) {
        return page("Clock", clockForms(now));
    }

    static String problem(String sentence) {
        return page("That did not work", "<p>%s</p>".formatted(escaped(sentence)));
    }

    static String letter(Letter letter) {
        return page(letter.subject().isEmpty() ? "A letter without a subject" : letter.subject(), """
                <dl>
                <dt>To</dt><dd>%s</dd>
                <dt>Sent</dt><dd>%s</dd>
                <dt>Kind</dt><dd>%s</dd>
                <dt>Session</dt><dd>%s</dd>
                </dl>
                <p><a href="/local/mailbox/%s.eml">As a file for a mail program</a></p>
                <h2>As text</h2>
                <pre tabindex="0">%s</pre>
                <h2>As HTML</h2>
                <iframe title="The letter as HTML" sandbox="" srcdoc="%s"></iframe>
                <h2>Calendar</h2>
                <pre tabindex="0">%s</pre>
                <h2>Headers</h2>
                <pre tabindex="0">%s</pre>
                """.formatted(
                        escaped(letter.to()),
                        MOMENT.format(letter.sentAt()),
                        escaped(letter.kind()),
                        escaped(letter.session()),
                        escaped(letter.id()),
                        withLinks(letter.text()),
                        escaped(letter.html()),
                        escaped(letter.calendar()),
                        escaped(String.join("\n", letter.headers()))));
    }

    private static String sessions(List<DemoSession> demo) {
        if (demo.isEmpty()) {
            return "";
        }
        return "<h2>Sessions to try</h2>\n<ul>\n"
                + demo.stream().map(LocalHtml::line).collect(Collectors.joining())
                + "</ul>";
    }

    /** To a session for who was invited, the way is in a letter. */
    private static String line(DemoSession session) {
        return session.isForInvitedOnly()
                ? "<li>%s, with the link in an invitation</li>\n".formatted(escaped(session.title()))
                : "<li><a href=\"/sessions/%s\">%s</a></li>\n"
                        .formatted(escaped(session.id()), escaped(session.title()));
    }

    private static String clockForms(Instant now) {
        return """
                <h2>Clock</h2>
                <p>It is <strong>%s</strong> here. Moving on sends everything that is owed on the way.</p>
                <form method="post" action="/local/clock" class="row">
                <button name="advance" value="PT1H">An hour on</button>
                <button name="advance" value="P1D">A day on</button>
                <button name="advance" value="P7D">A week on</button>
                </form>
                <form method="post" action="/local/clock" class="row">
                <label for="to">On to</label>
                <input id="to" name="to" type="datetime-local" required>
                <button>Go</button>
                </form>
                """.formatted(MOMENT.format(now));
    }

    private static String table(List<Letter> letters) {
        if (letters.isEmpty()) {
            return "<p>No letters yet.</p>";
        }
        return "<ul class=\"letters\">\n"
                + letters.stream()
                        .map(letter -> """
                                <li><a href="/local/mailbox/%s">%s</a><br>
                                <small>%s · to %s · %s</small></li>
                                """.formatted(
                                        escaped(letter.id()),
                                        letter.subject().isEmpty() ? "(no subject)" : escaped(letter.subject()),
                                        escaped(letter.kind()),
                                        escaped(letter.to()),
                                        MOMENT.format(letter.sentAt())))
                        .collect(Collectors.joining())
                + "</ul>";
    }

    private static String withLinks(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            String address = escaped(link.group());
            html.append(escaped(text.substring(end, link.start())))
                    .append("<a href=\"%s\">%s</a>".formatted(address, address));
            end = link.end();
        }
        return html.append(escaped(text.substring(end))).toString();
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>
                body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 0 auto; padding: 1rem;
                  overflow-wrap: anywhere; color: #1a1a1a; background: #fff }
                a { color: #0b4f8a }
                pre { white-space: pre-wrap; background: #f3f3f3; padding: 1rem }
                iframe { width: 100%%; height: 30rem; border: 1px solid #767676; background: #fff }
                dt { font-weight: bold }
                dd { margin: 0 0 .5rem }
                .row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0 0 1rem }
                .letters { list-style: none; padding: 0 }
                .letters li { border-top: 1px solid #ccc; padding: .5rem 0 }
                button, input { font: inherit; padding: .4rem .8rem; max-width: 100%% }
                </style>
                </head>
                <body>
                <nav aria-label="Desk"><a href="/local">The desk on this machine</a></nav>
                <main>
                <h1>%1$s</h1>
                %2$s
                </main>
                </body>
                </html>
                """.formatted(escaped(title), body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
