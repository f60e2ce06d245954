package nl.samenkomst.domain.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a letter tells somebody. */
public enum LetterKind {
    /** You are asked to come. */
    INVITED,
    /** You are asked no longer. */
    REVOKED,
    /** You have a place. */
    CONFIRMED,
    /** You are on the waiting list. */
    WAITING,
    /** The organiser decides whether you can come. */
    UNDER_REVIEW,
    /** The organiser decided that you cannot. */
    DECLINED,
    /** You have a place after all. */
    PROMOTED,
    /** You do not come. */
    CANCELLED,
    /** The session is at another time or place. */
    SESSION_MOVED,
    /** Something else about the session is not as it was, and the organiser finds that worth telling. */
    SESSION_CHANGED,
    SESSION_CANCELLED,
    /** The theme you chose is no more: choose again. */
    CHOOSE_THEME,
    REMINDER,
    /** There is something to read before the session. */
    MATERIALS,
    /** The session is over, and there is something to read. */
    FOLLOW_UP,
    /** Your own link once more. */
    OWN_LINK;

    /** Whether the letter lists all materials there are for who has a place. */
    public boolean listsMaterials() {
        return switch (this) {
            case CONFIRMED, PROMOTED, SESSION_MOVED, SESSION_CHANGED, REMINDER, MATERIALS, FOLLOW_UP -> true;
            case INVITED,
                    REVOKED,
                    WAITING,
                    UNDER_REVIEW,
                    DECLINED,
                    CANCELLED,
                    SESSION_CANCELLED,
                    CHOOSE_THEME,
                    OWN_LINK -> false;
        };
    }

    /** Whether the letter is what somebody gets for signing up. */
    public boolean answersSignUp() {
        return switch (this) {
            case CONFIRMED, WAITING, UNDER_REVIEW, PROMOTED, OWN_LINK -> true;
            case INVITED,
                    REVOKED,
                    DECLINED,
                    CANCELLED,
                    SESSION_MOVED,
                    SESSION_CHANGED,
                    SESSION_CANCELLED,
                    CHOOSE_THEME,
                    REMINDER,
                    MATERIALS,
                    FOLLOW_UP -> false;
        };
    }

    /** As it stands in the mailbox, in tags and in the table: {@code session-moved}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LetterKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
