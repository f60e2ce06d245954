package nl.samenkomst.responses;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.samenkomst.http.Content;
import nl.samenkomst.http.Form;
import nl.samenkomst.http.Json;
import nl.samenkomst.http.Multipart;
import nl.samenkomst.http.Request;
import nl.samenkomst.texts.Refusal;

/** The parsed body of a request, or the reason why it is refused. */
public sealed interface Body<T> {

    /** Limit in bytes as sent: a button, with no more than an address or a checkbox. */
    int MAX_BUTTON = 2 * 1024;

    /** Limit in bytes as sent: a reason or a decision. */
    int MAX_REASON = 4 * 1024;

    /** Limit in bytes as sent: a sign-up, or a change of one, for a session without questions. */
    int MAX_SIGN_UP = 16 * 1024;

    /** Limit in bytes as sent for all other bodies: a session, a list, or a sign-up with answers. */
    int MAX = 64 * 1024;

    /** The name of the field in which a form has a file. */
    String FILE = "file";

    record Read<T>(T value) implements Body<T> {}

    record Refused<T>(Refusal why) implements Body<T> {}

    /**
     * Reads the names and values of a form of at most {@code max} bytes, URL-encoded or multipart/form-data; leaves
     * files out.
     */
    static Body<Map<String, String>> form(Request request, int max) {
        return isMultipart(request) || request.isOfType("application/x-www-form-urlencoded")
                ? read(request, max, content -> fields(request, content))
                : new Refused<>(Refusal.BODY_TYPE);
    }

    /** Reads a form as {@link #form} does, and the text of the file that was chosen in the field {@link #FILE}. */
    static Body<Map<String, String>> formWithFile(Request request, int max) {
        return isMultipart(request)
                ? read(
                        request,
                        max,
                        content -> Multipart.parse(content, request.contentType(), request.charset(), Set.of(FILE)))
                : form(request, max);
    }

    /** Reads a JSON object of at most {@code max} bytes. */
    static Body<Map<String, Object>> json(Request request, int max) {
        return request.isOfType("application/json")
                ? read(request, max, content -> content.text().flatMap(Json::parse))
                : new Refused<>(Refusal.BODY_TYPE);
    }

    /**
     * Reads the form around a button, whatever its content type. A form that cannot be read is empty, since the press
     * is what counts; one larger than {@link #MAX_BUTTON} is refused.
     */
    static Body<Map<String, String>> ofButton(Request request) {
        return isLarger(request, MAX_BUTTON)
                ? new Refused<>(Refusal.BODY_TOO_LARGE)
                : new Read<>(request.body()
                        .flatMap(content -> fields(request, content))
                        .orElse(Map.of()));
    }

    private static boolean isMultipart(Request request) {
        return request.isOfType("multipart/form-data");
    }

    private static Optional<Map<String, String>> fields(Request request, Content content) {
        return isMultipart(request)
                ? Multipart.parse(content, request.contentType(), request.charset())
                : Optional.of(Form.parse(content, request.charset()));
    }

    /**
     * Returns the limit of a sign-up, in bytes: {@link #MAX} for a session with questions, else
     * {@link #MAX_SIGN_UP}. Calls {@code asksQuestions} only for a body between the two.
     */
    static int maxOfSignUp(Request request, BooleanSupplier asksQuestions) {
        boolean mayNeedMore = isLarger(request, MAX_SIGN_UP) && !isLarger(request, MAX);
        return mayNeedMore && asksQuestions.getAsBoolean() ? MAX : MAX_SIGN_UP;
    }

    private static <T> Body<T> read(Request request, int max, Function<Content, Optional<T>> parse) {
        if (isLarger(request, max)) {
            return new Refused<>(Refusal.BODY_TOO_LARGE);
        }
        Optional<T> value = request.body().flatMap(parse);
        return value.isPresent() ? new Read<>(value.get()) : new Refused<>(Refusal.BODY_INVALID);
    }

    private static boolean isLarger(Request request, int max) {
        return request.body().filter(content -> content.size() > max).isPresent();
    }
}
