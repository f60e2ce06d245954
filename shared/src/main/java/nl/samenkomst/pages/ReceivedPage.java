package nl.samenkomst.pages;

import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.Session;

/** What {@code received.jte} shows; nothing in it depends on who signed up. */
public record ReceivedPage(Session session, ReceivedAs as, Language language) implements Page {

    @Override
    public String title() {
        return switch (as) {
            case PLACE, WAITING_LIST, REVIEW -> say("received.title");
            case LINK -> say("received.link.title");
            case ERASED -> say("received.erased.title");
        };
    }

    @Override
    public String in(Language other) {
        return Addresses.received(session.id(), as, other);
    }

    /** Whether a letter may follow. */
    public boolean tellsOfLetter() {
        return as != ReceivedAs.ERASED;
    }

    public String what() {
        return switch (as) {
            case PLACE -> say("received.place");
            case WAITING_LIST -> say("received.waiting-list");
            case REVIEW -> say("received.review");
            case LINK -> say("received.link");
            case ERASED -> say("received.erased");
        };
    }
}
