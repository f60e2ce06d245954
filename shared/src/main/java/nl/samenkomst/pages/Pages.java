package nl.samenkomst.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.OwnRegistration;
import nl.samenkomst.domain.session.AgendaCursor;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.texts.Texts;

/** Every page of the desk, as a whole HTML document. */
public final class Pages {

    static final Texts TEXTS = new Texts("pages");

    private static final String POLICY = "default-src 'none'; style-src " + Style.source()
            + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** The Content-Security-Policy that every page is to be sent with: its own style and nothing else. */
    public static String contentSecurityPolicy() {
        return POLICY;
    }

    /**
     * Upcoming sessions in order of their start.
     *
     * @param after where this part of the agenda begins; empty for its beginning
     * @param next where the next part begins; empty where this is the last
     */
    public String agenda(
            Optional<AgendaCursor> after,
            List<Listing> listings,
            Optional<AgendaCursor> next,
            Language language,
            Instant now) {
        return render("pages/agenda.jte", new AgendaPage(listings, after, next, language, now));
    }

    /** One session, with the form where somebody can sign up, and why not where nobody can. */
    public String session(Listing listing, SignUpDraft draft, Language language, Instant now) {
        return render("pages/session.jte", new SessionPage(listing, draft, SignUpDraft.blank(), language, now));
    }

    /** The same after asking for the own link did not work: with what was typed there, and what is wrong. */
    public String linkNotAsked(Listing listing, SignUpDraft asked, Language language, Instant now) {
        return render("pages/session.jte", new SessionPage(listing, SignUpDraft.blank(), asked, language, now));
    }

    /** Thanks for signing up, the same for whoever did. */
    public String received(Session session, ReceivedAs as, Language language) {
        return render("pages/received.jte", new ReceivedPage(session, as, language));
    }

    /**
     * Somebody's own registration.
     *
     * @param refusal why cancelling it was refused just now
     */
    public String own(OwnRegistration own, Optional<Refusal> refusal, Language language) {
        return render("pages/own.jte", new OwnPage(own, Optional.empty(), refusal, language));
    }

    /** The same after changing it did not work: with everything that was typed, and what is wrong. */
    public String ownNotChanged(OwnRegistration own, SignUpDraft draft, Language language) {
        return render("pages/own.jte", new OwnPage(own, Optional.of(draft), draft.refusal(), language));
    }

    /**
     * A page that says why there is no other.
     *
     * @param session which session it is about, as far as the address can be read
     */
    public String problem(Refusal refusal, Optional<SessionId> session, Language language) {
        return render("pages/problem.jte", new ProblemPage(refusal, session, language));
    }

    private String render(String template, Page page) {
        StringOutput html = new StringOutput();
        templates.render(template, page, html);
        return html.toString();
    }
}
