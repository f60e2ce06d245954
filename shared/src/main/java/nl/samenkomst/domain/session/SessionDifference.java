package nl.samenkomst.domain.session;

import java.util.Arrays;
import java.util.Optional;
import nl.samenkomst.domain.TextComparison;

/**
 * One difference between two revisions of a session, in a form that needs no language.
 *
 * @param subject the title of the programme part or the id of the theme that it is about; empty if it is about the
 *     session
 * @param before the former value in the form of {@link Kind}; empty if there was none
 * @param after the present value; empty if there is none
 */
public record SessionDifference(Kind kind, String subject, String before, String after) {

    /** The thing that differs, and the form of its values. */
    public enum Kind {
        TITLE("title"),
        /** Start and end as an ISO 8601 interval, with offsets. */
        TIME("time"),
        /** {@code yes} or {@code no}. */
        ONLINE("online"),
        PLATFORM("platform"),
        PLACE("place"),
        /** The speaker of the programme part that is the subject. */
        SPEAKER("speaker"),
        /** A programme part: its hours as in {@code 14:00-15:00}, its title, and its speaker in brackets. */
        PROGRAMME("programme"),
        /** The names of those who lead the theme that is the subject, with commas between them. */
        FACILITATORS("facilitators");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the word in the API and the table. */
        public String word() {
            return word;
        }

        /** Returns the kind with this word; empty if this release knows none. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }

    /** Returns whether two values mean the same: texts may differ in case, spaces and punctuation. */
    static boolean isSame(Kind kind, String one, String other) {
        return kind == Kind.TIME ? one.equals(other) : TextComparison.meansTheSame(one, other);
    }

    /** Returns whether {@code later} changes what this difference made; parts that come and go are no such chain. */
    boolean isContinuedBy(SessionDifference later) {
        boolean isChain = kind != Kind.PROGRAMME || !after.isEmpty();
        return kind == later.kind && subject.equals(later.subject) && after.equals(later.before) && isChain;
    }
}
