package nl.samenkomst.domain.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;

/**
 * How many people signed up on a day, or on a few days in a row, of those whose registrations are kept.
 *
 * @param days how many days, from {@code first} on
 * @param total with those of all days before
 */
public record SignUpsOfDays(LocalDate first, int days, int signUps, int total) {

    /** More than this many days are put together by the week, and more than this many weeks by four weeks. */
    static final int MAX_BARS = 42;

    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;

    /** Returns them from the first sign-up until today, or the session's start if that is earlier; empty if none. */
    static List<SignUpsOfDays> of(Session session, List<Registration> registrations, Instant now) {
        ZoneId zone = session.document().when().zone();
        List<LocalDate> signedUp = registrations.stream()
                .filter(one -> !(one.state() instanceof RegistrationState.Invitation))
                .map(one -> LocalDate.ofInstant(one.signedUpAt(), zone))
                .sorted()
                .toList();
        if (signedUp.isEmpty()) {
            return List.of();
        }
        LocalDate until = Optional.of(LocalDate.ofInstant(now, zone))
                .filter(session.document().when().start().toLocalDate()::isAfter)
                .orElse(session.document().when().start().toLocalDate());
        LocalDate last = signedUp.getLast().isAfter(until) ? signedUp.getLast() : until;
        long all = ChronoUnit.DAYS.between(signedUp.getFirst(), last) + 1;
        int step = all <= MAX_BARS ? 1 : all <= (long) MAX_BARS * WEEK ? WEEK : FOUR_WEEKS;
        List<SignUpsOfDays> found = new ArrayList<>();
        int total = 0;
        for (LocalDate first = signedUp.getFirst(); !first.isAfter(last); first = first.plusDays(step)) {
            int number = numberBetween(first, first.plusDays(step), signedUp);
            total += number;
            found.add(new SignUpsOfDays(first, step, number, total));
        }
        return found;
    }

    /** Returns the highest number of sign-ups, at least 1. */
    public static int highest(List<SignUpsOfDays> all) {
        return all.stream()
                .map(SignUpsOfDays::signUps)
                .max(Comparator.naturalOrder())
                .filter(number -> number > 0)
                .orElse(1);
    }

    private static int numberBetween(LocalDate first, LocalDate end, List<LocalDate> signedUp) {
        return (int) signedUp.stream()
                .filter(day -> !day.isBefore(first) && day.isBefore(end))
                .count();
    }
}
