package nl.samenkomst.domain.editing;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.access.SampleOrganisers;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionInput;
import nl.samenkomst.domain.editing.SaveSection.Decision;
import nl.samenkomst.domain.editing.SaveSection.Outcome;
import org.junit.jupiter.api.Test;

final class SaveSectionTest {

    private static final OrganiserId NOOR = SampleOrganisers.NOOR.id();
    private static final OrganiserId KARIM = SampleOrganisers.KARIM.id();

    private static final DraftedSession PUBLISHED =
            new DraftedSession(VERSNELLINGSKAMER.id(), Optional.of(VERSNELLINGSKAMER), Optional.empty());

    @Test
    void savesASectionAndLeavesTheOthersAsPublished() {
        Draft draft = saved(PUBLISHED, Section.ABOUT, "/title", "Nieuwe titel");

        assertThat(draft.version()).isEqualTo(Draft.FIRST);
        assertThat(draft.sections()).containsOnlyKeys(Section.ABOUT);
        assertThat(PUBLISHED.with(draft).title()).isEqualTo("Nieuwe titel");
        assertThat(PUBLISHED.with(draft).overtaken()).isEmpty();
    }

    @Test
    void savesBesideWhatAColleagueSavedInAnotherSection() {
        String seen = PUBLISHED.fingerprint(Section.SIGN_UP);
        DraftedSession meanwhile = PUBLISHED.with(saved(PUBLISHED, Section.ABOUT, "/title", "Van Karim"));

        Decision decision = decide(meanwhile, Section.SIGN_UP, "/places", "40", seen);

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Save.class,
                        save -> assertThat(save.next().sections()).containsOnlyKeys(Section.ABOUT, Section.SIGN_UP));
    }

    @Test
    void doesNotSaveOverWhatAColleagueSavedInTheSameSection() {
        String seen = PUBLISHED.fingerprint(Section.ABOUT);
        DraftedSession meanwhile = PUBLISHED.with(saved(PUBLISHED, Section.ABOUT, "/title", "Van Karim"));

        assertThat(decide(meanwhile, Section.ABOUT, "/title", "Van Noor", seen))
                .isEqualTo(new Decision.AsIs(new Outcome.ChangedMeanwhile(meanwhile)));
        assertThat(decide(meanwhile, Section.ABOUT, "/title", "Van Noor", meanwhile.fingerprint(Section.ABOUT)))
                .isInstanceOf(Decision.Save.class);
    }

    @Test
    void savingTheSameTwiceIsOnce() {
        String seen = PUBLISHED.fingerprint(Section.ABOUT);
        DraftedSession meanwhile = PUBLISHED.with(saved(PUBLISHED, Section.ABOUT, "/title", "Van Noor"));

        assertThat(decide(meanwhile, Section.ABOUT, "/title", "Van Noor", seen))
                .isEqualTo(new Decision.AsIs(new Outcome.Saved(meanwhile)));
    }

    @Test
    void aSectionAsPublishedIsNoLongerInTheDraft() {
        DraftedSession one = PUBLISHED.with(saved(PUBLISHED, Section.ABOUT, "/title", "Anders"));
        DraftedSession two = one.with(saved(one, Section.SIGN_UP, "/places", "40"));
        String title = VERSNELLINGSKAMER.document().about().title();

        assertThat(decide(one, Section.ABOUT, "/title", title, one.fingerprint(Section.ABOUT)))
                .isEqualTo(new Decision.Discard(one.draft().orElseThrow()));
        assertThat(decide(two, Section.ABOUT, "/title", title, two.fingerprint(Section.ABOUT)))
                .isInstanceOfSatisfying(
                        Decision.Save.class,
                        save -> assertThat(save.next().sections()).containsOnlyKeys(Section.SIGN_UP));
    }

    @Test
    void aSectionThatIsPublishedOtherwiseIsOvertakenUntilItIsSavedAgain() {
        Draft draft = saved(PUBLISHED, Section.ABOUT, "/title", "Van Noor");
        DraftedSession later = new DraftedSession(
                VERSNELLINGSKAMER.id(),
                Optional.of(VERSNELLINGSKAMER.changed(SampleDocuments.document("title", "Via de API"), NOW)),
                Optional.of(draft));

        assertThat(later.overtaken()).containsExactly(Section.ABOUT);
        Map<String, String> fields = changed(later, Section.ABOUT, "/title", "Van ons samen");
        Decision decision = SaveSection.decide(
                later,
                Section.ABOUT,
                fields,
                Optional.of(later.fingerprint(Section.ABOUT)),
                Optional.of(SectionInput.fingerprint(later.publishedFields(Section.ABOUT))),
                NOOR,
                NOW);
        assertThat(later.with(((Decision.Save) decision).next()).overtaken()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeInAll() {
        assertThat(decide(PUBLISHED, Section.ABOUT, "/summary", "x".repeat(SaveSection.MAX_SIZE), ""))
                .isEqualTo(new Decision.AsIs(new Outcome.ChangedMeanwhile(PUBLISHED)));
        assertThat(decide(
                        PUBLISHED,
                        Section.ABOUT,
                        "/summary",
                        "x".repeat(SaveSection.MAX_SIZE),
                        PUBLISHED.fingerprint(Section.ABOUT)))
                .isEqualTo(new Decision.AsIs(new Outcome.TooLarge(PUBLISHED)));
    }

    @Test
    void aNewThemeGetsAnIdThatNobodyHad() {
        Map<String, String> fields = new LinkedHashMap<>(PUBLISHED.fieldsOf(Section.THEMES));
        fields.keySet().removeIf(name -> name.startsWith("/themes/0/"));
        fields.put("/themes/3/title", "Buurt");
        Decision decision = SaveSection.decide(
                PUBLISHED,
                Section.THEMES,
                SectionInput.of(Section.THEMES, fields),
                Optional.empty(),
                Optional.empty(),
                NOOR,
                NOW);

        assertThat(((Decision.Save) decision)
                        .next()
                        .section(Section.THEMES)
                        .orElseThrow()
                        .fields())
                .containsEntry("/themes/2/title", "Buurt")
                .containsEntry("/themes/2/id", "buurt-2");
    }

    private static Draft saved(DraftedSession before, Section section, String name, String value) {
        return ((Decision.Save) SaveSection.decide(
                        before,
                        section,
                        changed(before, section, name, value),
                        Optional.empty(),
                        Optional.empty(),
                        KARIM,
                        NOW))
                .next();
    }

    private static Decision decide(DraftedSession before, Section section, String name, String value, String seen) {
        return SaveSection.decide(
                before, section, changed(before, section, name, value), Optional.of(seen), Optional.empty(), NOOR, NOW);
    }

    private static Map<String, String> changed(DraftedSession before, Section section, String name, String value) {
        Map<String, String> fields = new LinkedHashMap<>(before.fieldsOf(section));
        fields.put(name, value);
        return SectionInput.of(section, fields);
    }
}
