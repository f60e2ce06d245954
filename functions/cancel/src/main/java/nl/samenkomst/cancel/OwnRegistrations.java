package nl.samenkomst.cancel;

import java.util.function.Function;
import java.util.function.Supplier;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.own.OpenedLink;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.own.Retention;
import nl.samenkomst.domain.own.ShowRegistration;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.responses.Body;
import nl.samenkomst.responses.Responses;
import nl.samenkomst.texts.Refusal;

/** Finds the registration that a request is about, or refuses the request. */
final class OwnRegistrations {

    private final ShowRegistration showRegistration;
    private final Retention retention;
    private final Pages pages;
    private final Responses answers;

    OwnRegistrations(Wiring wiring) {
        this.showRegistration = wiring.showRegistration();
        this.retention = wiring.retention();
        this.pages = wiring.pages();
        this.answers = wiring.answers();
    }

    /** Returns the answer for the registration, or the refusal of any but its own link. */
    Response with(OwnRequest asked, Function<OwnRegistration, Response> answer) {
        return with(asked, answer, entry -> refused(asked, Refusal.LINK_OF_CALENDAR));
    }

    /** Returns the answer for the registration: by its own link, by the calendar's, or else the refusal of the link. */
    Response with(
            OwnRequest asked,
            Function<OwnRegistration, Response> answer,
            Function<OwnRegistration, Response> answerForCalendar) {
        return with(asked, answer, answerForCalendar, () -> unknown(asked));
    }

    /** Returns the answer for the registration, or for a link that is unknown, as that of an erased registration. */
    Response with(
            OwnRequest asked,
            Function<OwnRegistration, Response> answer,
            Function<OwnRegistration, Response> answerForCalendar,
            Supplier<Response> answerForUnknown) {
        return switch (showRegistration.open(asked.session(), asked.link())) {
            case OpenedLink.Own opened -> answer.apply(opened.own());
            case OpenedLink.Entry entry -> answerForCalendar.apply(entry.own());
            case OpenedLink.Ended _ -> refused(asked, Refusal.LINK_ENDED);
            case OpenedLink.Unknown _ -> answerForUnknown.get();
        };
    }

    /** Refuses a link that cannot do what is asked, and offers to mail the one that can. */
    private Response refused(OwnRequest asked, Refusal why) {
        Request request = asked.request();
        if (request.isApi()) {
            return answers.refused(request, why);
        }
        Language language = Responses.language(request);
        return answers.page(why.status(), pages.linkRefused(why, asked.session(), asked.link(), language), language)
                .personal();
    }

    /** Returns the body limit in bytes; reads the session, to see whether it asks questions, only for a large body. */
    int maxBody(OwnRequest asked) {
        return Body.maxOfSignUp(
                asked.request(),
                () -> showRegistration
                        .show(asked.session(), asked.link())
                        .filter(own -> !own.session().document().allQuestions().isEmpty())
                        .isPresent());
    }

    /** Refuses a request that a use case refused because of its link, by what the link is. */
    Response notOwn(OwnRequest asked) {
        return with(asked, own -> unknown(asked));
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
