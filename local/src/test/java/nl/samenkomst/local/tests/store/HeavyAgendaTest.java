package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.listsessions.ListSessionsHandler;
import nl.samenkomst.local.benchmark.BatchingDynamoDbClient;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.Parts;
import nl.samenkomst.local.tests.kit.Parts.Part;
import nl.samenkomst.managesessions.ManageSessionsHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks some fifty sessions with the heaviest documents allowed: no list of them exceeds Lambda's limit. */
class HeavyAgendaTest {

    /** Lambda's limit for a response, in bytes. */
    private static final int MAX_RESPONSE_BYTES = 6 * 1024 * 1024;

    private static final int COUNT = 51;

    /** Largest document allowed, in characters of JSON. */
    private static final int MAX_BODY = 65_536;

    /** An emoji is heaviest in JSON, where it is escaped as a surrogate pair; a quote is heaviest in XML and HTML. */
    @ParameterizedTest
    @ValueSource(strings = {"😀", "\""})
    void everyListIsCompleteAndWithinLambdasLimit(String character) throws IOException {
        Gathering gathering = new Gathering();
        Set<String> ids = new TreeSet<>(Set.of(Gathering.ID.value()));
        try (BatchingDynamoDbClient table = new BatchingDynamoDbClient(gathering.table())) {
            Sessions sessions = gathering.sessions(table);
            for (int i = 0; i < COUNT; i++) {
                SessionId id = new SessionId("zwaar-" + i);
                ids.add(id.value());
                AuditEntry record =
                        new AuditEntry(Gathering.NOW, Actor.LOCAL, AuditAction.SESSION_PUBLISHED, Optional.empty(), "");
                sessions.publish(Session.published(id, heavy(i, character), Gathering.NOW), record);
            }
        }
        ListSessionsHandler agenda = new ListSessionsHandler(gathering.wiring());

        for (String path : List.of("/sessions", "/sessions.ics", "/sessions.atom")) {
            Part answer = new Parts(agenda, path, "").get("");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.bytes()).as(path).isLessThan(MAX_RESPONSE_BYTES);
        }
        assertListsEach(ids, new Parts(agenda, "/api/v1/sessions", ""));
        assertListsEach(
                ids, new Parts(new ManageSessionsHandler(gathering.wiring()), "/api/v1/organiser/sessions", ""));
    }

    private static void assertListsEach(Set<String> ids, Parts list) throws IOException {
        List<String> found = new ArrayList<>();
        for (Part part : list.from(list.get(""))) {
            assertThat(part.bytes()).isLessThan((int) Wiring.RESPONSE_LIMIT.bytes() + 2_000);
            part.rows("sessions").forEach(session -> found.add(String.valueOf(session.get("id"))));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** Returns a document with everything that lists show at its longest, and themes as long as there is room. */
    private static SessionDocument heavy(int number, String character) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", words(character, 300));
        tree.put("organiser", words(character, 200));
        tree.put("contact", "a@example.org");
        tree.put("start", "2026-12-0%d".formatted(1 + number % 9) + "T15:00:00+01:00");
        tree.put("end", "2026-12-0%d".formatted(1 + number % 9) + "T17:00:00+01:00");
        tree.put("summary", words(character, 5_000));
        tree.put("place", words(character, 300));
        tree.put("region", number + words(character, 190));
        tree.put("series", number + words(character, 190));
        for (String list : List.of("coOrganisers", "topics", "audience")) {
            tree.put(
                    list,
                    IntStream.range(0, 50)
                            .mapToObj(i -> number + "-" + i + words(character, 190))
                            .toList());
            if (JSON.std.asString(tree).length() > MAX_BODY) {
                tree.remove(list);
            }
        }
        List<Map<String, Object>> themes = new ArrayList<>();
        tree.put("themes", themes);
        while (themes.size() < 20) {
            themes.add(Map.of(
                    "id",
                    "thema-" + themes.size(),
                    "title",
                    themes.size() + words(character, 190),
                    "summary",
                    words(character, 2_000)));
            if (JSON.std.asString(tree).length() > MAX_BODY) {
                themes.removeLast();
                break;
            }
        }
        return switch (SessionDocumentFields.parse(tree)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static String words(String character, int length) {
        return character.repeat(length / character.length());
    }
}
