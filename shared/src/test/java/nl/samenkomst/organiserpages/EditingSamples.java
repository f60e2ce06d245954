package nl.samenkomst.organiserpages;

import static nl.samenkomst.domain.access.SampleOrganisers.KARIM;
import static nl.samenkomst.domain.access.SampleOrganisers.NOOR;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionDraft;
import nl.samenkomst.domain.draft.SectionInput;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.domain.editing.PublicationOutlook;
import nl.samenkomst.domain.editing.SampleLetter;
import nl.samenkomst.domain.editing.SampleOutlooks;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.letters.LetterPreviews;
import nl.samenkomst.organiserpages.editing.CopyPage;
import nl.samenkomst.organiserpages.editing.EditPage;
import nl.samenkomst.organiserpages.editing.LetterPreviewPage;
import nl.samenkomst.organiserpages.editing.NewSessionPage;
import nl.samenkomst.organiserpages.editing.PublicationPage;
import nl.samenkomst.organiserpages.editing.SectionPage;

/** The pages on which a session is made and changed, in every state. */
final class EditingSamples {

    private static final String HOSTILE = "<b>Els</b> & \"co\" <script>";

    private EditingSamples() {}

    static void addTo(Map<String, OrganiserPage> pages, Language language) {
        Viewer noor = EveryOrganiserPage.by(NOOR, language);
        Map<String, String> typed = Map.of("/title", HOSTILE, "/organiser", "HAN", "/start/date", "overmorgen");
        pages.put("new-session", new NewSessionPage(noor, Map.of("/organiser", "HAN"), List.of()));
        pages.put(
                "new-session-wrong",
                new NewSessionPage(
                        noor,
                        typed,
                        problems(form(typed)).stream()
                                .filter(problem -> problem.pointer().startsWith("/start"))
                                .toList()));
        pages.put("copy", new CopyPage(noor, published(HANDREIKING), Map.of("/title", "Handreiking"), List.of()));
        pages.put(
                "copy-wrong",
                new CopyPage(
                        noor,
                        published(HANDREIKING),
                        Map.of("/title", HOSTILE, "/days", "vandaag\nmorgen", "/number", "zes"),
                        List.of(
                                new Problem("days", Reason.INVALID),
                                new Problem("number", Reason.INVALID),
                                new Problem("first", Reason.INVALID))));
        edit(pages, noor);
        for (Section section : Section.values()) {
            DraftedSession themed = published(VERSNELLINGSKAMER);
            pages.put(
                    "section-" + section.word(),
                    section(noor, themed, section, themed.fieldsOf(section), List.of(), Optional.empty()));
        }
        sections(pages, noor);
        publications(pages, noor);
        FollowingSamples.addTo(pages, noor);
        pages.put(
                "preview-letters",
                new LetterPreviewPage(
                        noor,
                        changed(),
                        LetterKind.PROMOTED,
                        Stream.of(Language.values())
                                .map(one -> new LetterPreviews(URI.create("https://aanmelden.example.org"))
                                        .of(SampleLetter.of(
                                                LetterKind.PROMOTED,
                                                SampleSessions.withTaken(VERSNELLINGSKAMER, 3, 0),
                                                one,
                                                NOW)))
                                .toList()));
    }

    private static void edit(Map<String, OrganiserPage> pages, Viewer noor) {
        pages.put(
                "edit",
                new EditPage(noor, published(HANDREIKING), List.of(), Optional.empty(), false, true, Optional.empty()));
        pages.put(
                "edit-changed",
                new EditPage(
                        noor,
                        changed(),
                        problems(changed().form()),
                        Optional.of(KARIM.name()),
                        true,
                        false,
                        Optional.of("saved")));
        DraftedSession begun = begun();
        pages.put(
                "edit-draft",
                new EditPage(
                        noor, begun, problems(begun.form()), Optional.empty(), false, false, Optional.of("started")));
    }

