package nl.samenkomst.local.tests.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.agenda.Agenda;
import nl.samenkomst.domain.agenda.AgendaChoice;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.local.benchmark.BatchingDynamoDbClient;
import nl.samenkomst.local.desk.DemoSessions;
import nl.samenkomst.local.tests.kit.Gathering;
import nl.samenkomst.local.tests.kit.Organiser;
import org.junit.jupiter.api.Test;

/**
 * Tests what an agenda query finds: filters and their counts, paging, past sessions and series, in a table of its own.
 */
class AgendaTest {

    private static final AuditEntry PUBLISHED =
            new AuditEntry(Gathering.NOW, Actor.LOCAL, AuditAction.SESSION_PUBLISHED, Optional.empty(), "");

    private static final Instant NOW = Gathering.NOW;
    private static final ZonedDateTime START = Gathering.START.atZone(DemoSessions.ZONE);
    private static final AgendaQuery EVERYTHING = AgendaQuery.EVERYTHING;
    private static final AgendaQuery PAST = EVERYTHING.inDirection(AgendaDirection.PAST);

    private final Gathering gathering = new Gathering("topics", List.of("Participatie"), "region", "Gelderland");
    private final Wiring wiring = gathering.wiring();
    private final Agenda agenda = wiring.agenda();

    @Test
    void countsEveryValueGivenTheOtherFilters() {
        publish("a", 1, Map.of("topics", List.of("Jeugd", "Eenzaamheid"), "region", "Twente"));
        publish("b", 2, Map.of("topics", List.of("jeugd"), "region", "Twente", "audience", List.of("Gemeenten")));
        publish("c", 3, Map.of("topics", List.of("Eenzaamheid"), "region", "Gelderland"));
        AgendaResults part = search(filtered(Facet.REGION, "Twente"));

        assertThat(ids(part)).containsExactly("a", "b");
        assertThat(part.choices(Facet.TOPIC))
                .containsExactly(
                        new AgendaChoice("Eenzaamheid", 1), new AgendaChoice("Jeugd", 1), new AgendaChoice("jeugd", 1));
        assertThat(part.choices(Facet.REGION))
                .containsExactly(new AgendaChoice("Gelderland", 2), new AgendaChoice("Twente", 2));
        assertThat(part.choices(Facet.AUDIENCE)).containsExactly(new AgendaChoice("Gemeenten", 1));
        assertThat(part.choices(Facet.SERIES)).isEmpty();

        AgendaQuery both =
                EVERYTHING.withFilter(filtered(Facet.REGION, "Twente").filter().with(Facet.TOPIC, "Eenzaamheid"));
        assertThat(ids(search(both))).containsExactly("a");
        assertThat(search(both).choices(Facet.REGION))
                .as("without the filter on it")
                .containsExactly(new AgendaChoice("Gelderland", 1), new AgendaChoice("Twente", 1));
    }

    @Test
    void findsNothingForAValueThatNoSessionHas() {
        AgendaResults part = search(filtered(Facet.TOPIC, "Breien"));

        assertThat(part.sessionSnapshots()).isEmpty();
        assertThat(part.total()).isZero();
        assertThat(part.pages()).isEqualTo(1);
        assertThat(part.changedAt()).as("it may have had it before").contains(NOW);
    }

    @Test
    void pagesByStartAndCapsThePageNumber() {
        for (int i = 0; i < 44; i++) {
            publish("sessie-" + (10 + i), 50 - i, Map.of());
        }

        AgendaResults first = search(EVERYTHING);
        AgendaResults last = search(EVERYTHING.page(99));
        assertThat(ids(first)).hasSize(20).startsWith(Gathering.ID.value(), "sessie-53", "sessie-52");
        assertThat(first.pages()).isEqualTo(3);
        assertThat(first.total()).isEqualTo(45);
        assertThat(last.page()).isEqualTo(3);
        assertThat(ids(last)).hasSize(5).endsWith("sessie-10");
        assertThat(ids(search(EVERYTHING.page(2)))).doesNotContainAnyElementsOf(ids(first));
    }

    @Test
    void listsASessionAsUpcomingUntilItEnds() {
        Instant during = Gathering.START.plus(Duration.ofHours(1));
        Instant end = Gathering.START.plus(Duration.ofHours(2));

        assertThat(ids(agenda.search(EVERYTHING, 20, during))).hasSize(1);
        assertThat(ids(agenda.search(PAST, 20, during))).isEmpty();
        assertThat(ids(agenda.search(EVERYTHING, 20, end))).isEmpty();
        assertThat(ids(agenda.search(PAST, 20, end))).hasSize(1);
    }

    @Test
    void listsPastSessionsLatestFirst() {
        publish("later", 1, Map.of());
        publish("laatst", 2, Map.of());

        assertThat(ids(agenda.search(PAST, 20, START.plusDays(9).toInstant())))
                .containsExactly("laatst", "later", Gathering.ID.value());
    }

