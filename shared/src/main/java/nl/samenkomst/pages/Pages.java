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
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.own.Certificate;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.style.HouseStyle;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.texts.Texts;
import nl.samenkomst.urls.AlsoReceived;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.ReceivedAs;

/** Renders each page of the desk as a whole HTML document. */
public final class Pages {

    static final Texts TEXTS = new Texts("pages");

    private final TemplateEngine templates;
    private final HouseStyle style;
    private final PageStyles styles;
    private final Optional<DeskUrls> urls;

    /** Creates pages without a base URL: they have no share links, metadata or feeds. */
    public Pages(HouseStyle style) {
        this(TemplateEngine.createPrecompiled(ContentType.Html), style, PageStyles.of(style), Optional.empty());
    }

    private Pages(TemplateEngine templates, HouseStyle style, PageStyles styles, Optional<DeskUrls> urls) {
        this.templates = templates;
        this.style = style;
        this.styles = styles;
        this.urls = urls;
    }

    /**
     * Returns pages that know the desk's public URL.
     *
     * @throws IllegalArgumentException if it has no host or ends with a slash
     */
    public Pages at(URI deskUrl) {
        return new Pages(templates, style, styles, Optional.of(new DeskUrls(deskUrl)));
    }

    /** Returns the Content-Security-Policy for every page: only its own style sheet and embedded pictures. */
    public String contentSecurityPolicy() {
        return styles.policy();
    }

    /** Renders a page of the agenda with its filters. */
    public String agenda(AgendaQuery query, AgendaResults part, Language language, Instant now) {
        return render("pages/agenda.jte", new AgendaPage(query, part, urls, language, now));
    }

    /** Returns the title of a feed of the agenda. */
    public String feedTitle(AgendaQuery query, Language language) {
        return AtomFeed.title(query, language);
    }

    /**
     * Renders a query of the agenda as an Atom feed.
     *
     * @throws java.util.NoSuchElementException if these pages have no base URL
     */
    public String feed(AgendaQuery query, AgendaResults part, Language language) {
        return new AtomFeed(urls.orElseThrow(), query, part, language).text();
    }

    /**
     * Renders a session: with the sign-up form, or why there is none, and the other sessions of its series.
     *
     * @param others upcoming sessions first, the next one at the front
     */
    public String session(
            SessionSnapshot sessionSnapshot,
            SignUpDraft draft,
            List<SessionSnapshot> others,
            Language language,
            Instant now) {
        return render(
                "pages/session.jte",
                new SessionPage(
                        sessionSnapshot, draft, SignUpDraft.blank(), others, Optional.empty(), urls, language, now));
    }

    /** Renders a session's page as an organiser sees it before it is published. */
    public String preview(SessionSnapshot sessionSnapshot, PreviewLinks links, Language language, Instant now) {
        return render(
                "pages/session.jte",
                new SessionPage(
                        sessionSnapshot,
                        SignUpDraft.blank(),
                        SignUpDraft.blank(),
                        List.of(),
                        Optional.of(links),
                        Optional.empty(),
                        language,
                        now));
    }

    /** Returns a session's picture for previews of links to its page, as a PNG. */
    public byte[] preview(Session session) {
        return PreviewPicture.png(session, style);
    }

    /** Renders a session after a failed request for the own link: with what was typed there, and its problems. */
    public String linkNotAsked(SessionSnapshot sessionSnapshot, SignUpDraft asked, Language language, Instant now) {
        return render(
                "pages/session.jte",
                new SessionPage(
                        sessionSnapshot, SignUpDraft.blank(), asked, List.of(), Optional.empty(), urls, language, now));
    }

    /**
     * Renders the page that confirms a form was received; it does not depend on who sent it.
     *
     * @param also the outcomes for the other sessions of a sign-up for several
     * @param others the other sessions, as far as they exist and are public
     */
    public String received(
            SessionSnapshot sessionSnapshot,
            ReceivedAs as,
            Optional<ThemeId> wish,
            List<AlsoReceived> also,
            List<SessionSnapshot> others,
            Language language) {
        return render("pages/received.jte", new ReceivedPage(sessionSnapshot, as, wish, also, others, language));
    }

    /**
     * Renders the participant's own page with their other registrations in the series.
     *
     * @param others the next session first
     * @param elsewhere the other sessions of the series that they have a registration for
     * @param refusal why the last request was refused; empty if none was
     */
    public String own(
            OwnRegistration own,
            List<OwnRegistration> others,
            List<SessionSnapshot> elsewhere,
            Optional<Refusal> refusal,
            Language language) {
        return render("pages/own.jte", new OwnPage(own, others, elsewhere, false, Optional.empty(), refusal, language));
    }

