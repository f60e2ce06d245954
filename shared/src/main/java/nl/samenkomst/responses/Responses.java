package nl.samenkomst.responses;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.samenkomst.api.ProblemDetails;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.texts.LanguageChoice;
import nl.samenkomst.texts.Refusal;

/** Answers that do not depend on the function: to a person a page, to a program problem details. */
public final class Responses {

    private final Pages pages;

    public Responses(Pages pages) {
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

    public Response page(int status, String html, Language language) {
        return Response.page(status, html, pages.contentSecurityPolicy(), language.tag());
    }

    /** That the request is turned down as a whole. */
    public Response refused(Request request, Refusal refusal) {
        Language language = language(request);
        if (request.isApi()) {
            return Response.problem(refusal.status(), ProblemDetails.of(refusal, language));
        }
        Optional<SessionId> session = SessionId.parse(request.path("id"));
        return page(refusal.status(), pages.problem(refusal, session, language), language);
    }

    /** Where something fails that nobody foresaw: the log hears what it was, and who asked that it is not them. */
    public BiFunction<Request, RuntimeException, Response> unexpected(Consumer<String> log) {
        return (request, trouble) -> {
            StringWriter trace = new StringWriter();
            trouble.printStackTrace(new PrintWriter(trace));
            log.accept(trace.toString());
            return refused(request, Refusal.UNEXPECTED);
        };
    }

    /** What is answered to the form in the body, or why it cannot be read; {@link Body} has the limits, in bytes. */
    public Response withForm(Request request, int max, Function<Map<String, String>, Response> answer) {
        return with(request, Body.form(request, max), answer);
    }

    /** What is answered to the JSON object in the body, or why it cannot be read; {@link Body} has the limits, in bytes. */
    public Response withJson(Request request, int max, Function<Map<String, Object>, Response> answer) {
        return with(request, Body.json(request, max), answer);
    }

    /** What is answered to somebody who pressed a button, with whatever of its form can be read. */
    public Response withButton(Request request, Function<Map<String, String>, Response> answer) {
        return with(request, Body.ofButton(request), answer);
    }

    private <T> Response with(Request request, Body<T> body, Function<T, Response> answer) {
        return switch (body) {
            case Body.Refused<T> refused -> refused(request, refused.why());
            case Body.Read<T> read -> answer.apply(read.value());
        };
    }

    /** To a program: the answer to what it sent in, or all that is wrong with that. */
    public static <T> Response withValid(Request request, Parsed<T> parsed, Function<T, Response> answer) {
        return switch (parsed) {
            case Parsed.Invalid<T> invalid -> invalid(request, invalid.problems());
            case Parsed.Valid<T> right -> answer.apply(right.value());
        };
    }

    /** To a program: what it sent in is wrong, here and there. */
    public static Response invalid(Request request, List<Problem> problems) {
        return Response.problem(400, ProblemDetails.of(problems, language(request)));
    }
}
