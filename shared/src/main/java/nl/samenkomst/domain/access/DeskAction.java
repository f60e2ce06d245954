package nl.samenkomst.domain.access;

import java.util.Locale;

/** An act that is recorded in the desk's history, which is about no session. */
public enum DeskAction {
    SIGNED_IN,
    SIGNED_OUT,
    /** A code or a second factor was wrong as often as the desk lets it be. */
    SIGN_IN_REFUSED,
    SECOND_FACTOR_ENROLLED,
    SECOND_FACTOR_RESET,
    /** An account of the organisation's provider is theirs from now on. */
    ACCOUNT_CONNECTED,
    RECOVERY_CODE_USED,
    RECOVERY_CODES_RENEWED,
    COLLEAGUE_INVITED,
    COLLEAGUE_CHANGED,
    COLLEAGUE_ENDED,
    BROWSER_SESSION_ENDED;

    /** Returns the word in the table, such as {@code signed-in}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
