package nl.samenkomst.domain.registration;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why letters to a registration's address do not arrive, or do not leave, since a moment. */
public record MailProblem(Kind kind, Instant since) {

    /** The value of the API's field {@code mail} as long as letters arrive. */
    public static final String NONE = "ok";

    /** Returns whether it is the desk that keeps the letters back, until the mailbox may have one again. */
    public boolean isWithheld() {
        return kind == Kind.TOO_MANY || kind == Kind.REFUSED;
    }

    /**
     * The kinds of problems, the weakest first: news never replaces one by a weaker one. The API's field {@code mail} has
     * one word for several.
     */
    public enum Kind {
        /** The mailbox took the last letter after a delay, and is without problems now. */
        LATE(NONE, false),
        /** The mailbox did not take the last letter, for now: the mail service keeps trying, or later letters may arrive. */
        DELAYED(NONE, false),
        /** The mailbox had as many letters as the desk sends to one, so the letter was not sent. */
        TOO_MANY("stopped", true),
        /** The owner of the mailbox asked the desk not to write to it. */
        REFUSED("stopped", true),
        /** The mail service sends nothing to the address, since an earlier letter of any desk bounced or was reported. */
        SUPPRESSED("bounced", true),
        /** The address does not exist, or its mail server refuses letters for good. */
        BOUNCED("bounced", true),
        /** The person reported a letter as unwanted. */
        COMPLAINED("complained", true);

        private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
        private final String mail;
        private final boolean stopsLetters;

        Kind(String mail, boolean stopsLetters) {
            this.mail = mail;
            this.stopsLetters = stopsLetters;
        }

        /** Returns the word in the table and in the texts, such as {@code too-many}. */
        public String word() {
            return word;
        }

        /** Returns the value of the API's field {@code mail}. */
        public String mail() {
            return mail;
        }

        /** Returns whether no further letter is sent. */
        public boolean stopsLetters() {
            return stopsLetters;
        }

        /** Returns whether letters came back, or were not sent because earlier ones did. */
        public boolean isReturned() {
            return this == BOUNCED || this == SUPPRESSED;
        }

        /** Returns the kind with this word; empty if there is none. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }
}
