package nl.samenkomst.domain.sending;

/** Hands one letter to the mail service. */
@FunctionalInterface
public interface Mailer {

    Delivery send(LetterRequest mail);
}
