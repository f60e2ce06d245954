package nl.samenkomst.domain.editing;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Proposes the dates of a series by a rule, such as every second Thursday, to be corrected by hand. */
public record SeriesDates(LocalDate first, Every every, int number) {

    /** The most dates in one go: two years of every second week. */
    public static final int MAX = 52;

    public SeriesDates {
        if (number < 1 || number > MAX) {
            throw new IllegalArgumentException("no such number of dates");
        }
    }

    /** How the next date follows from the one before. */
    public enum Every {
        WEEK,
        SECOND_WEEK,
        FOURTH_WEEK,
        /** The same weekday of the month, such as the second Thursday; the last one if a month has no fifth. */
        MONTH,
        SECOND_MONTH;

        /** Returns the word in forms, such as {@code second-week}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns the rule with this word; empty if there is none. */
        public static Optional<Every> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }
    }

    /** Returns the dates, the first one included. */
    public List<LocalDate> dates() {
        return IntStream.range(0, number).mapToObj(this::date).toList();
    }

    private LocalDate date(int index) {
        return switch (every) {
            case WEEK -> first.plusWeeks(index);
            case SECOND_WEEK -> first.plusWeeks(2L * index);
            case FOURTH_WEEK -> first.plusWeeks(4L * index);
            case MONTH -> sameWeekday(index);
            case SECOND_MONTH -> sameWeekday(2L * index);
        };
    }

    private LocalDate sameWeekday(long months) {
        int ordinal = (first.getDayOfMonth() - 1) / 7 + 1;
        LocalDate month = first.withDayOfMonth(1).plusMonths(months);
        LocalDate found = month.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, first.getDayOfWeek()));
        return found.getMonth() == month.getMonth()
                ? found
                : month.with(TemporalAdjusters.lastInMonth(first.getDayOfWeek()));
    }
}
