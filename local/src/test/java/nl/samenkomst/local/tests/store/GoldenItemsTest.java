package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.samenkomst.Settings;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Messages;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.evaluation.Evaluations;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.mailbox.MailboxId;
import nl.samenkomst.domain.mailbox.Mailboxes;
import nl.samenkomst.domain.mailbox.RefusedLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.dynamodb.DynamoDbDrafts;
import nl.samenkomst.dynamodb.DynamoDbEvaluations;
import nl.samenkomst.dynamodb.DynamoDbMailboxes;
import nl.samenkomst.dynamodb.DynamoDbMessages;
import nl.samenkomst.dynamodb.DynamoDbOrganisers;
import nl.samenkomst.dynamodb.DynamoDbRegistrations;
import nl.samenkomst.dynamodb.DynamoDbSessions;
import nl.samenkomst.dynamodb.DynamoDbWorkQueue;
import nl.samenkomst.dynamodb.StoredDeskKey;
import nl.samenkomst.local.tests.kit.FreshTable;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.StoredItems;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Checks that today's code reads what each release wrote into the table, kept in a folder by that release's own code,
 * and loses nothing of it when it changes it. So a release can be deployed over any earlier one, and rolled back.
 */
class GoldenItemsTest {

    static final Path RELEASES = Path.of("src/test/resources/items");

    /** A moment at which no golden registration has expired. */
    private static final Instant NOW = Instant.parse("2026-12-10T15:00:00Z");

    private static final AttributeValue LATER = AttributeValue.fromS("of a later release");

    private final FreshTable table = FreshTable.create();
    private final Sessions sessions = new DynamoDbSessions(table.client(), table.name());
    private final Messages messages = new DynamoDbMessages(table.client(), table.name());
    private final Registrations registrations =
            new DynamoDbRegistrations(table.client(), table.name(), new StoredDeskKey(new SecureRandom()));

