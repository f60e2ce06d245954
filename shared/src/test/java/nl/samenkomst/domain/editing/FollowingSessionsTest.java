package nl.samenkomst.domain.editing;

import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.SampleOrganisers;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

final class FollowingSessionsTest {

    private static final Session FIRST = session("2026-12-03", "Wijk");
    private static final Session SECOND = session("2027-01-07", "Wijk");
    private static final Session THIRD = session("2027-02-04", "Wijk");

    @Test
    void areThoseOfTheSeriesThatStartLaterInOrder() {
        assertThat(following(SECOND, NOOR, THIRD, FIRST, session("2027-03-04", "Anders")))
                .containsExactly("les-2027-02-04");
        assertThat(following(FIRST, NOOR, THIRD, SECOND)).containsExactly("les-2027-01-07", "les-2027-02-04");
    }

    @Test
    void areNotThoseThatWereCalledOffOrHaveStarted() {
        assertThat(following(FIRST, NOOR, SampleSessions.cancelled(SECOND, "Ziek."), THIRD))
                .containsExactly("les-2027-02-04");
        Instant afterTheSecond = Instant.parse("2027-01-07T15:00:00Z");
        assertThat(FollowingSessions.following(
                        FIRST, List.of(snapshot(SECOND), snapshot(THIRD)), List.of(), NOOR, afterTheSecond))
                .extracting(one -> one.id().value())
                .containsExactly("les-2027-02-04");
    }

    @Test
    void areThoseThatTheOrganiserSees() {
        Organiser ida =
                SampleOrganisers.organiser("Ida", Role.ORGANISER, new Scope.Named(Set.of(FIRST.id(), THIRD.id())));

        assertThat(following(FIRST, ida, SECOND, THIRD)).containsExactly("les-2027-02-04");
    }

    @Test
    void haveTheirDrafts() {
        Draft draft = Draft.first(
                SECOND.id(), NOOR.id(), Map.of(Section.ABOUT, new SectionDraft(Map.of(), "basis", NOOR.id(), NOW)));

        List<SeriesSession> found = FollowingSessions.following(
                FIRST, List.of(snapshot(SECOND), snapshot(THIRD)), List.of(draft), NOOR, NOW);

        assertThat(found.getFirst().draft()).contains(draft);
        assertThat(found.getFirst().hasDraftBy(NOOR.id())).isTrue();
        assertThat(found.getFirst().hasDraftBy(SampleOrganisers.KARIM.id())).isFalse();
        assertThat(found.getLast().draft()).isEmpty();
    }

    private static List<String> following(Session session, Organiser by, Session... found) {
        return FollowingSessions.following(
                        session,
                        List.of(found).stream()
                                .map(FollowingSessionsTest::snapshot)
                                .toList(),
                        List.of(),
                        by,
                        NOW)
                .stream()
                .map(one -> one.id().value())
                .toList();
    }

    private static SessionSnapshot snapshot(Session session) {
        return new SessionSnapshot(session, Places.allFree(session.document()));
    }

    private static Session session(String day, String series) {
        return Session.published(
                new SessionId("les-" + LocalDate.parse(day)),
                SampleDocuments.document(
                        "series", series, "start", day + "T15:00:00+01:00", "end", day + "T17:00:00+01:00"),
                NOW);
    }
}
