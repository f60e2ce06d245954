package nl.samenkomst.domain.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.TypedPeriod;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;

/**
 * The form with the moments of a session's reminders, each how long before the start; rows without a number are no
 * reminders.
 */
public record RemindersForm(List<Row> rows) {

    public static final String NUMBER = "number-";

    public static final String UNIT = "unit-";

    private static final Pattern NUMBERS = Pattern.compile("\\s*\\d{1,6}\\s*");

    /** Empty rows after the reminders, for more of them. */
    private static final int EMPTY_ROWS = 2;

    private static final Comparator<CalendarPeriod> LONGEST_FIRST =
            (one, other) -> one.isShorterThan(other) ? 1 : other.isShorterThan(one) ? -1 : 0;

    public RemindersForm {
        rows = List.copyOf(rows);
    }

    /** The units to choose from, of a number without words. */
    public enum Unit {
        WEEKS,
        DAYS,
        HOURS,
        MINUTES;

        /** Returns the word in forms, such as {@code days}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the unit with this word; days if there is none. */
        public static Unit of(String word) {
            return Arrays.stream(values())
                    .filter(unit -> unit.word().equals(word))
                    .findFirst()
                    .orElse(DAYS);
        }
    }

    /**
     * A row of the form.
     *
     * @param number as typed: a number, or also the units in words
     */
    public record Row(String number, Unit unit) {

        static final Row EMPTY = new Row("", Unit.DAYS);

        public boolean isEmpty() {
            return number.isBlank();
        }

        /** Returns the period; empty if the row is empty or wrong. */
        public Optional<CalendarPeriod> period() {
            String typed = NUMBERS.matcher(number).matches() ? number + " " + unit.word() : number;
            return TypedPeriod.parse(typed).filter(period -> !period.isNone());
        }

        /** Returns whether something was typed that is no period. */
        public boolean isWrong() {
            return !isEmpty() && period().isEmpty();
        }
    }

    /** Returns the form of a document's reminders, the first to leave first. */
    public static RemindersForm of(SessionDocument document, Function<CalendarPeriod, String> inWords) {
        List<Row> rows = new ArrayList<>();
        document.reminders().stream().sorted(LONGEST_FIRST).forEach(ahead -> rows.add(row(ahead, inWords)));
        return new RemindersForm(withEmptyRows(rows));
    }

    /** Returns the form as it was sent. */
    public static RemindersForm of(Map<String, String> sent) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= SessionDocumentFields.MAX_REMINDERS; i++) {
            Row row = new Row(sent.getOrDefault(NUMBER + i, ""), Unit.of(sent.getOrDefault(UNIT + i, "")));
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return new RemindersForm(withEmptyRows(rows));
    }

    private static List<Row> withEmptyRows(List<Row> rows) {
        List<Row> all = new ArrayList<>(rows);
        for (int i = 0; i < EMPTY_ROWS && all.size() < SessionDocumentFields.MAX_REMINDERS; i++) {
            all.add(Row.EMPTY);
        }
        return all;
    }

    /** Returns a period as a number of one unit; a period of days and hours in words. */
    private static Row row(CalendarPeriod ahead, Function<CalendarPeriod, String> inWords) {
        long minutes = ahead.time().toMinutes();
        if (minutes == 0) {
            return new Row(String.valueOf(ahead.days()), Unit.DAYS);
        }
        if (ahead.days() == 0) {
            return minutes % 60 == 0
                    ? new Row(String.valueOf(minutes / 60), Unit.HOURS)
                    : new Row(String.valueOf(minutes), Unit.MINUTES);
        }
        return new Row(inWords.apply(ahead), Unit.DAYS);
    }

    public boolean hasProblems() {
        return rows.stream().anyMatch(Row::isWrong);
    }

    /** Returns the document with these reminders; the same document if it has the same ones. */
    public SessionDocument appliedTo(SessionDocument document) {
        List<CalendarPeriod> periods = rows.stream()
                .flatMap(row -> row.period().stream())
                .distinct()
                .sorted(LONGEST_FIRST)
                .toList();
        boolean isSame = document.reminders().stream()
                .distinct()
                .sorted(LONGEST_FIRST)
                .toList()
                .equals(periods);
        return isSame ? document : document.withReminders(periods);
    }
}
