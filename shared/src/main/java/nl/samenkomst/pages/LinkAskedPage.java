package nl.samenkomst.pages;

import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.ReceivedAs;

/**
 * Model of {@code linkasked.jte}: the page after a request for the own link, or a fresh one, of a session that is not
 * public. It is the same for every id and address, so that it does not reveal whether there is such a session.
 */
public record LinkAskedPage(SessionId session, ReceivedAs as, Language language) implements Page {

    @Override
    public String title() {
        return say("received.link.title");
    }

    @Override
    public String in(Language other) {
        return DeskUrls.received(session, as, other);
    }

    /** Returns what was done. */
    public String what() {
        return as == ReceivedAs.RENEWAL ? say("received.renewal") : say("received.link.unknown");
    }
}
