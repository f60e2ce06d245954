package nl.samenkomst.texts;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.document.When;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDifference;

/** Says what changed about a session, one line per difference. */
public final class DifferenceText {

    private static final Texts TEXTS = new Texts("changes");

    private final Session session;
    private final Language language;
    private final UnaryOperator<String> typed;

    /**
     * Creates the texts about a session's differences.
     *
     * @param session as it is now
     * @param typed marks or escapes words that an organiser typed
     */
    public DifferenceText(Session session, Language language, UnaryOperator<String> typed) {
        this.session = session;
        this.language = language;
        this.typed = typed;
    }

    /** Returns the lines for somebody at this theme, or at none if empty; other themes' facilitators are left out. */
    public List<String> lines(List<SessionDifference> differences, Optional<ThemeId> theme) {
        return differences.stream()
                .filter(difference -> concerns(difference, theme))
                .map(this::line)
                .toList();
    }

    private static boolean concerns(SessionDifference difference, Optional<ThemeId> theme) {
        return difference.kind() != SessionDifference.Kind.FACILITATORS
                || theme.filter(own -> own.value().equals(difference.subject())).isPresent();
    }

    private String line(SessionDifference difference) {
        String what = difference.kind().word();
        return switch (difference.kind()) {
            case TIME -> say("time", "", hours(difference.before()), hours(difference.after()));
            case ONLINE -> TEXTS.text(language, online(difference));
            case TITLE, PLATFORM, PLACE, SPEAKER, PROGRAMME, FACILITATORS ->
                say(
                        what + suffix(difference),
                        typed.apply(difference.subject()),
                        typed.apply(difference.before()),
                        typed.apply(difference.after()));
        };
    }

    private static String suffix(SessionDifference difference) {
        if (difference.before().isEmpty()) {
            return ".new";
        }
        return difference.after().isEmpty() ? ".gone" : "";
    }

    private String online(SessionDifference difference) {
        if (difference.after().equals("no")) {
            return "online.no";
        }
        return session.document().where().place().isEmpty() ? "online.only" : "online.yes";
    }

    private String hours(String interval) {
        ZoneId zone = session.document().when().zone();
        int slash = interval.indexOf('/');
        return Dates.when(
                new When(
                        OffsetDateTime.parse(interval.substring(0, slash)).atZoneSameInstant(zone),
                        OffsetDateTime.parse(interval.substring(slash + 1)).atZoneSameInstant(zone)),
                language);
    }

    private String say(String key, String subject, String before, String after) {
        return TEXTS.text(language, key, "subject", subject, "before", before, "after", after);
    }
}
