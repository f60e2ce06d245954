package nl.samenkomst.local.desk;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.samenkomst.Settings;
import nl.samenkomst.style.HouseStyle;

/** Renders the pages of the local desk in the desk's own house style. */
public final class LocalHtml {

    /** Maximum of upcoming letters on the first page; the clock page lists all. */
    private static final int MAX_UPCOMING_ON_HOME = 12;

    private static final int MAX_LETTERS_ON_HOME = 6;

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
    private final String styleSheet;
    private final LocalPage page;

    private LocalHtml(String styleSheet, LocalPage page) {
        this.styleSheet = styleSheet;
        this.page = page;
    }

    /** Creates a renderer in the house style that this environment of a function selects. */
    public static LocalHtml of(Map<String, String> environment) {
        HouseStyle style = new Settings(environment).houseStyle();
        String rules = rules();
        return new LocalHtml(
                style.tokensFor(rules) + rules,
                new LocalPage(
                        environment.getOrDefault("HOUSE_STYLE", ""),
                        style.logo().orElse(null)));
    }

    /** Returns the style sheet of all pages. */
    String styleSheet() {
        return styleSheet;
    }

    String home(Instant now, List<SessionLine> sessions, List<ScheduledLetter> coming, List<Letter> letters) {
        return render(
                "home",
                Map.of(
                        "now",
                        DutchTime.of(now),
                        "sessions",
                        sessions,
                        "coming",
                        coming.stream().limit(MAX_UPCOMING_ON_HOME).toList(),
                        "more",
                        Math.max(0, coming.size() - MAX_UPCOMING_ON_HOME),
                        "newest",
                        letters.stream().limit(MAX_LETTERS_ON_HOME).toList(),
                        "letters",
                        letters.size()));
    }

    public String mailbox(MailboxFilter mailbox) {
        return render("mailbox", Map.of("mailbox", mailbox));
    }

    public String letter(LetterPage letter) {
        return render("letter", Map.of("letter", letter));
    }

    String clock(Instant now, List<ScheduledLetter> coming) {
        return render("clock", Map.of("now", DutchTime.of(now), "coming", coming));
    }

    public String problem(String sentence) {
        return render("problem", Map.of("sentence", sentence));
    }

    private String render(String template, Map<String, Object> parameters) {
        StringOutput html = new StringOutput();
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("page", page);
        templates.render("local/" + template + ".jte", all, html);
        return html.toString();
    }

    private static String rules() {
        try (InputStream in = Objects.requireNonNull(LocalHtml.class.getResourceAsStream("/local.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