    /** Renders the participant's own page with their registrations for all other sessions. */
    public String ownEverywhere(
            OwnRegistration own, List<OwnRegistration> others, List<SessionSnapshot> elsewhere, Language language) {
        return render(
                "pages/own.jte",
                new OwnPage(own, others, elsewhere, true, Optional.empty(), Optional.empty(), language));
    }

    /**
     * Renders the participant's own page after a failed change: with everything that was typed, and its problems.
     *
     * @param isEverywhere whether {@code elsewhere} is of all sessions, rather than of the series
     */
    public String ownNotChanged(
            OwnRegistration own,
            List<OwnRegistration> others,
            List<SessionSnapshot> elsewhere,
            boolean isEverywhere,
            SignUpDraft draft,
            Language language) {
        return render(
                "pages/own.jte",
                new OwnPage(own, others, elsewhere, isEverywhere, Optional.of(draft), draft.refusal(), language));
    }

    /** Renders the page behind the link in a calendar entry, which others may see: it names nobody. */
    public String entry(OwnRegistration own, Language language) {
        return render("pages/entry.jte", new EntryPage(own, language));
    }

    /**
     * Renders a certificate of attendance, to print.
     *
     * @param own the own link of its person
     * @throws java.util.NoSuchElementException if these pages have no base URL
     */
    public String certificate(Certificate certificate, OwnLink own, Language language) {
        return render(
                "pages/certificate.jte",
                new CertificatePage(certificate, Optional.of(own), urls.orElseThrow(), language));
    }

    /**
     * Renders what anybody sees who verifies a certificate.
     *
     * @throws java.util.NoSuchElementException if these pages have no base URL
     */
    public String verifiedCertificate(Certificate certificate, Language language) {
        return render(
                "pages/certificate.jte",
                new CertificatePage(certificate, Optional.empty(), urls.orElseThrow(), language));
    }

    /** Renders the page for a link that ended or may not do what was asked; it is the same for every registration. */
    public String linkRefused(Refusal refusal, SessionId session, OwnLink link, Language language) {
        return render("pages/linkrefused.jte", new LinkRefusedPage(refusal, session, link, language));
    }

    /**
     * Renders the page behind an own link that refused all letters, to take that back.
     *
     * @param isInForce false once that was taken back
     */
    public String mailRefused(SessionId session, OwnLink link, boolean isInForce, Language language) {
        return render("pages/mailrefused.jte", new MailRefusedPage(session, link, isInForce, language));
    }

    /**
     * Renders an error page.
     *
     * @param session the session it is about; empty if the address names none
     */
    public String problem(Refusal refusal, Optional<SessionId> session, Language language) {
        return render("pages/problem.jte", new ProblemPage(refusal, session, SignUpDraft.blank(), language));
    }

    /** Renders the error page of a session that is not public, after a failed request for the own link. */
    public String linkNotAsked(SessionId session, SignUpDraft asked, Language language) {
        return render(
                "pages/problem.jte", new ProblemPage(Refusal.SESSION_UNKNOWN, Optional.of(session), asked, language));
    }

    /**
     * Renders the page after a request for the own link, or a fresh one, of a session that is not public, or that does
     * not exist.
     */
    public String linkAsked(SessionId session, ReceivedAs as, Language language) {
        return render("pages/linkasked.jte", new LinkAskedPage(session, as, language));
    }

    /**
     * Renders the page after erasing a registration for a session that is not public, or that does not exist.
     *
     * @param also the outcomes for the person's other registrations
     * @param others the sessions of those, as far as they exist and are public
     */
    public String erased(SessionId session, List<AlsoReceived> also, List<SessionSnapshot> others, Language language) {
        return render("pages/erased.jte", new ErasedPage(session, also, others, language));
    }

    /**
     * Renders the printable list of participants.
     *
     * @param addressAfter returns the address of the part that starts after a participant
     */
    public String participants(ParticipantsPage page, Function<PrintCursor, String> addressAfter) {
        StringOutput html = new StringOutput();
        templates.render(
                "pages/participants.jte",
                Map.of("page", page, "styles", styles, "next", page.next().map(addressAfter)),
                html);
        return html.toString();
    }

    /** Renders the privacy statement: the data stored about people, why, and until when. */
    public String privacy(Language language) {
        return render("pages/privacy.jte", new PrivacyPage(language));
    }

    /** Renders the accessibility statement. */
    public String accessibility(Language language) {
        return render("pages/accessibility.jte", new AccessibilityPage(language));
    }

    private String render(String template, Page page) {
        StringOutput html = new StringOutput();
        templates.render(template, Map.of("page", page, "styles", styles), html);
        return html.toString();
    }
}
