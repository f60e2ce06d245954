package nl.samenkomst.domain.document;

import java.net.URI;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a session document as a tree of maps, lists, strings, numbers and booleans, the form in which it is
 * exchanged as JSON and stored. {@link #parse} reads back an equal document from what {@link #write} wrote.
 */
public final class SessionDocumentFields {

    /** In code points, as all limits on lengths here. */
    public static final int MAX_TITLE_LENGTH = 300;

    public static final int MAX_SUMMARY_LENGTH = 5_000;
    public static final int MAX_NAME_LENGTH = 200;

    /** For a picture embedded as a {@code data:} URI: the page that shows it must stay small. */
    public static final int MAX_PICTURE_LENGTH = 8_000;

    public static final int MAX_PLACES = 100_000;
    public static final int MAX_ENTRIES = 50;
    public static final int MAX_PARTS = 100;
    public static final int MAX_REMINDERS = 10;

    /** The default of how long after a session registrations are kept. */
    public static final CalendarPeriod DEFAULT_RETENTION = span("P30D");

    /** The default of how long before the start the meeting link is shown. */
    public static final CalendarPeriod DEFAULT_LINK_VISIBLE_FROM = span("PT1H");

    /** The shortest time to confirm an address: a letter may be on its way for a while, and people read it later. */
    public static final CalendarPeriod SHORTEST_CONFIRMATION = span("PT1H");

    private static final Set<String> KNOWN = Set.of(
            "title",
            "summary",
            "language",
            "start",
            "end",
            "timeZone",
            "online",
            "platform",
            "place",
            "organiser",
            "coOrganisers",
            "contact",
            "audience",
            "topics",
            "region",
            "series",
            "image",
            "places",
            "waitingList",
            "admission",
            "admitDomains",
            "reviewHoldsPlace",
            "noticePeriod",
            "lateCancellation",
            "confirmAddress",
            "opens",
            "closes",
            "themes",
            "questions",
            "programme",
            "meetingLink",
            "reminders",
            "notify",
            "materials",
            "retention");
    private static final Set<String> PART_FIELDS = Set.of("from", "to", "title", "speaker");
    private static final Set<String> LINK_FIELDS = Set.of("url", "visibleFrom");
    private static final Set<String> MATERIAL_FIELDS = Set.of("title", "url", "theme", "when", "version", "tell");

    private static final Pattern TIME_OF_DAY = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

    private final Fields fields;

    private SessionDocumentFields(Fields fields) {
        this.fields = fields;
    }

    /** Returns the document, or else every problem in it. */
    public static Parsed<SessionDocument> parse(Map<String, ?> tree) {
        return new SessionDocumentFields(Fields.of(tree)).parse();
    }

    private Parsed<SessionDocument> parse() {
        fields.allowOnly(KNOWN);

        ZoneId zone = zone();
        Optional<ZonedDateTime> start = required("start", momentIn(zone, fields, "start"));
        Optional<ZonedDateTime> end = required("end", momentIn(zone, fields, "end"));
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            fields.problem("end", Reason.TOO_EARLY, "moment", "start");
        }
        Optional<About> about = about();
        Where where = where();
        SignUpRules signUp = signUp(zone, start);
        List<Theme> themes = ThemeFields.parse(fields, signUp.places());
        List<Question> questions = QuestionFields.parse(fields, themes);
        List<ProgrammePart> programme = programme(zone, start, end);
        List<Material> materials = materials(themes);
        Optional<List<CalendarPeriod>> reminders = reminders();
        Notifications notifications =
                Notifications.of(fields.oneOf("notify", Notifications.words())).orElseThrow();
        CalendarPeriod retention = fields.span("retention").orElse(DEFAULT_RETENTION);

        if (!fields.problems().isEmpty() || start.isEmpty() || end.isEmpty() || about.isEmpty()) {
            return new Parsed.Invalid<>(fields.problems());
        }
        return new Parsed.Valid<>(new SessionDocument(
                about.get(),
                new When(start.get(), end.get()),
                where,
                signUp,
                themes,
                questions,
                programme,
                materials,
                reminders,
                notifications,
                retention));
    }

    private Optional<About> about() {
        String title = fields.requiredLine("title", MAX_TITLE_LENGTH);
        String organiser = fields.requiredLine("organiser", MAX_NAME_LENGTH);
        Optional<EmailAddress> contact = required("contact", fields.address("contact"));
        String summary = fields.text("summary", MAX_SUMMARY_LENGTH);
        Optional<Language> language = Language.of(fields.oneOf("language", Language.tags()));
        List<String> coOrganisers = fields.lines("coOrganisers", MAX_ENTRIES, MAX_NAME_LENGTH);
        List<String> audience = fields.lines("audience", MAX_ENTRIES, MAX_NAME_LENGTH);
        List<String> topics = fields.lines("topics", MAX_ENTRIES, MAX_NAME_LENGTH);
        Optional<String> region = fields.line("region", MAX_NAME_LENGTH);
        Optional<String> series = fields.line("series", MAX_NAME_LENGTH);
        Optional<URI> image = fields.picture("image", MAX_PICTURE_LENGTH);
        return contact.map(address -> new About(
                title,
                summary,
                language.orElse(Language.NL),
                organiser,
                coOrganisers,
                address,
                audience,
                topics,
                region,
                series,
                image));
    }

    private Where where() {
        Optional<Fields> link = fields.object("meetingLink");
        link.ifPresent(inner -> inner.allowOnly(LINK_FIELDS));
        CalendarPeriod visibleFrom =
                link.flatMap(inner -> inner.span("visibleFrom")).orElse(DEFAULT_LINK_VISIBLE_FROM);
        boolean online = fields.flag("online", false);
        String platform = fields.line("platform", MAX_NAME_LENGTH).orElse("");
        if (!platform.isEmpty() && !online && fields.isValidSoFar("online")) {
            fields.problem("platform", Reason.USELESS, "with", "online: true");
        }
        return new Where(
                online,
                platform,
                fields.line("place", MAX_TITLE_LENGTH).orElse(""),
                new MeetingLink(link.flatMap(inner -> inner.link("url")), visibleFrom));
    }

    private SignUpRules signUp(ZoneId zone, Optional<ZonedDateTime> start) {
        OptionalInt places = fields.number("places", 1, MAX_PLACES);
        Optional<ZonedDateTime> opens = momentIn(zone, fields, "opens");
        Optional<ZonedDateTime> closes = momentIn(zone, fields, "closes");
        CalendarPeriod noticePeriod = fields.span("noticePeriod").orElse(CalendarPeriod.NONE);
        Optional<ZonedDateTime> ends = closes.or(() -> start);
        if (start.isPresent() && closes.isPresent() && closes.get().isAfter(start.get())) {
            fields.problem("closes", Reason.TOO_LATE, "moment", "start");
        }
        if (opens.isPresent() && ends.isPresent() && !opens.get().isBefore(ends.get())) {
            fields.problem("opens", Reason.TOO_LATE, "moment", closes.isPresent() ? "closes" : "start");
        } else if (opens.isPresent()
                && start.isPresent()
                && !noticePeriod.before(start.get()).isAfter(opens.get())) {
            fields.problem("noticePeriod", Reason.TOO_EARLY, "moment", "opens");
        }
        return new SignUpRules(
                places,
                fields.flag("waitingList", true),
                AdmissionFields.parse(fields),
                confirmAddress(),
                opens,
                closes,
                noticePeriod,
                fields.flag("lateCancellation", false));
    }

    /** Reads how long an address may stay unconfirmed: long enough for a letter to be read. */
    private Optional<CalendarPeriod> confirmAddress() {
        Optional<CalendarPeriod> period = fields.span("confirmAddress");
        if (period.isPresent() && period.get().isShorterThan(SHORTEST_CONFIRMATION)) {
            fields.problem("confirmAddress", Reason.TOO_SHORT, "least", SHORTEST_CONFIRMATION);
        }
        return period;
    }

    private List<ProgrammePart> programme(ZoneId zone, Optional<ZonedDateTime> start, Optional<ZonedDateTime> end) {
        List<ProgrammePart> parts = new ArrayList<>();
        ProgrammeTimes times = new ProgrammeTimes(start, end);
        for (Fields part : fields.objects("programme", MAX_PARTS)) {
            part.allowOnly(PART_FIELDS);
            Optional<ZonedDateTime> from = momentOfPart(part, "from", zone, start);
            Optional<ZonedDateTime> to = momentOfPart(part, "to", zone, start);
            times.check(part, from, to);
            parts.add(new ProgrammePart(
                    from, to, part.requiredLine("title", MAX_TITLE_LENGTH), part.line("speaker", MAX_NAME_LENGTH)));
        }
        return parts;
    }

    /** Reads a part's time, also if it is only a time such as {@code 13:50} on the date of the session's start. */
    private static Optional<ZonedDateTime> momentOfPart(
            Fields part, String name, ZoneId zone, Optional<ZonedDateTime> start) {
        if (part.holds(name, TIME_OF_DAY)) {
            LocalTime time = LocalTime.parse(part.line(name, 5).orElseThrow());
            return start.map(day -> day.toLocalDate().atTime(time).atZone(zone));
        }
        return momentIn(zone, part, name);
    }

    private List<Material> materials(List<Theme> themes) {
        List<Material> materials = new ArrayList<>();
        for (Fields material : fields.objects("materials", MAX_PARTS)) {
            material.allowOnly(MATERIAL_FIELDS);
            Optional<ThemeId> theme = ThemeFields.reference(material, themes);
            String title = material.requiredLine("title", MAX_TITLE_LENGTH);
            boolean afterwards =
                    material.oneOf("when", List.of("before", "after")).equals("after");
            Optional<String> version = material.line("version", MAX_NAME_LENGTH);
            boolean tell = material.flag("tell", true);
            Optional<URI> url = material.link("url");
            if (url.isEmpty() && material.isValidSoFar("url")) {
                material.problem("url", Reason.REQUIRED);
            }
            url.ifPresent(link -> materials.add(new Material(title, link, theme, afterwards, version, tell)));
        }
        return materials;
    }

    private Optional<List<CalendarPeriod>> reminders() {
        if (!fields.has("reminders")) {
            return Optional.empty();
        }
        List<CalendarPeriod> reminders = fields.spans("reminders", MAX_REMINDERS);
        if (reminders.stream().anyMatch(CalendarPeriod::isNone)) {
            fields.problem("reminders", Reason.TOO_LATE, "moment", "start");
        }
        return Optional.of(reminders);
    }

    private ZoneId zone() {
        String name = fields.line("timeZone", MAX_NAME_LENGTH).orElse("Europe/Amsterdam");
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        fields.problem("timeZone", Reason.INVALID, "expected", "Europe/Amsterdam");
        return ZoneId.of("Europe/Amsterdam");
    }

    /**
     * Returns the moment on the session's clock. Its offset must be the zone's at that moment, or {@code Z}:
     * 15:00+02:00 in a Dutch December is an hour off, and cannot be corrected without guessing.
     */
    private static Optional<ZonedDateTime> momentIn(ZoneId zone, Fields fields, String name) {
        Optional<OffsetDateTime> moment = fields.moment(name);
        if (moment.isEmpty()) {
            return Optional.empty();
        }
        ZoneOffset offset = moment.get().getOffset();
        ZonedDateTime there = moment.get().atZoneSameInstant(zone);
        if (!offset.equals(ZoneOffset.UTC) && !there.getOffset().equals(offset)) {
            fields.problem(name, Reason.OFFSET, "expected", there.getOffset());
            return Optional.empty();
        }
        return Optional.of(there);
    }

    private <T> Optional<T> required(String name, Optional<T> value) {
        if (value.isEmpty() && fields.isValidSoFar(name)) {
            fields.problem(name, Reason.REQUIRED);
        }
        return value;
    }

    /** Returns the document with every field, in the order of the API description; absent ones have their default. */
    public static Map<String, @Nullable Object> write(SessionDocument document) {
        About about = document.about();
        SignUpRules signUp = document.signUp();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("title", about.title());
        tree.put("summary", about.summary());
        tree.put("language", about.language().tag());
        tree.put("start", written(document.when().start()));
        tree.put("end", written(document.when().end()));
        tree.put("timeZone", document.when().zone().getId());
        tree.put("online", document.where().online());
        tree.put("platform", document.where().platform());
        tree.put("place", document.where().place());
        tree.put("organiser", about.organiser());
        tree.put("coOrganisers", about.coOrganisers());
        tree.put("contact", about.contact().value());
        tree.put("audience", about.audience());
        tree.put("topics", about.topics());
        tree.put("region", about.region().orElse(""));
        tree.put("series", about.series().orElse(""));
        tree.put("image", about.image().map(URI::toString).orElse(null));
        tree.put("places", signUp.places().isPresent() ? signUp.places().getAsInt() : null);
        tree.put("waitingList", signUp.waitingList());
        AdmissionFields.write(signUp.admission(), tree);
        tree.put("noticePeriod", signUp.noticePeriod().toString());
        tree.put("lateCancellation", signUp.lateCancellation());
        tree.put(
                "confirmAddress",
                signUp.confirmAddress().map(CalendarPeriod::toString).orElse(null));
        tree.put("opens", writtenOrNull(signUp.opens()));
        tree.put("closes", writtenOrNull(signUp.closes()));
        tree.put("themes", ThemeFields.write(document.themes()));
        tree.put("questions", QuestionFields.write(document.allQuestions()));
        tree.put(
                "programme",
                document.programme().stream().map(SessionDocumentFields::write).toList());
        tree.put("meetingLink", write(document.where().meetingLink()));
        tree.put(
                "reminders",
                document.chosenReminders()
                        .map(chosen ->
                                chosen.stream().map(CalendarPeriod::toString).toList())
                        .orElse(null));
        tree.put("notify", document.notifications().word());
        tree.put(
                "materials",
                document.materials().stream().map(SessionDocumentFields::write).toList());
        tree.put("retention", document.retention().toString());
        return tree;
    }

    /** Returns one theme as it is written in the document. */
    public static Map<String, @Nullable Object> write(Theme theme) {
        return ThemeFields.write(theme);
    }

    /** Returns these questions as they are written in the document. */
    public static List<Map<String, @Nullable Object>> write(List<Question> questions) {
        return QuestionFields.write(questions);
    }

    private static Map<String, @Nullable Object> write(ProgrammePart part) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from", writtenOrNull(part.from()));
        tree.put("to", writtenOrNull(part.to()));
        tree.put("title", part.title());
        tree.put("speaker", part.speaker().orElse(null));
        return tree;
    }

    private static Map<String, @Nullable Object> write(MeetingLink link) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("url", link.url().map(URI::toString).orElse(""));
        tree.put("visibleFrom", link.visibleFrom().toString());
        return tree;
    }

    private static Map<String, @Nullable Object> write(Material material) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("title", material.title());
        tree.put("url", material.url().toString());
        tree.put("theme", material.theme().map(ThemeId::value).orElse(null));
        tree.put("when", material.afterwards() ? "after" : "before");
        tree.put("version", material.version().orElse(null));
        tree.put("tell", material.tell());
        return tree;
    }

    private static String written(ZonedDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    private static @Nullable String writtenOrNull(Optional<ZonedDateTime> moment) {
        return moment.map(SessionDocumentFields::written).orElse(null);
    }

    private static CalendarPeriod span(String written) {
        return CalendarPeriod.parse(written).orElseThrow();
    }
}
