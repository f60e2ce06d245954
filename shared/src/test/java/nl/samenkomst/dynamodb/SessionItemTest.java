package nl.samenkomst.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.capacity.SampleSnapshots;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SkippableLetter;
import org.junit.jupiter.api.Test;

class SessionItemTest {

    private static final Session SESSION = SampleSessions.EENZAAMHEID_ONDER_JONGEREN;

    @Test
    void readsEveryFacetAsItWasWritten() {
        Map<Facet, List<String>> read =
                SessionItem.entry(SessionItem.write(SESSION, Optional.empty())).facets();

        assertThat(read).containsOnlyKeys(Facet.values());
        read.forEach((facet, values) ->
                assertThat(values).isEqualTo(facet.of(SESSION.document().about())));
    }

    /** An attribute that this release does not list as its own is kept, as one of another release. */
    @Test
    void dropsEveryAttributeThatAChangeLeavesOut() {
        Session everything = SESSION.changed(SampleSessions.LIBRARY_NETWORK.document(), SampleSessions.NOW)
                .changed(SESSION.document(), SampleSessions.NOW)
                .skipping(new SkippableLetter.FollowUp(), SampleSessions.NOW)
                .skipping(
                        new SkippableLetter.Reminder(
                                SESSION.document().reminders().getFirst()),
                        SampleSessions.NOW)
                .cancelled("De spreker is ziek.", SampleSessions.NOW);
        Session least = SampleSnapshots.session("admission", "invited");
        Session stored = SessionItem.read(SessionItem.write(everything, Optional.of(SampleSessions.NOW)));

        assertThat(SessionItem.write(over(stored, least), Optional.empty()).keySet())
                .isEqualTo(SessionItem.write(least, Optional.empty()).keySet());
    }

    /** Returns the session as a change of a stored one. */
    private static Session over(Session stored, Session changed) {
        return new Session(
                changed.id(),
                changed.document(),
                changed.revision(),
                changed.sequence(),
                changed.movedIn(),
                changed.announcedIn(),
                changed.news(),
                changed.changeLog(),
                changed.retiredQuestions(),
                changed.changedAt(),
                changed.cancellation(),
                changed.previousStart(),
                changed.messages(),
                changed.skipped(),
                stored.original());
    }
}
