package nl.samenkomst.organiserpages;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;

/** Says in words which value of a session was changed, and what it was: the audit trail has values as programs do. */
public final class ChangedValueText {

    private static final Texts TEXTS = SessionsTexts.TEXTS;
    private static final int HOURS_OF_DAY = 24;

    /** A list of periods, with commas. */
    private static final Pattern PERIODS = Pattern.compile("P[0-9DHMTW]+(, P[0-9DHMTW]+)*");

    private static final Pattern COMMA = Pattern.compile(", ");

    private final Session session;
    private final Language language;

    public ChangedValueText(Session session, Language language) {
        this.session = session;
        this.language = language;
    }

    /** Returns what was changed, such as <i>Number of places</i>; the field's name if this release has no words for it. */
    public String what(ChangedValue value) {
        String key = "field." + value.what();
        return TEXTS.has(language, key) ? TEXTS.text(language, key, "subject", subject(value.subject())) : value.what();
    }

    private String subject(String written) {
        return session.document().themes().stream()
                .filter(theme -> theme.id().equals(themeId(written).orElse(null)))
                .map(Theme::title)
                .findFirst()
                .orElse(written);
    }

    private static Optional<ThemeId> themeId(String written) {
        return ThemeId.parse(written);
    }

    /** Returns one of the two values in words; an empty string if there is none. */
    public String value(ChangedValue changed, String written) {
        String key = "value." + changed.what() + "." + written;
        if (TEXTS.has(language, key)) {
            return TEXTS.text(language, key);
        }
        if (written.startsWith("data:")) {
            return TEXTS.text(language, "value.picture");
        }
        return PERIODS.matcher(written).matches()
                ? COMMA.splitAsStream(written).map(this::simple).collect(Collectors.joining(", "))
                : simple(written);
    }

    private String simple(String written) {
        return switch (written) {
            case "true", "yes" -> TEXTS.text(language, "value.yes");
            case "false", "no" -> TEXTS.text(language, "value.no");
            default ->
                period(written)
                        .or(() -> interval(written))
                        .or(() -> moment(written))
                        .orElse(written);
        };
    }

    private Optional<String> period(String written) {
        return CalendarPeriod.restore(written)
                .filter(period -> written.startsWith("P"))
                .map(period -> period(period, language));
    }

    /** Returns a period in words, such as <i>8 days</i>. */
    static String period(CalendarPeriod period, Language language) {
        if (period.isNone()) {
            return TEXTS.text(language, "period.none");
        }
        long hours = period.time().toHours();
        boolean isDays = period.time().toMinutes() % (HOURS_OF_DAY * 60L) == 0;
        long days = period.days() + (isDays ? hours / HOURS_OF_DAY : 0);
        String inDays = days > 0 ? counted("period.days", days, language) : "";
        long minutes = isDays ? 0 : period.time().toMinutes();
        String inTime = minutes == 0
                ? ""
                : minutes % 60 == 0
                        ? counted("period.hours", minutes / 60, language)
                        : counted("period.minutes", minutes, language);
        return (inDays + " " + inTime).strip();
    }

    private static String counted(String key, long number, Language language) {
        return number == 1 ? TEXTS.text(language, key + ".one") : TEXTS.text(language, key, "number", number);
    }

    /** Returns the date and hours of an ISO 8601 interval. */
    private Optional<String> interval(String written) {
        String[] ends = written.split("/", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        try {
            ZoneId zone = zone();
            return Optional.of(Dates.day(OffsetDateTime.parse(ends[0]).atZoneSameInstant(zone), language)
                    + ", "
                    + Dates.hours(
                            OffsetDateTime.parse(ends[0]).atZoneSameInstant(zone),
                            OffsetDateTime.parse(ends[1]).atZoneSameInstant(zone),
                            language));
        } catch (DateTimeException notMoments) {
            return Optional.empty();
        }
    }

    private Optional<String> moment(String written) {
        try {
            return Optional.of(Dates.moment(OffsetDateTime.parse(written).atZoneSameInstant(zone()), language));
        } catch (DateTimeException notAMoment) {
            return Optional.empty();
        }
    }

    private ZoneId zone() {
        return session.document().when().zone();
    }
}
