package nl.samenkomst.dynamodb;

import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaEntry;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.agenda.SessionStart;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageGroup;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.registration.Lane;
import nl.samenkomst.domain.session.ChangeLog;
import nl.samenkomst.domain.session.MaterialNews;
import nl.samenkomst.domain.session.ReadableParts;
import nl.samenkomst.domain.session.RetiredQuestion;
import nl.samenkomst.domain.session.RetiredQuestions;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionCancellation;
import nl.samenkomst.domain.session.SessionDifference;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SkippedLetters;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A session in the table: {@code S#<id>} / {@code SESSION}. Every session is in the index {@code agenda} by its start,
 * for the organiser, and, if it belongs to a series, in {@code series} by that and its end. Public sessions are in
 * {@code listed} by their end, with the values of their facets.
 */
final class SessionItem {

    static final String SK = "SESSION";

    static final String AGENDA_INDEX = "agenda";
    static final String AGENDA = "agenda"; // S, partition key, always AGENDA_PARTITION
    static final String AGENDA_PARTITION = "A";
    static final String STARTS_AT = "startsAt"; // S, sort key, timestamp

    static final String LISTED_INDEX = "listed";
    static final String LISTED = "listed"; // S, partition key, LIST_PARTITION if public, else absent
    static final String LIST_PARTITION = "L";
    static final String ENDS_AT = "endsAt"; // S, sort key here and in the index of series, timestamp

    static final String SERIES_INDEX = "series";
    private static final String SERIES = "series"; // S, partition key, optional

    private static final String TOPICS = "topics"; // L of S, optional
    private static final String AUDIENCE = "audience"; // L of S, optional
    private static final String REGION = "region"; // S, optional

    private static final String DOCUMENT = "document"; // M, as SessionDocumentFields writes it
    private static final String REVISION = "revision"; // N
    private static final String MOVES = "moves"; // N
    private static final String MOVED_IN = "movedIn"; // N
    private static final String CORRECTED_IN = "correctedIn"; // N
    private static final String NEWS = "news"; // L of M with the next five
    private static final String URL = "url"; // S
    private static final String THEME = "theme"; // S, optional
    private static final String VERSION = "version"; // S, optional
    private static final String AFTERWARDS = "afterwards"; // BOOL
    private static final String SINCE = "since"; // N, a revision of the session
    private static final String CHANGE_LOG = "changeLog"; // L of M with since and the next four, optional
    private static final String KIND = "kind"; // S, word of a SessionDifference.Kind
    private static final String SUBJECT = "subject"; // S
    private static final String BEFORE = "before"; // S
    private static final String AFTER = "after"; // S
    private static final String RETIRED = "retired"; // L of M with id, label, kind, since and the next, optional
    private static final String KEY = "key"; // S
    private static final String ID = "id"; // S
    private static final String LABEL = "label"; // S
    private static final String CHANGED_AT = "changedAt"; // S, timestamp
    private static final String PREVIOUS_START = "previousStart"; // S, timestamp, optional
    private static final String SKIPPED_REMINDERS = "skippedReminders"; // L of S, each a CalendarPeriod, optional
    private static final String SKIPPED_FOLLOW_UP = "skippedFollowUp"; // N, a revision of the session, optional
    private static final String CANCELLATION = "cancellation"; // M with the next two, optional
    private static final String REASON = "reason"; // S
    private static final String AT = "at"; // S, timestamp

    private static final String MESSAGES = "messages"; // L of M with id, at and the next six, optional
    private static final String FROM = "from"; // S, timestamp
    private static final String GROUPS = "groups"; // L of S, words of a MessageGroup, optional
    private static final String THEMES = "themes"; // L of S, optional
    private static final String PRESENT = "present"; // BOOL, optional
    private static final String LATECOMERS = "latecomers"; // BOOL
    private static final String WITHDRAWN_AT = "withdrawnAt"; // S, timestamp, optional

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
            CHANGE_LOG,
            RETIRED,
            CHANGED_AT,
            PREVIOUS_START,
            SKIPPED_REMINDERS,
            SKIPPED_FOLLOW_UP,
            CANCELLATION,
            MESSAGES,
            DueIndex.DUE,
            DueIndex.DUE_AT);

    private SessionItem() {}

    static Map<String, AttributeValue> key(SessionId id) {
        return Keys.of(Keys.session(id), SK);
    }

    /** The condition that the stored session is this revision. */
    static Condition isRevision(Revision revision) {
        return Condition.isEqual(REVISION, Values.number(revision.number()));
    }

    /** The key condition for sessions in the index {@code agenda} that start at this moment or later. */
    static Condition startsFrom(Instant moment) {
        return Condition.isEqual(AGENDA, Values.text(AGENDA_PARTITION))
                .and(Condition.isAtLeast(STARTS_AT, Values.moment(moment)));
    }

    /** The key condition for sessions in the index {@code agenda} that start at this moment or earlier. */
    static Condition startsUntil(Instant moment) {
        return Condition.isEqual(AGENDA, Values.text(AGENDA_PARTITION))
                .and(Condition.isAtMost(STARTS_AT, Values.moment(moment)));
    }

    /** The key of this session in the index {@code agenda}. */
    static Map<String, AttributeValue> agendaKey(SessionId id, Instant start) {
        Map<String, AttributeValue> key = key(id);
        key.put(AGENDA, Values.text(AGENDA_PARTITION));
        key.put(STARTS_AT, Values.moment(start));
        return key;
    }

    /** Reads a session's entry in the index {@code agenda}. */
    static SessionStart start(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new SessionStart(Keys.session(item), item.moment(STARTS_AT));
    }

    /** The key condition for sessions in the index {@code listed} on this side of the cursor. */
    static Condition isListed(AgendaDirection direction, AgendaCursor from) {
        AttributeValue moment = Values.moment(from.moment());
        Condition ends = direction == AgendaDirection.PAST
                ? Condition.isAtMost(ENDS_AT, moment)
                : from.lastSeen().isPresent()
                        ? Condition.isAtLeast(ENDS_AT, moment)
                        : Condition.isMore(ENDS_AT, moment);
        return Condition.isEqual(LISTED, Values.text(LIST_PARTITION)).and(ends);
    }

    /** The key condition for the public or the invitation-only sessions of a series, in the index {@code series}. */
    static Condition isInSeries(String series, boolean isPublic) {
        return Condition.isEqual(SERIES, Values.text(seriesKey(series, isPublic)));
    }

    /**
     * Returns the item; keeps what another release wrote and this one does not know.
     *
     * @param dueAt from when it is in the work queue, to propagate its change; empty to leave it out
     */
    static Map<String, AttributeValue> write(Session session, Optional<Instant> dueAt) {
        Map<String, AttributeValue> item = item(session, dueAt);
        return session.original()
                .ofType(Attributes.class)
                .map(stored -> Merge.of(stored.map(), rewrittenUnchanged(stored), item, KNOWN))
                .orElse(item);
    }

    private static Map<String, AttributeValue> rewrittenUnchanged(Attributes stored) {
        return item(read(stored.map()), stored.optionalMoment(DueIndex.DUE_AT));
    }

    private static Map<String, AttributeValue> item(Session session, Optional<Instant> dueAt) {
        Attributes item = Attributes.of(key(session.id()))
                .with(DOCUMENT, StoredDocument.write(session.document()))
                .with(REVISION, session.revision().number())
                .with(MOVES, session.sequence().number())
                .with(MOVED_IN, session.movedIn().number())
                .with(CORRECTED_IN, session.announcedIn().number())
                .with(
                        NEWS,
                        AttributeValue.fromL(
                                session.news().stream().map(SessionItem::write).toList()))
                .with(CHANGED_AT, session.changedAt())
                .with(AGENDA, AGENDA_PARTITION)
                .with(STARTS_AT, session.document().when().start().toInstant());
        item.withAny(
                CHANGE_LOG,
                session.changeLog().entries().stream().map(SessionItem::write).toList());
        item.withAny(
                RETIRED,
                session.retiredQuestions().all().stream()
                        .map(SessionItem::write)
                        .toList());
        session.cancellation()
                .ifPresent(cancellation -> item.with(
                        CANCELLATION,
                        AttributeValue.fromM(Attributes.none()
                                .with(REASON, cancellation.reason())
                                .with(AT, cancellation.at())
                                .map())));
        session.previousStart().ifPresent(moment -> item.with(PREVIOUS_START, moment));
        item.withAny(
                MESSAGES, session.messages().stream().map(SessionItem::write).toList());
        item.withAny(
                SKIPPED_REMINDERS,
                session.skipped().reminders().stream()
                        .map(ahead -> Values.text(ahead.toString()))
                        .toList());
        session.skipped().followUp().ifPresent(last -> item.with(SKIPPED_FOLLOW_UP, last.number()));
        if (session.isPublic()) {
            list(item, session.document());
        } else {
            session.document()
                    .about()
                    .series()
                    .ifPresent(series -> item.with(SERIES, seriesKey(series, false))
                            .with(ENDS_AT, session.document().when().end().toInstant()));
        }
        dueAt.ifPresent(moment -> DueIndex.addTo(item, Lane.CONFIRMED, moment));
        return item.map();
    }

    private static void list(Attributes item, SessionDocument document) {
        item.with(LISTED, LIST_PARTITION).with(ENDS_AT, document.when().end().toInstant());
        for (Facet facet : Facet.values()) {
            List<String> values = facet.of(document.about());
            if (!values.isEmpty()) {
                item.with(
                        attribute(facet), isSingleValued(facet) ? Values.text(values.getFirst()) : Values.tree(values));
            }
        }
    }

    /**
     * Returns the index key of a series. For invitation-only sessions it has a prefix with a line break, which
     * organisers cannot type, so queries for public sessions never match it.
     */
    private static String seriesKey(String series, boolean isPublic) {
        return isPublic ? series : "invited\n" + series;
    }

    /** Reads a session's entry in the index {@code listed}. */
    static AgendaEntry entry(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        Map<Facet, List<String>> found = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String name = attribute(facet);
            if (item.has(name)) {
                found.put(facet, isSingleValued(facet) ? List.of(item.text(name)) : item.texts(name));
            }
        }
        return new AgendaEntry(
                Keys.session(item), item.moment(STARTS_AT), item.moment(ENDS_AT), item.moment(CHANGED_AT), found);
    }

    /** Reads a session's entry in the index {@code series}. */
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

    /** Returns whether the facet is stored as one text rather than a list; a session has one series and one region. */
    private static boolean isSingleValued(Facet facet) {
        return switch (facet) {
            case TOPIC, AUDIENCE -> false;
            case REGION, SERIES -> true;
        };
    }

    /** Returns the item as another revision, in the work queue from {@code dueAt}. */
    static Map<String, AttributeValue> asRevision(
            Revision revision, Instant dueAt, Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(new LinkedHashMap<>(stored)).with(REVISION, revision.number());
        DueIndex.addTo(item, Lane.CONFIRMED, dueAt);
        return item.map();
    }

    static Session read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Session(
                Keys.session(item),
                StoredDocument.read(item.inner(DOCUMENT)),
                new Revision(item.number(REVISION)),
                new Sequence(item.number(MOVES, 0)),
                new Revision(item.number(MOVED_IN, 1)),
                new Revision(item.number(CORRECTED_IN, 1)),
                item.list(NEWS).stream().map(SessionItem::news).toList(),
                changeLog(item),
                new RetiredQuestions(
                        item.list(RETIRED).stream().map(SessionItem::retired).toList()),
                item.moment(CHANGED_AT),
                cancellation(item),
                item.optionalMoment(PREVIOUS_START),
                messages(item),
                skipped(item),
                StoredOriginal.of(item));
    }

    /** Reads the skipped letters; leaves out reminders that this release cannot read. */
    private static SkippedLetters skipped(Attributes item) {
        return new SkippedLetters(
                item.has(SKIPPED_REMINDERS)
                        ? item.texts(SKIPPED_REMINDERS).stream()
                                .flatMap(ahead -> CalendarPeriod.restore(ahead).stream())
                                .toList()
                        : List.of(),
                item.has(SKIPPED_FOLLOW_UP)
                        ? Optional.of(new Revision(item.number(SKIPPED_FOLLOW_UP)))
                        : Optional.empty());
    }

    /** Reads what is readable beside the document of an unreadable session; see {@link ReadableParts} for the rest. */
    static ReadableParts remains(SessionId id, Revision revision, Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new ReadableParts(
                id,
                revision,
                ItemReader.readOr(() -> new Sequence(item.number(MOVES)), new Sequence(revision.number())),
                ItemReader.readOr(() -> new Revision(item.number(MOVED_IN)), Revision.FIRST),
                ItemReader.readOr(() -> new Revision(item.number(CORRECTED_IN)), Revision.FIRST),
                ItemReader.readOr(
                        () -> item.list(NEWS).stream().map(SessionItem::news).toList(), List.of()),
                ItemReader.readOr(() -> item.optionalMoment(STARTS_AT), Optional.empty()),
                ItemReader.readOr(() -> cancellation(item), Optional.empty()),
                ItemReader.readOr(() -> messages(item), List.of()));
    }

    private static Optional<SessionCancellation> cancellation(Attributes item) {
        if (!item.has(CANCELLATION)) {
            return Optional.empty();
        }
        Attributes cancellation = item.inner(CANCELLATION);
        return Optional.of(new SessionCancellation(cancellation.text(REASON, ""), cancellation.moment(AT)));
    }

    private static AttributeValue write(MessageNote note) {
        Attributes item = Attributes.none()
                .with(ID, note.id().value())
                .with(AT, note.at())
                .with(FROM, note.from())
                .with(LATECOMERS, note.latecomers());
        item.withAny(
                GROUPS,
                note.to().groups().stream()
                        .map(MessageGroup::word)
                        .map(Values::text)
                        .toList());
        item.withAny(
                THEMES,
                note.to().themes().stream()
                        .map(ThemeId::value)
                        .map(Values::text)
                        .toList());
        note.to().present().ifPresent(there -> item.with(PRESENT, there));
        note.withdrawnAt().ifPresent(moment -> item.with(WITHDRAWN_AT, moment));
        return AttributeValue.fromM(item.map());
    }

    /** Reads the messages; leaves out those to a group that this release does not know, for whom it cannot send them. */
    private static List<MessageNote> messages(Attributes item) {
        return item.list(MESSAGES).stream()
                .filter(note -> note.texts(GROUPS).stream()
                        .allMatch(word -> MessageGroup.of(word).isPresent()))
                .map(SessionItem::message)
                .toList();
    }

    private static MessageNote message(Attributes note) {
        return new MessageNote(
                note.text(ID, MessageId::new),
                new MessageAudience(
                        note.texts(GROUPS).stream()
                                .flatMap(word -> MessageGroup.of(word).stream())
                                .toList(),
                        note.texts(THEMES).stream().map(ThemeId::new).toList(),
                        note.has(PRESENT) ? Optional.of(note.flag(PRESENT)) : Optional.empty()),
                note.moment(AT),
                note.moment(FROM),
                note.flag(LATECOMERS, false),
                note.optionalMoment(WITHDRAWN_AT));
    }

    private static AttributeValue write(MaterialNews news) {
        Attributes item = Attributes.none()
                .with(URL, news.url().toString())
                .with(AFTERWARDS, news.afterwards())
                .with(SINCE, news.revision().number());
        news.theme().ifPresent(theme -> item.with(THEME, theme.value()));
        news.version().ifPresent(version -> item.with(VERSION, version));
        return AttributeValue.fromM(item.map());
    }

    private static AttributeValue write(ChangeLog.Entry entry) {
        return AttributeValue.fromM(Attributes.none()
                .with(SINCE, entry.revision().number())
                .with(KIND, entry.difference().kind().word())
                .with(SUBJECT, entry.difference().subject())
                .with(BEFORE, entry.difference().before())
                .with(AFTER, entry.difference().after())
                .map());
    }

    private static AttributeValue write(RetiredQuestion question) {
        return AttributeValue.fromM(Attributes.none()
                .with(ID, question.id().value())
                .with(KEY, question.key().value())
                .with(SINCE, question.keyedIn().number())
                .with(LABEL, question.label())
                .with(KIND, question.kind().word())
                .map());
    }

    private static RetiredQuestion retired(Attributes item) {
        return new RetiredQuestion(
                item.text(ID, QuestionId::new),
                item.text(KEY, QuestionId::new),
                new Revision(item.number(SINCE, 1)),
                item.text(LABEL, ""),
                QuestionKind.of(item.text(KIND, "")).orElse(QuestionKind.TEXT));
    }

    /** Reads the differences; leaves out kinds that this release does not know. */
    private static ChangeLog changeLog(Attributes item) {
        return new ChangeLog(item.list(CHANGE_LOG).stream()
                .flatMap(entry -> SessionDifference.Kind.of(entry.text(KIND, "")).stream()
                        .map(kind -> new ChangeLog.Entry(
                                new Revision(entry.number(SINCE, 1)),
                                new SessionDifference(
                                        kind, entry.text(SUBJECT, ""), entry.text(BEFORE, ""), entry.text(AFTER, "")))))
                .toList());
    }

    private static MaterialNews news(Attributes item) {
        return new MaterialNews(
                item.text(URL, URI::create),
                item.optional(THEME, ThemeId::new),
                item.optionalText(VERSION),
                item.flag(AFTERWARDS, false),
                new Revision(item.number(SINCE, 1)));
    }
}
