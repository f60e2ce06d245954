package nl.samenkomst.organise;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.draft.PartChange;
import nl.samenkomst.domain.draft.Section;
import nl.samenkomst.domain.editing.CarryChanges;
import nl.samenkomst.domain.editing.FollowingSessions;
import nl.samenkomst.domain.editing.PublishDraft;
import nl.samenkomst.domain.editing.PublishTogether;
import nl.samenkomst.domain.editing.PublishTogether.Prospect;
import nl.samenkomst.domain.editing.PublishTogether.Result;
import nl.samenkomst.domain.editing.SeriesSession;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.editing.FollowingPage;
import nl.samenkomst.organiserpages.editing.FollowingPage.Follower;
import nl.samenkomst.organiserpages.editing.FollowingPage.State;
import nl.samenkomst.organiserpages.editing.PublicationPage;
import nl.samenkomst.organiserpages.editing.TogetherPage;
import nl.samenkomst.organiserpages.editing.TogetherResultsPage;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.urls.OrganiserUrls;

/** Carries what a draft changes to the sessions that follow in its series, and publishes their drafts together. */
final class FollowingPages {

    private final OrganiserGate gate;
    private final FollowingSessions followingSessions;
    private final CarryChanges carryChanges;
    private final PublishTogether publishTogether;

    FollowingPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.followingSessions = wiring.organiser().followingSessions();
        this.carryChanges = wiring.organiser().carryChanges();
        this.publishTogether = wiring.organiser().publishTogether();
    }

    Response ask(OrganiserRequest request) {
        return hasChanges(request)
                ? page(
                        request,
                        200,
                        following(request),
                        Optional.empty(),
                        Map.of(),
                        isWrong(request) ? State.WRONG : State.ASKED)
                : toEdit(request);
    }

    Response carry(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read ->
                hasChanges(request) ? carry(request, read.value()) : toEdit(request);
        };
    }

    private Response carry(OrganiserRequest request, Map<String, String> sent) {
        DraftedSession drafted = request.access().drafted();
        List<SeriesSession> following = following(request);
        if (isWrong(request)) {
            return page(request, 400, following, Optional.empty(), Map.of(), State.WRONG);
        }
        Map<SessionId, Set<String>> chosen = chosen(following, sent);
        boolean isSeen = Revision.parse(sent.getOrDefault("revision", ""))
                        .equals(drafted.published().map(Session::revision))
                && EditPages.version(sent).equals(Optional.of(drafted.version()));
        if (!isSeen) {
            return page(request, 409, following, Optional.empty(), Map.of(), State.CHANGED_MEANWHILE);
        }
        if (chosen.isEmpty()) {
            return page(request, 400, following, Optional.of(chosen), Map.of(), State.NOTHING_TICKED);
        }
        List<PartChange> changes = PartChange.of(drafted);
        Map<SessionId, CarryChanges.Result> failed = new LinkedHashMap<>();
        for (SeriesSession one : following) {
            Set<String> pointers = chosen.getOrDefault(one.id(), Set.of());
            if (!pointers.isEmpty()) {
                CarryChanges.Result result = carryChanges.carry(
                        changes, one.drafted(), choice(one.id(), pointers, sent), organiser(request));
                if (result != CarryChanges.Result.SAVED) {
                    failed.put(one.id(), result);
                }
            }
        }
        OrganiserUrls links = request.viewer().links();
        return failed.isEmpty()
                ? Response.seeOther(links.done(links.session(drafted.id(), "publication/following"), "carried"))
                : page(request, 409, following(request), Optional.of(chosen), failed, State.SOME_FAILED);
    }

    /** Returns the pointers that were ticked, for each session in which any was. */
    private static Map<SessionId, Set<String>> chosen(List<SeriesSession> following, Map<String, String> sent) {
        Map<SessionId, Set<String>> chosen = new LinkedHashMap<>();
        for (SeriesSession one : following) {
            Set<String> pointers = words(sent.getOrDefault("take." + one.id(), ""));
            if (!pointers.isEmpty()) {
                chosen.put(one.id(), pointers);
            }
        }
        return chosen;
    }

    private static CarryChanges.Choice choice(SessionId id, Set<String> pointers, Map<String, String> sent) {
        Map<Section, String> seen = new EnumMap<>(Section.class);
        for (Section section : Section.values()) {
            Optional.ofNullable(sent.get("seen." + id + "." + section.word()))
                    .ifPresent(fingerprint -> seen.put(section, fingerprint));
        }
        return new CarryChanges.Choice(pointers, seen);
    }

    private static Set<String> words(String sent) {
        return Arrays.stream(sent.split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Response page(
            OrganiserRequest request,
            int status,
            List<SeriesSession> following,
            Optional<Map<SessionId, Set<String>>> chosen,
            Map<SessionId, CarryChanges.Result> failed,
            State state) {
        DraftedSession drafted = request.access().drafted();
        List<PartChange> changes = PartChange.of(drafted);
        return gate.page(
                status,
                new FollowingPage(
                        request.viewer(),
                        drafted,
                        changes,
                        PartChange.staying(drafted),
                        following.stream().map(one -> Follower.of(one, changes)).toList(),
                        chosen,
                        failed,
                        following.stream()
                                .anyMatch(
                                        one -> one.hasDraftBy(organiser(request).id())),
                        state));
    }

    private static boolean hasChanges(OrganiserRequest request) {
        return request.access().session().isPresent()
                && request.access().draft().isPresent();
    }

    private static boolean isWrong(OrganiserRequest request) {
        return request.access().drafted().document() instanceof Parsed.Invalid<SessionDocument>;
    }

    private static Response toEdit(OrganiserRequest request) {
        return Response.seeOther(
                request.viewer().links().session(request.access().drafted().id(), "edit"));
    }

    private List<SeriesSession> following(OrganiserRequest request) {
        return request.access()
                .session()
                .map(snapshot -> followingSessions.find(snapshot.session(), organiser(request)))
                .orElse(List.of());
    }

    private static Organiser organiser(OrganiserRequest request) {
        return request.access().organiser();
    }

    Response askTogether(OrganiserRequest request) {
        return request.access().session().isPresent()
                ? together(
                        request,
                        withItself(request),
                        Set.of(),
                        Announcement.IF_MOVED,
                        request.request().query(OrganiserUrls.DONE))
                : toEdit(request);
    }

    Response publishTogether(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read ->
                request.access().session().isPresent() ? publishTogether(request, read.value()) : toEdit(request);
        };
    }

    private Response publishTogether(OrganiserRequest request, Map<String, String> sent) {
        List<SeriesSession> all = withItself(request);
        Set<String> wanted = words(sent.getOrDefault("session", ""));
        Announcement announcement = PublicationPage.announcement(sent.getOrDefault("tell", ""));
        Optional<String> leftOut = Optional.ofNullable(sent.get("leave-out"));
        if (leftOut.isPresent()) {
            Set<SessionId> out = all.stream()
                    .map(SeriesSession::id)
                    .filter(id -> !wanted.contains(id.value()) || leftOut.get().equals(id.value()))
                    .collect(Collectors.toSet());
            return together(request, all, out, announcement, Optional.empty());
        }
        List<Session> sessions = all.stream()
                .map(SeriesSession::session)
                .filter(session -> wanted.contains(session.id().value()))
                .toList();
        if (sessions.isEmpty()) {
            return together(request, all, Set.of(), announcement, Optional.empty());
        }
        Map<SessionId, PublishDraft.Confirmation> confirmed = new LinkedHashMap<>();
        sessions.forEach(session -> confirmed.put(session.id(), confirmation(session.id(), announcement, sent)));
        Map<SessionId, Result> results = publishTogether.publish(confirmed, organiser(request));
        TogetherResultsPage page =
                new TogetherResultsPage(request.viewer(), request.access().drafted(), sessions, results);
        return gate.page(page.hasProblems() ? 409 : 200, page);
    }

    /** Returns what was seen of a session; what was not sent is what no session has, so that nothing unseen is published. */
    private static PublishDraft.Confirmation confirmation(
            SessionId id, Announcement announcement, Map<String, String> sent) {
        return new PublishDraft.Confirmation(
                Revision.parse(sent.getOrDefault("revision." + id, "")).or(() -> Optional.of(Revision.FIRST)),
                EditPages.version(sent, "draft." + id).or(() -> Optional.of(Version.NONE)),
                Optional.of(sent.getOrDefault("seen." + id, "")),
                announcement,
                Map.of());
    }

    private Response together(
            OrganiserRequest request,
            List<SeriesSession> all,
            Set<SessionId> leftOut,
            Announcement announcement,
            Optional<String> done) {
        List<Prospect> prospects = publishTogether.prospects(all, organiser(request));
        return gate.page(
                200,
                new TogetherPage(request.viewer(), request.access().drafted(), prospects, leftOut, announcement, done));
    }

    /** Returns the session itself, and those that follow. */
    private List<SeriesSession> withItself(OrganiserRequest request) {
        SessionSnapshot snapshot = request.access().session().orElseThrow();
        return Stream.concat(
                        Stream.of(new SeriesSession(snapshot, request.access().draft())), following(request).stream())
                .toList();
    }
}
