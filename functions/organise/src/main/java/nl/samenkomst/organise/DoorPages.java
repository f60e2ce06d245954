package nl.samenkomst.organise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.door.AddWalkIn;
import nl.samenkomst.domain.door.WalkInOutcome;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.ListRegistrations;
import nl.samenkomst.domain.organiser.MarkPresence;
import nl.samenkomst.domain.organiser.Participant;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.http.Response;
import nl.samenkomst.organiserpages.DoorFilter;
import nl.samenkomst.organiserpages.DoorPage;
import nl.samenkomst.organiserpages.DoorPage.News;
import nl.samenkomst.organiserpages.WalkInPage;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.OrganiserGate;
import nl.samenkomst.responses.OrganiserRequest;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.OrganiserUrls;

/** The pages for the door: who is there, and who came without a place. */
final class DoorPages {

    private static final String ADDED = "added";

    /** Names the registration of somebody on the list at the door, in place of a name and an address. */
    private static final String REGISTRATION = "registration";

    private static final Set<String> FIELDS =
            Set.of(WalkInPage.NAME, WalkInPage.EMAIL, WalkInPage.ORGANISATION, WalkInPage.THEME);

    private final OrganiserGate gate;
    private final ListRegistrations listRegistrations;
    private final MarkPresence markPresence;
    private final AddWalkIn addWalkIn;

    DoorPages(Wiring wiring) {
        this.gate = wiring.signIn().gate();
        this.listRegistrations = wiring.organiser().listRegistrations();
        this.markPresence = wiring.organiser().markPresence();
        this.addWalkIn = wiring.organiser().addWalkIn();
    }

    Response show(OrganiserRequest request) {
        Optional<News> news = request.request()
                .query(OrganiserUrls.DONE)
                .filter(ADDED::equals)
                .map(word -> new News.Added());
        return door(request, 200, DoorFilter.of(request.request().query()), news);
    }

    /** Marks somebody, and leads back to where the button was. */
    Response mark(OrganiserRequest request) {
        Optional<RegistrationId> registration =
                RegistrationId.parse(request.request().path(REGISTRATION));
        if (registration.isEmpty()) {
            return gate.refused(request, Refusal.REGISTRATION_UNKNOWN);
        }
        return switch (Body.ofButton(request.request())) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read ->
                switch (read.value().getOrDefault("present", "?")) {
                    case "yes" -> mark(request, registration.get(), Optional.of(true), read.value());
                    case "no" -> mark(request, registration.get(), Optional.of(false), read.value());
                    case "" -> mark(request, registration.get(), Optional.empty(), read.value());
                    default -> gate.refused(request, Refusal.BODY_INVALID);
                };
        };
    }

    private Response mark(
            OrganiserRequest request,
            RegistrationId registration,
            Optional<Boolean> present,
            Map<String, String> form) {
        DoorFilter filter = DoorFilter.of(form);
        return switch (markPresence.mark(request.session(), registration, present, request.actor())) {
            case ChangeOutcome.Changed _, ChangeOutcome.Added _ -> back(request, filter, registration);
            case ChangeOutcome.Refused refused ->
                door(request, 409, filter, Optional.of(new News.NotMarked(refused.why())));
            case ChangeOutcome.UnknownRegistration _ -> door(request, 404, filter, Optional.of(new News.Gone()));
            case ChangeOutcome.Invalid _ -> gate.refused(request, Refusal.BODY_INVALID);
            case ChangeOutcome.UnknownSession _ -> gate.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    Response form(OrganiserRequest request) {
        return gate.page(200, WalkInPage.blank(request.snapshot(), request.viewer()));
    }

    /** Adds the person on the form, or lets somebody in who is on the list. */
    Response add(OrganiserRequest request) {
        return switch (Body.form(request.request(), Body.MAX_SIGN_UP)) {
            case Body.Refused<Map<String, String>> refused -> gate.refused(request, refused.why());
            case Body.Read<Map<String, String>> read ->
                read.value().containsKey(REGISTRATION) ? letIn(request, read.value()) : add(request, read.value());
        };
    }

    private Response add(OrganiserRequest request, Map<String, String> form) {
        Map<String, String> typed = new HashMap<>(form);
        typed.keySet().retainAll(FIELDS);
        return switch (SignUpForm.parse(typed)) {
            case Parsed.Invalid<SignUp> invalid -> again(request, 400, typed, invalid.problems(), Optional.empty());
            case Parsed.Valid<SignUp> valid ->
                switch (addWalkIn.add(request.session(), valid.value(), request.actor())) {
                    case WalkInOutcome.Present present -> added(request, present.now());
                    case WalkInOutcome.Refused refused ->
                        again(request, 409, typed, List.of(), Optional.of(refused.why()));
                    case WalkInOutcome.Invalid invalid ->
                        again(request, 400, typed, invalid.problems(), Optional.empty());
                    case WalkInOutcome.UnknownSession _ -> gate.refused(request, Refusal.SESSION_UNKNOWN);
                    case WalkInOutcome.UnknownRegistration _ -> gate.refused(request, Refusal.REGISTRATION_UNKNOWN);
                };
        };
    }

    private Response letIn(OrganiserRequest request, Map<String, String> form) {
        Optional<RegistrationId> registration = RegistrationId.parse(form.getOrDefault(REGISTRATION, ""));
        if (registration.isEmpty()) {
            return gate.refused(request, Refusal.REGISTRATION_UNKNOWN);
        }
        DoorFilter filter = DoorFilter.of(form);
        return switch (addWalkIn.letIn(request.session(), registration.get(), request.actor())) {
            case WalkInOutcome.Present present -> added(request, present.now());
            case WalkInOutcome.Refused refused ->
                door(request, 409, filter, Optional.of(new News.NotLetIn(refused.why())));
            case WalkInOutcome.UnknownRegistration _ -> door(request, 404, filter, Optional.of(new News.Gone()));
            case WalkInOutcome.Invalid _ -> gate.refused(request, Refusal.BODY_INVALID);
            case WalkInOutcome.UnknownSession _ -> gate.refused(request, Refusal.SESSION_UNKNOWN);
        };
    }

    private Response again(
            OrganiserRequest request,
            int status,
            Map<String, String> typed,
            List<Problem> problems,
            Optional<WalkInOutcome.RefusalReason> why) {
        return gate.page(status, new WalkInPage(request.snapshot(), typed, problems, why, request.viewer()));
    }

    /** Shows everybody, since the filter may not find the person. */
    private static Response added(OrganiserRequest request, Registration there) {
        String door = DoorFilter.ALL.page(request.viewer().links(), request.session(), OrganiserUrls.DONE, ADDED);
        return Response.seeOther(door + "#" + there.id());
    }

    private static Response back(OrganiserRequest request, DoorFilter filter, RegistrationId at) {
        return Response.seeOther(filter.page(request.viewer().links(), request.session()) + "#" + at);
    }

    private Response door(OrganiserRequest request, int status, DoorFilter filter, Optional<News> news) {
        List<Participant> people = listRegistrations
                .participants(request.snapshot().session(), ListRegistrations.Filter.ALL)
                .participants();
        return gate.page(status, DoorPage.of(request.snapshot().session(), people, filter, news, request.viewer()));
    }
}
