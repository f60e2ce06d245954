package nl.samenkomst.organise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nl.samenkomst.Wiring;
import nl.samenkomst.api.ChangeFields;
import nl.samenkomst.api.ChangeFields.Verdict;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.Decision;
import nl.samenkomst.domain.organiser.WithdrawDecision;
import nl.samenkomst.domain.participants.DecideMany;
import nl.samenkomst.domain.participants.DecideMany.Result;
import nl.samenkomst.domain.participants.DecisionOutlook;
import nl.samenkomst.domain.participants.ParticipantFilter;
import nl.samenkomst.domain.participants.ShowParticipant;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.sending.LetterRequest;
import nl.samenkomst.http.Response;
import nl.samenkomst.letters.LetterPreview;
import nl.samenkomst.letters.LetterPreviews;
import nl.samenkomst.organiserpages.DecisionResultsPage;
import nl.samenkomst.organiserpages.DecisionsPage;
import nl.samenkomst.organiserpages.ParticipantAct;
import nl.samenkomst.organiserpages.ParticipantListPage;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;

/** Decisions about one or many people under review, each shown before it is made, and taken back for two minutes. */
final class DecisionPages {

    private static final ParticipantFilter UNDER_REVIEW = ParticipantFilter.ofState("under-review");

    /** Stands for everybody's in the preview of a letter, which shows no link. */
    private static final LinkSecret NO_SECRET = LinkSecret.generate(() -> 0);

    private final OrganiserGate gate;
    private final ParticipantPages participants;
    private final ShowParticipant showParticipant;
    private final DecideMany decideMany;
    private final WithdrawDecision withdrawDecision;
    private final LetterPreviews letters;

    DecisionPages(Wiring wiring, ParticipantPages participants) {
        this.gate = wiring.signIn().gate();
        this.participants = participants;
        this.showParticipant = wiring.organiser().showParticipant();
        this.decideMany = wiring.organiser().decideMany();
        this.withdrawDecision = wiring.organiser().withdrawDecision();
        this.letters = wiring.organiser().letterPreviews();
    }

