package nl.samenkomst.pages;

import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.DeskUrls;

/** Model of {@code problem.jte}: an error page that says what is wrong and where to go from here. */
public record ProblemPage(Refusal refusal, Optional<SessionId> session, Language language) implements Page {

    @Override
    public String title() {
        return ProblemTexts.title(refusal.status(), language);
    }

    /** Returns the session's page, or else the agenda: the failed address may be a form's target, which has no page. */
    @Override
    public String in(Language other) {
        return session.map(id -> DeskUrls.session(id, other)).orElseGet(() -> DeskUrls.agenda(other));
    }

    public String sentence() {
        return ProblemTexts.of(refusal, language);
    }

    /** Returns the session's page to go back to; empty if there is none or the session is what is unknown. */
    public Optional<String> back() {
        return session.filter(id -> refusal != Refusal.SESSION_UNKNOWN).map(id -> DeskUrls.session(id, language));
    }
}
