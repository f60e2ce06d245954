package nl.samenkomst.domain.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.ThemePlaces;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Where;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SignUpPhase;

/**
 * Something about a session that an organiser probably wants to know, and may want to change.
 *
 * @param number of people or places; 0 if it is about none
 */
public record Oddity(Kind kind, int number) {

    /** How long before the start a session should have its venue or its meeting link, and its decisions. */
    static final Duration NEAR = Duration.ofDays(7);

    /** What it is. */
    public enum Kind {
        /** People wait for a decision, and the session is near. */
        UNDECIDED_NEAR,
        /** The session is online and near, and has no meeting link. */
        NO_MEETING_LINK,
        /** The session is on site and near, and has no venue. */
        NO_PLACE,
        /** More places are taken than there are. */
        OVERBOOKED,
        /** A closed theme still has people. */
        CLOSED_THEME,
        /** People wait for one theme while another has room. */
        OTHER_THEME_FREE,
        /** Letters came back. */
        RETURNED,
        /** People reported a letter as unwanted. */
        COMPLAINED,
        /** Nobody confirmed the address of some who have a place. */
        UNCONFIRMED,
        /** People may cancel up to the start, while others wait for a place. */
        NO_NOTICE_PERIOD,
        /** Sign-up opens later, and the session is near. */
        OPENS_LATE;

        /** Returns the word in texts, such as {@code closed-theme}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Returns whether the list of participants shows whom it is about. */
        public boolean isAboutPeople() {
            return switch (this) {
                case UNDECIDED_NEAR, OVERBOOKED, CLOSED_THEME, OTHER_THEME_FREE, RETURNED, COMPLAINED, UNCONFIRMED ->
                    true;
                case NO_MEETING_LINK, NO_PLACE, NO_NOTICE_PERIOD, OPENS_LATE -> false;
            };
        }
    }

    /** Returns everything odd about a session, most urgent first; nothing once it was cancelled or has ended. */
    public static List<Oddity> of(SessionSnapshot snapshot, Instant now) {
        Session session = snapshot.session();
        SessionDocument document = session.document();
        if (session.isCancelled() || document.when().hasEndedBy(now)) {
            return List.of();
        }
        List<Oddity> found = new ArrayList<>();
        Places places = snapshot.places();
        boolean isNear = !now.isBefore(document.when().start().toInstant().minus(NEAR));
        boolean hasStarted = document.when().hasStartedBy(now);
        Where where = document.where();
        if (isNear && !hasStarted) {
            add(found, Kind.UNDECIDED_NEAR, places.count(Count.REVIEWING));
        }
        addIf(isNear && where.online() && where.meetingLink().url().isEmpty(), Kind.NO_MEETING_LINK, found);
        addIf(isNear && !where.online() && where.place().isEmpty(), Kind.NO_PLACE, found);
        add(found, Kind.OVERBOOKED, places.taken() - places.limit().orElse(places.taken()));
        add(found, Kind.CLOSED_THEME, inClosedThemes(places));
        add(found, Kind.OTHER_THEME_FREE, waitingBesideRoom(places));
        add(found, Kind.RETURNED, places.count(Count.BOUNCED));
        add(found, Kind.COMPLAINED, places.count(Count.COMPLAINED));
        add(found, Kind.UNCONFIRMED, places.count(Count.UNCONFIRMED_PLACES));
        addIf(
                places.waiting() > 0 && document.signUp().noticePeriod().isNone() && !hasStarted,
                Kind.NO_NOTICE_PERIOD,
                found);
        addIf(isNear && session.phase(now) == SignUpPhase.NOT_YET, Kind.OPENS_LATE, found);
        return List.copyOf(found);
    }

    private static void add(List<Oddity> found, Kind kind, int number) {
        if (number > 0) {
            found.add(new Oddity(kind, number));
        }
    }

    private static void addIf(boolean isSo, Kind kind, List<Oddity> found) {
        if (isSo) {
            found.add(new Oddity(kind, 0));
        }
    }

    private static int inClosedThemes(Places places) {
        return places.themes().values().stream()
                .filter(theme -> !theme.open())
                .mapToInt(theme -> theme.taken() + theme.waiting())
                .sum();
    }

    /** Returns how many wait for a theme although the session and another theme have room. */
    private static int waitingBesideRoom(Places places) {
        boolean isFull = places.limit().orElse(Integer.MAX_VALUE) <= places.taken();
        boolean isRoom = !isFull && places.themes().values().stream().anyMatch(Oddity::hasRoom);
        return isRoom
                ? places.themes().values().stream()
                        .filter(theme -> theme.open() && !hasRoom(theme))
                        .mapToInt(ThemePlaces::waiting)
                        .sum()
                : 0;
    }

    private static boolean hasRoom(ThemePlaces theme) {
        return theme.open() && theme.limit().orElse(Integer.MAX_VALUE) > theme.taken();
    }
}