    Response decide(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> decide(request, read.value());
        };
    }

    private Response decide(OrganiserRequest request, Map<String, String> form) {
        List<RegistrationId> ids = ids(form);
        List<Registration> people = ids.isEmpty()
                ? List.of()
                : showParticipant.findAll(request.snapshot().session(), ids);
        if (people.isEmpty()) {
            return participants.list(request, UNDER_REVIEW, 400, Optional.of(ParticipantListPage.Problem.NOBODY));
        }
        String reason = form.getOrDefault("reason", "");
        Map<String, String> verdict = Map.of("decision", form.getOrDefault("decision", ""), "reason", reason);
        return switch (ChangeFields.verdict(verdict)) {
            case Parsed.Invalid<Verdict> invalid ->
                confirmPage(request, 400, decision(form), people, reason, invalid.problems());
            case Parsed.Valid<Verdict> valid ->
                form.containsKey("confirmed")
                        ? make(request, people, valid.value())
                        : confirmPage(request, 200, valid.value().decision(), people, reason, List.of());
        };
    }

    private static Decision decision(Map<String, String> form) {
        return form.getOrDefault("decision", "").equals("accept") ? Decision.ACCEPT : Decision.DECLINE;
    }

    private Response make(OrganiserRequest request, List<Registration> people, Verdict verdict) {
        List<Result> results =
                decideMany.decide(request.session(), people, verdict.decision(), verdict.reason(), request.actor());
        if (results.stream().allMatch(Result.Made.class::isInstance)) {
            ParticipantAct act =
                    verdict.decision() == Decision.ACCEPT ? ParticipantAct.ACCEPTED : ParticipantAct.DECLINED;
            return backToList(request, act);
        }
        return gate.page(409, new DecisionResultsPage(request.snapshot(), people, results, request.viewer()));
    }

    private static Response backToList(OrganiserRequest request, ParticipantAct act) {
        return Response.seeOther(request.viewer()
                .links()
                .participantsWith(request.session(), "state", "under-review", OrganiserUrls.DONE, act.word()));
    }

    private Response confirmPage(
            OrganiserRequest request,
            int status,
            Decision decision,
            List<Registration> people,
            String reason,
            List<Problem> problems) {
        Instant now = request.viewer().now();
        String quoted = problems.isEmpty() ? reason.strip() : "";
        List<Registration> after = DecisionOutlook.of(request.snapshot(), people, decision, quoted, now);
        List<Registration> others = people.stream()
                .filter(one -> !(one.state() instanceof RegistrationState.UnderReview))
                .toList();
        return gate.page(
                status,
                new DecisionsPage(
                        request.snapshot(),
                        decision,
                        after,
                        others,
                        reason,
                        problems,
                        previews(request, after),
                        request.viewer()));
    }

    /** Returns one letter for each kind and language in which these people get one. */
    private List<LetterPreview> previews(OrganiserRequest request, List<Registration> after) {
        Map<String, LetterPreview> previews = new LinkedHashMap<>();
        for (Registration one : after) {
            kind(one)
                    .ifPresent(kind -> previews.computeIfAbsent(
                            kind.word() + " " + one.language().tag(), key -> preview(request, kind, one)));
        }
        return List.copyOf(previews.values());
    }

    private LetterPreview preview(OrganiserRequest request, LetterKind kind, Registration one) {
        Registration withoutLink = one.moved(
                one.id(),
                one.person(),
                NO_SECRET,
                new AddressProof.Given(request.viewer().now()));
        return letters.of(new LetterRequest(
                kind,
                request.snapshot(),
                withoutLink,
                OptionalInt.empty(),
                request.viewer().now(),
                List.of()));
    }

    private static Optional<LetterKind> kind(Registration decided) {
        return switch (decided.state()) {
            case RegistrationState.Confirmed _ -> Optional.of(LetterKind.CONFIRMED);
            case RegistrationState.Waitlisted _ -> Optional.of(LetterKind.WAITING);
            case RegistrationState.Declined _ -> Optional.of(LetterKind.DECLINED);
            case RegistrationState.UnderReview _ -> Optional.empty();
            case RegistrationState.Invitation _ -> Optional.empty();
            case RegistrationState.Cancelled _ -> Optional.empty();
        };
    }

    Response withdraw(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read -> withdraw(request, ids(read.value()));
        };
    }

    private Response withdraw(OrganiserRequest request, List<RegistrationId> ids) {
        if (ids.isEmpty()) {
            return participants.list(request, UNDER_REVIEW, 400, Optional.of(ParticipantListPage.Problem.NOBODY));
        }
        List<ChangeOutcome> outcomes = new ArrayList<>(withdrawDecision
                .withdraw(request.session(), ids, request.actor())
                .values());
        boolean isAll = outcomes.stream().allMatch(ChangeOutcome.Changed.class::isInstance);
        if (!isAll) {
            return participants.list(
                    request,
                    UNDER_REVIEW,
                    Refusal.DECISION_FINAL.status(),
                    Optional.of(ParticipantListPage.Problem.DECISION_FINAL));
        }
        boolean lostPlace = outcomes.stream()
                .anyMatch(outcome -> WithdrawDecision.lostPlace(
                        outcome,
                        request.snapshot().session().document().signUp().admission()));
        return backToList(request, lostPlace ? ParticipantAct.WITHDRAWN_WITHOUT_PLACE : ParticipantAct.WITHDRAWN);
    }

    /** Returns each person named, once; ignores what cannot be one. */
    private static List<RegistrationId> ids(Map<String, String> form) {
        return form.getOrDefault("registration", "")
                .lines()
                .map(RegistrationId::parse)
                .flatMap(Optional::stream)
                .distinct()
                .limit(DecideMany.MAX_AT_ONCE)
                .collect(Collectors.toList());
    }
}
