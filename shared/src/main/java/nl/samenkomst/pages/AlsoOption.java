package nl.samenkomst.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.Choices;

/**
 * Another session of the series, offered as a checkbox.
 *
 * @param id the checkbox's id in the page
 */
public record AlsoOption(String id, SessionSnapshot sessionSnapshot, boolean chosen, Language language, Instant now) {

    /**
     * Returns the option for a session.
     *
     * @param chosen the ids of the sessions that were ticked
     */
    static AlsoOption of(SessionSnapshot sessionSnapshot, List<String> chosen, Language language, Instant now) {
        String session = sessionSnapshot.session().id().value();
        return new AlsoOption("also-" + session, sessionSnapshot, chosen.contains(session), language, now);
    }

    /** Returns whether the session takes sign-ups now and needs no theme or answer for them. */
    static boolean isOffered(SessionSnapshot sessionSnapshot, Instant now) {
        return switch (sessionSnapshot.signUp(now)) {
            case OPEN, WAITING_LIST, REVIEW ->
                Choices.areOptional(sessionSnapshot.session().document());
            case INVITED, FULL, NOT_YET, CLOSED, CANCELLED -> false;
        };
    }

    public Session session() {
        return sessionSnapshot.session();
    }

    /** Returns the outcome of ticking it, in words: a place, the waiting list, a review, or nothing. */
    public String outlook() {
        return switch (sessionSnapshot.signUp(now)) {
            case OPEN -> left();
            case REVIEW -> say("form.also.review");
            case WAITING_LIST -> say("theme.waiting-list");
            case INVITED -> sessionSnapshot.places().mayTake(Optional.empty()) ? left() : say("theme.waiting-list");
            case FULL, NOT_YET, CLOSED, CANCELLED -> say("theme.full");
        };
    }

    /** Returns the number of places left, in the words of that session's own form. */
    private String left() {
        FormFields form = new FormFields(sessionSnapshot, Map.of(), List.of(), language, now);
        return form.left(sessionSnapshot.places().publicLeft());
    }

    private String say(String key) {
        return Pages.TEXTS.text(language, key);
    }
}
