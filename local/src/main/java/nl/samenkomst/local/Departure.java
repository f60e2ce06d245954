package nl.samenkomst.local;

import java.time.Instant;

/**
 * Equal letters that leave by themselves at one moment.
 *
 * @param at in the past where somebody is seeing to it now
 * @param kind as the mailbox has it; a reminder says which one it is
 * @param language of the title
 * @param session the address of its page; empty where only who was invited finds it
 * @param people how many have one
 */
public record Departure(Instant at, String kind, String title, String language, String session, int people) {

    Departure to(int howMany) {
        return new Departure(at, kind, title, language, session, howMany);
    }
}
