package nl.samenkomst.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.About;
import nl.samenkomst.domain.session.AgendaCursor;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.texts.Dates;

/** What {@code agenda.jte} shows. */
public record AgendaPage(
        List<Listing> listings,
        Optional<AgendaCursor> after,
        Optional<AgendaCursor> next,
        Language language,
        Instant now)
        implements Page {

    @Override
    public String title() {
        return say("agenda.title");
    }

    @Override
    public String in(Language other) {
        return after.map(cursor -> Addresses.agendaAfter(cursor, other)).orElseGet(() -> Addresses.agenda(other));
    }

    /** How the sign-up stands, in a few words. */
    public String signUp(Listing listing) {
        return switch (listing.signUp(now)) {
            case OPEN -> open(listing.places().left());
            case WAITING_LIST -> say("agenda.waiting-list");
            case REVIEW -> say("agenda.review");
            case INVITED -> say("agenda.invited");
            case FULL -> say("agenda.full");
            case NOT_YET ->
                say(
                        "agenda.not-yet",
                        "moment",
                        Dates.moment(
                                listing.session().document().signUp().opens().orElseThrow(), language));
            case CLOSED -> say("agenda.closed");
            case CANCELLED -> say("agenda.cancelled");
        };
    }

    /** The region and the topics, where there are any. */
    public List<String> labels(Listing listing) {
        About about = listing.session().document().about();
        List<String> labels = new ArrayList<>(about.topics());
        about.region().ifPresent(region -> labels.addFirst(region));
        return labels;
    }

    private String open(OptionalInt left) {
        if (left.isEmpty()) {
            return say("agenda.open");
        }
        return left.getAsInt() == 1 ? say("agenda.one-left") : say("agenda.left", "places", left.getAsInt());
    }
}
