package nl.samenkomst.organise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.InvitationLines;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.organiser.AddRegistration;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.participants.InvitePeople;
import nl.samenkomst.domain.participants.ShowParticipant;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.signup.Choices;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.AddParticipantPage;
import nl.samenkomst.organiserpages.InvitationsPage;
import nl.samenkomst.organiserpages.InvitationsPage.NotInvited;
import nl.samenkomst.organiserpages.ParticipantAct;
import nl.samenkomst.pages.FormFields;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;

/** People whom an organiser adds by hand, or invites. */
final class AddPages {

    private final OrganiserGate gate;
    private final AddRegistration addRegistration;
    private final InvitePeople invitePeople;
    private final ShowParticipant showParticipant;

    AddPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.addRegistration = wiring.organiser().addRegistration();
        this.invitePeople = wiring.organiser().invitePeople();
        this.showParticipant = wiring.organiser().showParticipant();
    }

    Response askPerson(OrganiserRequest request) {
        return addPage(request, 200, Map.of(), List.of(), Optional.empty());
    }

    Response add(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> add(request, read.value());
        };
    }

    private Response add(OrganiserRequest request, Map<String, String> form) {
        return switch (SignUpForm.parse(form)) {
            case Parsed.Invalid<SignUp> invalid ->
                addPage(
                        request,
                        400,
                        form,
                        Stream.concat(invalid.problems().stream(), choiceProblems(request, form).stream())
                                .distinct()
                                .toList(),
                        Optional.empty());
            case Parsed.Valid<SignUp> valid ->
                switch (addRegistration.add(request.session(), valid.value(), request.actor())) {
                    case ChangeOutcome.Added added -> done(request, added.now().registration(), ParticipantAct.ADDED);
                    case ChangeOutcome.Changed known ->
                        done(request, known.now().registration(), ParticipantAct.KNOWN);
                    case ChangeOutcome.Invalid invalid ->
                        addPage(request, 400, form, invalid.problems(), Optional.empty());
                    case ChangeOutcome.Refused refused -> refused(request, form, Refusal.of(refused.why()));
                    case ChangeOutcome.UnknownSession _ -> refused(request, form, Refusal.SESSION_UNKNOWN);
                    case ChangeOutcome.UnknownRegistration _ -> refused(request, form, Refusal.REGISTRATION_UNKNOWN);
                };
        };
    }

    private static List<Problem> choiceProblems(OrganiserRequest request, Map<String, String> form) {
        Optional<String> theme = Optional.of(form.getOrDefault("theme", "")).filter(typed -> !typed.isEmpty());
        return Choices.checkPartial(request.snapshot().session().document(), theme, SignUpForm.answersOf(form))
                        instanceof Parsed.Invalid<Choices> invalid
                ? invalid.problems()
                : List.of();
    }

    private Response refused(OrganiserRequest request, Map<String, String> form, Refusal refusal) {
        return addPage(request, refusal.status(), form, List.of(), Optional.of(refusal));
    }

    private static Response done(OrganiserRequest request, Registration now, ParticipantAct act) {
        return Response.seeOther(request.viewer().links().participantAfter(request.session(), now.id(), act.word()));
    }

    private Response addPage(
            OrganiserRequest request,
            int status,
            Map<String, String> typed,
            List<Problem> problems,
            Optional<Refusal> refusal) {
        FormFields form = new FormFields(
                request.snapshot(),
                typed,
                Problem.first(problems),
                request.viewer().language(),
                request.viewer().now());
        return gate.page(status, new AddParticipantPage(request.snapshot(), form, refusal, request.viewer()));
    }

    /** Shows the form to invite people and, after they were, who they are, by the ids in the query. */
    Response askInvitations(OrganiserRequest request) {
        List<RegistrationId> invited = ids(request, "invited");
        List<RegistrationId> known = ids(request, "known");
        if (invited.isEmpty() && known.isEmpty()) {
            return gate.page(200, InvitationsPage.blank(request.snapshot(), request.viewer()));
        }
        List<Registration> found = showParticipant.findAll(
                request.snapshot().session(),
                Stream.concat(invited.stream(), known.stream()).distinct().toList());
        return gate.page(
                200,
                new InvitationsPage(
                        request.snapshot(),
                        "",
                        false,
                        List.of(),
                        Optional.empty(),
                        among(found, invited),
                        among(found, known),
                        List.of(),
                        request.viewer()));
    }

    private static List<Registration> among(List<Registration> found, List<RegistrationId> ids) {
        return found.stream().filter(one -> ids.contains(one.id())).toList();
    }

    private static List<RegistrationId> ids(OrganiserRequest request, String name) {
        return Stream.of(request.request().query(name).orElse("").split("~", -1))
                .map(RegistrationId::parse)
                .flatMap(Optional::stream)
                .limit(InvitationLines.MAX_AT_ONCE)
                .toList();
    }

    Response invite(OrganiserRequest request) {
        return switch (Body.formWithFile(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> invite(request, read.value());
        };
    }

    private Response invite(OrganiserRequest request, Map<String, String> form) {
        String typed = Stream.of(form.getOrDefault("lines", ""), form.getOrDefault(Body.FILE, ""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
        boolean onlyGood = form.getOrDefault("if-wrong", "").equals("good");
        InvitationLines lines = InvitationLines.parse(typed);
        if (lines.size() == 0) {
            return problem(request, typed, onlyGood, lines, Optional.of(InvitationsPage.Problem.EMPTY));
        }
        if (lines.size() > InvitationLines.MAX_AT_ONCE) {
            return problem(request, typed, onlyGood, lines, Optional.of(InvitationsPage.Problem.TOO_MANY));
        }
        boolean isStopped = !lines.wrong().isEmpty() && !onlyGood;
        if (isStopped || lines.good().isEmpty()) {
            return problem(request, typed, onlyGood, lines, Optional.empty());
        }
        return invite(request, typed, lines);
    }

    private Response invite(OrganiserRequest request, String typed, InvitationLines lines) {
        InvitePeople.Result result = invitePeople.invite(request.session(), lines.good(), request.actor());
        if (result.refused().isEmpty() && lines.wrong().isEmpty()) {
            return Response.seeOther(request.viewer()
                    .links()
                    .at(request.viewer().links().sessionPath(request.session(), "invitations"), query(result)));
        }
        List<Registration> found = showParticipant.findAll(
                request.snapshot().session(),
                Stream.concat(result.invited().stream(), result.known().stream())
                        .toList());
        List<NotInvited> refused = result.refused().stream()
                .map(one -> new NotInvited(one.invitee().person().name(), Refusal.of(one.why())))
                .toList();
        return gate.page(
                refused.isEmpty() ? 200 : 409,
                new InvitationsPage(
                        request.snapshot(),
                        left(typed, lines, result),
                        true,
                        renumbered(lines.wrong()),
                        Optional.empty(),
                        among(found, result.invited()),
                        among(found, result.known()),
                        refused,
                        request.viewer()));
    }

    /** Returns what was typed without the people who are invited now, so that the rest can be corrected and sent. */
    private static String left(String typed, InvitationLines lines, InvitePeople.Result result) {
        List<String> all = typed.lines().toList();
        Stream<String> wrong = lines.wrong().stream().map(line -> all.get(line.number() - 1));
        Stream<String> refused = result.refused().stream()
                .map(one -> one.invitee().person().name() + " <"
                        + one.invitee().person().email().value() + ">");
        return Stream.concat(wrong, refused).collect(Collectors.joining("\n"));
    }

    /** Returns the lines with their numbers among those that are {@link #left}. */
    private static List<InvitationLines.Wrong> renumbered(List<InvitationLines.Wrong> wrong) {
        return IntStream.range(0, wrong.size())
                .mapToObj(i -> new InvitationLines.Wrong(i + 1, wrong.get(i).problems()))
                .toList();
    }

    private static String[] query(InvitePeople.Result result) {
        Map<String, List<RegistrationId>> lists = new LinkedHashMap<>();
        lists.put("invited", result.invited());
        lists.put("known", result.known());
        List<String> query = new ArrayList<>();
        lists.forEach((name, ids) -> {
            if (!ids.isEmpty()) {
                query.add(name);
                query.add(ids.stream().map(RegistrationId::value).collect(Collectors.joining("~")));
            }
        });
        return query.toArray(String[]::new);
    }

    private Response problem(
            OrganiserRequest request,
            String typed,
            boolean onlyGood,
            InvitationLines lines,
            Optional<InvitationsPage.Problem> problem) {
        return gate.page(
                400,
                new InvitationsPage(
                        request.snapshot(),
                        typed,
                        onlyGood,
                        lines.wrong(),
                        problem,
                        List.of(),
                        List.of(),
                        List.of(),
                        request.viewer()));
    }
}
