package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.urls.DeskUrls;

/** The page to share a session, in every state. */
final class ShareSamples {

    static final DeskUrls DESK = new DeskUrls(URI.create("https://aanmelden.example.org"));

    private ShareSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Language language) {
        pages.put("share", page(VERSNELLINGSKAMER, false, language));
        pages.put("share-in-both", page(EENZAAMHEID_ONDER_JONGEREN, true, language));
        pages.put("share-not-open", page(with("opens", "2026-11-30T09:00:00+01:00"), true, language));
        pages.put("share-closed", page(with("closes", "2026-11-19T09:00:00+01:00"), false, language));
        pages.put("share-cancelled", page(SampleSessions.cancelled(VERSNELLINGSKAMER, "Ziek"), false, language));
        pages.put("share-invited", page(with("admission", "invited"), false, language));
        Viewer later = new Viewer(
                Optional.of(NOOR),
                language,
                EveryOrganiserPage.by(NOOR, language).here(),
                EveryOrganiserPage.by(NOOR, language).links(),
                VERSNELLINGSKAMER.document().when().end().toInstant());
        pages.put("share-ended", new SharePage(VERSNELLINGSKAMER, DESK, false, later));
    }

    private static Session with(String field, Object value) {
        return SampleSessions.eenzaamheidWith(Map.of(field, value));
    }

    private static SharePage page(Session session, boolean inBoth, Language language) {
        return new SharePage(session, DESK, inBoth, EveryOrganiserPage.by(NOOR, language));
    }

    /** Returns the page of a session. */
    static SharePage page(Session session) {
        return page(session, true, Language.NL);
    }
}
