package nl.samenkomst.pages;

import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code problem.jte}: an error page that says what is wrong and where to go from here.
 *
 * @param session the session it is about; empty if the address names none
 * @param asked what was typed in the form that asks for the own link
 */
public record ProblemPage(Refusal refusal, Optional<SessionId> session, SignUpDraft asked, Language language)
        implements Page {

    @Override
    public String title() {
        return ProblemTexts.title(refusal.status(), language);
    }

    /** Returns the session's page, or else the agenda: the failed address may be a form's target, which has no page. */
    @Override
    public String in(Language other) {
        return session.map(id -> DeskUrls.session(id, other)).orElseGet(() -> DeskUrls.agenda(other));
    }

    /** Returns the form that asks for the own link, once something was typed in it. */
    @Override
    public Optional<MainForm> mainForm() {
        return linkOf().filter(id -> !asked.isBlank())
                .map(id -> new MainForm("own-link-form", "own-link", say("own-link.title"), DeskUrls.session(id)));
    }

    /** Returns the session whose own link can be asked for here: one that is not public, or that does not exist. */
    public Optional<SessionId> linkOf() {
        return session.filter(id -> refusal == Refusal.SESSION_UNKNOWN || refusal == Refusal.REGISTRATION_UNKNOWN);
    }

    /** Returns the problem with the address in the form that asks for the own link. */
    public Optional<String> linkProblem() {
        return asked.problems().stream().findFirst().map(problem -> ProblemTexts.of(problem, language));
    }

    public String sentence() {
        return ProblemTexts.of(refusal, language);
    }

    /** Returns the session's page to go back to; empty if there is none or the session is what is unknown. */
    public Optional<String> back() {
        return session.filter(id -> refusal != Refusal.SESSION_UNKNOWN).map(id -> DeskUrls.session(id, language));
    }
}
