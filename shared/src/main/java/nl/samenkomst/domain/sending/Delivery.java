package nl.samenkomst.domain.sending;

/** The mail service's response to one letter. */
public sealed interface Delivery {

    /** The service took the letter. */
    record Taken(String messageId) implements Delivery {}

    /** The service does not take this letter; {@code code} is its error code, without personal data. */
    record Refused(String code) implements Delivery {}

    /** The service takes no letters at the moment; {@code code} is its error code. */
    record Unavailable(String code) implements Delivery {}

    /** The response was lost, so the letter may have been sent. */
    record Unknown() implements Delivery {}
}
