package nl.samenkomst.domain.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The letters that a session's contact address gets without asking for them. */
public enum Notifications {
    /** Each morning what changed, if anything did, and who waits for a decision; the day before, who comes. */
    DAILY,
    /** The same within minutes of each change. */
    EACH,
    /** Each morning who waits for a decision. */
    DECISIONS,
    NOTHING;

    /** Returns the word used in session documents, such as {@code daily}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the level with this word; empty if this release knows none. */
    public static Optional<Notifications> of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst();
    }

    /** Returns all words, the default first. */
    static List<String> words() {
        return Arrays.stream(values()).map(Notifications::word).toList();
    }

    /** Returns whether changes are told, and not only who waits for a decision. */
    public boolean tellChanges() {
        return this == DAILY || this == EACH;
    }
}
