package nl.samenkomst.domain.editing;

import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.PartChange;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.editing.CarryChanges.Choice;
import nl.samenkomst.domain.editing.CarryChanges.Step;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

final class CarryChangesTest {

    private static final List<PartChange> CHANGES = PartChange.of(saved(
            saved(session("een", 12), Section.SIGN_UP, "/places", "20", "/noticePeriod", "P7D"),
            Section.WHEN,
            "/place",
            "Buurthuis"));

    @Test
    void savesTheChosenPartsOfEachSectionTogether() {
        DraftedSession there = session("twee", 12);

        List<Step> steps = steps(there, choice(there, "/places", "/noticePeriod", "/place"));

        assertThat(steps).extracting(Step::section).containsExactly(Section.WHEN, Section.SIGN_UP);
        assertThat(steps.getFirst().fields()).containsEntry("/place", "Buurthuis");
        assertThat(steps.getLast().fields())
                .containsEntry("/places", "20")
                .containsEntry("/noticePeriod", "P7D")
                .hasSameSizeAs(there.fieldsOf(Section.SIGN_UP));
    }

    @Test
    void leavesOutWhatWasNotChosenAndWhatIsNoChangeAtAll() {
        DraftedSession there = session("twee", 40);

        assertThat(steps(there, choice(there, "/noticePeriod", "/title", "rubbish")))
                .singleElement()
                .satisfies(step -> assertThat(step.fields()).containsEntry("/places", "40"));
    }

    @Test
    void takesOverAPartThatDiffersOnlyIfItWasChosen() {
        DraftedSession there = session("twee", 40);

        assertThat(steps(there, choice(there, "/places")).getFirst().fields()).containsEntry("/places", "20");
    }

    @Test
    void keepsWhatAColleagueSavedInTheDraftThere() {
        DraftedSession there = saved(session("twee", 12), Section.SIGN_UP, "/waitingList", "no");

        assertThat(steps(there, choice(there, "/places")).getFirst().fields())
                .containsEntry("/waitingList", "no")
                .containsEntry("/places", "20");
    }

    @Test
    void doesNotSaveOverASectionThatChangedSinceTheFormWasMade() {
        DraftedSession seen = session("twee", 12);
        DraftedSession now = saved(seen, Section.SIGN_UP, "/places", "15");

        assertThat(CarryChanges.steps(CHANGES, now, choice(seen, "/places"))).isEmpty();
        assertThat(CarryChanges.steps(CHANGES, now, new Choice(Set.of("/places"), Map.of())))
                .as("nothing was seen")
                .isEmpty();
        assertThat(steps(now, choice(seen, "/place"))).as("another section").hasSize(1);
    }

    @Test
    void carryingTheSameTwiceIsOnce() {
        DraftedSession seen = session("twee", 12);
        Choice choice = choice(seen, "/places");
        DraftedSession now = saved(seen, Section.SIGN_UP, "/places", "20");

        assertThat(steps(now, choice)).isEmpty();
    }

    private static List<Step> steps(DraftedSession there, Choice choice) {
        return CarryChanges.steps(CHANGES, there, choice).orElseThrow();
    }

    private static Choice choice(DraftedSession seen, String... pointers) {
        Map<Section, String> fingerprints = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            fingerprints.put(section, seen.fingerprint(section));
        }
        return new Choice(Set.of(pointers), fingerprints);
    }

    private static DraftedSession session(String id, int places) {
        Session session =
                Session.published(new SessionId(id), SampleDocuments.document("series", "Wijk", "places", places), NOW);
        return new DraftedSession(session.id(), Optional.of(session), Optional.empty());
    }

    private static DraftedSession saved(DraftedSession before, Section section, String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>(before.fieldsOf(section));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        SectionDraft saved = new SectionDraft(fields, "basis", KARIM.id(), NOW);
        return before.with(before.draft()
                .map(known -> known.with(section, saved))
                .orElseGet(() -> Draft.first(before.id(), NOOR.id(), Map.of(section, saved))));
    }
}