    @Test
    void ignoresACursorOnTheWrongSideOfNow() {
        publish("later", 1, Map.of());
        AgendaCursor longAgo = AgendaCursor.from(Instant.parse("2020-01-01T00:00:00Z"));
        AgendaCursor farOff = AgendaCursor.from(Instant.parse("2040-01-01T00:00:00Z"));

        assertThat(ids(search(EVERYTHING.from(longAgo)))).hasSize(2);
        assertThat(ids(search(EVERYTHING.from(farOff)))).isEmpty();
        assertThat(ids(agenda.search(PAST.from(farOff), 20, START.plusDays(9).toInstant())))
                .hasSize(2);
    }

    @Test
    void feedsEverySessionThatMatchesUntilThirtyDaysAfterItsEnd() {
        publish("jeugd", 1, Map.of("topics", List.of("Jeugd")));
        publish("later", 2, Map.of());
        Instant end = Gathering.START.plus(Duration.ofHours(2));

        assertThat(feed(AgendaFilter.NONE, NOW)).containsExactly(Gathering.ID.value(), "jeugd", "later");
        assertThat(feed(AgendaFilter.NONE.with(Facet.TOPIC, "Jeugd"), NOW)).containsExactly("jeugd");
        assertThat(feed(AgendaFilter.NONE, end.plus(Duration.ofDays(30)).minusSeconds(1)))
                .containsExactly(Gathering.ID.value(), "jeugd", "later");
        assertThat(feed(AgendaFilter.NONE, end.plus(Duration.ofDays(30)))).containsExactly("jeugd", "later");
    }

    @Test
    void continuesBeyondAThousandSessions() {
        try (BatchingDynamoDbClient table = new BatchingDynamoDbClient(gathering.table())) {
            Sessions sessions = gathering.sessions(table);
            for (int i = 0; i < 1002; i++) {
                sessions.publish(session("sessie-" + i, 1 + i, Map.of()), PUBLISHED);
            }
        }

        AgendaResults first = search(EVERYTHING);
        AgendaResults rest = search(EVERYTHING.from(first.next().orElseThrow()));
        assertThat(first.total()).isEqualTo(1000);
        assertThat(ids(rest)).containsExactly("sessie-999", "sessie-1000", "sessie-1001");
        assertThat(rest.next()).isEmpty();
        assertThat(feed(AgendaFilter.NONE, NOW))
                .hasSize(1003)
                .startsWith(Gathering.ID.value(), "sessie-0", "sessie-1")
                .endsWith("sessie-1000", "sessie-1001");
        assertThat(agenda.all(AgendaCursor.from(Instant.EPOCH))).hasSize(1003);
    }

    @Test
    void ordersTheRestOfASeriesUpcomingFirstThenPastWithMaterials() {
        Map<String, Object> inSeries = Map.of("series", "Netwerk");
        Map<String, Object> readable = Map.of(
                "series",
                "Netwerk",
                "materials",
                List.of(Map.of("title", "Verslag", "url", "https://example.org/v.pdf", "when", "after")));
        for (int i = 1; i <= 5; i++) {
            publish("geweest-" + i, i, readable);
        }
        publish("geweest-zonder", 6, inSeries);
        publish("deze", 10, inSeries);
        publish("straks", 12, inSeries);
        publish("volgende", 11, readable);
        publish("elders", 11, Map.of("series", "Netwerk Oost"));
        Session session = wiring.showPublicSession()
                .show(new SessionId("deze"))
                .orElseThrow()
                .session();

        assertThat(wiring.seriesOfSession().others(session, START.plusDays(9).toInstant()))
                .extracting(sessionSnapshot -> sessionSnapshot.session().id().value())
                .containsExactly("volgende", "straks", "geweest-5", "geweest-4", "geweest-3");
    }

    private AgendaResults search(AgendaQuery query) {
        return agenda.search(query, Agenda.PAGE_SIZE, NOW);
    }

    private List<String> feed(AgendaFilter filter, Instant now) {
        List<String> ids = new ArrayList<>();
        agenda.feed(filter, now)
                .sessions()
                .forEach(session -> ids.add(session.id().value()));
        return ids;
    }

    private static AgendaQuery filtered(Facet facet, String value) {
        return EVERYTHING.withFilter(AgendaFilter.NONE.with(facet, value));
    }

    private static List<String> ids(AgendaResults part) {
        List<String> ids = new ArrayList<>();
        for (SessionSnapshot sessionSnapshot : part.sessionSnapshots()) {
            ids.add(sessionSnapshot.session().id().value());
        }
        return ids;
    }

    private void publish(String id, int daysLater, Map<String, ?> more) {
        gathering.sessions().publish(session(id, daysLater, more), PUBLISHED);
    }

    private static Session session(String id, int daysLater, Map<String, ?> more) {
        Map<String, Object> tree = Organiser.session("Bijeenkomst", START.plusDays(daysLater), more);
        SessionDocument document = switch (SessionDocumentFields.parse(tree)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
        return Session.published(new SessionId(id), document, NOW);
    }
}
