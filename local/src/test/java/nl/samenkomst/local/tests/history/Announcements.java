package nl.samenkomst.local.tests.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;

/**
 * Checks the letters about the session itself that left: each move is told once, to everybody concerned, and no
 * correction; a cancellation after two minutes, and its reinstatement once, to everybody who heard of the
 * cancellation and to nobody else.
 */
final class Announcements {

    /** Something that a person is told once. */
    private record Occasion(RegistrationId to, LetterKind kind, long number) {}

    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final List<Revision> moves = new ArrayList<>();
    private final List<Instant> cancellations = new ArrayList<>();
    private final Map<RegistrationId, Long> lastMoveTold = new HashMap<>();
    private final Map<RegistrationId, Long> lastMoveToldForCertain = new HashMap<>();
    private final Map<RegistrationId, Integer> lastCancellationTold = new HashMap<>();
    private final Set<RegistrationId> mustHearOfReinstatement = new HashSet<>();
    private final Map<Occasion, Integer> told = new HashMap<>();
    private final Map<Occasion, Integer> mayBeRepeated = new HashMap<>();
    private final List<String> invalid = new ArrayList<>();

    /** Records that this revision of the session has another time or venue than the one before. */
    void moved(Revision revision) {
        moves.add(revision);
    }

    /** Records that the session was cancelled; its letters are checked before it is reinstated and cancelled again. */
    void cancelled(Instant at) {
        cancellations.add(at);
    }

    /** Forgets what was told to people who have erased their registration since. */
    void forgetAllBut(Set<RegistrationId> known) {
        lastCancellationTold.keySet().retainAll(known);
        mustHearOfReinstatement.retainAll(known);
    }

    /** Returns the revision of the last move. */
    Optional<Revision> lastMove() {
        return moves.isEmpty() ? Optional.empty() : Optional.of(moves.getLast());
    }

    /** Checks the letters of a round, in the order in which they left; the round's moves are recorded already. */
    List<String> invalid(List<Letter> letters) {
        letters.forEach(this::check);
        return List.copyOf(invalid);
    }

    /** Returns every violation, once nothing is owed any more. */
    List<String> invalidAtTheEnd(Map<RegistrationId, Registration> everybody) {
        List<String> all = new ArrayList<>(invalid);
        everybody.values().stream()
                .filter(Announcements::mustKnow)
                .filter(registration -> lastMoveTold.getOrDefault(registration.id(), 0L) < moves.size())
                .forEach(registration -> all.add("was not told of the last move: " + registration.state()));
        everybody.values().stream()
                .filter(Announcements::mustKnow)
                .filter(registration -> mustHearOfReinstatement.contains(registration.id()))
                .forEach(registration -> all.add("heard of the cancellation only: " + registration.state()));
        return all;
    }

    private void check(Letter letter) {
        if (letter.session().isCancelled() && !isForCancelledSession(letter)) {
            invalid.add("%s while the session was cancelled".formatted(letter.kind()));
        }
        switch (letter.kind()) {
            case SESSION_MOVED -> checkMove(letter);
            case SESSION_CANCELLED -> checkCancellation(letter);
            case SESSION_REINSTATED -> checkReinstatement(letter);
            case SESSION_CHANGED -> invalid.add("a change was announced, and the organiser did not ask for that");
            default -> {}
        }
        lastMoveTold.merge(letter.to(), moves(letter), Math::max);
        if (letter.isCertain()) {
            lastMoveToldForCertain.merge(letter.to(), moves(letter), Math::max);
        }
    }

    /** An own link that was asked for is mailed too, but must not be the first to tell of the cancellation. */
    private boolean isForCancelledSession(Letter letter) {
        boolean knows = !isConcerned(letter.state())
                || lastCancellationTold.getOrDefault(letter.to(), 0) == cancellations.size();
        boolean isSilent = letter.at().isBefore(cancellations.getLast().plus(SILENCE));
        return letter.kind() == LetterKind.SESSION_CANCELLED
                || (letter.kind() == LetterKind.OWN_LINK && knows && !isSilent);
    }

    private void checkMove(Letter letter) {
        checkConcerned(letter);
        if (moves(letter) <= lastMoveToldForCertain.getOrDefault(letter.to(), 0L)) {
            invalid.add("told again of a move, or of a correction: " + letter.state());
        }
        checkOnce(letter, moves(letter));
    }

    private void checkCancellation(Letter letter) {
        checkConcerned(letter);
        checkOnce(letter, cancellations.size());
        if (letter.at().isBefore(cancellations.getLast().plus(SILENCE))) {
            invalid.add("told of a cancellation within two minutes: " + letter.state());
        }
        lastCancellationTold.put(letter.to(), cancellations.size());
        // A letter that may not have left is not recorded, and may be the last that this person hears.
        if (letter.isCertain()) {
            mustHearOfReinstatement.add(letter.to());
        }
    }

    private void checkReinstatement(Letter letter) {
        checkConcerned(letter);
        Optional<Integer> cancellation = Optional.ofNullable(lastCancellationTold.get(letter.to()));
        cancellation.ifPresentOrElse(
                number -> checkOnce(letter, number),
                () -> invalid.add("told of a reinstatement, and never of a cancellation: " + letter.state()));
        mustHearOfReinstatement.remove(letter.to());
    }

    private void checkConcerned(Letter letter) {
        if (!isConcerned(letter.state())) {
            invalid.add("%s to somebody who is %s".formatted(letter.kind(), letter.state()));
        }
    }

    private void checkOnce(Letter letter, long number) {
        Occasion occasion = new Occasion(letter.to(), letter.kind(), number);
        if (!letter.isCertain()) {
            mayBeRepeated.merge(occasion, 1, Integer::sum);
        }
        int times = told.merge(occasion, 1, Integer::sum);
        if (times > 1 + mayBeRepeated.getOrDefault(occasion, 0)) {
            invalid.add("%s was sent %d times".formatted(letter.kind(), times));
        }
    }

    /** Returns how many moves the letter tells of, if nothing else did. */
    private long moves(Letter letter) {
        return moves.stream()
                .filter(move -> !letter.session().revision().isBefore(move))
                .count();
    }

    /** Somebody whose address is not confirmed any more is told when they confirm it. */
    private static boolean mustKnow(Registration registration) {
        return isConcerned(registration.state()) && !registration.isUnconfirmed();
    }

    private static boolean isConcerned(RegistrationState state) {
        return state instanceof RegistrationState.Active || state instanceof RegistrationState.Invited;
    }
}
