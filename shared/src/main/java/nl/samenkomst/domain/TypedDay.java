package nl.samenkomst.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Parses a day as people type it, in Dutch or English: {@code 2027-03-04}, {@code 4-3-2027}, {@code 4/3/2027},
 * {@code 4.3.2027}, {@code 4 maart 2027}, {@code do 4 mrt 2027}, {@code March 4, 2027}. The day comes before the month.
 */
public final class TypedDay {

    private static final int MAX_LENGTH = 40; // code points
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private static final Pattern ISO = Pattern.compile("(?<y>\\d{4})-(?<m>\\d{1,2})-(?<d>\\d{1,2})");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<d>\\d{1,2})\\s?[-/. ]\\s?(?<m>\\d{1,2})\\s?[-/. ]\\s?(?<y>\\d{4})");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[a-z]{2,10}[.,]?\\s)?(?<d>\\d{1,2})\\.?[\\s-](?<m>[a-z]{3,10})\\.?,?[\\s-](?<y>\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?:[a-z]{2,10}[.,]?\\s)?(?<m>[a-z]{3,10})\\.?\\s(?<d>\\d{1,2}),?\\s(?<y>\\d{4})");

    /** The names of each month, and an abbreviation that none of them begins with. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("januari", "january"),
            List.of("februari", "february"),
            List.of("maart", "march", "mrt"),
            List.of("april"),
            List.of("mei", "may"),
            List.of("juni", "june"),
            List.of("juli", "july"),
            List.of("augustus", "august"),
            List.of("september"),
            List.of("oktober", "october"),
            List.of("november"),
            List.of("december"));

    private TypedDay() {}

    /** Returns the day, in the years 2000 to 2199; empty if it is none. */
    public static Optional<LocalDate> parse(String typed) {
        if (SingleLine.isFarTooLong(typed, MAX_LENGTH)) {
            return Optional.empty();
        }
        String day = SingleLine.tidy(typed).toLowerCase(Locale.ROOT);
        return List.of(ISO, NUMBERS, DAY_FIRST, MONTH_FIRST).stream()
                .map(form -> form.matcher(day))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(found -> of(found.group("y"), found.group("m"), found.group("d")));
    }

    private static Optional<LocalDate> of(String writtenYear, String month, String day) {
        int year = Integer.parseInt(writtenYear);
        try {
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? Optional.empty()
                    : month(month).map(number -> LocalDate.of(year, number, Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> month(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Optional.of(Integer.parseInt(written));
        }
        return IntStream.range(0, MONTHS.size())
                .filter(index -> MONTHS.get(index).stream().anyMatch(name -> name.startsWith(written)))
                .mapToObj(index -> index + 1)
                .findFirst();
    }
}
