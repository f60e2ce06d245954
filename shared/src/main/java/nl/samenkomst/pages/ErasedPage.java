package nl.samenkomst.pages;

import java.util.List;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.ReceivedAs;

/**
 * Model of {@code erased.jte}: the page after erasing a registration for a session that is not public. It is the same
 * for every id, so that it does not reveal whether there is such a session.
 *
 * @param also the outcomes for the person's other registrations
 * @param others the sessions of those, as far as they exist and are public
 */
public record ErasedPage(SessionId session, List<AlsoReceived> also, List<SessionSnapshot> others, Language language)
        implements Page {

    @Override
    public String title() {
        return say("received.erased.title");
    }

    @Override
    public String in(Language other) {
        return DeskUrls.received(session, ReceivedAs.ERASED, also, other);
    }

    /** Returns the outcomes for the person's other registrations. */
    public OtherOutcomes otherOutcomes() {
        return new OtherOutcomes(ReceivedAs.ERASED, also, others, language);
    }
}
