package nl.samenkomst.domain.letter;

/** Hands one letter to the mail service. */
@FunctionalInterface
public interface Mailer {

    Delivery send(LetterRequest mail);
}
