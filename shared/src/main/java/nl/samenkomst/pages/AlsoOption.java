package nl.samenkomst.pages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
            case OPEN -> open(listing.places().left());
            case REVIEW -> say("form.also.review");
            case WAITING_LIST -> say("theme.waiting-list");
            case INVITED ->
                listing.places().mayTake(Optional.empty())
                        ? open(listing.places().left())
                        : say("theme.waiting-list");
            case FULL, NOT_YET, CLOSED, CANCELLED -> say("theme.full");
        };
    }

    private String open(OptionalInt left) {
        if (left.isEmpty()) {
            return say("theme.open");
        }
        return left.getAsInt() == 1 ? say("theme.one-left") : say("theme.left", "places", left.getAsInt());
    }

    private String say(String key, Object... namesAndValues) {
        return Pages.TEXTS.text(language, key, namesAndValues);
    }
}