    private static void sections(Map<String, OrganiserPage> pages, Viewer noor) {
        Map<String, String> wrong =
                new LinkedHashMap<>(published(VERSNELLINGSKAMER).fieldsOf(Section.THEMES));
        wrong.put("/themes/1/title", "");
        wrong.put("/themes/1/places", "veel " + HOSTILE);
        DraftedSession drafted = published(VERSNELLINGSKAMER);
        pages.put(
                "section-wrong",
                new SectionPage(
                        noor,
                        drafted,
                        Section.THEMES,
                        wrong,
                        problems(drafted.form().with(Section.THEMES, wrong)),
                        SectionPage.Basis.of(drafted, Section.THEMES),
                        Optional.empty(),
                        SectionPage.State.WRONG));
        pages.put(
                "section-changed-meanwhile",
                new SectionPage(
                        noor,
                        drafted,
                        Section.THEMES,
                        wrong,
                        List.of(),
                        SectionPage.Basis.of(drafted, Section.THEMES),
                        Optional.of(drafted.fieldsOf(Section.THEMES)),
                        SectionPage.State.CHANGED_MEANWHILE));
        pages.put(
                "section-overtaken",
                section(
                        noor,
                        overtaken(),
                        Section.ABOUT,
                        overtaken().fieldsOf(Section.ABOUT),
                        List.of(),
                        Optional.of(overtaken().publishedFields(Section.ABOUT))));
        pages.put(
                "section-too-large",
                new SectionPage(
                        noor,
                        drafted,
                        Section.ABOUT,
                        drafted.fieldsOf(Section.ABOUT),
                        List.of(),
                        SectionPage.Basis.of(drafted, Section.ABOUT),
                        Optional.empty(),
                        SectionPage.State.TOO_LARGE));
        Map<String, String> invalid = new LinkedHashMap<>(drafted.fieldsOf(Section.WHEN));
        invalid.put("/start/date", "31 februari 2027");
        invalid.put("/end/time", "half vijf");
        pages.put(
                "section-wrong-moment",
                new SectionPage(
                        noor,
                        drafted,
                        Section.WHEN,
                        invalid,
                        problems(drafted.form().with(Section.WHEN, invalid)),
                        SectionPage.Basis.of(drafted, Section.WHEN),
                        Optional.empty(),
                        SectionPage.State.WRONG));
    }

