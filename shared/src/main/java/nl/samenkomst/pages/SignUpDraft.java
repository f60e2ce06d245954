package nl.samenkomst.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.signup.SignUpField;
import nl.samenkomst.domain.signup.SignUpForm;
import nl.samenkomst.texts.Refusal;

/** A form exactly as typed, with its problems or refusal; the hidden trap field for bots is dropped. */
public record SignUpDraft(Map<String, String> typed, List<Problem> problems, Optional<Refusal> refusal) {

    private static final Set<String> NOT_TYPED = Set.of("lang", "switch");

    public SignUpDraft {
        Map<String, String> kept = new HashMap<>(typed);
        kept.remove(SignUpForm.HONEYPOT);
        typed = Map.copyOf(kept);
        problems = Problem.first(problems);
    }

    /** Returns an empty form. */
    public static SignUpDraft blank() {
        return new SignUpDraft(Map.of(), List.of(), Optional.empty());
    }

    /** Returns a form that is partly filled in, not yet checked for problems. */
    public static SignUpDraft unfinished(Map<String, String> form) {
        return new SignUpDraft(form, List.of(), Optional.empty());
    }

    /** Returns the language that the button in the header switches to; empty if the form was submitted normally. */
    public static Optional<Language> languageSwitch(Map<String, String> form) {
        return Optional.ofNullable(form.get("switch")).flatMap(Language::of);
    }

    /** Returns the form as it was sent, with its problems. */
    public static SignUpDraft invalid(Map<String, String> form, List<Problem> problems) {
        return new SignUpDraft(form, problems, Optional.empty());
    }

    /** Returns the form as it was sent, with the reason why it is refused as a whole. */
    public static SignUpDraft refused(Map<String, String> form, Refusal refusal) {
        return new SignUpDraft(form, List.of(), Optional.of(refusal));
    }

    /** Returns a copy with further problems and no duplicates, so that the person sees all of them at once. */
    public SignUpDraft plusProblems(List<Problem> others) {
        List<Problem> all =
                Stream.concat(problems.stream(), others.stream()).distinct().toList();
        return new SignUpDraft(typed, all, refusal);
    }

    /** Returns whether the form has neither problems nor a refusal. */
    public boolean isUnfinished() {
        return problems.isEmpty() && refusal.isEmpty();
    }

    /** Returns the HTTP status of the page that shows the form again: the refusal's, 400 for problems, or 200. */
    public int status() {
        return refusal.map(Refusal::status).orElse(isUnfinished() ? 200 : 400);
    }

    /** Returns whether nothing was typed or chosen; the preselected option for any theme does not count. */
    public boolean isBlank() {
        return typed.entrySet().stream()
                .filter(field -> !NOT_TYPED.contains(field.getKey()))
                .allMatch(field -> field.getValue().isBlank()
                        || (field.getKey().equals(SignUpField.THEME.word())
                                && field.getValue().equals(ThemeId.ANY)));
    }

    /** Returns a field's value as typed; an empty string if there is none. */
    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Omits the values, so that no personal data reach a log by accident. */
    @Override
    public String toString() {
        return "SignUpDraft[…]";
    }
}
