package nl.samenkomst.texts;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.document.When;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionDifference;

/** Says what changed about a session, one line per difference. */
public final class DifferenceText {

    private static final Texts TEXTS = new Texts("changes");

    private static final String TIME = "((?:[01]\\d|2[0-3]):[0-5]\\d)";

    /** The hours of a programme part, as {@link SessionDifference.Kind#PROGRAMME} has them. */
    private static final Pattern HOURS = Pattern.compile("(?=[\\d-])%s?(?:-%s)? ".formatted(TIME, TIME));

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
            case PROGRAMME -> say(what + suffix(difference), "", part(difference.before()), part(difference.after()));
            case TITLE, PLATFORM, PLACE, SPEAKER, FACILITATORS ->
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

    /** Returns a programme part with its hours as people write them. */
    private String part(String part) {
        Matcher hours = HOURS.matcher(part);
        if (!hours.lookingAt()) {
            return typed.apply(part);
        }
        Optional<ZonedDateTime> from = Optional.ofNullable(hours.group(1)).map(this::moment);
        Optional<ZonedDateTime> to = Optional.ofNullable(hours.group(2)).map(this::moment);
        String written = from.map(start ->
                        to.map(end -> Dates.hours(start, end, language)).orElseGet(() -> Dates.time(start, language)))
                .orElseGet(() -> TEXTS.text(language, "until", "time", Dates.time(to.orElseThrow(), language)));
        return written + ", " + typed.apply(part.substring(hours.end()));
    }

    private ZonedDateTime moment(String time) {
        return session.document().when().start().with(LocalTime.parse(time));
    }

    private String say(String key, String subject, String before, String after) {
        return TEXTS.text(language, key, "subject", subject, "before", before, "after", after);
    }
}
