package nl.samenkomst.organiserpages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the last request did, as the pages around signing in say it, by its word in the address. */
public enum SignInDone {
    SIGNED_OUT,
    /** The way to sign in took too long, or had too many wrong codes. */
    START_AGAIN,
    /** Another letter was asked for. */
    ASKED_AGAIN,
    NAME,
    SESSIONS;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what has this word; empty if nothing has. */
    public static Optional<SignInDone> of(String word) {
        return Arrays.stream(values()).filter(done -> done.word().equals(word)).findFirst();
    }

    String sentence(SignInTexts page) {
        return switch (this) {
            case SIGNED_OUT -> page.say("done.signed-out");
            case START_AGAIN -> page.say("done.start-again");
            case ASKED_AGAIN -> page.say("done.asked-again");
            case NAME -> page.say("done.name");
            case SESSIONS -> page.say("done.sessions");
        };
    }
}
