package nl.samenkomst.pages;

import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code mailrefused.jte}: where an own link leads that refused all letters to a mailbox.
 *
 * @param isInForce false once that was taken back
 */
public record MailRefusedPage(SessionId session, OwnLink link, boolean isInForce, Language language) implements Page {

    @Override
    public String title() {
        return isInForce ? say("refused.title") : say("refused.undone.title");
    }

    @Override
    public String in(Language other) {
        return DeskUrls.own(session, link, other);
    }
}
