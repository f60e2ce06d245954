package nl.samenkomst.domain.signup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.SingleLine;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Answers;

/**
 * A valid choice of theme and valid answers for a session.
 *
 * @param wish the wanted theme; empty for any
 */
public record Choices(Optional<ThemeId> wish, Answers answers) {

    static final int MAX_ANSWER_LENGTH = 2_000; // code points

    /**
     * Validates input against what the session offers and asks, and reports every problem.
     *
     * @param theme a theme id, or {@value ThemeId#ANY}; empty for any
     * @param answers as typed, by question id; several choices with {@code \n} between them
     */
    public static Parsed<Choices> check(SessionDocument document, Optional<String> theme, Map<String, String> answers) {
        return check(document, theme, answers, true);
    }

    /** Returns whether no choice and no answer is required. */
    public static boolean areOptional(SessionDocument document) {
        return check(document, Optional.empty(), Map.of()) instanceof Parsed.Valid<Choices>;
    }

    /** Validates like {@link #check}, but lets required questions be left open. */
    public static Parsed<Choices> checkPartial(
            SessionDocument document, Optional<String> theme, Map<String, String> answers) {
        return check(document, theme, answers, false);
    }

    private static Parsed<Choices> check(
            SessionDocument document, Optional<String> theme, Map<String, String> answers, boolean whole) {
        List<Problem> problems = new ArrayList<>();
        Optional<String> named = theme.filter(typed -> !typed.equals(ThemeId.ANY));
        Optional<ThemeId> wish =
                named.flatMap(ThemeId::parse).filter(id -> document.theme(id).isPresent());
        if (named.isPresent() && wish.isEmpty()) {
            problems.add(new Problem("theme", document.themes().isEmpty() ? Reason.USELESS : Reason.UNKNOWN));
        }
        Answers given = given(document.questions(), wish, answers, whole, problems);
        return problems.isEmpty() ? new Parsed.Valid<>(new Choices(wish, given)) : new Parsed.Invalid<>(problems);
    }

    /** Validates answers to the questions that somebody is asked afterwards, and reports every problem. */
    public static Parsed<Answers> checkAfterwards(List<Question> questions, Map<String, String> answers) {
        List<Problem> problems = new ArrayList<>();
        // Only those that the person is asked are among them, whatever theme they are for.
        Answers given = given(questions, Optional.empty(), answers, true, problems);
        return problems.isEmpty() ? new Parsed.Valid<>(given) : new Parsed.Invalid<>(problems);
    }

    private static Answers given(
            List<Question> questions,
            Optional<ThemeId> wish,
            Map<String, String> answers,
            boolean whole,
            List<Problem> problems) {
        Set<String> asked =
                questions.stream().map(question -> question.id().value()).collect(Collectors.toSet());
        answers.keySet().stream()
                .filter(id -> !asked.contains(id))
                .limit(Problem.MAX_PER_RESPONSE)
                .forEach(id -> problems.add(problem(id, Reason.UNKNOWN, Map.of())));
        Map<QuestionId, List<String>> given = new HashMap<>();
        for (Question question : questions) {
            String id = question.id().value();
            String typed = answers.getOrDefault(id, "");
            if (SingleLine.isFarTooLong(typed, longest(question))) {
                problems.add(tooLong(question));
                continue;
            }
            List<String> values = values(question, typed);
            if (values.isEmpty()) {
                boolean isAsked = question.afterwards() || question.isAskedAt(wish);
                if (whole && question.required() && isAsked) {
                    problems.add(problem(id, Reason.REQUIRED, Map.of()));
                }
            } else {
                invalid(question, values).ifPresentOrElse(problems::add, () -> given.put(question.id(), values));
            }
        }
        return new Answers(given);
    }

    private static Optional<Problem> invalid(Question question, List<String> values) {
        String id = question.id().value();
        List<String> options = options(question);
        if (!options.isEmpty() && !Set.copyOf(options).containsAll(values)) {
            return Optional.of(noSuchOption(question));
        }
        if (values.stream().anyMatch(value -> value.codePointCount(0, value.length()) > MAX_ANSWER_LENGTH)) {
            return Optional.of(tooLong(question));
        }
        if (!values.stream().allMatch(SingleLine::isCleanText)) {
            return Optional.of(problem(id, Reason.CHARACTERS, Map.of()));
        }
        return values.stream().distinct().count() < values.size()
                ? Optional.of(problem(id, Reason.DUPLICATE, Map.of()))
                : Optional.empty();
    }

    private static List<String> options(Question question) {
        return switch (question.kind()) {
            case TEXT -> List.of();
            case CHOICE, CHOICES -> question.options();
            case YES_NO -> List.of(Answers.YES, Answers.NO);
        };
    }

    /** Returns the maximum length of an answer: every option on a line of its own, or a text. */
    private static int longest(Question question) {
        int all = options(question).stream()
                .mapToInt(option -> option.length() + 1)
                .sum();
        return Math.max(MAX_ANSWER_LENGTH, all);
    }

    /** Reports an answer longer than all options together as an unknown option. */
    private static Problem tooLong(Question question) {
        return options(question).isEmpty()
                ? problem(question.id().value(), Reason.TOO_LONG, Map.of("max", String.valueOf(MAX_ANSWER_LENGTH)))
                : noSuchOption(question);
    }

    private static Problem noSuchOption(Question question) {
        return problem(question.id().value(), Reason.INVALID, Map.of("expected", String.join(", ", options(question))));
    }

    private static Problem problem(String question, Reason reason, Map<String, String> values) {
        return new Problem("/answers" + Problem.pointerTo(question), "answer", reason, values);
    }

    private static List<String> values(Question question, String typed) {
        String text = SingleLine.tidyText(typed);
        Stream<String> values = question.kind() == QuestionKind.CHOICES ? text.lines() : Stream.of(text);
        Map<String, String> options = options(question).stream()
                .collect(Collectors.toMap(SingleLine::tidy, Function.identity(), (first, same) -> first));
        return values.map(SingleLine::tidy)
                .filter(value -> !value.isEmpty())
                // An earlier release stored options as they were typed.
                .map(value -> options.getOrDefault(value, value))
                .toList();
    }
}