    static List<String> releases() {
        try (Stream<Path> folders = Files.list(RELEASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted(Comparator.comparingInt(Integer::parseInt))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyItemOfEveryReleaseIsRead(String release) {
        Map<String, List<Map<String, AttributeValue>>> golden = itemsOf(release);
        store(golden);

        assertThat(everySession(golden)).hasSameSizeAs(of("session", golden));
        assertThat(everyRegistration(golden)).hasSameSizeAs(of("registration", golden));
        for (SessionId id : ids(golden)) {
            assertThat(registrations.queue(id)).hasSize(countIn(golden, "waiting", id));
            assertThat(sessions.changes(id, NOW)).hasSize(countIn(golden, "audit", id));
            assertThat(messages.all(id, NOW)).hasSize(countIn(golden, "message", id));
            assertThat(new DynamoDbWorkQueue(table.client(), table.name()).organiserNotice(id).stream())
                    .hasSize(countIn(golden, "review", id));
        }
        Evaluations evaluations = new DynamoDbEvaluations(table.client(), table.name(), new SecureRandom());
        for (SessionId id : ids(golden)) {
            assertThat(evaluations.all(id, NOW)).hasSize(countIn(golden, "evaluation", id));
        }
        assertThat(of("message-proof", golden))
                .allSatisfy(item -> assertThat(messages.proof(
                                session(item), StoredItems.key(item).replaceFirst(".* PROOF#", "")))
                        .isPresent());
        assertThat(new DynamoDbSessions(table.client(), table.name()).tallies(ids(golden)))
                .hasSameSizeAs(of("tally", golden));
        assertThat(of("draft", golden))
                .allSatisfy(item -> assertThat(new DynamoDbDrafts(table.client(), table.name()).find(session(item)))
                        .isPresent());
        Mailboxes mailboxes = new DynamoDbMailboxes(table.client(), table.name());
        assertThat(of("mailbox", golden))
                .allSatisfy(item -> assertThat(mailboxes
                                .find(new MailboxId(partition("M#", item)))
                                .version())
                        .isNotEqualTo(Version.NONE));
        assertThat(of("refused-link", golden))
                .allSatisfy(item -> assertThat(mailboxes.refusedBy(new RefusedLink(partition("L#", item)), NOW))
                        .hasValueSatisfying(
                                mailbox -> assertThat(mailbox.isRefused()).isTrue()));
        Organisers organisers = new DynamoDbOrganisers(table.client(), table.name());
        assertThat(organisers.all()).hasSameSizeAs(of("organiser", golden));
        assertThat(organisers.all().stream().flatMap(one -> organisers.browserSessions(one.id()).stream()))
                .hasSameSizeAs(of("browser-session", golden));
        assertThat(organisers.history(99, NOW)).hasSameSizeAs(of("desk-entry", golden));
        if (golden.containsKey("desk-key")) {
            assertThat(registrations.deskKey()).isInstanceOf(Attempt.Settled.class);
            assertThat(of("desk-key", stored())).isEqualTo(of("desk-key", golden));
        }
    }

    /** The ids of releases before 4 were hashes without the desk's key. */
    @ParameterizedTest
    @MethodSource("releases")
    void everyPersonIsFoundByAddressAndRegisteredOnce(String release) {
        Map<String, List<Map<String, AttributeValue>>> golden = itemsOf(release);
        store(golden);
        Wiring wiring = wiring();

        for (Registration known : everyRegistration(golden)) {
            assertThat(registrations
                            .find(known.session(), known.person().email(), NOW)
                            .flatMap(RegistrationSnapshot::registration))
                    .contains(known);
            wiring.register().register(known.session(), new SignUp(known.person(), Optional.empty()));
            wiring.resendOwnLink().resend(known.session(), known.person().email());
            assertThat(registrations
                            .find(known.session(), known.person().email(), NOW)
                            .flatMap(RegistrationSnapshot::registration))
                    .hasValueSatisfying(now -> assertThat(now.id()).isEqualTo(known.id()));
        }
        assertThat(everyRegistration(golden)).hasSameSizeAs(of("registration", golden));
    }

    @ParameterizedTest
    @MethodSource("releases")
    void keepsEverythingWhenRewritingAnItem(String release) {
        Map<String, List<Map<String, AttributeValue>>> golden = itemsOf(release);
        store(golden);

        writeEverythingAgain(golden);

        Set<String> rewritten = Set.of(
                "version",
                "revision",
                "changedAt",
                "sessionRevision",
                "due",
                "dueAt",
                "expiresAt",
                "waiting",
                "taken",
                "skippedFollowUp");
        for (String kind : List.of("session", "registration")) {
            assertThat(without(rewritten, of(kind, stored()))).as(kind).isEqualTo(without(rewritten, of(kind, golden)));
        }
    }

    /** Fails when a change alters what is stored: then run {@link WriteGoldenItems} to keep the new release's items. */
    @Test
    void theNewestReleaseHasTodaysStoredForm() {
        String newest = releases().getLast();
        assertThat(shapes(StoredItems.ofThisRelease()))
                .as("what is stored has changed since release " + newest)
                .isEqualTo(shapes(itemsOf(newest)));
    }

    @Test
    void keepsWhatALaterReleaseAdded() {
        Map<String, List<Map<String, AttributeValue>>> later =
                new TreeMap<>(itemsOf(releases().getLast()));
        later.computeIfPresent(
                "session",
                (kind, items) -> items.stream()
                        .map(GoldenItemsTest::withLaterFieldsAndWords)
                        .toList());
        later.computeIfPresent(
                "registration",
                (kind, items) -> items.stream()
                        .map(GoldenItemsTest::withLaterFieldsAndWords)
                        .toList());
        store(later);

        for (Session session : everySession(later)) {
            Session changed = session.changed(session.document(), Announcement.ALWAYS, NOW);
            assertThat(sessions.change(session, changed, record())).isEqualTo(WriteResult.committed());
            assertThat(sessions.change(
                            sessions.find(session.id()).orElseThrow().session(),
                            changed.cancelled("Ziek", NOW),
                            record()))
                    .isEqualTo(WriteResult.committed());
        }
        SentLetter another = new SentLetter(LetterKind.OWN_LINK, Revision.FIRST, NOW, Optional.of("message"));
        for (Registration registration : everyRegistration(later)) {
            Session session =
                    sessions.find(registration.session()).orElseThrow().session();
            Registration told = registration.with(registration.letters().with(another, Map.of()));
            assertThat(registrations.update(session, RegistrationChange.update(session, told, NOW), NOW))
                    .isEqualTo(WriteResult.committed());
        }

        for (String kind : List.of("session", "registration")) {
            assertThat(laterPaths(of(kind, stored()))).as(kind).isEqualTo(laterPaths(of(kind, later)));
        }
    }

    @Test
    void keepsUntouchedValuesOfALaterRelease() {
        Map<String, List<Map<String, AttributeValue>>> later =
                new TreeMap<>(itemsOf(releases().getLast()));
        later.computeIfPresent(
                "session",
                (kind, items) -> items.stream()
                        .map(GoldenItemsTest::withLaterFieldsAndWords)
                        .toList());
        store(later);
        Session before = sessions.find(Gathering.ID).orElseThrow().session();
        Gathering other = new Gathering("title", "Andere titel");

        sessions.change(before, before.changed(other.session().document(), NOW), record());

        Map<String, AttributeValue> document = documentOf(Gathering.ID);
        assertThat(Objects.requireNonNull(document.get("title")).s()).isEqualTo("Andere titel");
        assertThat(document).containsEntry("later", LATER);
        assertThat(Objects.requireNonNull(document.get("themes")).l()).isEmpty();
    }

    private Map<String, AttributeValue> documentOf(SessionId id) {
        return Objects.requireNonNull(of("session", stored()).stream()
                        .filter(item -> session(item).equals(id))
                        .findFirst()
                        .orElseThrow()
                        .get("document"))
                .m();
    }

    private void writeEverythingAgain(Map<String, List<Map<String, AttributeValue>>> golden) {
        for (Registration registration : everyRegistration(golden)) {
            Session session =
                    sessions.find(registration.session()).orElseThrow().session();
            assertThat(registrations.update(session, RegistrationChange.update(session, registration, NOW), NOW))
                    .isEqualTo(WriteResult.committed());
        }
        for (Session session : everySession(golden)) {
            Session again = session.changed(session.document(), NOW);
            assertThat(sessions.change(session, again, record())).isEqualTo(WriteResult.committed());
        }
    }

    private Wiring wiring() {
        return new Wiring(
                new Settings(Map.of(
                        "TABLE_NAME", table.name(), "HOUSE_STYLE", HouseStyle.DEFAULT, "CONFIRM_ADDRESS", "none")),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new SecureRandom(),
                duration -> {},
                table::client,
                () -> {
                    throw new AssertionError("no letters here");
                });
    }

    private static AuditEntry record() {
        return new AuditEntry(NOW, Actor.LOCAL, AuditAction.SESSION_CHANGED, Optional.empty(), "");
    }

    private List<Session> everySession(Map<String, List<Map<String, AttributeValue>>> items) {
        return ids(items).stream()
                .map(id -> sessions.find(id).orElseThrow().session())
                .toList();
    }

    private List<Registration> everyRegistration(Map<String, List<Map<String, AttributeValue>>> items) {
        return ids(items).stream()
                .flatMap(id -> StreamSupport.stream(registrations.all(id, NOW).spliterator(), false))
                .toList();
    }

    private static List<SessionId> ids(Map<String, List<Map<String, AttributeValue>>> items) {
        return of("session", items).stream().map(GoldenItemsTest::session).toList();
    }

    private static List<Map<String, AttributeValue>> of(
            String kind, Map<String, List<Map<String, AttributeValue>>> items) {
        return items.getOrDefault(kind, List.of());
    }

    /** Returns the partition key without its prefix. */
    private static String partition(String prefix, Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("PK")).s().substring(prefix.length());
    }

    private static SessionId session(Map<String, AttributeValue> item) {
        return new SessionId(Objects.requireNonNull(item.get("PK")).s().substring("S#".length()));
    }

    private static int countIn(Map<String, List<Map<String, AttributeValue>>> items, String kind, SessionId session) {
        return (int) of(kind, items).stream()
                .filter(item -> session(item).equals(session))
                .count();
    }

    private void store(Map<String, List<Map<String, AttributeValue>>> items) {
        items.values().stream()
                .flatMap(List::stream)
                .forEach(item -> table.client()
                        .putItem(request -> request.tableName(table.name()).item(item)));
    }

    private Map<String, List<Map<String, AttributeValue>>> stored() {
        return StoredItems.in(table.client(), table.name());
    }

    private static Map<String, List<Map<String, AttributeValue>>> itemsOf(String release) {
        try (Stream<Path> files = Files.list(RELEASES.resolve(release))) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString().replace(".json", ""),
                    StoredItems::read,
                    (one, other) -> one,
                    TreeMap::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Map<String, AttributeValue>> without(
            Set<String> names, List<Map<String, AttributeValue>> items) {
        return items.stream()
                .map(item -> without(names, item))
                .sorted(Comparator.comparing(StoredItems::key))
                .toList();
    }

    private static Map<String, AttributeValue> without(Set<String> names, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> rest = new TreeMap<>(item);
        rest.keySet().removeAll(names);
        return rest;
    }

    /** Adds a new field to every map, and replaces known words by words of a later release. */
    private static Map<String, AttributeValue> withLaterFieldsAndWords(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> later = new HashMap<>(item);
        later.replaceAll((name, value) -> name.equals("answers") || name.equals("alongside") ? value : later(value));
        later.put("later", LATER);
        later.put("laterSet", AttributeValue.fromSs(List.of("a", "b")));
        later.put("laterBytes", AttributeValue.fromB(SdkBytes.fromUtf8String("bytes")));
        return later;
    }

    private static AttributeValue later(AttributeValue value) {
        return switch (value.type()) {
            case M -> {
                Map<String, AttributeValue> map = new HashMap<>(value.m());
                map.replaceAll((name, inner) -> switch (name) {
                    case "admission" -> AttributeValue.fromS("by-lottery");
                    case "kind" -> map.containsKey("label") ? AttributeValue.fromS("scale") : inner;
                    case "language" -> AttributeValue.fromS("fy");
                    case "when" -> AttributeValue.fromS("during");
                    default -> later(inner);
                });
                map.put("later", LATER);
                yield AttributeValue.fromM(map);
            }
            case L ->
                AttributeValue.fromL(
                        value.l().stream().map(GoldenItemsTest::later).toList());
            default -> value;
        };
    }

    /** Returns the paths of a later release's values, by the key of the item. */
    private static Map<String, List<String>> laterPaths(List<Map<String, AttributeValue>> items) {
        Map<String, List<String>> found = new TreeMap<>();
        for (Map<String, AttributeValue> item : items) {
            List<String> paths = new ArrayList<>();
            item.forEach((name, value) -> laterPaths(name, value, paths));
            found.put(StoredItems.key(item), paths.stream().sorted().toList());
        }
        return found;
    }

    private static void laterPaths(String path, AttributeValue value, List<String> paths) {
        switch (value.type()) {
            case M -> value.m().forEach((name, inner) -> laterPaths(path + "." + name, inner, paths));
            case L -> value.l().forEach(inner -> laterPaths(path + "[]", inner, paths));
            case SS, B -> paths.add(path);
            case S -> {
                if (Set.of("of a later release", "by-lottery", "scale", "fy", "during")
                        .contains(value.s())) {
                    paths.add(path);
                }
            }
            default -> {}
        }
    }

    /**
     * Returns, for each kind of item, every attribute with its types: what an earlier release would have to cope with.
     */
    private static Map<String, Set<String>> shapes(Map<String, List<Map<String, AttributeValue>>> items) {
        Map<String, Set<String>> shapes = new TreeMap<>();
        items.forEach((kind, ofKind) -> {
            Set<String> shape = new TreeSet<>();
            ofKind.forEach(item -> item.forEach((name, value) -> shape(name, value, shape)));
            shapes.put(kind, shape);
        });
        return shapes;
    }

    private static void shape(String path, AttributeValue value, Set<String> shape) {
        shape.add(path + " " + value.type());
        switch (value.type()) {
            case M ->
                value.m()
                        .forEach((name, inner) ->
                                shape(path.equals("alongside") ? path + ".*" : path + "." + name, inner, shape));
            case L -> value.l().forEach(inner -> shape(path + "[]", inner, shape));
            default -> {}
        }
    }
}
