package nl.samenkomst.dynamodb;

import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.agenda.AgendaEntry;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.session.MaterialNews;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionCancellation;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SessionRemains;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A session in the table: {@code S#<id>} / {@code SESSION}. Every session is in the index {@code agenda} by its start,
 * for the organiser; those that everybody may find are in {@code listed} by their end, with what they are found by, and
 * in {@code series} by that and their end.
 */
final class SessionItem {

    static final String SK = "SESSION";
    static final String REVISION = "revision";

    static final String AGENDA_INDEX = "agenda";
    static final String AGENDA = "agenda";
    static final String AGENDA_PARTITION = "A";
    static final String STARTS_AT = "startsAt";

    static final String LISTED_INDEX = "listed";
    static final String LISTED = "listed";
    static final String LIST_PARTITION = "L";
    static final String ENDS_AT = "endsAt";

    static final String SERIES_INDEX = "series";
    static final String SERIES = "series";

    private static final String TOPICS = "topics";
    private static final String AUDIENCE = "audience";
    private static final String REGION = "region";

    private static final String DOCUMENT = "document";
    private static final String MOVES = "moves";
    private static final String MOVED_IN = "movedIn";
    private static final String CORRECTED_IN = "correctedIn";
    private static final String NEWS = "news";
    private static final String URL = "url";
    private static final String THEME = "theme";
    private static final String VERSION = "version";
    private static final String AFTERWARDS = "afterwards";
    private static final String SINCE = "since";
    private static final String CHANGED_AT = "changedAt";
    private static final String PREVIOUS_START = "previousStart";
    private static final String CANCELLATION = "cancellation";
    private static final String REASON = "reason";
    private static final String AT = "at";

    private static final Set<String> KNOWN = Set.of(
            Keys.PK,
            Keys.SK,
            REVISION,
            AGENDA,
            STARTS_AT,
            LISTED,
            ENDS_AT,
            SERIES,
            TOPICS,
            AUDIENCE,
            REGION,
            DOCUMENT,
            MOVES,
            MOVED_IN,
            CORRECTED_IN,
            NEWS,
            CHANGED_AT,
            PREVIOUS_START,
            CANCELLATION,
            DueIndex.DUE,
            DueIndex.DUE_AT);

    private SessionItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    /**
     * The item; on the due list from {@code dueAt} on, where there is something to follow up. What another release
     * wrote, and this one does not know, stays in it.
     */
    static Map<String, AttributeValue> write(Session session, Optional<Instant> dueAt) {
        Map<String, AttributeValue> item = item(session, dueAt);
        return session.original()
                .as(Attributes.class)
                .map(stored -> Merge.of(stored.map(), asThisReleaseWrites(stored), item, KNOWN))
                .orElse(item);
    }

    private static Map<String, AttributeValue> asThisReleaseWrites(Attributes stored) {
        return item(read(stored.map()), stored.optionalMoment(DueIndex.DUE_AT));
    }

    private static Map<String, AttributeValue> item(Session session, Optional<Instant> dueAt) {
        Attributes item = Attributes.of(key(session.id()))
                .with(DOCUMENT, StoredDocument.write(session.document()))
                .with(REVISION, session.revision())
                .with(MOVES, session.changes())
                .with(MOVED_IN, session.movedIn())
                .with(CORRECTED_IN, session.correctedIn())
                .with(
                        NEWS,
                        AttributeValue.fromL(
                                session.news().stream().map(SessionItem::write).toList()))
                .with(CHANGED_AT, session.changedAt())
                .with(AGENDA, AGENDA_PARTITION)
                .with(STARTS_AT, session.document().when().start().toInstant());
        session.cancellation()
                .ifPresent(cancellation -> item.with(
                        CANCELLATION,
                        AttributeValue.fromM(Attributes.none()
                                .with(REASON, cancellation.reason())
                                .with(AT, cancellation.at())
                                .map())));
        session.previousStart().ifPresent(moment -> item.with(PREVIOUS_START, moment));
        if (session.isPublic()) {
            list(item, session.document());
        } else {
            session.document()
                    .about()
                    .series()
                    .ifPresent(series -> item.with(SERIES, seriesKey(series, false))
                            .with(ENDS_AT, session.document().when().end().toInstant()));
        }
        dueAt.ifPresent(moment -> DueIndex.enter(item, moment));
        return item.map();
    }

    private static void list(Attributes item, SessionDocument document) {
        item.with(LISTED, LIST_PARTITION).with(ENDS_AT, document.when().end().toInstant());
        for (Facet facet : Facet.values()) {
            List<String> values = facet.of(document.about());
            if (!values.isEmpty()) {
                item.with(attribute(facet), isOne(facet) ? Values.text(values.getFirst()) : Values.tree(values));
            }
        }
    }

    /** What a series is called in the index: that of the invited as no organiser can, who writes on one line. */
    static String seriesKey(String series, boolean isPublic) {
        return isPublic ? series : "invited\n" + series;
    }

    /** What the index {@code listed} holds of a session. */
    static AgendaEntry entry(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        Map<Facet, List<String>> found = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String name = attribute(facet);
            if (item.has(name)) {
                found.put(facet, isOne(facet) ? List.of(item.text(name)) : item.texts(name));
            }
        }
        return new AgendaEntry(
                Keys.session(item), item.moment(STARTS_AT), item.moment(ENDS_AT), item.moment(CHANGED_AT), found);
    }

    /** What the index {@code series} holds of a session. */
    static SeriesEntry seriesEntry(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new SeriesEntry(Keys.session(item), item.moment(ENDS_AT));
    }

    private static String attribute(Facet facet) {
        return switch (facet) {
            case TOPIC -> TOPICS;
            case AUDIENCE -> AUDIENCE;
            case REGION -> REGION;
            case SERIES -> SERIES;
        };
    }

    /** An index's key is a text, and a session has one series and one region. */
    private static boolean isOne(Facet facet) {
        return facet == Facet.SERIES || facet == Facet.REGION;
    }

    static Session read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Session(
                Keys.session(item),
                StoredDocument.read(item.inner(DOCUMENT)),
                item.number(REVISION),
                item.number(MOVES, 0),
                item.number(MOVED_IN, 1),
                item.number(CORRECTED_IN, 1),
                item.list(NEWS).stream().map(SessionItem::news).toList(),
                item.moment(CHANGED_AT),
                cancellation(item),
                item.optionalMoment(PREVIOUS_START),
                StoredOriginal.of(item));
    }

    /** What can be read beside the document, of a session that cannot be read whole. */
    static SessionRemains remains(SessionId id, int revision, Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new SessionRemains(
                id,
                revision,
                ItemReader.orElse(() -> item.number(MOVES), revision),
                ItemReader.orElse(() -> item.number(MOVED_IN), 1),
                ItemReader.orElse(() -> item.number(CORRECTED_IN), 1),
                ItemReader.orElse(
                        () -> item.list(NEWS).stream().map(SessionItem::news).toList(), List.of()),
                ItemReader.orElse(() -> item.optionalMoment(STARTS_AT), Optional.empty()),
                ItemReader.orElse(() -> cancellation(item), Optional.empty()));
    }

    private static Optional<SessionCancellation> cancellation(Attributes item) {
        if (!item.has(CANCELLATION)) {
            return Optional.empty();
        }
        Attributes cancellation = item.inner(CANCELLATION);
        return Optional.of(new SessionCancellation(cancellation.text(REASON, ""), cancellation.moment(AT)));
    }

    private static AttributeValue write(MaterialNews news) {
        Attributes item = Attributes.none()
                .with(URL, news.url().toString())
                .with(AFTERWARDS, news.afterwards())
                .with(SINCE, news.revision());
        news.theme().ifPresent(theme -> item.with(THEME, theme.value()));
        news.version().ifPresent(version -> item.with(VERSION, version));
        return AttributeValue.fromM(item.map());
    }

    private static MaterialNews news(Attributes item) {
        return new MaterialNews(
                item.text(URL, URI::create),
                item.optional(THEME, ThemeId::new),
                item.optionalText(VERSION),
                item.flag(AFTERWARDS, false),
                item.number(SINCE, 1));
    }
}
