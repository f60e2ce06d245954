package nl.samenkomst.local.tests.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;

/**
 * What people were told about the session itself, by the letters that left: each move once, to everybody concerned, and
 * no correction.
 */
final class Announcements {

    /** Something that a person is told once. */
    private record Occasion(RegistrationId to, LetterKind kind, long number) {}

    private final List<Revision> moves = new ArrayList<>();
    private final Map<RegistrationId, Long> lastMoveTold = new HashMap<>();
    private final Map<RegistrationId, Long> lastMoveToldForCertain = new HashMap<>();
    private final Map<Occasion, Integer> told = new HashMap<>();
    private final Map<Occasion, Integer> mayBeRepeated = new HashMap<>();
    private final List<String> invalid = new ArrayList<>();

    /** Records that this revision of the session has another time or venue than the one before. */
    void moved(Revision revision) {
        moves.add(revision);
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
                .filter(registration -> isConcerned(registration.state()))
                .filter(registration -> lastMoveTold.getOrDefault(registration.id(), 0L) < moves.size())
                .forEach(registration -> all.add("was not told of the last move: " + registration.state()));
        return all;
    }

    private void check(Letter letter) {
        switch (letter.kind()) {
            case SESSION_MOVED -> checkMove(letter);
            case SESSION_CHANGED -> invalid.add("a change was announced, and the organiser did not ask for that");
            default -> {}
        }
        lastMoveTold.merge(letter.to(), moves(letter), Math::max);
        if (letter.isCertain()) {
            lastMoveToldForCertain.merge(letter.to(), moves(letter), Math::max);
        }
    }

    private void checkMove(Letter letter) {
        checkConcerned(letter);
        if (moves(letter) <= lastMoveToldForCertain.getOrDefault(letter.to(), 0L)) {
            invalid.add("told again of a move, or of a correction: " + letter.state());
        }
        checkOnce(letter, moves(letter));
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

    private static boolean isConcerned(RegistrationState state) {
        return state instanceof RegistrationState.Active || state instanceof RegistrationState.Invited;
    }
}
