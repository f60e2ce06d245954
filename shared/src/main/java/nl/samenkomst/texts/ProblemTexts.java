package nl.samenkomst.texts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;

/** One sentence for everything that can be wrong with a request; it says what to do about it. */
public final class ProblemTexts {

    private static final Texts TEXTS = new Texts("problems");

    private ProblemTexts() {}

    /** The sentence for this field and reason where there is one, else the one for the reason. */
    public static String of(Problem problem, Language language) {
        String reason = problem.reason().word();
        String own = "problem." + problem.field() + "." + reason;
        String key = TEXTS.has(language, own) ? own : "problem." + reason;
        Object[] values = problem.values().entrySet().stream()
                .flatMap(value -> Stream.of(value.getKey(), inWords(value, language)))
                .toArray();
        return TEXTS.text(language, key, values);
    }

    public static String of(Refusal refusal, Language language) {
        return TEXTS.text(language, "refusal." + refusal.code());
    }

    /** How many things are wrong, in a sentence. */
    public static String ofAll(List<Problem> problems, Language language) {
        return problems.size() == 1
                ? TEXTS.text(language, "fields.one")
                : TEXTS.text(language, "fields.more", "number", problems.size());
    }

    /** What a status means in two or three words, such as <i>Niet gevonden</i>. */
    public static String title(int status, Language language) {
        return TEXTS.text(language, "status." + status);
    }

    /** Moments are told by the name of a field, which is a word for programs. */
    private static String inWords(Map.Entry<String, String> value, Language language) {
        String key = "moment." + value.getValue();
        return value.getKey().equals("moment") && TEXTS.has(language, key)
                ? TEXTS.text(language, key)
                : value.getValue();
    }

    /** Whether every reason has a sentence of its own, whatever the field. */
    static boolean knows(Reason reason, Language language) {
        return TEXTS.has(language, "problem." + reason.word());
    }
}
