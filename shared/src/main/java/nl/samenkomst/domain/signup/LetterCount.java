package nl.samenkomst.domain.signup;

import nl.samenkomst.domain.registration.Registration;

/** Whether the one letter of a sign-up, for one session or several, was counted to the person's mailbox. */
enum LetterCount {
    /** Not yet: the first registration that owes the letter counts it. */
    OPEN,
    /** It was counted, and may leave. */
    COUNTED,
    /** The mailbox had enough, so no letter leaves. */
    EXCEEDED;

    /** Returns the count once this registration was stored, which owes the letter or must not. */
    LetterCount after(Registration stored) {
        return switch (this) {
            case OPEN -> stored.isWithheld() ? EXCEEDED : COUNTED;
            case COUNTED, EXCEEDED -> this;
        };
    }
}
