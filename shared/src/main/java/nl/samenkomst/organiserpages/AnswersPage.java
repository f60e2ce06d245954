package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.evaluation.EvaluationResults;
import nl.samenkomst.domain.evaluation.EvaluationResults.OptionCount;
import nl.samenkomst.domain.evaluation.EvaluationResults.QuestionResults;
import nl.samenkomst.domain.evaluation.EvaluationResults.Words;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;
import org.jspecify.annotations.Nullable;

/** Model of {@code answers.jte}: what people answered once the session had ended, as numbers and words. */
public record AnswersPage(Session about, EvaluationResults results, Viewer viewer) implements OrganiserPage {

    private static final Texts TEXTS = new Texts("answers");

    /** The most texts of a question on the page; the file has the others. */
    static final int MAX_WORDS = 25;

    /** In code points, of each text on the page; the file has it whole. */
    static final int MAX_LENGTH = 400;

    @Override
    public String template() {
        return "answers";
    }

    @Override
    public String heading() {
        return say("answers.title");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(about);
    }

    /** Returns a text of this page. */
    public String say(String key, Object... namesAndValues) {
        return TEXTS.text(language(), key, namesAndValues);
    }

    /** Returns how many people answered. */
    public String people() {
        return switch (results.people()) {
            case 0 -> say("answers.people.none");
            case 1 -> say("answers.people.one");
            default -> say("answers.people.more", "number", results.people());
        };
    }

    /** Returns why answers are not shown yet. */
    public String few() {
        return say("answers.few", "least", EvaluationResults.MIN_ANSWERS);
    }

    /** Returns how many answers to a question there are, and how many there must be. */
    public String howFew(QuestionResults question) {
        return say("answers.of", "number", question.answers(), "least", EvaluationResults.MIN_ANSWERS);
    }

    /** Returns an option as people saw it. */
    public String option(QuestionResults question, OptionCount option) {
        if (question.kind() != QuestionKind.YES_NO) {
            return option.value();
        }
        return switch (option.value()) {
            case Answers.YES -> say("answers.yes");
            case Answers.NO -> say("answers.no");
            default -> option.value();
        };
    }

    /** Returns the {@code lang} attribute of a question's options; null, which omits it, if they are the page's. */
    public @Nullable String langOfOptions(QuestionResults question) {
        return question.kind() == QuestionKind.YES_NO ? null : langOf(about);
    }

    /** Returns the part of the people who answered that chose this, in whole percents. */
    public String share(QuestionResults question, OptionCount option) {
        return Math.round(100.0 * option.people() / question.answers()) + "%";
    }

    /** Returns the first texts, as far as the page has room for them. */
    public List<Words> words(QuestionResults question) {
        return question.words().stream()
                .limit(MAX_WORDS)
                .map(words -> new Words(cut(words.text()), words.name()))
                .toList();
    }

    /** Returns whether any of the texts on the page is cut. */
    public boolean areCut() {
        return results.questions().stream()
                .flatMap(question -> question.words().stream().limit(MAX_WORDS))
                .anyMatch(words -> !cut(words.text()).equals(words.text()));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH)) + "…";
    }

    /** Returns how many texts only the file has; empty if none. */
    public Optional<String> more(QuestionResults question) {
        int more = question.words().size()
                + question.wordsNotKept()
                - words(question).size();
        return more == 0 ? Optional.empty() : Optional.of(say("answers.words.more", "number", more));
    }

    /** Returns whether anything is asked in words. */
    public boolean hasWords() {
        return results.questions().stream().anyMatch(question -> question.kind() == QuestionKind.TEXT);
    }

    /** Returns until when what people wrote is kept, or since when it is not. */
    public String kept() {
        boolean isOver = !viewer.now().isBefore(about.document().forgetAt());
        return say(
                isOver ? "answers.words.gone" : "answers.words.kept",
                "day",
                Dates.day(
                        about.document()
                                .forgetAt()
                                .atZone(about.document().when().zone()),
                        language()));
    }
}
