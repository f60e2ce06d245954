package nl.samenkomst.local.desk;

import java.time.Instant;
import java.util.OptionalInt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.texts.Dates;

/** A session as listed on the desk's first page: when it is, how full, and how to register. */
public record SessionLine(SessionSnapshot sessionSnapshot, Instant now) {

    public String id() {
        return sessionSnapshot.session().id().value();
    }

    public String title() {
        return sessionSnapshot.session().document().about().title();
    }

    /** Returns the language tag of the title. */
    public String language() {
        return sessionSnapshot.session().document().about().language().tag();
    }

    public String when() {
        return Dates.when(sessionSnapshot.session().document().when(), Language.EN);
    }

    /** Returns the start in ISO 8601 with its offset, for programs. */
    public String start() {
        return sessionSnapshot
                .session()
                .document()
                .when()
                .start()
                .toOffsetDateTime()
                .toString();
    }

    /** Returns whether the list can link to the session; the link to an invitation-only session is in a letter. */
    public boolean isPublic() {
        return sessionSnapshot.session().isPublic();
    }

    /** Returns how many places are taken, and how many people wait, are under review or are invited. */
    public String places() {
        Places places = sessionSnapshot.places();
        OptionalInt limit = places.limit();
        StringBuilder text = new StringBuilder(
                limit.isPresent()
                        ? "%d of %d places taken".formatted(places.taken(), limit.getAsInt())
                        : "%d signed up, no limit".formatted(places.taken()));
        add(text, places.waiting(), "waiting");
        add(text, places.count(Count.REVIEWING), "to be decided about");
        add(text, places.count(Count.INVITED), "invited");
        return text.toString();
    }

    /** Returns what somebody who registers now would get. */
    public String signUp() {
        return switch (sessionSnapshot.signUp(now)) {
            case OPEN -> "open";
            case WAITING_LIST -> "waiting list";
            case REVIEW -> "the organiser decides";
            case INVITED -> "by invitation";
            case FULL -> "full";
            case NOT_YET -> "not open yet";
            case CLOSED -> "closed";
            case CANCELLED -> "cancelled";
        };
    }

    private static void add(StringBuilder text, int number, String what) {
        if (number > 0) {
            text.append(", ").append(number).append(' ').append(what);
        }
    }
}
