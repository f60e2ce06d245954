package nl.samenkomst.domain.capacity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationState;

/** The queue positions of waitlisted registrations, each among those who could have the same place: 1 is next. */
public final class QueuePositions {

    private final long[] allNumbers;

    /** Sorted queue numbers by wanted theme; an empty wish takes any theme. */
    private final Map<Optional<ThemeId>, long[]> numbers = new HashMap<>();

    public QueuePositions(List<RegistrationState.Waitlisted> queue) {
        allNumbers = sorted(queue.stream().mapToLong(RegistrationState.Waitlisted::number));
        queue.stream()
                .map(RegistrationState.Waitlisted::wish)
                .distinct()
                .forEach(wish -> numbers.put(
                        wish,
                        sorted(queue.stream()
                                .filter(waiting -> waiting.wish().equals(wish))
                                .mapToLong(RegistrationState.Waitlisted::number))));
    }

    /** Returns the position; empty unless waitlisted. */
    public OptionalInt of(RegistrationState state) {
        return state instanceof RegistrationState.Waitlisted waiting
                ? OptionalInt.of(position(waiting))
                : OptionalInt.empty();
    }

    private int position(RegistrationState.Waitlisted waiting) {
        if (waiting.wish().isEmpty()) {
            return countUpTo(waiting.number(), allNumbers);
        }
        return countUpTo(waiting.number(), of(waiting.wish())) + countUpTo(waiting.number(), of(Optional.empty()));
    }

    private long[] of(Optional<ThemeId> wish) {
        return numbers.getOrDefault(wish, new long[0]);
    }

    /** Counts the numbers up to and including this one; queue numbers are unique. */
    private static int countUpTo(long number, long[] sorted) {
        int found = Arrays.binarySearch(sorted, number);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private static long[] sorted(LongStream numbers) {
        return numbers.sorted().toArray();
    }
}
