package nl.samenkomst.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A time zone as a VTIMEZONE that is correct from one moment to another: yearly rules from 1970 on, as Outlook needs
 * them, or every single change if the zone has no such rules.
 */
record CalendarZone(ZoneId zone, Instant from, Instant to) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final int FIRST_YEAR = 1970;

    void write(CalendarWriter out) {
        out.line("BEGIN:VTIMEZONE").line("TZID:" + zone.getId());
        if (changesByRule()) {
            for (ZoneOffsetTransitionRule rule : rules().getTransitionRules()) {
                ZoneOffsetTransition first = rule.createTransition(FIRST_YEAR);
                boolean summer = isSummer(rule.getOffsetAfter(), rule.getStandardOffset());
                observance(out, summer, first, yearly(rule));
            }
        } else {
            changeByChange(out);
        }
        out.line("END:VTIMEZONE");
    }

    private ZoneRules rules() {
        return zone.getRules();
    }

    private boolean changesByRule() {
        List<ZoneOffsetTransition> history = rules().getTransitions();
        return !rules().getTransitionRules().isEmpty()
                && rules().getTransitionRules().stream()
                        .allMatch(rule -> yearly(rule).isPresent())
                && (history.isEmpty()
                        || history.getLast().getDateTimeAfter().getYear()
                                < from.atZone(zone).getYear());
    }

    private void changeByChange(CalendarWriter out) {
        ZoneOffsetTransition last = rules().previousTransition(from.plusNanos(1));
        if (last != null && last.getDateTimeAfter().getYear() >= FIRST_YEAR) {
            observance(out, rules().isDaylightSavings(from), last, Optional.empty());
        } else {
            ZoneOffset always = rules().getOffset(from);
            LocalDateTime beginning = LocalDate.of(FIRST_YEAR, 1, 1).atStartOfDay();
            observance(out, false, beginning, always, always, Optional.empty());
        }
        ZoneOffsetTransition next = rules().nextTransition(from);
        while (next != null && !next.getInstant().isAfter(to)) {
            observance(out, rules().isDaylightSavings(next.getInstant()), next, Optional.empty());
            next = rules().nextTransition(next.getInstant());
        }
    }

    private static void observance(
            CalendarWriter out, boolean summer, ZoneOffsetTransition change, Optional<String> yearly) {
        observance(out, summer, change.getDateTimeBefore(), change.getOffsetBefore(), change.getOffsetAfter(), yearly);
    }

    private static void observance(
            CalendarWriter out,
            boolean summer,
            LocalDateTime start,
            ZoneOffset before,
            ZoneOffset after,
            Optional<String> yearly) {
        String name = summer ? "DAYLIGHT" : "STANDARD";
        out.line("BEGIN:" + name)
                .line("DTSTART:" + LOCAL.format(start))
                .line("TZOFFSETFROM:" + written(before))
                .line("TZOFFSETTO:" + written(after));
        yearly.ifPresent(rule -> out.line("RRULE:" + rule));
        out.line("END:" + name);
    }

    /**
     * Returns the RRULE of a rule such as "the last Sunday of March", by the local clock before the change, where the
     * date may be a day off from the rule's own, for example in UTC. Empty if that day could lie in another month.
     */
    private static Optional<String> yearly(ZoneOffsetTransitionRule rule) {
        ZoneOffsetTransition change = rule.createTransition(FIRST_YEAR);
        int shift = (int) (change.getDateTimeBefore().toLocalDate().toEpochDay()
                - dayInRule(rule).toEpochDay());
        int first = rule.getDayOfMonthIndicator() > 0
                ? rule.getDayOfMonthIndicator() + shift
                : rule.getDayOfMonthIndicator() - 6 + shift;
        String month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
        if (rule.getDayOfWeek() == null) {
            boolean within = first >= 1 && first <= 28 && rule.getDayOfMonthIndicator() > 0;
            return within ? Optional.of(month + ";BYMONTHDAY=" + first) : Optional.empty();
        }
        String day = rule.getDayOfWeek().plus(shift).name().substring(0, 2);
        if (rule.getDayOfMonthIndicator() > 0 ? first < 1 || first > 25 : first > -7 || first < -28) {
            return Optional.empty();
        }
        boolean endsWithMonth = first + 6 == (first > 0 ? rule.getMonth().minLength() : -1);
        if (endsWithMonth && rule.getMonth() != Month.FEBRUARY) {
            return Optional.of(month + ";BYDAY=-1" + day);
        }
        if (first > 0 && first % 7 == 1) {
            return Optional.of(month + ";BYDAY=" + (first / 7 + 1) + day);
        }
        String days =
                IntStream.range(first, first + 7).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return Optional.of(month + ";BYDAY=" + day + ";BYMONTHDAY=" + days);
    }

    /** Returns the date in 1970 that the rule names, by the rule's own clock. */
    private static LocalDate dayInRule(ZoneOffsetTransitionRule rule) {
        int indicator = rule.getDayOfMonthIndicator();
        LocalDate month = LocalDate.of(FIRST_YEAR, rule.getMonth(), 1);
        LocalDate from = indicator > 0
                ? month.withDayOfMonth(indicator)
                : month.plusMonths(1).plusDays(indicator);
        if (rule.getDayOfWeek() == null) {
            return from;
        }
        int distance = rule.getDayOfWeek().getValue() - from.getDayOfWeek().getValue();
        return indicator > 0 ? from.plusDays(Math.floorMod(distance, 7)) : from.minusDays(Math.floorMod(-distance, 7));
    }

    private static boolean isSummer(ZoneOffset offset, ZoneOffset standard) {
        return offset.getTotalSeconds() > standard.getTotalSeconds();
    }

    /** Returns an offset such as {@code +0100}, with seconds only if it has any. */
    private static String written(ZoneOffset offset) {
        String id = offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
        return id.replace(":", "");
    }
}
