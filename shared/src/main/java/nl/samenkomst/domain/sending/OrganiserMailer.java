package nl.samenkomst.domain.sending;

/** Hands one letter for an organiser to the mail service. */
@FunctionalInterface
public interface OrganiserMailer {

    Delivery send(ReviewLetterRequest mail);
}
