package nl.samenkomst.local.tests.store;

import static nl.samenkomst.domain.document.SampleDocuments.document;
import static nl.samenkomst.local.tests.store.StoreFixture.ID;
import static nl.samenkomst.local.tests.store.StoreFixture.NOW;
import static nl.samenkomst.local.tests.store.StoreFixture.START;
import static nl.samenkomst.local.tests.store.StoreFixture.iso;
import static nl.samenkomst.local.tests.store.StoreFixture.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaEntry;
import nl.samenkomst.domain.agenda.AgendaScan;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

/** The indexes of sessions: their order, their cursors, and the fields found without reading a document. */
interface AgendaContract {

    StoreFixture store();

    @Test
    default void listsSessionsByTheirStartFromACursorOn() {
        publishFourOnThreeDays();

        List<String> all = after(AgendaCursor.from(NOW), 50);
        assertThat(all).startsWith("a").endsWith("c").containsExactlyInAnyOrder("a", "b1", "b2", "c");
        assertThat(after(AgendaCursor.from(START.plusSeconds(1).toInstant()), 50))
                .doesNotContain("a")
                .hasSize(3);

        List<String> oneByOne = new ArrayList<>();
        List<SessionSnapshot> next = store().index.after(AgendaCursor.from(NOW), 1);
        while (!next.isEmpty()) {
            oneByOne.addAll(ids(next));
            next = store().index.after(AgendaCursor.after(next.getFirst().session()), 1);
        }
        assertThat(oneByOne).isEqualTo(all);
    }

    @Test
    default void scansUpcomingAndPastSessionsByEnd() {
        publishFourOnThreeDays();
        Instant end = START.plusDays(1).plusHours(2).toInstant();

        List<String> coming = scanned(AgendaDirection.UPCOMING, AgendaCursor.from(NOW));
        assertThat(coming).startsWith("a").endsWith("c").containsExactlyInAnyOrder("a", "b1", "b2", "c");
        assertThat(scanned(AgendaDirection.UPCOMING, AgendaCursor.from(end.minusMillis(1))))
                .hasSize(3);
        assertThat(scanned(AgendaDirection.UPCOMING, AgendaCursor.from(end))).containsExactly("c");
        assertThat(scanned(AgendaDirection.PAST, AgendaCursor.from(end.minusMillis(1))))
                .containsExactly("a");
        assertThat(scanned(AgendaDirection.PAST, AgendaCursor.from(end)))
                .hasSize(3)
                .endsWith("a");

        for (AgendaDirection direction : AgendaDirection.values()) {
            Instant now = direction == AgendaDirection.UPCOMING
                    ? NOW
                    : START.plusDays(9).toInstant();
            AgendaCursor from = AgendaCursor.from(now);
            List<String> oneByOne = new ArrayList<>();
            Optional<AgendaCursor> next = Optional.of(from);
            while (next.isPresent()) {
                AgendaScan scan = store().index.scan(direction, next.get(), 1);
                oneByOne.addAll(ids(scan));
                next = scan.next();
            }
            assertThat(oneByOne)
                    .as(direction.name())
                    .isEqualTo(scanned(direction, from))
                    .hasSize(4);
        }
    }

    @Test
    default void findsFacetsWithoutReadingTheDocument() {
        store().publish(
                        "topics",
                        List.of("Eenzaamheid", "Jeugd"),
                        "audience",
                        List.of("Gemeenten"),
                        "region",
                        "Twente",
                        "series",
                        "Netwerk");

        assertThat(firstUpcoming())
                .isEqualTo(new AgendaEntry(
                        ID,
                        START.toInstant(),
                        START.plusHours(2).toInstant(),
                        NOW,
                        Map.of(
                                Facet.TOPIC, List.of("Eenzaamheid", "Jeugd"),
                                Facet.AUDIENCE, List.of("Gemeenten"),
                                Facet.REGION, List.of("Twente"),
                                Facet.SERIES, List.of("Netwerk"))));

        Session before = store().session();
        store().sessions
                .change(before, before.changed(document(), NOW.plusSeconds(60)), record(AuditAction.SESSION_CHANGED));
        AgendaEntry after = firstUpcoming();
        assertThat(after.facets()).isEmpty();
        assertThat(after.changedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    default void listsASeriesTheLastToEndFirst() {
        store().publish("series", "Netwerk");
        for (int day = 1; day <= 3; day++) {
            ZonedDateTime start = START.plusDays(day);
            store().publishAs("dag-" + day, "series", "Netwerk", "start", iso(start), "end", iso(start.plusHours(1)));
        }
        store().publishAs("elders", "series", "Netwerk Oost");
        store().publishAs("alleen");
        store().publishAs("genodigden", "series", "Netwerk", "admission", "invited");

        assertThat(ofSeries("Netwerk", false, 9)).containsExactly("genodigden");
        assertThat(scanned(AgendaDirection.UPCOMING, AgendaCursor.from(NOW))).doesNotContain("genodigden");
        assertThat(ofSeries("Netwerk", true, 9)).containsExactly("dag-3", "dag-2", "dag-1", ID.value());
        assertThat(ofSeries("Netwerk", true, 2)).hasSize(2);
        assertThat(store().index.ofSeries("Netwerk", true, 9).getFirst().end())
                .isEqualTo(START.plusDays(3).plusHours(1).toInstant());
        assertThat(ofSeries("netwerk", true, 9)).isEmpty();
    }

    private void publishFourOnThreeDays() {
        store().publishAt("c", START.plusDays(2));
        store().publishAt("b2", START.plusDays(1));
        store().publishAt("b1", START.plusDays(1));
        store().publishAt("a", START);
    }

    private List<String> after(AgendaCursor cursor, int limit) {
        return ids(store().index.after(cursor, limit));
    }

    private List<String> scanned(AgendaDirection direction, AgendaCursor from) {
        return ids(store().index.scan(direction, from, 9));
    }

    private AgendaEntry firstUpcoming() {
        return store().index
                .scan(AgendaDirection.UPCOMING, AgendaCursor.from(NOW), 9)
                .entries()
                .getFirst();
    }

    private List<String> ofSeries(String series, boolean isPublic, int limit) {
        return store().index.ofSeries(series, isPublic, limit).stream()
                .map(entry -> entry.id().value())
                .toList();
    }

    private static List<String> ids(List<SessionSnapshot> sessionSnapshots) {
        return sessionSnapshots.stream()
                .map(sessionSnapshot -> sessionSnapshot.session().id().value())
                .toList();
    }

    private static List<String> ids(AgendaScan scan) {
        return scan.entries().stream().map(entry -> entry.id().value()).toList();
    }
}
