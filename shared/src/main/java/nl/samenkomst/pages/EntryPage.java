package nl.samenkomst.pages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code entry.jte}: the page behind the link in a calendar entry, which others may see. It tells how the
 * registration stands and leads to the meeting; it does not say whose it is.
 */
public record EntryPage(OwnRegistration own, Language language) implements Page {

    @Override
    public String title() {
        return document().about().title();
    }

    @Override
    public String in(Language other) {
        return DeskUrls.own(session().id(), link(), other);
    }

    public Session session() {
        return own.session();
    }

    public SessionDocument document() {
        return session().document();
    }

    /** Returns the calendar's link. */
    public OwnLink link() {
        return own.registration().calendarLink();
    }

    public Tone tone() {
        return ownPage().tone();
    }

    /** Returns the registration state in a sentence. */
    public String state() {
        return ownPage().state();
    }

    /** Returns why there is no way in to the meeting yet; empty if there is one, or if none will come. */
    public Optional<String> missingLinkReason() {
        return ownPage().missingLinkReason();
    }

    private OwnPage ownPage() {
        return new OwnPage(own, List.of(), List.of(), false, Optional.empty(), Optional.empty(), language);
    }
}
