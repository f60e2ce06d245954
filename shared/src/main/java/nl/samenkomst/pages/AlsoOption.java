package nl.samenkomst.pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.Choices;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Session;

/**
 * Another session of the series that somebody may tick.
 *
 * @param id of its box in the page
 */
public record AlsoOption(String id, Listing listing, boolean chosen, Language language, Instant now) {

    /** One among those that were ticked, or not. */
    static AlsoOption of(Listing listing, List<String> chosen, Language language, Instant now) {
        String session = listing.session().id().value();
        return new AlsoOption("also-" + session, listing, chosen.contains(session), language, now);
    }

    /** Whether it takes people now who say nothing but who they are. */
    static boolean isOffered(Listing listing, Instant now) {
        return switch (listing.signUp(now)) {
            case OPEN, WAITING_LIST, REVIEW ->
                Choices.mayBeNone(listing.session().document());
            case INVITED, FULL, NOT_YET, CLOSED, CANCELLED -> false;
        };
    }

    public Session session() {
        return listing.session();
    }

    /** What somebody who ticks it would get. */
    public String outlook() {
        return switch (listing.signUp(now)) {
            case OPEN -> left();
            case REVIEW -> say("form.also.review");
            case WAITING_LIST -> say("theme.waiting-list");
            case INVITED -> listing.places().mayTake(Optional.empty()) ? left() : say("theme.waiting-list");
            case FULL, NOT_YET, CLOSED, CANCELLED -> say("theme.full");
        };
    }

    /** As the form of that session would say it. */
    private String left() {
        FormFields form = new FormFields(listing, Map.of(), List.of(), language, now);
        return form.left(listing.places().left());
    }

    private String say(String key) {
        return Pages.TEXTS.text(language, key);
    }
}
