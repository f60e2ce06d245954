package nl.samenkomst.answers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.api.ProblemDetails;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.texts.LanguageChoice;
import nl.samenkomst.texts.Refusal;

/** Answers that do not depend on the function: to a person a page, to a program problem details. */
public final class Answers {

    private final Pages pages;

    public Answers(Pages pages) {
        this.pages = pages;
    }

    /** The language that the request asks to be answered in. */
    public static Language language(Request request) {
        return LanguageChoice.of(request.query("lang"), request.header("accept-language"));
    }

    /** The language of the page whose form this is. */
    public static Language language(Request request, Map<String, String> form) {
        return LanguageChoice.of(
                Optional.ofNullable(form.get("lang")).or(() -> request.query("lang")),
                request.header("accept-language"));
    }

    public static Response page(int status, String html, Language language) {
        return Response.page(status, html, Pages.contentSecurityPolicy(), language.tag());
    }

    /** That the request is turned down as a whole. */
    public Response refused(Request request, Refusal refusal) {
        Language language = language(request);
        if (request.isApi()) {
            return Response.problem(refusal.status(), ProblemDetails.of(refusal, language));
        }
        Optional<SessionId> session = SessionId.parse(request.path("id"));
        return page(refusal.status(), pages.problem(refusal, session, language), language)
                .personal();
    }

    /** To a program: what it sent in is wrong, here and there. */
    public static Response wrong(Request request, List<Problem> problems) {
        return Response.problem(400, ProblemDetails.of(problems, language(request)));
    }
}
