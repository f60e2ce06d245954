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
        OffsetDateTime start = fields.text("start", OffsetDateTime::parse);
        ZoneId zone = zone(fields.text("timeZone", "Europe/Amsterdam"), start);
        ZonedDateTime end = fields.text("end", OffsetDateTime::parse).atZoneSameInstant(zone);
        if (!end.toInstant().isAfter(start.toInstant())) {
            throw new UnreadableItem("end is not after start");
        }
        return new SessionDocument(
                about(fields),
                new When(start.atZoneSameInstant(zone), end),
                where(fields),
                signUp(fields, zone),
                fields.list("themes").stream().map(StoredDocument::theme).toList(),
                fields.list("questions").stream().map(StoredDocument::question).toList(),
                fields.list("programme").stream()
                        .map(part -> programmePart(part, zone))
                        .toList(),
                fields.list("materials").stream().map(StoredDocument::material).toList(),
                fields.has("reminders")
                        ? fields.texts("reminders").stream()
                                .map(StoredDocument::span)
                                .toList()
                        : SessionDocumentFields.REMINDERS,
                fields.optional("retention", StoredDocument::span).orElse(SessionDocumentFields.RETENTION));
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
                fields.text("title"),
                fields.text("summary", ""),
                Language.of(fields.text("language", "")).orElse(Language.NL),
                fields.text("organiser"),
                fields.texts("coOrganisers"),
                fields.text("contact", EmailAddress::new),
                fields.texts("audience"),
                fields.texts("topics"),
                written(fields, "region"),
                written(fields, "series"),
                fields.optional("image", URI::create));
    }

    private static Where where(Attributes fields) {
        Attributes link = fields.innerOrNone("meetingLink");
        return new Where(
                fields.flag("online", false),
                fields.text("place", ""),
                new MeetingLink(
                        written(link, "url").map(url -> link.text("url", URI::create)),
                        link.optional("visibleFrom", StoredDocument::span)
                                .orElse(SessionDocumentFields.LINK_VISIBLE_FROM)));
    }

    private static SignUpRules signUp(Attributes fields, ZoneId zone) {
        return new SignUpRules(
                optionalNumber(fields, "places"),
                fields.flag("waitingList", true),
                admission(fields),
                moment(fields, "opens", zone),
                moment(fields, "closes", zone),
                fields.optional("noticePeriod", StoredDocument::span).orElse(CalendarPeriod.NONE),
                fields.flag("lateCancellation", false));
    }

    /** Reads the admission rule; an unknown one means review, which admits nobody unseen and turns nobody away. */
    private static Admission admission(Attributes fields) {
        return switch (fields.text("admission", "open")) {
            case "open" -> new Admission.Open();
            case "invited" -> new Admission.Invited();
            default ->
                new Admission.Reviewed(
                        new LinkedHashSet<>(fields.texts("admitDomains")), fields.flag("reviewHoldsPlace", true));
        };
    }

    private static Theme theme(Attributes fields) {
        List<Facilitator> facilitators = fields.list("facilitators").stream()
                .map(one -> new Facilitator(one.text("name"), written(one, "organisation")))
                .toList();
        return new Theme(
                fields.text("id", ThemeId::new),
                fields.text("title", ""),
                fields.text("summary", ""),
                facilitators,
                optionalNumber(fields, "places"));
    }

    /** Reads a question; one whose kind is unknown or does not match its options is answered in text. */
    private static Question question(Attributes fields) {
        List<String> options = fields.texts("options");
        QuestionKind kind = QuestionKind.of(fields.text("kind", ""))
                .filter(known -> known.isChosen() != options.isEmpty())
                .orElse(QuestionKind.TEXT);
        return new Question(
                fields.text("id", QuestionId::new),
                fields.text("label", ""),
                kind,
                kind.isChosen() ? options : List.of(),
                fields.flag("required", false),
                fields.optional("theme", ThemeId::new));
    }

    private static ProgrammePart programmePart(Attributes fields, ZoneId zone) {
        return new ProgrammePart(
                moment(fields, "from", zone),
                moment(fields, "to", zone),
                fields.text("title", ""),
                fields.optionalText("speaker"));
    }

    /** Reads a material; one whose {@code when} is unknown is visible from the beginning. */
    private static Material material(Attributes fields) {
        return new Material(
                fields.text("title", ""),
                fields.text("url", URI::create),
                fields.optional("theme", ThemeId::new),
                fields.text("when", "before").equals("after"),
                fields.optionalText("version"),
                fields.flag("tell", true));
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
