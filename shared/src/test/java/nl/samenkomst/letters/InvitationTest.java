package nl.samenkomst.letters;

import static java.util.Objects.requireNonNull;
import static nl.samenkomst.letters.LetterSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.letters.LetterSessions.MEETING_LINK;
import static nl.samenkomst.letters.LetterSessions.NETWERK_SOCIAAL_DOMEIN;
import static nl.samenkomst.letters.Recipient.FATIMA;
import static nl.samenkomst.letters.Recipient.GAVE_UP_PLACE;
import static nl.samenkomst.letters.Recipient.LEFT_QUEUE;
import static nl.samenkomst.letters.Recipient.PLACE;
import static nl.samenkomst.letters.Recipient.QUEUE;
import static nl.samenkomst.letters.Recipient.SIGNED_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.component.VEvent;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationTest {

    private static final Letters LETTERS = new Letters(
            new EmailAddress("aanmelden@desk.example"),
            URI.create("https://aanmelden.example.org"),
            URI.create("https://organiser.example.org"),
            false,
            HouseStyle.defaultStyle());

    @Test
    void invitesConfirmedPerson() {
        VEvent event = read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN)).event();
        Registration registration = FATIMA.registration(EENZAAMHEID_ONDER_JONGEREN, PLACE);

        assertThat(ReadLetter.value(event, "UID"))
                .isEqualTo(registration.id().value() + ".eenzaamheid-onder-jongeren@aanmelden.example.org");
        assertThat(ReadLetter.value(event, "SUMMARY")).isEqualTo("Eenzaamheid onder jongeren");
        assertThat(ReadLetter.value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(ReadLetter.value(event, "DTSTAMP")).isEqualTo("20270310T100000Z");
        assertThat(ReadLetter.value(event, "LOCATION")).startsWith("Online: ");
        assertThat(ReadLetter.value(event, "URL"))
                .isEqualTo("https://aanmelden.example.org/sessions/eenzaamheid-onder-jongeren/registrations/"
                        + registration.calendarLink().token() + "?lang=nl");
        assertThat(ReadLetter.value(event, "DESCRIPTION")).contains(ReadLetter.value(event, "URL"));
        assertThat(ReadLetter.value(event, "ORGANIZER")).isEqualTo("mailto:aanmelden@desk.example");
        assertThat(parameter(event, "ORGANIZER", "CN")).isEqualTo("Kenniscentrum Samen");
        assertThat(ReadLetter.value(event, "ATTENDEE")).isEqualTo("mailto:fatima@gemeente.example");
        assertThat(parameter(event, "ATTENDEE", "CN")).isEqualTo("Fatima Yılmaz");
        assertThat(parameter(event, "ATTENDEE", "PARTSTAT")).isEqualTo("ACCEPTED");
        assertThat(parameter(event, "ATTENDEE", "RSVP")).isEqualTo("FALSE");
    }

    /** Outlook, Google and Apple hide an invitation whose organiser is its receiver. */
    @Test
    void invitesTheContactAddressLikeAnybodyElse() {
        EmailAddress contact = EENZAAMHEID_ONDER_JONGEREN.document().about().contact();
        ReadLetter letter = read(
                new Recipient("Kenniscentrum Samen", contact, Language.NL).confirmation(EENZAAMHEID_ONDER_JONGEREN));

        assertThat(ReadLetter.value(letter.event(), "ATTENDEE"))
                .isEqualTo("mailto:bijeenkomsten@kenniscentrum.example");
        assertThat(ReadLetter.value(letter.event(), "ORGANIZER")).isEqualTo("mailto:aanmelden@desk.example");
        assertThat(letter.header("From")).endsWith("<aanmelden@desk.example>");
        assertThat(letter.header("Reply-To")).isEqualTo("bijeenkomsten@kenniscentrum.example");
        assertThat(letter.text()).contains("Vragen: bijeenkomsten@kenniscentrum.example");
        assertThat(ReadLetter.value(letter.event(), "DESCRIPTION"))
                .contains("Vragen: bijeenkomsten@kenniscentrum.example");
    }

    /** The calendar method of each letter to one person about one session, in chronological order. */
    @Test
    void laterLettersCorrectTheSameEntry() {
        Session published = EENZAAMHEID_ONDER_JONGEREN;
        Session moved = published.changed(
                LetterSessions.document(
                        Map.of("start", "2027-05-19T14:00:00+02:00", "end", "2027-05-19T16:30:00+02:00")),
                SIGNED_UP.plusSeconds(60));
        Session corrected = moved.changed(
                LetterSessions.document(Map.of(
                        "start", "2027-05-19T14:00:00+02:00", "end", "2027-05-19T16:30:00+02:00", "title", "Beter")),
                Announcement.ALWAYS,
                SIGNED_UP.plusSeconds(120));
        Session over = corrected.cancelled("", SIGNED_UP.plusSeconds(180));
        Session onAgain = over.reinstated(SIGNED_UP.plusSeconds(240));
        Registration queue = FATIMA.registration(published, QUEUE);
        Registration promoted = queue.with(new RegistrationState.Confirmed(SIGNED_UP, true, Optional.empty()));
        Registration gaveUp = promoted.with(GAVE_UP_PLACE);
        Registration again = gaveUp.with(PLACE);

        List<String> asked = new ArrayList<>();
        Set<String> uids = new TreeSet<>();
        for (LetterRequest mail : List.of(
                mail(LetterKind.CONFIRM_ADDRESS, published, queue),
                mail(LetterKind.WAITING, published, queue),
                mail(LetterKind.PROMOTED, published, promoted),
                mail(LetterKind.OWN_LINK, published, promoted),
                mail(LetterKind.SESSION_MOVED, moved, promoted),
                mail(LetterKind.CHOOSE_THEME, moved, promoted),
                mail(LetterKind.CANCELLED, moved, gaveUp),
                mail(LetterKind.UNDER_REVIEW, moved, gaveUp),
                mail(LetterKind.CONFIRMED, moved, again),
                mail(LetterKind.SESSION_CHANGED, corrected, again),
                mail(LetterKind.MATERIALS, corrected, again),
                mail(LetterKind.REMINDER, corrected, again),
                mail(LetterKind.MESSAGE, corrected, again).bringing(Optional.of(Recipient.WRITTEN)),
                mail(LetterKind.SESSION_CANCELLED, over, again),
                mail(LetterKind.SESSION_REINSTATED, onAgain, again),
                mail(LetterKind.LAST_WORD, onAgain, again),
                mail(LetterKind.FOLLOW_UP, over, again),
                mail(LetterKind.INVITED, over, again),
                mail(LetterKind.REVOKED, over, again),
                mail(LetterKind.DECLINED, over, again))) {
            ReadLetter letter = read(mail);
            letter.calendar().ifPresent(calendar -> uids.add(ReadLetter.value(letter.event(), "UID")));
            asked.add(mail.kind()
                    + letter.calendar().map(calendar -> asks(letter)).orElse(""));
        }

        assertThat(asked)
                .containsExactly(
                        "CONFIRM_ADDRESS",
                        "WAITING",
                        "PROMOTED REQUEST 1 CONFIRMED 20270518T140000",
                        "OWN_LINK REQUEST 1 CONFIRMED 20270518T140000",
                        "SESSION_MOVED REQUEST 2 CONFIRMED 20270519T140000",
                        "CHOOSE_THEME",
                        "CANCELLED CANCEL 3 CANCELLED 20270519T140000",
                        "UNDER_REVIEW",
                        "CONFIRMED REQUEST 4 CONFIRMED 20270519T140000",
                        "SESSION_CHANGED REQUEST 5 CONFIRMED 20270519T140000",
                        "MATERIALS",
                        "REMINDER",
                        "MESSAGE",
                        "SESSION_CANCELLED CANCEL 6 CANCELLED 20270519T140000",
                        "SESSION_REINSTATED REQUEST 7 CONFIRMED 20270519T140000",
                        "LAST_WORD",
                        "FOLLOW_UP",
                        "INVITED",
                        "REVOKED",
                        "DECLINED");
        assertThat(asked).hasSameSizeAs(LetterKind.values());
        assertThat(uids).hasSize(1);
    }

    /** Checks that the part has the calendar's method and comes last, so that it is preferred (RFC 6047 §2.4). */
    private static String asks(ReadLetter letter) {
        String method = ReadLetter.calendar(letter.calendar().orElseThrow())
                .getProperty("METHOD")
                .orElseThrow()
                .getValue();
        assertThat(letter.header("Content-Type")).startsWith("multipart/alternative");
        assertThat(letter.parts())
                .extracting(part -> part.type().replaceAll(";.*", ""))
                .containsExactly("text/plain", "text/html", "text/calendar");
        assertThat(letter.parts().getLast().type()).contains("method=" + method);
        VEvent event = letter.event();
        return " " + method + " " + ReadLetter.value(event, "SEQUENCE") + " " + ReadLetter.value(event, "STATUS") + " "
                + ReadLetter.value(event, "DTSTART");
    }

    @Test
    void announcedTitleChangeRaisesSequence() {
        Session published = EENZAAMHEID_ONDER_JONGEREN;
        Session quietly = published.changed(LetterSessions.document(Map.of("title", "Stiller")), SIGNED_UP);
        Session corrected =
                quietly.changed(LetterSessions.document(Map.of("title", "Beter")), Announcement.ALWAYS, SIGNED_UP);
        Registration registration = FATIMA.registration(published, PLACE);

        VEvent event =
                read(mail(LetterKind.SESSION_CHANGED, corrected, registration)).event();
        assertThat(ReadLetter.value(event, "SUMMARY")).isEqualTo("Beter");
        assertThat(ReadLetter.value(event, "SEQUENCE")).isEqualTo("1");
        assertThat(quietly.sequence()).isEqualTo(Sequence.FIRST);
    }

    @ParameterizedTest
    @EnumSource
    void goesOnlyToCurrentOrFormerlyConfirmed(LetterKind kind) {
        String withPlace = switch (kind) {
            case CONFIRMED, PROMOTED, SESSION_MOVED, SESSION_CHANGED, SESSION_REINSTATED, OWN_LINK -> "REQUEST";
            case SESSION_CANCELLED -> "CANCEL";
            case INVITED,
                    REVOKED,
                    CONFIRM_ADDRESS,
                    WAITING,
                    UNDER_REVIEW,
                    DECLINED,
                    CANCELLED,
                    CHOOSE_THEME,
                    REMINDER,
                    MATERIALS,
                    FOLLOW_UP,
                    MESSAGE,
                    LAST_WORD -> "";
        };
        String withoutPlace = switch (kind) {
            case CANCELLED, SESSION_CANCELLED -> "CANCEL";
            case INVITED,
                    REVOKED,
                    CONFIRM_ADDRESS,
                    CONFIRMED,
                    WAITING,
                    UNDER_REVIEW,
                    DECLINED,
                    PROMOTED,
                    SESSION_MOVED,
                    SESSION_CHANGED,
                    SESSION_REINSTATED,
                    CHOOSE_THEME,
                    REMINDER,
                    MATERIALS,
                    FOLLOW_UP,
                    LAST_WORD,
                    MESSAGE,
                    OWN_LINK -> "";
        };

        assertThat(method(kind, PLACE)).isEqualTo(withPlace);
        assertThat(method(kind, GAVE_UP_PLACE)).isEqualTo(withoutPlace);
        assertThat(method(kind, QUEUE)).isEmpty();
        assertThat(method(kind, LEFT_QUEUE)).isEmpty();
    }

    @Test
    void saysTheSameMethodInTheMailAndInTheCalendar() {
        ReadLetter letter = read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN));

        assertThat(letter.parts().getLast().type())
                .contains("text/calendar")
                .contains("method=REQUEST")
                .contains("charset=UTF-8");
        assertThat(letter.calendar().orElseThrow()).contains("\r\nMETHOD:REQUEST\r\n");
    }

    /** Others may see a calendar. */
    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void neverHasTheOwnLink(LetterKind kind) {
        for (RegistrationState state : List.of(PLACE, GAVE_UP_PLACE)) {
            LetterRequest mail = FATIMA.mail(kind, EENZAAMHEID_ONDER_JONGEREN, state, SIGNED_UP);
            String calendar = read(mail).calendar().orElse("").replace("\r\n ", "");
            assertThat(calendar).doesNotContain(mail.registration().ownLink().token());
        }
    }

    @Test
    void hasOwnMeetingLinkInLocationAndDescription() {
        VEvent event = read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN)).event();
        String wayIn = ReadLetter.value(event, "URL").replace("?lang=nl", "/meeting?lang=nl");

        assertThat(ReadLetter.value(event, "LOCATION")).isEqualTo("Online: " + wayIn);
        assertThat(ReadLetter.value(event, "DESCRIPTION")).contains(wayIn).doesNotContain(MEETING_LINK);
    }

    @Test
    void keepsCommasAndSemicolonsInVenue() {
        VEvent event = read(FATIMA.confirmation(NETWERK_SOCIAAL_DOMEIN)).event();

        assertThat(ReadLetter.value(event, "LOCATION")).isEqualTo("Bibliotheek Almelo, zaal 2");
    }

    @Test
    void foldsLinesWithinSeventyFiveOctets() {
        Session long_ = LetterSessions.session(
                Map.of("title", "Één 🙂 bijeenkomst — ".repeat(12).strip()));
        String calendar = read(FATIMA.confirmation(long_)).calendar().orElseThrow();

        assertThat(calendar.split("\r\n", -1))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
                .noneMatch(line -> line.contains("\n") || line.contains("\r") || line.contains("\uFFFD"));
        assertThat(ReadLetter.value(ReadLetter.events(calendar).getFirst(), "SUMMARY"))
                .isEqualTo("Één 🙂 bijeenkomst — ".repeat(12).strip());
    }

    /** The zone is renamed, so that the parser can use only the rules in the calendar itself. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam, 2027-03-27T14:00:00+01:00",
        "Europe/Amsterdam, 2027-03-28T01:59:00+01:00",
        "Europe/Amsterdam, 2027-03-28T03:00:00+02:00",
        "Europe/Amsterdam, 2027-03-29T14:00:00+02:00",
        "Europe/Amsterdam, 2027-10-30T14:00:00+02:00",
        "Europe/Amsterdam, 2027-10-31T02:30:00+02:00",
        "Europe/Amsterdam, 2027-10-31T02:30:00+01:00",
        "Europe/Amsterdam, 2027-10-31T03:00:00+01:00",
        "Europe/Amsterdam, 2027-11-01T14:00:00+01:00",
        "Europe/Amsterdam, 2036-07-01T14:00:00+02:00",
        "America/New_York, 2027-03-13T14:00:00-05:00",
        "America/New_York, 2027-03-14T03:00:00-04:00",
        "America/New_York, 2027-11-06T14:00:00-04:00",
        "America/New_York, 2027-11-07T14:00:00-05:00",
        "Asia/Kolkata, 2027-05-18T14:00:00+05:30",
        "UTC, 2027-05-18T14:00:00Z",
        "Asia/Jerusalem, 2027-03-25T14:00:00+02:00",
        "Asia/Jerusalem, 2027-03-26T14:00:00+03:00",
        "America/Nuuk, 2027-03-27T12:00:00-02:00",
        "America/Nuuk, 2027-03-28T12:00:00-01:00",
        "Africa/Casablanca, 2027-02-01T12:00:00+01:00",
        "Africa/Casablanca, 2027-02-20T12:00:00+00:00",
        "Australia/Lord_Howe, 2027-12-01T12:00:00+11:00",
        "America/Sao_Paulo, 2027-12-01T12:00:00-03:00"
    })
    void parsesToTheSameInstantInEveryZone(String zone, String start) {
        OffsetDateTime from = OffsetDateTime.parse(start);
        OffsetDateTime to = from.plusMinutes(90);
        Session session = LetterSessions.session(Map.of(
                "timeZone", zone,
                "start", from.toString(),
                "end", to.atZoneSameInstant(ZoneId.of(zone)).toOffsetDateTime().toString()));
        String calendar = read(FATIMA.confirmation(session))
                .calendar()
                .orElseThrow()
                .replace("TZID:" + zone, "TZID:Elsewhere")
                .replace("TZID=" + zone, "TZID=Elsewhere");
        VEvent event = ReadLetter.events(calendar).getFirst();

        assertThat(instant(requireNonNull(event.getDateTimeStart()).getDate())).isEqualTo(from.toInstant());
        assertThat(instant(requireNonNull(event.getDateTimeEnd()).getDate())).isEqualTo(to.toInstant());
    }

    @Test
    void writesYearlyZoneRulesForOutlook() {
        assertThat(read(FATIMA.confirmation(EENZAAMHEID_ONDER_JONGEREN))
                        .calendar()
                        .orElseThrow())
                .contains("""
                        BEGIN:VTIMEZONE
                        TZID:Europe/Amsterdam
                        BEGIN:DAYLIGHT
                        DTSTART:19700329T020000
                        TZOFFSETFROM:+0100
                        TZOFFSETTO:+0200
                        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                        END:DAYLIGHT
                        BEGIN:STANDARD
                        DTSTART:19701025T030000
                        TZOFFSETFROM:+0200
                        TZOFFSETTO:+0100
                        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                        END:STANDARD
                        END:VTIMEZONE
                        """.replace("\n", "\r\n"));
    }

    static Instant instant(Temporal time) {
        return switch (time) {
            case Instant instant -> instant;
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            case LocalDateTime floating -> throw new AssertionError("floating: " + floating);
            default -> throw new AssertionError(time);
        };
    }

    private static String method(LetterKind kind, RegistrationState state) {
        return read(FATIMA.mail(kind, EENZAAMHEID_ONDER_JONGEREN, state, SIGNED_UP))
                .calendar()
                .map(text -> ReadLetter.calendar(text)
                        .getProperty("METHOD")
                        .orElseThrow()
                        .getValue())
                .orElse("");
    }

    private static String parameter(VEvent event, String property, String parameter) {
        Optional<Parameter> found = event.getRequiredProperty(property).getParameter(parameter);
        return found.orElseThrow().getValue();
    }

    private static LetterRequest mail(LetterKind kind, Session session, Registration registration) {
        SessionSnapshot sessionSnapshot = new SessionSnapshot(session, Places.allFree(session.document()));
        return new LetterRequest(kind, sessionSnapshot, registration, OptionalInt.empty(), SIGNED_UP, List.of());
    }

    private static ReadLetter read(LetterRequest mail) {
        return ReadLetter.of(LETTERS.write(mail).bytes());
    }
}
