package nl.samenkomst.domain.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kind of a letter, by what it tells the person. */
public enum LetterKind {
    /** You are invited. */
    INVITED,
    /** You are no longer invited. */
    REVOKED,
    /** You have a place. */
    CONFIRMED,
    /** You are on the waiting list. */
    WAITING,
    /** The organiser decides whether you can come. */
    UNDER_REVIEW,
    /** The organiser decided that you cannot come. */
    DECLINED,
    /** You have a place after all. */
    PROMOTED,
    /** Your registration is cancelled. */
    CANCELLED,
    /** The session has another time or venue. */
    SESSION_MOVED,
    /** Something else about the session changed, and the organiser chose to announce it. */
    SESSION_CHANGED,
    SESSION_CANCELLED,
    /** Your theme was closed, or themes were added: choose one. */
    CHOOSE_THEME,
    REMINDER,
    /** There is something to read before the session. */
    MATERIALS,
    /** The session is over, and there is something to read. */
    FOLLOW_UP,
    /** Your own link again. */
    OWN_LINK;

    /** Returns whether the letter lists all materials available to a confirmed person. */
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

    /** Returns whether the letter answers a sign-up. */
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

    /** Returns the word in the mailbox, in tags and in the table, such as {@code session-moved}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LetterKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
