package nl.samenkomst.domain.delivery;

import java.time.Instant;

/**
 * What the mail service says became of a letter. It may say so more than once, late, and in any order.
 *
 * @param at when that happened, by the mail service's clock
 */
public record DeliveryEvent(LetterTags letter, DeliveryNews news, Instant at) {}
