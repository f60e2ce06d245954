package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.confirmed;
import static nl.samenkomst.domain.registration.SampleRegistrations.promoted;
import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static nl.samenkomst.domain.registration.SampleRegistrations.waitlisted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The session starts on Thursday 3 December 2026 at 15:00, and has a notice period of a week. */
final class CancellationDeadlineTest {

    private static final Instant EARLY = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant LATE = Instant.parse("2026-12-01T10:30:00Z");
    private static final Instant LATER = Instant.parse("2026-12-02T20:00:00Z");
    private static final Session SESSION = Session.published(new SessionId("reeks-1"), document(Map.of()), EARLY);

    @Test
    void isTheNoticePeriodForAPlaceInTime() {
        Registration noor = told(confirmed(SESSION, EARLY), LetterKind.CONFIRMED, 1, EARLY.plusSeconds(5));
        assertThat(deadline(SESSION, noor, EARLY)).isEqualTo("2026-11-26T15:00+01:00[Europe/Amsterdam]");
        assertThat(deadline(SESSION, noor, LATE)).isEqualTo("2026-11-26T15:00+01:00[Europe/Amsterdam]");
    }

    @Test
    void isADayAfterTheLetterForWhoeverSignsUpLate() {
        Registration noor = told(confirmed(SESSION, LATE), LetterKind.CONFIRMED, 1, LATE.plusSeconds(60));
        assertThat(deadline(SESSION, noor, LATER)).isEqualTo("2026-12-02T11:31+01:00[Europe/Amsterdam]");
    }

    @Test
    void isADayFromNowWhileTheLetterIsNotSent() {
        Registration noor = confirmed(SESSION, LATE);
        assertThat(deadline(SESSION, noor, LATE.plusSeconds(3600)))
                .isEqualTo("2026-12-02T12:30+01:00[Europe/Amsterdam]");
    }

    @Test
    void isADayAfterTheLetterForWhoeverIsPromotedLate() {
        Registration waiting = told(waitlisted(SESSION, EARLY), LetterKind.WAITING, 1, EARLY);
        Registration noor = told(promoted(waiting, LATE), LetterKind.PROMOTED, 1, LATE);
        assertThat(deadline(SESSION, noor, LATER)).isEqualTo("2026-12-02T11:30+01:00[Europe/Amsterdam]");
    }

    @Test
    void isADayAfterTheLetterOfAMoveToSoon() {
        Session far = Session.published(
                new SessionId("reeks-1"),
                document(Map.of("start", "2027-01-14T15:00:00+01:00", "end", "2027-01-14T17:00:00+01:00")),
                EARLY);
        Session near = far.changed(document(Map.of()), LATE);
        Registration noor = told(confirmed(far, EARLY), LetterKind.CONFIRMED, 1, EARLY);
        assertThat(deadline(far, noor, LATE)).isEqualTo("2027-01-07T15:00+01:00[Europe/Amsterdam]");
        assertThat(deadline(near, noor, LATE)).isEqualTo("2026-12-02T11:30+01:00[Europe/Amsterdam]");
        Registration toldOfMove = told(noor, LetterKind.SESSION_MOVED, 2, LATE.plusSeconds(120));
        assertThat(deadline(near, toldOfMove, LATER)).isEqualTo("2026-12-02T11:32+01:00[Europe/Amsterdam]");
    }

    @Test
    void isNeverAfterTheStart() {
        Registration noor = told(confirmed(SESSION, LATER), LetterKind.CONFIRMED, 1, LATER);
        assertThat(deadline(SESSION, noor, LATER)).isEqualTo("2026-12-03T15:00+01:00[Europe/Amsterdam]");
    }

    @Test
    void doesNotMoveWithALaterLetter() {
        Registration noor = told(confirmed(SESSION, LATE), LetterKind.CONFIRMED, 1, LATE);
        Registration asked = told(noor, LetterKind.OWN_LINK, 1, LATE.plusSeconds(7200));
        Registration reminded = told(asked, LetterKind.REMINDER, 1, LATE.plusSeconds(9000));
        assertThat(deadline(SESSION, reminded, LATER)).isEqualTo("2026-12-02T11:30+01:00[Europe/Amsterdam]");
    }

    @Test
    void countsTheDayOnTheSessionsClock() {
        Session autumn = Session.published(
                new SessionId("herfst"),
                document(Map.of("start", "2026-10-27T15:00:00+01:00", "end", "2026-10-27T17:00:00+01:00")),
                EARLY);
        Instant beforeTheClocksChange = Instant.parse("2026-10-24T10:00:00Z");
        Registration noor =
                told(confirmed(autumn, beforeTheClocksChange), LetterKind.CONFIRMED, 1, beforeTheClocksChange);
        assertThat(deadline(autumn, noor, beforeTheClocksChange)).isEqualTo("2026-10-25T12:00+01:00[Europe/Amsterdam]");
    }

    private static ZonedDateTime deadline(Session session, Registration registration, Instant now) {
        return CancellationDeadline.of(session, registration, now);
    }

    private static SessionDocument document(Map<String, Object> changes) {
        Map<String, @Nullable Object> fields = SampleDocuments.with("noticePeriod", "P7D");
        fields.putAll(changes);
        return SampleDocuments.document(fields);
    }
}
