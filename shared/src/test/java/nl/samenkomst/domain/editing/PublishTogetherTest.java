package nl.samenkomst.domain.editing;

import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.SampleOrganisers;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.draft.SectionInput;
import nl.samenkomst.domain.editing.PublishTogether.Obstacle;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class PublishTogetherTest {

    private static final SessionDocument UNCHANGED = VERSNELLINGSKAMER.document();

    @Test
    void aDraftInWhichTheOrganiserSavedSomethingIsPublishedWithOthers() {
        assertThat(obstacles(session(VERSNELLINGSKAMER, NOOR, ""), UNCHANGED, NOOR))
                .isEmpty();
        assertThat(obstacles(session(VERSNELLINGSKAMER, KARIM, ""), UNCHANGED, NOOR))
                .containsExactly(Obstacle.OF_COLLEAGUE);
    }

    @Test
    void aDraftThatNeedsMoreThanAPressIsPublishedOnItsOwnPage() {
        assertThat(obstacles(session(VERSNELLINGSKAMER, NOOR, "older"), UNCHANGED, NOOR))
                .containsExactly(Obstacle.OVERTAKEN);
        assertThat(obstacles(session(SampleSessions.cancelled(VERSNELLINGSKAMER, ""), NOOR, ""), UNCHANGED, NOOR))
                .containsExactly(Obstacle.CANCELLED);
        assertThat(obstacles(session(VERSNELLINGSKAMER, NOOR, ""), SampleDocuments.document(), NOOR))
                .containsExactly(Obstacle.CLOSED_THEMES);
        Organiser ofSeries = SampleOrganisers.organiser("Noor", Role.ORGANISER, new Scope.OfSeries("Een andere reeks"));
        assertThat(obstacles(session(VERSNELLINGSKAMER, NOOR, ""), UNCHANGED, ofSeries))
                .containsExactly(Obstacle.OUT_OF_SCOPE);
        assertThat(PublishTogether.prospect(
                                session(VERSNELLINGSKAMER, NOOR, ""),
                                new Parsed.Invalid<>(List.of(new Problem("title", Reason.REQUIRED))),
                                NOOR,
                                NOW)
                        .obstacles())
                .containsExactly(Obstacle.INVALID);
    }

    private static Set<Obstacle> obstacles(SeriesSession session, SessionDocument after, Organiser by) {
        return PublishTogether.prospect(session, new Parsed.Valid<>(SampleOutlooks.ofChange(after)), by, NOW)
                .obstacles();
    }

    private static SeriesSession session(Session published, Organiser by, String basedOn) {
        DraftedSession before = new DraftedSession(published.id(), Optional.of(published), Optional.empty());
        Map<String, String> about = new LinkedHashMap<>(before.fieldsOf(Section.ABOUT));
        String basis = basedOn.isEmpty() ? SectionInput.fingerprint(about) : basedOn;
        about.put("/title", "Anders");
        return new SeriesSession(
                SampleSessions.withTaken(published, 14, 2),
                Optional.of(Draft.first(
                        published.id(), by.id(), Map.of(Section.ABOUT, new SectionDraft(about, basis, by.id(), NOW)))));
    }
}
