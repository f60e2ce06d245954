package nl.samenkomst.texts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.organiser.PublishWarning;

/** Gives a sentence for each problem with a request, which says what to do about it. */
public final class ProblemTexts {

    private static final Texts TEXTS = new Texts("problems");

    private ProblemTexts() {}

    /** Returns the sentence for this field and reason, or the sentence for the reason alone if there is none. */
    public static String of(Problem problem, Language language) {
        String reason = problem.reason().word();
        String own = "problem." + problem.field() + "." + reason;
        String key = TEXTS.has(language, own) ? own : "problem." + reason;
        Object[] values = problem.values().entrySet().stream()
                .flatMap(value -> Stream.of(value.getKey(), toWords(value, language)))
                .toArray();
        return TEXTS.text(language, key, values);
    }

    public static String of(Refusal refusal, Language language) {
        return TEXTS.text(language, "refusal." + refusal.code());
    }

    /** Returns the sentence for an organiser: their own if there is one, else the sentence for everybody. */
    public static String forOrganiser(Refusal refusal, Language language) {
        String own = "refusal.organiser." + refusal.code();
        return TEXTS.has(language, own) ? TEXTS.text(language, own) : of(refusal, language);
    }

    public static String of(PublishWarning warning, Language language) {
        return TEXTS.text(language, "warning." + warning.code());
    }

    /** Returns a sentence that says how many problems there are. */
    public static String ofAll(List<Problem> problems, Language language) {
        return problems.size() == 1
                ? TEXTS.text(language, "fields.one")
                : TEXTS.text(language, "fields.more", "number", problems.size());
    }

    /** Returns the meaning of an HTTP status in two or three words, such as <i>Niet gevonden</i>. */
    public static String title(int status, Language language) {
        return TEXTS.text(language, "status." + status);
    }

    /** Replaces a moment, given as the name of a field, with words for people; returns other values unchanged. */
    private static String toWords(Map.Entry<String, String> value, Language language) {
        String key = "moment." + value.getValue();
        return value.getKey().equals("moment") && TEXTS.has(language, key)
                ? TEXTS.text(language, key)
                : value.getValue();
    }
}
