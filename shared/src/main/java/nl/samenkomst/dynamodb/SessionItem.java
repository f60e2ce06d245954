package nl.samenkomst.dynamodb;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.session.MaterialNews;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionCancellation;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.domain.session.SessionDocumentFields;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.ThemeId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A session in the table: {@code S#<id>} / {@code SESSION}, in the index {@code agenda} by its start. */
final class SessionItem {

    static final String SK = "SESSION";
    static final String REVISION = "revision";

    static final String AGENDA_INDEX = "agenda";
    static final String AGENDA = "agenda";
    static final String THE_AGENDA = "A";
    static final String STARTS_AT = "startsAt";

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
    private static final String CANCELLATION = "cancellation";
    private static final String REASON = "reason";
    private static final String AT = "at";

    private SessionItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    /** The item; on the due list from {@code dueAt} on, where there is something to follow up. */
    static Map<String, AttributeValue> write(Session session, Optional<Instant> dueAt) {
        Attributes item = Attributes.of(key(session.id()))
                .with(DOCUMENT, Values.tree(SessionDocumentFields.write(session.document())))
                .with(REVISION, session.revision())
                .with(MOVES, session.moves())
                .with(MOVED_IN, session.movedIn())
                .with(CORRECTED_IN, session.correctedIn())
                .with(
                        NEWS,
                        AttributeValue.fromL(
                                session.news().stream().map(SessionItem::write).toList()))
                .with(CHANGED_AT, session.changedAt())
                .with(AGENDA, THE_AGENDA)
                .with(STARTS_AT, session.document().when().start().toInstant());
        session.cancellation()
                .ifPresent(cancellation -> item.with(
                        CANCELLATION,
                        AttributeValue.fromM(Attributes.none()
                                .with(REASON, cancellation.reason())
                                .with(AT, cancellation.at())
                                .map())));
        dueAt.ifPresent(moment -> DueIndex.enter(item, moment));
        return item.map();
    }

    static Session read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Session(
                Keys.session(item),
                document(item.inner(DOCUMENT)),
                item.number(REVISION),
                item.number(MOVES),
                item.number(MOVED_IN),
                // Sessions of before there were corrections, or news.
                item.has(CORRECTED_IN) ? item.number(CORRECTED_IN) : 1,
                item.has(NEWS) ? item.list(NEWS).stream().map(SessionItem::news).toList() : List.of(),
                item.moment(CHANGED_AT),
                item.has(CANCELLATION)
                        ? Optional.of(new SessionCancellation(
                                item.inner(CANCELLATION).text(REASON),
                                item.inner(CANCELLATION).moment(AT)))
                        : Optional.empty());
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
                URI.create(item.text(URL)),
                item.textIfAny(THEME).map(ThemeId::new),
                item.textIfAny(VERSION),
                item.flag(AFTERWARDS),
                item.number(SINCE));
    }

    private static SessionDocument document(Attributes document) {
        return switch (SessionDocumentFields.parse(Values.treeOf(document.map()))) {
            case Parsed.Right<SessionDocument> right -> right.value();
            case Parsed.Wrong<SessionDocument> wrong ->
                throw new IllegalStateException("a session in the table is not one any more: "
                        + wrong.problems().getFirst().code());
        };
    }
}
