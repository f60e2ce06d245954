package nl.samenkomst.local.tests.history;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;

/**
 * Computes the deadline to give up a place from the letters that left: the notice period, and at least a day after the
 * first letter that told of the place at its present time and venue, or, to somebody who heard that the session is
 * cancelled, of its reinstatement.
 */
final class TimeToCancel {

    /** The answer to somebody who cancelled. */
    enum Answer {
        IN_TIME,
        MARKED_AS_LATE,
        REFUSED
    }

    private static final Set<LetterKind> TELL_OF_A_PLACE = EnumSet.of(
            LetterKind.CONFIRMED, LetterKind.PROMOTED, LetterKind.SESSION_MOVED, LetterKind.SESSION_REINSTATED);

    private final Map<RegistrationId, List<Letter>> letters = new HashMap<>();
    private final Map<RegistrationId, Answer> answers = new HashMap<>();

    /** Records letters that left; those of the present round change no deadline that has passed. */
    void add(List<Letter> left) {
        left.forEach(this::add);
    }

    private void add(Letter letter) {
        letters.computeIfAbsent(letter.to(), _ -> new ArrayList<>()).add(letter);
    }

    void answered(RegistrationId id, Answer answer) {
        answers.put(id, answer);
    }

    /**
     * Checks the answers of a round in which the session did not move, and forgets them.
     *
     * @param lastMove the revision of the session's last move before
     */
    List<String> invalid(
            Expectations.Before before,
            Map<RegistrationId, Registration> everybody,
            Optional<Revision> lastMove,
            Instant now) {
        List<String> invalid = new ArrayList<>();
        SessionDocument document = before.sessionSnapshot().session().document();
        answers.forEach((id, answer) -> {
            Set<Answer> right = right(Optional.ofNullable(before.everybody().get(id)), document, lastMove, now);
            if (!right.contains(answer)) {
                invalid.add("cancelled %s, and must be %s".formatted(answer, right));
            }
            boolean stored = Optional.ofNullable(everybody.get(id))
                    .filter(one ->
                            one.state() instanceof RegistrationState.CancelledByPerson cancelled && cancelled.late())
                    .isPresent();
            if (stored != (answer == Answer.MARKED_AS_LATE)) {
                invalid.add("cancelled %s, and is stored as %s".formatted(answer, stored ? "late" : "in time"));
            }
        });
        forgetAnswers();
        return invalid;
    }

    void forgetAnswers() {
        answers.clear();
    }

    /** Returns the right answers: several if the sender does not know whether a letter left. */
    private Set<Answer> right(
            Optional<Registration> was, SessionDocument document, Optional<Revision> lastMove, Instant now) {
        List<Letter> all = was.map(registration -> letters.getOrDefault(registration.id(), List.of()))
                .orElse(List.of());
        Set<Answer> right = EnumSet.noneOf(Answer.class);
        for (List<Letter> told :
                List.of(sinceCancellation(all, Letter::isCertain), sinceCancellation(all, _ -> true))) {
            List<Letter> ofPlace = told.stream()
                    .filter(letter -> tellsOf(was.orElseThrow(), letter, lastMove))
                    .toList();
            right.add(right(ofPlace, document, now));
            right.add(right(ofPlace.stream().filter(Letter::isCertain).toList(), document, now));
        }
        return right;
    }

    private static Answer right(List<Letter> told, SessionDocument document, Instant now) {
        if (told.isEmpty() || !now.isAfter(deadline(told, document))) {
            return Answer.IN_TIME;
        }
        return document.signUp().lateCancellation() ? Answer.MARKED_AS_LATE : Answer.REFUSED;
    }

    /** Returns the letters since the last of these that told of a cancellation, or all. */
    private static List<Letter> sinceCancellation(List<Letter> all, Predicate<Letter> which) {
        int from = all.size();
        while (from > 0
                && !(all.get(from - 1).kind() == LetterKind.SESSION_CANCELLED && which.test(all.get(from - 1)))) {
            from--;
        }
        return all.subList(from, all.size());
    }

    /** Returns whether the letter told this person of this place at this time and venue. */
    private static boolean tellsOf(Registration registration, Letter letter, Optional<Revision> lastMove) {
        return TELL_OF_A_PLACE.contains(letter.kind())
                && registration.state() instanceof RegistrationState.Confirmed confirmed
                && letter.state() instanceof RegistrationState.Confirmed
                && letter.state().since().equals(confirmed.since())
                && lastMove.filter(letter.session().revision()::isBefore).isEmpty();
    }

    private static Instant deadline(List<Letter> told, SessionDocument document) {
        ZonedDateTime start = document.when().start();
        Instant first =
                told.stream().map(Letter::at).min(Comparator.naturalOrder()).orElseThrow();
        Instant dayAfter = first.atZone(start.getZone()).plusDays(1).toInstant();
        Instant noticePeriod =
                start.minusDays(document.signUp().noticePeriod().days()).toInstant();
        Instant latest = Stream.of(dayAfter, start.toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return latest.isBefore(noticePeriod) ? noticePeriod : latest;
    }
}
