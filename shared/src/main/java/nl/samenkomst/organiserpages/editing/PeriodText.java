package nl.samenkomst.organiserpages.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.TypedPeriod;

/** Writes periods as people type them, so that {@link TypedPeriod} reads the same. */
final class PeriodText {

    private PeriodText() {}

    /** Returns an ISO 8601 period in words; the text itself if it is none. */
    static String of(String written, Language language) {
        return CalendarPeriod.parse(written)
                .flatMap(period -> words(period, language))
                .orElse(written);
    }

    private static Optional<String> words(CalendarPeriod period, Language language) {
        List<String> parts = new ArrayList<>();
        add("days", period.days(), language, parts);
        add("hours", period.time().toHours(), language, parts);
        add("minutes", period.time().toMinutesPart(), language, parts);
        String words = String.join(" " + EditingPage.TEXTS.text(language, "period.and") + " ", parts);
        return TypedPeriod.parse(words).filter(period::equals).map(read -> words);
    }

    private static void add(String unit, long number, Language language, List<String> parts) {
        if (number == 1) {
            parts.add(EditingPage.TEXTS.text(language, "period." + unit + ".one"));
        } else if (number > 1) {
            parts.add(EditingPage.TEXTS.text(language, "period." + unit, "number", number));
        }
    }
}
