package nl.samenkomst.organise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.SingleLine;
import nl.samenkomst.domain.TypedDay;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.editing.CopySession;
import nl.samenkomst.domain.editing.SeriesDates;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.editing.CopyPage;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;

/** The form that copies a session to other days. */
final class CopyPages {

    private static final String DAYS = "days";

    private final OrganiserGate gate;
    private final CopySession copySession;

    CopyPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.copySession = wiring.organiser().copySession();
    }

    Response ask(OrganiserRequest request) {
        DraftedSession drafted = request.access().drafted();
        return request.access().organiser().mayBegin()
                ? page(
                        request,
                        200,
                        Map.of(
                                "/title",
                                drafted.title(),
                                "/series",
                                drafted.form().value("/series"),
                                "/number",
                                "6"),
                        List.of())
                : gate.refused(request, Refusal.NOT_PERMITTED);
    }

    Response copy(OrganiserRequest request) {
        if (!request.access().organiser().mayBegin()) {
            return gate.refused(request, Refusal.NOT_PERMITTED);
        }
        return switch (Body.form(request.request(), Body.MAX_SIGN_UP)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read ->
                read.value().containsKey("propose") ? propose(request, read.value()) : copy(request, read.value());
        };
    }

    private Response propose(OrganiserRequest request, Map<String, String> sent) {
        List<Problem> problems = new ArrayList<>();
        Optional<LocalDate> first = TypedDay.parse(sent.getOrDefault("/first", ""));
        if (first.isEmpty()) {
            problems.add(new Problem("first", Reason.INVALID));
        }
        Optional<Integer> number = Optional.of(sent.getOrDefault("/number", "").strip())
                .filter(typed -> typed.matches("\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(typed -> typed >= 1 && typed <= SeriesDates.MAX);
        if (number.isEmpty()) {
            problems.add(new Problem("number", Reason.INVALID));
        }
        if (!problems.isEmpty()) {
            return page(request, 400, sent, problems);
        }
        SeriesDates.Every every =
                SeriesDates.Every.of(sent.getOrDefault("/every", "")).orElse(SeriesDates.Every.WEEK);
        Map<String, String> proposed = new HashMap<>(sent);
        proposed.put(
                "/" + DAYS,
                new SeriesDates(first.get(), every, number.get())
                        .dates().stream()
                                .map(day ->
                                        CopyPage.inWords(day, request.viewer().language()))
                                .collect(Collectors.joining("\n")));
        return page(request, 200, proposed, List.of());
    }

    private Response copy(OrganiserRequest request, Map<String, String> sent) {
        List<Problem> problems = new ArrayList<>();
        String title = SingleLine.tidy(sent.getOrDefault("/title", ""));
        if (title.isEmpty()) {
            problems.add(new Problem("title", Reason.REQUIRED));
        } else if (SingleLine.isFarTooLong(title, SessionDocumentFields.MAX_TITLE_LENGTH)) {
            problems.add(new Problem("title", Reason.TOO_LONG));
        }
        List<String> lines = sent.getOrDefault("/" + DAYS, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        List<LocalDate> days = lines.stream()
                .flatMap(line -> TypedDay.parse(line).stream())
                .distinct()
                .toList();
        if (lines.isEmpty()) {
            problems.add(new Problem(DAYS, Reason.REQUIRED));
        } else if (lines.size() > SeriesDates.MAX) {
            problems.add(new Problem(DAYS, Reason.TOO_LONG));
        } else if (lines.stream().anyMatch(line -> TypedDay.parse(line).isEmpty())) {
            problems.add(new Problem(DAYS, Reason.INVALID));
        }
        if (!problems.isEmpty()) {
            return page(request, 400, sent, problems);
        }
        List<SessionId> copies = copySession.copy(
                request.access().drafted(),
                title,
                SingleLine.tidy(sent.getOrDefault("/series", "")),
                days,
                request.access().organiser());
        OrganiserUrls links = request.viewer().links();
        return Response.seeOther(
                copies.size() == 1
                        ? links.done(links.session(copies.getFirst(), "edit"), "copied")
                        : links.overview() + "#drafts");
    }

    private Response page(OrganiserRequest request, int status, Map<String, String> typed, List<Problem> problems) {
        return gate.page(status, new CopyPage(request.viewer(), request.access().drafted(), typed, problems));
    }
}
