package nl.samenkomst.domain.sending;

/** Hands one letter to the mail service. */
@FunctionalInterface
public interface Mailer {

    /**
     * Sends one letter, in one attempt.
     *
     * @throws RuntimeException if the service fails in an unexpected way, such as for lack of permission
     */
    Delivery send(LetterRequest mail);
}
