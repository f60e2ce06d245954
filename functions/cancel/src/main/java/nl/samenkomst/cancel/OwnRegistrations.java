package nl.samenkomst.cancel;

import java.util.Optional;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.own.Retention;
import nl.samenkomst.domain.own.ShowRegistration;
import nl.samenkomst.http.Response;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;

/** Finds the registration that a request is about, or refuses the request. */
final class OwnRegistrations {

    private final ShowRegistration showRegistration;
    private final Retention retention;
    private final Responses answers;

    OwnRegistrations(Wiring wiring) {
        this.showRegistration = wiring.showRegistration();
        this.retention = wiring.retention();
        this.answers = wiring.answers();
    }

    /** Returns the answer for the registration, or the refusal if the link is unknown. */
    Response with(OwnRequest asked, Function<OwnRegistration, Response> answer) {
        return find(asked).map(answer).orElseGet(() -> unknown(asked));
    }

    /** Returns the registration; empty if the link is unknown. */
    Optional<OwnRegistration> find(OwnRequest asked) {
        return showRegistration.show(asked.session(), asked.link());
    }

    /** Returns the body limit in bytes; reads the session, to see whether it asks questions, only for a large body. */
    int maxBody(OwnRequest asked) {
        return Body.maxOfSignUp(
                asked.request(),
                () -> showRegistration
                        .show(asked.session(), asked.link())
                        .filter(own -> !own.session().document().questions().isEmpty())
                        .isPresent());
    }

    /**
     * Treats every unknown link to a session alike, so the response never reveals whether a registration existed.
     * Invitation-only sessions look nonexistent.
     */
    Response unknown(OwnRequest asked) {
        Refusal why = retention.isOver(asked.session()) ? Refusal.REGISTRATION_GONE : Refusal.REGISTRATION_UNKNOWN;
        return answers.refused(asked.request(), why);
    }
}
