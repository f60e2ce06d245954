package nl.samenkomst.organiserpages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an organiser did about participants, for the page after it. */
public enum ParticipantAct {
    ADDED,
    /** Somebody was registered already. */
    KNOWN,
    CORRECTED,
    ADDRESS_CORRECTED,
    LINK_SENT,
    LINK_RENEWED,
    MOVED_UP,
    CANCELLED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    /** The place that was held went to somebody else meanwhile. */
    WITHDRAWN_WITHOUT_PLACE,
    ERASED,
    INVITED;

    /** Returns the word in the address of the page after it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the act with this word; empty if there is none. */
    public static Optional<ParticipantAct> of(String word) {
        return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
    }
}
