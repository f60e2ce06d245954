package nl.samenkomst.organiserpages.editing;

import static nl.samenkomst.domain.document.SampleDocuments.document;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.SampleOrganisers;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.organiserpages.editing.TypedValues.Difference;
import org.junit.jupiter.api.Test;

class TypedValuesTest {

    private static final Map<String, Object> NEIGHBOURHOOD = Map.of("id", "buurt", "title", "Buurt", "places", 4);
    private static final Map<String, Object> WORK = Map.of(
            "id", "werk", "title", "Werk", "facilitators", List.of(Map.of("name", "Els", "organisation", "HAN")));

    @Test
    void saysWhichRowsGoAndCome() {
        assertThat(difference("themes", List.of(NEIGHBOURHOOD, WORK), List.of(NEIGHBOURHOOD)))
                .contains(new Difference("Titel: Werk\nBegeleiders: Els, HAN", ""));
        assertThat(difference("themes", List.of(NEIGHBOURHOOD), List.of(Map.of("id", "buurt", "title", "Buurt"))))
                .contains(new Difference("Titel: Buurt\nPlekken bij dit thema: 4", "Titel: Buurt"));
    }

    @Test
    void showsTheOrderIfNothingElseDiffers() {
        Map<String, String> opening = Map.of("id", "een", "label", "Een?");
        Map<String, String> end = Map.of("id", "twee", "label", "Twee?", "kind", "yes-no");
        assertThat(difference("questions", List.of(opening, end), List.of(end, opening)))
                .contains(new Difference(
                        "Vraag: Een?\nVraag: Twee?\nSoort antwoord: ja of nee",
                        "Vraag: Twee?\nSoort antwoord: ja of nee\nVraag: Een?"));
    }

    @Test
    void saysWhatALinkBecomes() {
        assertThat(difference(
                        "meetingLink",
                        Map.of("visibleFrom", "PT1H"),
                        Map.of("url", "https://zoom.example.org/1", "visibleFrom", "PT1H")))
                .contains(new Difference("", "Link om mee te doen: https://zoom.example.org/1"));
    }

    @Test
    void knowsNoOtherFields() {
        assertThat(difference("organiser", "Noor", "Karim")).isEmpty();
    }

    private static Optional<Difference> difference(String field, Object before, Object after) {
        Session session = Session.published(new SessionId("sessie"), document("online", true, field, before), NOW);
        SessionForm form = SessionForm.of(document("online", true, field, after));
        Map<Section, SectionDraft> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            sections.put(section, new SectionDraft(form.fieldsOf(section), "", SampleOrganisers.NOOR.id(), NOW));
        }
        Draft draft = Draft.first(session.id(), SampleOrganisers.NOOR.id(), sections);
        return new TypedValues(new DraftedSession(session.id(), Optional.of(session), Optional.of(draft)), Language.NL)
                .of(field);
    }
}
