package nl.samenkomst.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.OwnRegistration;
import nl.samenkomst.domain.session.AgendaPart;
import nl.samenkomst.domain.session.AgendaQuery;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.ThemeId;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.texts.Texts;

/** Every page of the desk, as a whole HTML document. */
public final class Pages {

    static final Texts TEXTS = new Texts("pages");

    private final TemplateEngine templates;
    private final Look look;
    private final Optional<URI> baseUrl;

    /** Pages that nobody shares, and that say nothing of where they are. */
    public Pages(HouseStyle style) {
        this(TemplateEngine.createPrecompiled(ContentType.Html), Look.of(style), Optional.empty());
    }

    private Pages(TemplateEngine templates, Look look, Optional<URI> baseUrl) {
        this.templates = templates;
        this.look = look;
        this.baseUrl = baseUrl;
    }

    /** The same for the public of a desk at this address, without a slash at the end. */
    public Pages at(URI deskUrl) {
        return new Pages(templates, look, Optional.of(deskUrl));
    }

    /** The Content-Security-Policy that every page is to be sent with: its own style and nothing else. */
    public String contentSecurityPolicy() {
        return look.policy();
    }

    /** A page of the agenda, with what it can be filtered by. */
    public String agenda(AgendaQuery query, AgendaPart part, Language language, Instant now) {
        return render("pages/agenda.jte", new AgendaPage(query, part, language, now));
    }

    /** What a feed of the agenda is called. */
    public String feedTitle(AgendaQuery query, Language language) {
        return AtomFeed.title(query, language);
    }

    /** The same query as an Atom feed. */
    public String feed(AgendaQuery query, AgendaPart part, Language language) {
        return new AtomFeed(baseUrl.orElseThrow(), query, part, language).text();
    }

    /** One session, with the form where somebody can sign up, and why not where nobody can. */
    public String session(Listing listing, SignUpDraft draft, Language language, Instant now) {
        return session(listing, draft, List.of(), language, now);
    }

    /**
     * The same with the other sessions of its series.
     *
     * @param others those to come first, the next one before all
     */
    public String session(Listing listing, SignUpDraft draft, List<Listing> others, Language language, Instant now) {
        return render(
                "pages/session.jte",
                new SessionPage(listing, draft, SignUpDraft.blank(), others, baseUrl, language, now));
    }

    /** The same after asking for the own link did not work: with what was typed there, and what is wrong. */
    public String linkNotAsked(Listing listing, SignUpDraft asked, Language language, Instant now) {
        return render(
                "pages/session.jte",
                new SessionPage(listing, SignUpDraft.blank(), asked, List.of(), baseUrl, language, now));
    }

    /** Thanks for signing up, the same for whoever did. */
    public String received(Listing listing, ReceivedAs as, Optional<ThemeId> wish, Language language) {
        return received(listing, as, wish, List.of(), List.of(), language);
    }

    /**
     * The same for whoever signed up for several at once.
     *
     * @param also what became of the others
     * @param others those of them that are there
     */
    public String received(
            Listing listing,
            ReceivedAs as,
            Optional<ThemeId> wish,
            List<AlsoReceived> also,
            List<Listing> others,
            Language language) {
        return render("pages/received.jte", new ReceivedPage(listing, as, wish, also, others, language));
    }

    /**
     * Somebody's own registration.
     *
     * @param refusal why cancelling it was refused just now
     */
    public String own(OwnRegistration own, Optional<Refusal> refusal, Language language) {
        return own(own, List.of(), refusal, language);
    }

    /**
     * The same with the person's other registrations in its series.
     *
     * @param others the next one first
     */
    public String own(OwnRegistration own, List<OwnRegistration> others, Optional<Refusal> refusal, Language language) {
        return render("pages/own.jte", new OwnPage(own, others, Optional.empty(), refusal, language));
    }

    /** The same after changing it did not work: with everything that was typed, and what is wrong. */
    public String ownNotChanged(
            OwnRegistration own, List<OwnRegistration> others, SignUpDraft draft, Language language) {
        return render("pages/own.jte", new OwnPage(own, others, Optional.of(draft), draft.refusal(), language));
    }

    /**
     * A page that says why there is no other.
     *
     * @param session which session it is about, as far as the address can be read
     */
    public String problem(Refusal refusal, Optional<SessionId> session, Language language) {
        return render("pages/problem.jte", new ProblemPage(refusal, session, language));
    }

    /**
     * Who comes to a session, for on paper.
     *
     * @param addressAfter where the part after somebody is
     */
    public String participants(ParticipantsPage page, Function<PaperCursor, String> addressAfter) {
        StringOutput html = new StringOutput();
        templates.render(
                "pages/participants.jte",
                Map.of("page", page, "look", look, "next", page.next().map(addressAfter)),
                html);
        return html.toString();
    }

    /** What is kept about people, why, and until when. */
    public String privacy(Language language) {
        return render("pages/privacy.jte", new PrivacyPage(language));
    }

    /** Who can use this, how we know, and where to complain. */
    public String accessibility(Language language) {
        return render("pages/accessibility.jte", new AccessibilityPage(language));
    }

    private String render(String template, Page page) {
        StringOutput html = new StringOutput();
        templates.render(template, Map.of("page", page, "look", look), html);
        return html.toString();
    }
}