    private static void publications(Map<String, OrganiserPage> pages, Viewer noor) {
        DraftedSession begun = begun();
        pages.put("publication-wrong", publication(noor, begun, Optional.empty(), PublicationPage.State.ASKED));
        DraftedSession first = new DraftedSession(
                new SessionId("nieuw"), Optional.empty(), Optional.of(whole(published(HANDREIKING))));
        pages.put(
                "publication-first",
                publication(noor, first, Optional.of(SampleOutlooks.first(first)), PublicationPage.State.ASKED));
        DraftedSession changed = changed();
        PublicationOutlook outlook = SampleOutlooks.ofChange(document(changed));
        for (PublicationPage.State state : PublicationPage.State.values()) {
            pages.put(
                    "publication-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    publication(
                            noor,
                            changed,
                            state == PublicationPage.State.GONE ? Optional.empty() : Optional.of(outlook),
                            state));
        }
        pages.put(
                "publication-overtaken",
                publication(
                        noor,
                        overtaken(),
                        Optional.of(SampleOutlooks.ofNothing(document(overtaken()))),
                        PublicationPage.State.ASKED));
        pages.put(
                "publication-same",
                publication(
                        noor,
                        changed,
                        Optional.of(SampleOutlooks.ofNothing(VERSNELLINGSKAMER.document())),
                        PublicationPage.State.ASKED));
    }

    private static OrganiserPage publication(
            Viewer viewer, DraftedSession drafted, Optional<PublicationOutlook> outlook, PublicationPage.State state) {
        return new PublicationPage(
                viewer,
                drafted,
                outlook,
                outlook.isEmpty() ? problems(drafted.form()) : List.of(),
                state,
                Announcement.IF_MOVED,
                Map.of());
    }

    private static OrganiserPage section(
            Viewer viewer,
            DraftedSession drafted,
            Section section,
            Map<String, String> typed,
            List<Problem> problems,
            Optional<Map<String, String>> others) {
        return new SectionPage(
                viewer,
                drafted,
                section,
                typed,
                problems,
                SectionPage.Basis.of(drafted, section),
                others,
                SectionPage.State.ASKED);
    }

    static DraftedSession published(Session session) {
        return new DraftedSession(session.id(), Optional.of(session), Optional.empty());
    }

    /** Returns a draft of a session that is published, and one of a session that never was. */
    static List<Draft> drafts() {
        return List.of(changed().draft().orElseThrow(), begun().draft().orElseThrow());
    }

    /** A session of which the time and the themes are changed. */
    static DraftedSession changed() {
        DraftedSession before = published(VERSNELLINGSKAMER);
        Map<String, String> when = new LinkedHashMap<>(before.fieldsOf(Section.WHEN));
        when.put("/start/time", "16:00");
        Map<String, String> themes = new LinkedHashMap<>(before.fieldsOf(Section.THEMES));
        themes.keySet().removeIf(name -> name.startsWith("/themes/1/"));
        return before.with(new Draft(
                before.id(),
                Draft.FIRST,
                NOOR.id(),
                Map.of(
                        Section.WHEN,
                        saved(before, Section.WHEN, when),
                        Section.THEMES,
                        saved(before, Section.THEMES, SectionInput.of(Section.THEMES, themes)))));
    }

    private static DraftedSession overtaken() {
        DraftedSession before = published(VERSNELLINGSKAMER);
        Map<String, String> about = new LinkedHashMap<>(before.fieldsOf(Section.ABOUT));
        about.put("/title", "Een andere titel");
        return before.with(new Draft(
                before.id(),
                Draft.FIRST,
                NOOR.id(),
                Map.of(Section.ABOUT, new SectionDraft(about, "older", KARIM.id(), NOW))));
    }

    /** A draft of which only the first form was filled in, and not well. */
    private static DraftedSession begun() {
        Map<String, String> about = new LinkedHashMap<>(SessionForm.blank().fieldsOf(Section.ABOUT));
        about.put("/title", HOSTILE);
        return new DraftedSession(
                new SessionId("nieuw"),
                Optional.empty(),
                Optional.of(new Draft(
                        new SessionId("nieuw"),
                        Draft.FIRST,
                        NOOR.id(),
                        Map.of(Section.ABOUT, new SectionDraft(about, SectionDraft.NEW, NOOR.id(), NOW)))));
    }

    private static Draft whole(DraftedSession drafted) {
        Map<Section, SectionDraft> sections = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            sections.put(section, saved(drafted, section, drafted.fieldsOf(section)));
        }
        return new Draft(new SessionId("nieuw"), Draft.FIRST, NOOR.id(), sections);
    }

    private static SectionDraft saved(DraftedSession before, Section section, Map<String, String> fields) {
        return new SectionDraft(fields, SectionInput.fingerprint(before.publishedFields(section)), KARIM.id(), NOW);
    }

    private static SessionForm form(Map<String, String> typed) {
        Map<String, String> all = new LinkedHashMap<>(SessionForm.blank().fields());
        all.putAll(typed);
        return new SessionForm(all);
    }

    static SessionDocument document(DraftedSession drafted) {
        return switch (drafted.document()) {
            case Parsed.Valid<SessionDocument> valid -> valid.value();
            case Parsed.Invalid<SessionDocument> invalid -> throw new AssertionError(invalid.problems());
        };
    }

    private static List<Problem> problems(SessionForm form) {
        List<Problem> problems = new ArrayList<>();
        if (form.parse() instanceof Parsed.Invalid<SessionDocument> invalid) {
            problems.addAll(invalid.problems());
        }
        return problems;
    }
}
