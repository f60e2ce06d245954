package nl.samenkomst.domain.editing;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Announcement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Fourteen people have a place, ten of them at one theme; two wait. */
final class PublicationOutlookTest {

    @Test
    void aChangeOfWordsConcernsNobody() {
        PublicationOutlook outlook = outlook(Map.of("summary", "Anders."));

        assertThat(outlook.promoted()).isEmpty();
        assertThat(outlook.letters(Announcement.IF_MOVED)).isZero();
        assertThat(outlook.letters(Announcement.ALWAYS)).isEqualTo(16);
        assertThat(outlook.letters(Announcement.NEVER)).isZero();
        assertThat(outlook.changes()).map(change -> change.what()).containsExactly("summary");
    }

    @Test
    void anotherTimeIsToldToEverybodyUnlessNobodyIsToBeTold() {
        PublicationOutlook outlook =
                outlook(Map.of("start", "2026-12-16T15:00:00+01:00", "end", "2026-12-16T17:00:00+01:00"));

        assertThat(outlook.told().get(Announcement.IF_MOVED)).isEqualTo(Map.of(LetterKind.SESSION_MOVED, 16));
        assertThat(outlook.letters(Announcement.NEVER)).isZero();
    }

    @Test
    void morePlacesGoToThoseWhoWaitInOrder() {
        PublicationOutlook outlook = outlook(Map.of("places", 15));

        assertThat(outlook.promoted()).map(one -> one.person().name()).containsExactly("Wim.Wacht");
        assertThat(outlook.told().get(Announcement.NEVER)).isEqualTo(Map.of(LetterKind.PROMOTED, 1));
        assertThat(outlook(Map.of("places", 40)).promoted())
                .map(one -> one.person().name())
                .containsExactly("Wim.Wacht");
    }

    @Test
    void fewerPlacesThanPeopleAreSaidAndNobodyLosesOne() {
        PublicationOutlook outlook = outlook(Map.of("places", 10));

        assertThat(outlook.tooMany()).isEqualTo(4);
        assertThat(outlook.withPlace()).hasSize(14);
        assertThat(outlook.promoted()).isEmpty();
        assertThat(outlook(Map.of("places", 14)).tooMany()).isZero();
    }

    @Test
    void placesHeldForPeopleUnderReviewAreCountedByNameToo() {
        Registration held =
                SampleOutlooks.told("Piet", SampleRegistrations.underReviewWithPlace(), LetterKind.UNDER_REVIEW);
        List<Registration> people = new ArrayList<>(SampleOutlooks.people());
        people.add(held);
        PublicationOutlook outlook = PublicationOutlook.of(
                SampleOutlooks.snapshot(people), document(Map.of("places", 10)), people, Map.of(), NOW);

        assertThat(outlook.tooMany()).isEqualTo(5);
        assertThat(outlook.withPlace()).hasSize(15).contains(held);
    }

    @Test
    void aThemeThatGoesIsCounted() {
        PublicationOutlook outlook =
                outlook(Map.of("themes", List.of(SampleDocuments.theme(SampleOutlooks.WERK)), "questions", List.of()));

        assertThat(outlook.closedThemes()).containsExactly(Map.entry(SampleOutlooks.BUURT, 10));
    }

    @Test
    void peopleWhoAreSentToAnotherThemeAreNotAskedToChoose() {
        SessionDocument document =
                document(Map.of("themes", List.of(SampleDocuments.theme(SampleOutlooks.WERK)), "questions", List.of()));
        PublicationOutlook unmoved = SampleOutlooks.ofChange(document);
        PublicationOutlook moved = SampleOutlooks.ofChange(document, Map.of(SampleOutlooks.BUURT, SampleOutlooks.WERK));

        assertThat(unmoved.told().get(Announcement.NEVER)).containsEntry(LetterKind.CHOOSE_THEME, 10);
        assertThat(moved.told().get(Announcement.NEVER)).doesNotContainKey(LetterKind.CHOOSE_THEME);
        assertThat(moved.fingerprint()).isEqualTo(unmoved.fingerprint());
    }

    @Test
    void peopleForWhomTheOtherThemeHasNoPlaceAreAskedToChoose() {
        Map<String, Object> small = SampleDocuments.theme(SampleOutlooks.WERK, 7);
        PublicationOutlook moved = SampleOutlooks.ofChange(
                document(Map.of("themes", List.of(small), "places", 7, "questions", List.of())),
                Map.of(SampleOutlooks.BUURT, SampleOutlooks.WERK));

        assertThat(moved.told().get(Announcement.NEVER)).containsEntry(LetterKind.CHOOSE_THEME, 7);
    }

    @Test
    void whoCannotCancelInTimeIsNamed() {
        PublicationOutlook outlook = outlook(Map.of("noticePeriod", "P30D"));

        assertThat(outlook.shortOfTime()).hasSize(14);
        assertThat(outlook(Map.of("noticePeriod", "P1D")).shortOfTime()).isEmpty();
    }

    @Test
    void theFingerprintIsTheSameOnlyForTheSamePeopleAndChanges() {
        String fingerprint = outlook(Map.of("places", 15)).fingerprint();

        assertThat(outlook(Map.of("places", 15)).fingerprint()).isEqualTo(fingerprint);
        assertThat(outlook(Map.of("places", 16)).fingerprint()).isNotEqualTo(fingerprint);
        assertThat(PublicationOutlook.of(
                                SampleOutlooks.snapshot(List.of()),
                                document(Map.of("places", 15)),
                                List.of(),
                                Map.of(),
                                NOW)
                        .fingerprint())
                .isNotEqualTo(fingerprint);
    }

    private static PublicationOutlook outlook(Map<String, ?> changes) {
        return SampleOutlooks.ofChange(document(changes));
    }

    private static SessionDocument document(Map<String, ?> changes) {
        Map<String, @Nullable Object> tree =
                new LinkedHashMap<>(SessionDocumentFields.write(VERSNELLINGSKAMER.document()));
        tree.putAll(changes);
        return SampleDocuments.document(tree);
    }
}
