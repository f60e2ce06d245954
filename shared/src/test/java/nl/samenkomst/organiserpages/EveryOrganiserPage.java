package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.ELS;
import static nl.samenkomst.domain.session.SampleSessions.NOW;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;

/** Every organiser's page in every state, as HTML by a unique name. */
public final class EveryOrganiserPage {

    private EveryOrganiserPage() {}

    public static Map<String, String> in(Language language) {
        return in(HouseStyle.defaultStyle(), language);
    }

    /** Returns every page in a house style. */
    public static Map<String, String> in(HouseStyle style, Language language) {
        OrganiserPages desk = new OrganiserPages(style);
        Map<String, String> pages = new LinkedHashMap<>();
        models(language).forEach((name, page) -> pages.put("organise-" + name, desk.render(page)));
        return pages;
    }

    /** Returns the model of every page. */
    static Map<String, OrganiserPage> models(Language language) {
        Map<String, OrganiserPage> pages = new LinkedHashMap<>();
        Viewer nobody = viewer(Optional.empty(), language);
        for (KeptFormPage.Why why : KeptFormPage.Why.values()) {
            Viewer viewer = why.status() == 401 || why == KeptFormPage.Why.OTHER_SITE ? nobody : by(ELS, language);
            pages.put(
                    "kept-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    kept(why, KeptForm.Missing.NOTHING, viewer));
        }
        pages.put("kept-without-file", kept(KeptFormPage.Why.NOT_PERMITTED, KeptForm.Missing.FILE, by(ELS, language)));
        pages.put("kept-nothing", kept(KeptFormPage.Why.SIGNED_OUT, KeptForm.Missing.EVERYTHING, nobody));
        pages.put("refused", new RefusedPage(Refusal.NOT_PERMITTED, by(ELS, language)));
        ColleagueSamples.put(language, pages);
        pages.putAll(SessionsSamples.in(language));
        EditingSamples.addTo(pages, language);
        DoorSamples.addTo(pages, language);
        AnswersSamples.addTo(pages, language);
        FiguresSamples.addTo(pages, language);
        ShareSamples.addTo(pages, language);
        SignInSamples.addTo(pages, language);
        TimetableSamples.addTo(pages, language);
        ParticipantSamples.addTo(pages, language);
        MessageSamples.addTo(pages, language);
        return pages;
    }

    private static KeptFormPage kept(KeptFormPage.Why why, KeptForm.Missing missing, Viewer viewer) {
        KeptForm form = new KeptForm(
                Map.of("name", "<b>Els</b>\n& co", "reason", "\nEen </textarea> reden"),
                missing == KeptForm.Missing.FILE,
                missing);
        return new KeptFormPage(why, viewer.links().colleagues(), form, viewer);
    }

    /** Returns somebody who looks at a page after signing in. */
    static Viewer by(Organiser organiser, Language language) {
        return viewer(Optional.of(organiser), language);
    }

    static Viewer viewer(Optional<Organiser> organiser, Language language) {
        OrganiserUrls links = new OrganiserUrls(Optional.of(language));
        return new Viewer(organiser, language, new OrganiserUrls(Optional.empty()).overview(), links, NOW);
    }
}
