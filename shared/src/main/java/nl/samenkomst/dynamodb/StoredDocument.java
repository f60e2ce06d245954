package nl.samenkomst.dynamodb;

import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.document.Admission;
import nl.samenkomst.domain.document.Facilitator;
import nl.samenkomst.domain.document.Material;
import nl.samenkomst.domain.document.MeetingLink;
import nl.samenkomst.domain.document.Notifications;
import nl.samenkomst.domain.document.ProgrammePart;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.document.SignUpRules;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.document.When;
import nl.samenkomst.domain.document.Where;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads a stored session document that {@link SessionDocumentFields#write} wrote, in this release or another. Applies
 * no rules for input, since the document passed those of its time. An absent field has its default, an unknown field is
 * ignored, an unknown word has a fallback; {@link Merge} writes unknown fields and words back.
 */
final class StoredDocument {

    private static final String TITLE = "title"; // S
    private static final String SUMMARY = "summary"; // S
    private static final String LANGUAGE = "language"; // S, language tag
    private static final String ORGANISER = "organiser"; // S
    private static final String CO_ORGANISERS = "coOrganisers"; // L of S
    private static final String CONTACT = "contact"; // S, email address
    private static final String AUDIENCE = "audience"; // L of S
    private static final String TOPICS = "topics"; // L of S
    private static final String REGION = "region"; // S, optional
    private static final String SERIES = "series"; // S, optional
    private static final String IMAGE = "image"; // S, URL, optional

    private static final String TIME_ZONE = "timeZone"; // S, zone id
    private static final String START = "start"; // S, ISO 8601 with offset
    private static final String END = "end"; // S, ISO 8601 with offset
    private static final String ONLINE = "online"; // BOOL
    private static final String PLATFORM = "platform"; // S, optional
    private static final String PLACE = "place"; // S

    private static final String MEETING_LINK = "meetingLink"; // M with the next two
    private static final String URL = "url"; // S, URL, optional
    private static final String VISIBLE_FROM = "visibleFrom"; // S, period

    private static final String PLACES = "places"; // N, optional; also of a theme
    private static final String WAITING_LIST = "waitingList"; // BOOL
    private static final String ADMISSION = "admission"; // S
    private static final String ADMIT_DOMAINS = "admitDomains"; // L of S, if admission is by review
    private static final String REVIEW_HOLDS_PLACE = "reviewHoldsPlace"; // BOOL, if admission is by review
    private static final String OPENS = "opens"; // S, ISO 8601 with offset, optional
    private static final String CLOSES = "closes"; // S, ISO 8601 with offset, optional
    private static final String NOTICE_PERIOD = "noticePeriod"; // S, period
    private static final String LATE_CANCELLATION = "lateCancellation"; // BOOL
    private static final String CONFIRM_ADDRESS = "confirmAddress"; // S, period

    private static final String THEMES = "themes"; // L of M with id, title, summary, places and the next
    private static final String FACILITATORS = "facilitators"; // L of M with the next two
    private static final String NAME = "name"; // S
    private static final String ORGANISATION = "organisation"; // S, optional

    private static final String QUESTIONS = "questions"; // L of M with the next six, and when
    private static final String ID = "id"; // S, also of a theme
    private static final String LABEL = "label"; // S
    private static final String KIND = "kind"; // S
    private static final String OPTIONS = "options"; // L of S, if the kind is a choice
    private static final String REQUIRED = "required"; // BOOL
    private static final String THEME = "theme"; // S, theme id, optional; also of a material

    private static final String PROGRAMME = "programme"; // L of M with title and the next three
    private static final String FROM = "from"; // S, ISO 8601 with offset, optional
    private static final String TO = "to"; // S, ISO 8601 with offset, optional
    private static final String SPEAKER = "speaker"; // S, optional

    private static final String MATERIALS = "materials"; // L of M with title, url, theme and the next three
    private static final String WHEN = "when"; // S, before or after, also of a question
    private static final String VERSION = "version"; // S, optional
    private static final String TELL = "tell"; // BOOL

    private static final String REMINDERS = "reminders"; // L of S, periods, optional
    private static final String NOTIFY = "notify"; // S, word of a Notifications, optional
    private static final String RETENTION = "retention"; // S, period

    private StoredDocument() {}

    static AttributeValue write(SessionDocument document) {
        return Values.tree(SessionDocumentFields.write(document));
    }

    /**
     * Returns the document.
     *
     * @throws UnreadableItem if title, organiser, contact, start or end is missing, if the end is not after the start,
     *     if a theme or question lacks its id, a facilitator its name or a material its URL, or if a value is malformed
     */
    static SessionDocument read(Attributes fields) {
        OffsetDateTime start = fields.text(START, OffsetDateTime::parse);
        ZoneId zone = zone(fields.text(TIME_ZONE, "Europe/Amsterdam"), start);
        ZonedDateTime end = fields.text(END, OffsetDateTime::parse).atZoneSameInstant(zone);
        if (!end.toInstant().isAfter(start.toInstant())) {
            throw new UnreadableItem("end is not after start");
        }
        return new SessionDocument(
                about(fields),
                new When(start.atZoneSameInstant(zone), end),
                where(fields),
                signUp(fields, zone),
                fields.list(THEMES).stream().map(StoredDocument::theme).toList(),
                fields.list(QUESTIONS).stream().map(StoredDocument::question).toList(),
                fields.list(PROGRAMME).stream()
                        .map(part -> programmePart(part, zone))
                        .toList(),
                fields.list(MATERIALS).stream().map(StoredDocument::material).toList(),
                fields.has(REMINDERS)
                        ? Optional.of(fields.texts(REMINDERS).stream()
                                .map(StoredDocument::span)
                                .toList())
                        : Optional.empty(),
                Notifications.of(fields.text(NOTIFY, "")).orElse(Notifications.DAILY),
                fields.optional(RETENTION, StoredDocument::span).orElse(SessionDocumentFields.DEFAULT_RETENTION));
    }

    /** Returns the zone with this name; if Java no longer knows it, the offset of the session's start. */
    private static ZoneId zone(String name, OffsetDateTime start) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknownByNow) {
            return start.getOffset();
        }
    }

    /** Returns the stored instant on the session's clock, whatever the zone's offset was when it was written. */
    private static Optional<ZonedDateTime> moment(Attributes fields, String name, ZoneId zone) {
        return fields.optional(name, OffsetDateTime::parse).map(moment -> moment.atZoneSameInstant(zone));
    }

    private static About about(Attributes fields) {
        return new About(
                fields.text(TITLE),
                fields.text(SUMMARY, ""),
                Language.of(fields.text(LANGUAGE, "")).orElse(Language.NL),
                fields.text(ORGANISER),
                fields.texts(CO_ORGANISERS),
                fields.text(CONTACT, EmailAddress::new),
                fields.texts(AUDIENCE),
                fields.texts(TOPICS),
                written(fields, REGION),
                written(fields, SERIES),
                fields.optional(IMAGE, URI::create));
    }

    private static Where where(Attributes fields) {
        Attributes link = fields.innerOrEmpty(MEETING_LINK);
        return new Where(
                fields.flag(ONLINE, false),
                fields.text(PLATFORM, ""),
                fields.text(PLACE, ""),
                new MeetingLink(
                        written(link, URL).map(url -> link.text(URL, URI::create)),
                        link.optional(VISIBLE_FROM, StoredDocument::span)
                                .orElse(SessionDocumentFields.DEFAULT_LINK_VISIBLE_FROM)));
    }

    private static SignUpRules signUp(Attributes fields, ZoneId zone) {
        return new SignUpRules(
                optionalNumber(fields, PLACES),
                fields.flag(WAITING_LIST, true),
                admission(fields),
                fields.optional(CONFIRM_ADDRESS, StoredDocument::span),
                moment(fields, OPENS, zone),
                moment(fields, CLOSES, zone),
                fields.optional(NOTICE_PERIOD, StoredDocument::span).orElse(CalendarPeriod.NONE),
                fields.flag(LATE_CANCELLATION, false));
    }

    /** Reads the admission rule; an unknown one means review, which admits nobody unseen and turns nobody away. */
    private static Admission admission(Attributes fields) {
        return switch (fields.text(ADMISSION, "open")) {
            case "open" -> new Admission.Open();
            case "invited" -> new Admission.Invited();
            default ->
                new Admission.Reviewed(
                        new LinkedHashSet<>(fields.texts(ADMIT_DOMAINS)), fields.flag(REVIEW_HOLDS_PLACE, true));
        };
    }

    private static Theme theme(Attributes fields) {
        List<Facilitator> facilitators = fields.list(FACILITATORS).stream()
                .map(one -> new Facilitator(one.text(NAME), written(one, ORGANISATION)))
                .toList();
        return new Theme(
                fields.text(ID, ThemeId::new),
                fields.text(TITLE, ""),
                fields.text(SUMMARY, ""),
                facilitators,
                optionalNumber(fields, PLACES));
    }

    /** Reads a question, by default for the sign-up form; one whose kind is unknown or does not match its options is answered in text. */
    private static Question question(Attributes fields) {
        List<String> options = fields.texts(OPTIONS);
        QuestionKind kind = QuestionKind.of(fields.text(KIND, ""))
                .filter(known -> known.isChosen() != options.isEmpty())
                .orElse(QuestionKind.TEXT);
        return new Question(
                fields.text(ID, QuestionId::new),
                fields.text(LABEL, ""),
                kind,
                kind.isChosen() ? options : List.of(),
                fields.flag(REQUIRED, false),
                fields.optional(THEME, ThemeId::new),
                fields.text(WHEN, "before").equals("after"));
    }

    private static ProgrammePart programmePart(Attributes fields, ZoneId zone) {
        return new ProgrammePart(
                moment(fields, FROM, zone),
                moment(fields, TO, zone),
                fields.text(TITLE, ""),
                fields.optionalText(SPEAKER));
    }

    /** Reads a material; one whose {@code when} is unknown is visible from the beginning. */
    private static Material material(Attributes fields) {
        return new Material(
                fields.text(TITLE, ""),
                fields.text(URL, URI::create),
                fields.optional(THEME, ThemeId::new),
                fields.text(WHEN, "before").equals("after"),
                fields.optionalText(VERSION),
                fields.flag(TELL, true));
    }

    private static Optional<String> written(Attributes fields, String name) {
        return fields.optionalText(name).filter(text -> !text.isEmpty());
    }

    private static OptionalInt optionalNumber(Attributes fields, String name) {
        return fields.has(name) ? OptionalInt.of(fields.number(name)) : OptionalInt.empty();
    }

    private static CalendarPeriod span(String written) {
        return CalendarPeriod.restore(written).orElseThrow(() -> new IllegalArgumentException("not a span"));
    }
}
