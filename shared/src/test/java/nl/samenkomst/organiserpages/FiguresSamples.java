package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.LIBRARY_NETWORK;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.figures.FiguresQuery;
import nl.samenkomst.domain.figures.SessionFigures;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;

/** The pages with figures, in every state. */
final class FiguresSamples {

    private static final Tally KEPT = new Tally(
            48,
            31,
            26,
            3,
            5,
            9,
            OptionalInt.of(2),
            List.of(new Tally.Group("Gemeente", 14), new Tally.Group("Bibliotheek", 0)));
    private static final Tally COUNTED = new Tally(12, 12, 0, 0, 0, 0, OptionalInt.empty(), List.of());

    private FiguresSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Language language) {
        Session ofSeries = SampleSessions.eenzaamheidWith(Map.of("series", "Leren van elkaar"));
        List<SessionFigures> several = List.of(
                new SessionFigures(HANDREIKING, COUNTED),
                new SessionFigures(ofSeries, KEPT),
                new SessionFigures(VERSNELLINGSKAMER, KEPT),
                new SessionFigures(LIBRARY_NETWORK, Tally.NONE));
        pages.put("figures", page(language, "2026", "", several, false));
        pages.put("figures-of-series", page(language, "all", "Leren van elkaar", several.subList(1, 2), false));
        pages.put("figures-none", page(language, "2019", "Weg", List.of(), false));
        List<SessionFigures> many = new ArrayList<>();
        for (int i = 0; i < FiguresQuery.MAX_SESSIONS; i++) {
            many.add(several.get(i % several.size()));
        }
        pages.put("figures-many", page(language, "all", "", many, true));
        pages.put("figures-of-session", ofSession(language, EENZAAMHEID_ONDER_JONGEREN, KEPT));
        pages.put("figures-of-session-unmarked", ofSession(language, HANDREIKING, COUNTED));
        Viewer viewer = EveryOrganiserPage.by(NOOR, language);
        pages.put(
                "figures-of-session-gone",
                new SessionFiguresPage(
                        new Viewer(
                                viewer.organiser(),
                                language,
                                viewer.here(),
                                viewer.links(),
                                EENZAAMHEID_ONDER_JONGEREN.document().forgetAt()),
                        EENZAAMHEID_ONDER_JONGEREN,
                        KEPT));
    }

    private static OrganiserPage page(
            Language language, String year, String series, List<SessionFigures> figures, boolean isCut) {
        return new FiguresPage(
                EveryOrganiserPage.by(NOOR, language),
                FiguresQuery.of(year, series, NOW),
                figures,
                List.of("Leren van elkaar", "Wijkgesprekken"),
                isCut);
    }

    private static OrganiserPage ofSession(Language language, Session session, Tally tally) {
        return new SessionFiguresPage(EveryOrganiserPage.by(NOOR, language), session, tally);
    }
}
