package nl.samenkomst.domain.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kind of a letter, by what it tells the person, and what holds for every letter of that kind. Its subject is the
 * text {@code subject.<word>}; where the kinds really differ, package {@code letters} has a {@code switch}: for the
 * headline, the first sentences and the button.
 */
public enum LetterKind {
    /** You are invited. */
    INVITED(CalendarChange.NONE, Trait.DESCRIBES_SESSION),
    /** You are no longer invited. */
    REVOKED(CalendarChange.NONE),
    /** Confirm that this address is yours, so that your place, your turn or your request is kept. */
    CONFIRM_ADDRESS(CalendarChange.NONE, Trait.ANSWERS_SIGN_UP, Trait.DESCRIBES_SESSION),
    /** You have a place. */
    CONFIRMED(
            CalendarChange.UPDATE,
            Trait.ANSWERS_SIGN_UP,
            Trait.LISTS_MATERIALS,
            Trait.DESCRIBES_SESSION,
            Trait.GIVES_TIME_TO_CANCEL),
    /** You are on the waiting list. */
    WAITING(CalendarChange.NONE, Trait.ANSWERS_SIGN_UP),
    /** The organiser decides whether you can come. */
    UNDER_REVIEW(CalendarChange.NONE, Trait.ANSWERS_SIGN_UP),
    /** The organiser decided that you cannot come. */
    DECLINED(CalendarChange.NONE),
    /** You have a place after all. */
    PROMOTED(
            CalendarChange.UPDATE,
            Trait.ANSWERS_SIGN_UP,
            Trait.LISTS_MATERIALS,
            Trait.DESCRIBES_SESSION,
            Trait.GIVES_TIME_TO_CANCEL),
    /** Your registration is cancelled. */
    CANCELLED(CalendarChange.REMOVE_IF_PLACE_LOST),
    /** The session has another time or venue. */
    SESSION_MOVED(CalendarChange.UPDATE, Trait.LISTS_MATERIALS, Trait.GIVES_TIME_TO_CANCEL),
    /** Something else about the session changed, and the organiser chose to announce it. */
    SESSION_CHANGED(CalendarChange.UPDATE, Trait.LISTS_MATERIALS, Trait.DESCRIBES_SESSION),
    SESSION_CANCELLED(CalendarChange.REMOVE),
    /** The session takes place after all, although it was cancelled. */
    SESSION_REINSTATED(CalendarChange.UPDATE, Trait.LISTS_MATERIALS, Trait.GIVES_TIME_TO_CANCEL),
    /** Your theme was closed, or themes were added: choose one. */
    CHOOSE_THEME(CalendarChange.NONE),
    REMINDER(CalendarChange.NONE, Trait.LISTS_MATERIALS),
    /** There is something to read before the session. */
    MATERIALS(CalendarChange.NONE, Trait.LISTS_MATERIALS),
    /** The session is over, and there is something to read. */
    FOLLOW_UP(CalendarChange.NONE, Trait.LISTS_MATERIALS),
    /** There was no place for you in the end, or the organiser has not decided. */
    LAST_WORD(CalendarChange.NONE),
    /** Your own link again. */
    OWN_LINK(CalendarChange.UPDATE, Trait.ANSWERS_SIGN_UP),
    /** What an organiser wrote, to some or all people of the session. */
    MESSAGE(CalendarChange.NONE);

    private enum Trait {
        ANSWERS_SIGN_UP,
        LISTS_MATERIALS,
        DESCRIBES_SESSION,
        GIVES_TIME_TO_CANCEL
    }

    /** Asked for many times for each registration of a timetable. */
    private static final Map<String, LetterKind> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(LetterKind::word, kind -> kind));

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final CalendarChange calendarChange;
    private final boolean answersSignUp;
    private final boolean listsMaterials;
    private final boolean describesSession;
    private final boolean givesTimeToCancel;

    LetterKind(CalendarChange calendarChange, Trait... traits) {
        List<Trait> all = List.of(traits);
        this.calendarChange = calendarChange;
        this.answersSignUp = all.contains(Trait.ANSWERS_SIGN_UP);
        this.listsMaterials = all.contains(Trait.LISTS_MATERIALS);
        this.describesSession = all.contains(Trait.DESCRIBES_SESSION);
        this.givesTimeToCancel = all.contains(Trait.GIVES_TIME_TO_CANCEL);
    }

    /** Returns what the letter does to the session's entry in the person's calendar. */
    public CalendarChange calendarChange() {
        return calendarChange;
    }

    /** Returns whether the letter answers a sign-up. */
    public boolean answersSignUp() {
        return answersSignUp;
    }

    /** Returns whether the letter lists all materials available to a confirmed person. */
    public boolean listsMaterials() {
        return listsMaterials;
    }

    /** Returns whether the letter has the session's summary; readers of the others know it or no longer need it. */
    public boolean describesSession() {
        return describesSession;
    }

    /** Returns whether the letter tells a confirmed person of a place, or of another time or venue. */
    public boolean givesTimeToCancel() {
        return givesTimeToCancel;
    }

    /** Returns the word in the mailbox, in tags, in the table and in the texts, such as {@code session-moved}. */
    public String word() {
        return word;
    }

    public static Optional<LetterKind> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
