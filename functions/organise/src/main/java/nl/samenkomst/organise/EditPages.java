package nl.samenkomst.organise;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.InputField;
import nl.samenkomst.domain.draft.PartChange;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.draft.SectionInput;
import nl.samenkomst.domain.draft.SessionForm;
import nl.samenkomst.domain.editing.DiscardDraft;
import nl.samenkomst.domain.editing.FollowingSessions;
import nl.samenkomst.domain.editing.SaveSection;
import nl.samenkomst.domain.editing.StartSession;
import nl.samenkomst.domain.editing.TakeBack;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.OrganiserPage;
import nl.samenkomst.organiserpages.SessionDone;
import nl.samenkomst.organiserpages.editing.EditPage;
import nl.samenkomst.organiserpages.editing.NewSessionPage;
import nl.samenkomst.organiserpages.editing.SectionPage;
import nl.samenkomst.organiserpages.editing.SectionPage.Basis;
import nl.samenkomst.organiserpages.editing.SectionPage.State;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;

/** The forms in which a session is made and changed, as a draft. */
final class EditPages {

    private static final String DRAFT = "draft";

    private final OrganiserGate gate;
    private final StartSession startSession;
    private final SaveSection saveSection;
    private final DiscardDraft discardDraft;
    private final TakeBack takeBack;
    private final FollowingSessions followingSessions;

    EditPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.startSession = wiring.organiser().startSession();
        this.saveSection = wiring.organiser().saveSection();
        this.discardDraft = wiring.organiser().discardDraft();
        this.takeBack = wiring.organiser().takeBack();
        this.followingSessions = wiring.organiser().followingSessions();
    }

    Response askNew(OrganiserRequest request) {
        return request.access().organiser().mayBegin()
                ? gate.page(200, new NewSessionPage(request.viewer(), defaults(request), List.of()))
                : gate.refused(request, Refusal.NOT_PERMITTED);
    }

    Response start(OrganiserRequest request) {
        if (!request.access().organiser().mayBegin()) {
            return gate.refused(request, Refusal.NOT_PERMITTED);
        }
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> start(request, read.value());
        };
    }

    private Response start(OrganiserRequest request, Map<String, String> sent) {
        Map<String, String> typed = new HashMap<>(defaults(request));
        typed.putAll(sent);
        Map<Section, Map<String, String>> sections = new LinkedHashMap<>();
        SessionForm blank = SessionForm.blank();
        for (Section section : List.of(Section.ABOUT, Section.WHEN)) {
            Map<String, String> fields = new HashMap<>(blank.fieldsOf(section));
            fields.putAll(typed);
            sections.put(section, SectionInput.of(section, fields));
            blank = blank.with(section, sections.get(section));
        }
        List<Problem> problems = problems(blank).stream()
                .filter(problem -> NewSessionPage.FIELDS.stream()
                        .anyMatch(field -> field.names().contains(problem.pointer())))
                .toList();
        if (!problems.isEmpty()) {
            return gate.page(400, new NewSessionPage(request.viewer(), asShown(sections), problems));
        }
        SessionId id = startSession.start(sections, request.access().organiser());
        OrganiserUrls links = request.viewer().links();
        return Response.seeOther(links.done(links.session(id, "edit"), "started"));
    }

    private static Map<String, String> asShown(Map<Section, Map<String, String>> sections) {
        Map<String, String> shown = new HashMap<>();
        for (Map<String, String> fields : sections.values()) {
            for (InputField field : NewSessionPage.FIELDS) {
                field.names()
                        .forEach(name ->
                                Optional.ofNullable(fields.get(name)).ifPresent(value -> shown.put(name, value)));
            }
        }
        return shown;
    }

    /** Returns what is known of a session before anything is typed. */
    private static Map<String, String> defaults(OrganiserRequest request) {
        Organiser organiser = request.access().organiser();
        Map<String, String> defaults = new HashMap<>();
        defaults.put("/contact", organiser.email().value());
        Set<String> organisations = request.found().sessions().stream()
                .map(one -> one.session().document().about().organiser())
                .collect(Collectors.toSet());
        defaults.put(
                "/organiser",
                switch (organisations.size()) {
                    case 0 -> OrganiserPage.PUBLIC.text(request.viewer().language(), "site");
                    case 1 -> organisations.iterator().next();
                    default -> ""; // none of them is more likely than another to be the organiser's own
                });
        if (organiser.scope() instanceof Scope.OfSeries ofSeries) {
            defaults.put("/series", ofSeries.series());
        }
        return defaults;
    }

    Response show(OrganiserRequest request) {
        DraftedSession drafted = request.access().drafted();
        boolean isEmpty = request.access()
                .session()
                .map(snapshot -> isEmpty(snapshot.places()))
                .orElse(false);
        return gate.page(
                200,
                new EditPage(
                        request.viewer(),
                        drafted,
                        drafted.draft().isPresent() ? problems(drafted.form()) : List.of(),
                        drafted.draft().flatMap(draft -> name(request, draft.changedBy())),
                        mayBeCarried(request, drafted),
                        isEmpty,
                        request.request().query(OrganiserUrls.DONE)));
    }

    private boolean mayBeCarried(OrganiserRequest request, DraftedSession drafted) {
        return !PartChange.of(drafted).isEmpty()
                && drafted.published()
                        .filter(session ->
                                followingSessions.any(session, request.access().organiser()))
                        .isPresent();
    }

    private static boolean isEmpty(Places places) {
        return places.taken() == 0 && places.waiting() == 0;
    }

    private static Optional<String> name(OrganiserRequest request, OrganiserId id) {
        return request.colleagues().stream()
                .filter(one -> one.id().equals(id))
                .map(Organiser::name)
                .filter(name -> !name.isBlank())
                .findFirst();
    }

    Response askSection(OrganiserRequest request) {
        DraftedSession drafted = request.access().drafted();
        return section(request)
                .map(section -> gate.page(
                        200,
                        new SectionPage(
                                request.viewer(),
                                drafted,
                                section,
                                drafted.fieldsOf(section),
                                List.of(),
                                Basis.of(drafted, section),
                                drafted.overtaken().contains(section)
                                        ? Optional.of(drafted.publishedFields(section))
                                        : Optional.empty(),
                                State.ASKED)))
                .orElseGet(() -> gate.refused(request, Refusal.PAGE_UNKNOWN));
    }

    private static Optional<Section> section(OrganiserRequest request) {
        return Section.of(request.request().path("section"));
    }

    Response saveSection(OrganiserRequest request) {
        Optional<Section> section = section(request);
        if (section.isEmpty()) {
            return gate.refused(request, Refusal.PAGE_UNKNOWN);
        }
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> saveSection(request, section.get(), read.value());
        };
    }

    private Response saveSection(OrganiserRequest request, Section section, Map<String, String> sent) {
        DraftedSession drafted = request.access().drafted();
        Basis basis = basis(drafted, section, sent);
        Optional<Map<String, String>> afterButton = SectionInput.afterButton(section, sent);
        if (afterButton.isPresent()) {
            return form(request, 200, drafted, section, afterButton.get(), List.of(), basis, State.ASKED);
        }
        Map<String, String> fields = SectionInput.of(section, sent);
        List<Problem> problems = problems(drafted.form().with(section, drafted.withIds(section, fields))).stream()
                .filter(problem -> section.has(problem.pointer()))
                .toList();
        if (!problems.isEmpty() && !sent.containsKey("save")) {
            return form(request, 400, drafted, section, fields, problems, basis, State.WRONG);
        }
        SaveSection.Outcome outcome = saveSection.save(
                drafted.id(),
                section,
                fields,
                Optional.ofNullable(sent.get("seen")),
                Optional.ofNullable(sent.get("basis")),
                request.access().organiser());
        return switch (outcome) {
            case SaveSection.Outcome.Saved saved -> {
                OrganiserUrls links = request.viewer().links();
                yield Response.seeOther(links.done(links.session(drafted.id(), "edit"), doneWord(saved.now(), sent)));
            }
            case SaveSection.Outcome.ChangedMeanwhile changed ->
                gate.page(
                        409,
                        new SectionPage(
                                request.viewer(),
                                changed.now(),
                                section,
                                fields,
                                List.of(),
                                Basis.of(changed.now(), section),
                                Optional.of(changed.now().fieldsOf(section)),
                                State.CHANGED_MEANWHILE));
            case SaveSection.Outcome.TooLarge large ->
                form(request, 413, large.now(), section, fields, List.of(), basis, State.TOO_LARGE);
            case SaveSection.Outcome.Unknown _ -> gate.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    /** Returns what the form was made from, as it says itself. */
    private static Basis basis(DraftedSession drafted, Section section, Map<String, String> sent) {
        Basis now = Basis.of(drafted, section);
        return new Basis(
                sent.getOrDefault("seen", now.seen()),
                sent.getOrDefault("basis", now.published()),
                sent.getOrDefault(DRAFT, now.version()));
    }

    /** Says so if a colleague saved something else since the form was made: its version is not the one before. */
    private static String doneWord(DraftedSession now, Map<String, String> sent) {
        boolean isNext = now.version().previous().toString().equals(sent.getOrDefault(DRAFT, ""))
                || now.version().toString().equals(sent.getOrDefault(DRAFT, ""));
        return isNext || !sent.containsKey(DRAFT) || now.draft().isEmpty() ? "saved" : "saved-beside";
    }

    private Response form(
            OrganiserRequest request,
            int status,
            DraftedSession drafted,
            Section section,
            Map<String, String> typed,
            List<Problem> problems,
            Basis basis,
            State state) {
        return gate.page(
                status,
                new SectionPage(request.viewer(), drafted, section, typed, problems, basis, Optional.empty(), state));
    }

    Response discard(OrganiserRequest request) {
        return switch (Body.ofButton(request.request())) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> discard(request, read.value());
        };
    }

    private Response discard(OrganiserRequest request, Map<String, String> sent) {
        DraftedSession drafted = request.access().drafted();
        OrganiserUrls links = request.viewer().links();
        Version seen = version(sent).orElse(drafted.version());
        if (!discardDraft.discard(drafted.id(), seen)) {
            return Response.seeOther(links.done(links.session(drafted.id(), "edit"), "draft-changed"));
        }
        return Response.seeOther(
                drafted.published().isPresent()
                        ? links.sessionDone(drafted.id(), SessionDone.DISCARDED.word())
                        : links.overview());
    }

    /** Returns the version of the draft that a form was made from. */
    static Optional<Version> version(Map<String, String> sent) {
        return version(sent, DRAFT);
    }

    /** Returns the version of a draft in this field. */
    static Optional<Version> version(Map<String, String> sent, String name) {
        return Optional.ofNullable(sent.get(name))
                .filter(written -> written.matches("\\d{1,15}"))
                .map(written -> new Version(Long.parseLong(written)));
    }

    Response takeBack(OrganiserRequest request) {
        SessionId id = request.access().drafted().id();
        OrganiserUrls links = request.viewer().links();
        return switch (takeBack.takeBack(id, request.access().organiser())) {
            case TAKEN_BACK -> Response.seeOther(links.done(links.session(id, "edit"), "taken-back"));
            case HAS_PEOPLE -> Response.seeOther(links.done(links.session(id, "edit"), "has-people"));
            case UNKNOWN -> gate.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    private static List<Problem> problems(SessionForm form) {
        return form.parse() instanceof Parsed.Invalid<SessionDocument> invalid ? invalid.problems() : List.of();
    }
}
