package nl.samenkomst.domain.sending;

/** What the mail service said. */
public sealed interface Delivery {

    /** It takes care of the letter from here. */
    record Taken(String messageId) implements Delivery {}

    /** It does not take this letter; {@code code} is its own word for it, without anything personal. */
    record Refused(String code) implements Delivery {}

    /** It takes no letters at the moment; {@code code} is its own word for it. */
    record NotNow(String code) implements Delivery {}

    /** Its answer was lost: the letter may be on its way. */
    record Unknown() implements Delivery {}
}
