package nl.samenkomst.domain.sending;

/** Hands one letter for an organiser to the mail service. */
@FunctionalInterface
public interface OrganiserMailer {

    /**
     * Sends one letter, in one attempt.
     *
     * @throws RuntimeException if the service fails in an unexpected way, such as for lack of permission
     */
    Delivery send(OrganiserLetterRequest mail);
}
