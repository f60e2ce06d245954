package nl.samenkomst.pages;

import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;

/** What {@code problem.jte} shows: why there is nothing else, and where to go from here. */
public record ProblemPage(Refusal refusal, Optional<SessionId> session, Language language) implements Page {

    @Override
    public String title() {
        return ProblemTexts.title(refusal.status(), language);
    }

    /** The session's page: the address of a form post leads nowhere when it is opened. */
    @Override
    public String in(Language other) {
        return session.map(id -> Addresses.session(id, other)).orElseGet(() -> Addresses.agenda(other));
    }

    public String sentence() {
        return ProblemTexts.of(refusal, language);
    }

    /** The session to go back to, unless that is what is missing. */
    public Optional<String> back() {
        return session.filter(id -> refusal != Refusal.SESSION_UNKNOWN).map(id -> Addresses.session(id, language));
    }
}
