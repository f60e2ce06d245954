package nl.samenkomst.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.registration.SignUpForm;
import nl.samenkomst.domain.session.ThemeId;
import nl.samenkomst.texts.Refusal;

/** What somebody typed in the form, exactly, with what is wrong with it; the field that people do not see is dropped. */
public record SignUpDraft(Map<String, String> typed, List<Problem> problems, Optional<Refusal> refusal) {

    private static final Set<String> NOT_TYPED = Set.of("lang", "switch");

    public SignUpDraft {
        Map<String, String> kept = new HashMap<>(typed);
        kept.remove(SignUpForm.TRAP);
        typed = Map.copyOf(kept);
        problems = Problem.first(problems);
    }

    /** A form that nobody has typed in yet. */
    public static SignUpDraft blank() {
        return new SignUpDraft(Map.of(), List.of(), Optional.empty());
    }

    /** The form as far as it was filled in, with nothing said of what is wrong yet. */
    public static SignUpDraft unfinished(Map<String, String> form) {
        return new SignUpDraft(form, List.of(), Optional.empty());
    }

    /** The language that somebody wants to go on in; nothing where the form was sent to be done with. */
    public static Optional<Language> switchedTo(Map<String, String> form) {
        return Optional.ofNullable(form.get("switch")).flatMap(Language::of);
    }

    /** The form as it was sent, with its problems. */
    public static SignUpDraft wrong(Map<String, String> form, List<Problem> problems) {
        return new SignUpDraft(form, problems, Optional.empty());
    }

    /** The form as it was sent, that the session does not take now. */
    public static SignUpDraft refused(Map<String, String> form, Refusal refusal) {
        return new SignUpDraft(form, List.of(), Optional.of(refusal));
    }

    /** The same with whatever else is wrong, so that somebody hears everything at once. */
    public SignUpDraft alsoWrong(List<Problem> others) {
        List<Problem> all =
                Stream.concat(problems.stream(), others.stream()).distinct().toList();
        return new SignUpDraft(typed, all, refusal);
    }

    /** Whether there is nothing to say about it. */
    public boolean isUnfinished() {
        return problems.isEmpty() && refusal.isEmpty();
    }

    /** The status of the page that shows it again. */
    public int status() {
        return refusal.map(Refusal::status).orElse(isUnfinished() ? 200 : 400);
    }

    /** Whether nothing is in it that somebody typed or chose. */
    public boolean isBlank() {
        return typed.entrySet().stream()
                .filter(field -> !NOT_TYPED.contains(field.getKey()))
                .allMatch(field -> field.getValue().isBlank()
                        || (field.getKey().equals("theme") && field.getValue().equals(ThemeId.ANY)));
    }

    /** What stands in a field; nothing where nothing was typed. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Without the person, so that nobody reaches a log by accident. */
    @Override
    public String toString() {
        return "SignUpDraft[…]";
    }
}
