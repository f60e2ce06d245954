package nl.samenkomst.pages;

import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code linkrefused.jte}: a link that ended, or that may not do what was asked. Tells nothing about the
 * registration, and offers to mail its person the link that works.
 */
public record LinkRefusedPage(Refusal refusal, SessionId session, OwnLink link, Language language) implements Page {

    @Override
    public String title() {
        return refusal == Refusal.LINK_ENDED ? say("link-refused.ended") : say("link-refused.calendar");
    }

    @Override
    public String in(Language other) {
        return DeskUrls.own(session, link, other);
    }

    public String sentence() {
        return ProblemTexts.of(refusal, language);
    }
}
