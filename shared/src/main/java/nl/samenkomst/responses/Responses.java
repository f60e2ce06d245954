package nl.samenkomst.responses;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.samenkomst.api.ProblemDetails;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.http.Request;
import nl.samenkomst.http.Response;
import nl.samenkomst.pages.Pages;
import nl.samenkomst.texts.LanguageChoice;
import nl.samenkomst.texts.Refusal;
import nl.samenkomst.urls.DeskUrls;
import nl.samenkomst.urls.MendedPath;

/** Builds the responses that all functions share: pages for people, problem details for programs. */
public final class Responses {

    private static final String LANG = "lang";

    private final Supplier<Pages> pages;

    /** Creates responses whose pages are made only if one is shown. */
    public Responses(Supplier<Pages> pages) {
        this.pages = pages;
    }

    /** Returns the language that the request asks for. */
    public static Language language(Request request) {
        return LanguageChoice.of(request.query(LANG), request.header("accept-language"));
    }

    /** Returns the language of the page with this form, or else the language that the request asks for. */
    public static Language language(Request request, Map<String, String> form) {
        return namedLanguage(request, form).orElseGet(() -> language(request));
    }

    /** Returns the language that the request names, whatever the browser prefers; empty if it names none. */
    public static Optional<Language> namedLanguage(Request request) {
        return namedLanguage(request, Map.of());
    }

    /** Returns the language of the page with this form, or else the one that the request names; empty if neither. */
    public static Optional<Language> namedLanguage(Request request, Map<String, String> form) {
        return Optional.ofNullable(form.get(LANG))
                .flatMap(Language::of)
                .or(() -> request.query(LANG).flatMap(Language::of));
    }

    /** Returns a handler that refuses a program's request with a {@code lang} that is not one of ours. */
    public static Function<Request, Response> checked(Function<Request, Response> handler) {
        return request -> {
            boolean isKnown = request.query(LANG).flatMap(Language::of).isPresent();
            return request.isApi() && request.query(LANG).isPresent() && !isKnown
                    ? invalid(
                            request,
                            List.of(new Problem(LANG, Reason.INVALID, "expected", String.join(", ", Language.tags()))))
                    : handler.apply(request);
        };
    }

    public Response page(int status, String html, Language language) {
        return Response.page(status, html, pages.get().contentSecurityPolicy(), language.tag());
    }

    /**
     * Returns the response to a request that is refused as a whole. Redirects a GET or a HEAD of an unknown address to
     * the mended address, if there is one; never another method, so that no redirect leads to a change.
     */
    public Response refused(Request request, Refusal refusal) {
        Optional<String> meant =
                refusal.status() == 404 && request.isSafe() ? MendedPath.of(request.requestedPath()) : Optional.empty();
        return meant.map(path -> moved(request, path)).orElseGet(() -> refusedHere(request, refusal));
    }

    private static Response moved(Request request, String path) {
        String query = DeskUrls.escaped(request.rawQuery());
        Response moved = Response.moved(query.isEmpty() ? path : path + "?" + query);
        return request.isApi() ? moved.readableByAnyWebsite() : moved;
    }

    private Response refusedHere(Request request, Refusal refusal) {
        Language language = language(request);
        if (request.isApi()) {
            return Response.problem(
                    refusal.status(),
                    request.isOrganisers()
                            ? ProblemDetails.forOrganiser(refusal, language)
                            : ProblemDetails.of(refusal, language));
        }
        Optional<SessionId> session = SessionId.parse(request.path("id"));
        return page(refusal.status(), pages.get().problem(refusal, session, language), language);
    }

    /** Returns a handler that logs the stack trace of an unexpected exception, and responds with 500 and no details. */
    public BiFunction<Request, RuntimeException, Response> unexpected(Consumer<String> log) {
        return (request, trouble) -> {
            StringWriter trace = new StringWriter();
            trouble.printStackTrace(new PrintWriter(trace));
            log.accept(trace.toString());
            return refused(request, Refusal.UNEXPECTED);
        };
    }

    /**
     * Returns the answer to the form in the body, or a refusal if it cannot be read.
     *
     * @param max in bytes, one of the limits in {@link Body}
     */
    public Response withForm(Request request, int max, Function<Map<String, String>, Response> answer) {
        return with(request, Body.form(request, max), answer);
    }

    /**
     * Returns the answer to the JSON object in the body, or a refusal if it cannot be read.
     *
     * @param max in bytes, one of the limits in {@link Body}
     */
    public Response withJson(Request request, int max, Function<Map<String, Object>, Response> answer) {
        return with(request, Body.json(request, max), answer);
    }

    /** Returns the answer to the press of a button, whose form is empty if it cannot be read. */
    public Response withButton(Request request, Function<Map<String, String>, Response> answer) {
        return with(request, Body.ofButton(request), answer);
    }

    private <T> Response with(Request request, Body<T> body, Function<T, Response> answer) {
        return switch (body) {
            case Body.Refused<T> refused -> refused(request, refused.why());
            case Body.Read<T> read -> answer.apply(read.value());
        };
    }

    /** Returns the answer to a program's valid input, or else all problems with it. */
    public static <T> Response withValid(Request request, Parsed<T> parsed, Function<T, Response> answer) {
        return switch (parsed) {
            case Parsed.Invalid<T> invalid -> invalid(request, invalid.problems());
            case Parsed.Valid<T> right -> answer.apply(right.value());
        };
    }

    /** Returns the response to a program's invalid input: 400 with all problems. */
    public static Response invalid(Request request, List<Problem> problems) {
        return Response.problem(400, ProblemDetails.of(problems, language(request)));
    }
}
