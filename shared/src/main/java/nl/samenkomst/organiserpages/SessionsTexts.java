package nl.samenkomst.organiserpages;

import java.time.ZonedDateTime;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.desk.SessionMark;
import nl.samenkomst.domain.document.When;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;

/** What the pages about sessions share: the overview, the list, and one session's pages. */
public interface SessionsTexts extends OrganiserPage {

    /** The texts of these pages. */
    Texts TEXTS = new Texts("sessions");

    /** The words for a registration's state, which the exported lists use too. */
    Texts LISTS = new Texts("lists");

    default String say(String key, Object... namesAndValues) {
        return TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns the text for one, or that for another number. */
    default String count(String key, int number) {
        return number == 1 ? TEXTS.text(language(), key + ".one") : TEXTS.text(language(), key, "number", number);
    }

    /** Returns the words for a registration's state, such as <i>has a place</i>. */
    default String state(String word) {
        return LISTS.text(language(), "state." + word);
    }

    default String markText(SessionMark mark) {
        return TEXTS.text(language(), "mark." + mark.word());
    }

    /** Returns the tone of a mark's chip. */
    default String markTone(SessionMark mark) {
        return switch (mark) {
            case CANCELLED -> "bad";
            case FULL, NOT_OPEN_YET -> "wait";
            case UNDER_WAY, OPEN -> "good";
            case ENDED, INVITATION_ONLY, REVIEWED, CLOSED -> "plain";
        };
    }

    /** Returns how many people have a place, without those under review. */
    default int confirmed(SessionSnapshot snapshot) {
        return snapshot.places().taken() - snapshot.places().count(Count.HELD);
    }

    default int undecided(SessionSnapshot snapshot) {
        return snapshot.places().count(Count.REVIEWING);
    }

    /** Returns <i>12 of 40</i>, or only how many are taken if there is no limit. */
    default String places(SessionSnapshot snapshot) {
        int taken = snapshot.places().taken();
        return snapshot.places().limit().isPresent()
                ? say(
                        "places.of",
                        "taken",
                        taken,
                        "limit",
                        snapshot.places().limit().getAsInt())
                : say("places.unlimited", "taken", taken);
    }

    /** Returns the day of a session, with the year unless that is this one. */
    default String day(Session session) {
        ZonedDateTime start = session.document().when().start();
        boolean isThisYear = viewer().now().atZone(start.getZone()).getYear() == start.getYear();
        return isThisYear ? Dates.dayOfYear(start, language()) : Dates.day(start, language());
    }

    default String hours(Session session) {
        When when = session.document().when();
        return Dates.hours(when.start(), when.end(), language());
    }

    /** Returns how far away a session is, such as <i>in 8 days</i>; empty once it has started. */
    default String fromNow(Session session) {
        return session.document().when().hasStartedBy(viewer().now())
                ? ""
                : Dates.fromNow(
                        session.document().when().start(),
                        viewer().now().atZone(session.document().when().zone()),
                        language());
    }
}
