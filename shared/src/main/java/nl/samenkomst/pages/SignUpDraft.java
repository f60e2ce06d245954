package nl.samenkomst.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.texts.Refusal;

/** What somebody typed in the form, exactly, with what is wrong with it; the field that people do not see is dropped. */
public record SignUpDraft(
        String name, String email, String organisation, List<Problem> problems, Optional<Refusal> refusal) {

    public SignUpDraft {
        problems = List.copyOf(problems);
    }

    /** A form that nobody has typed in yet. */
    public static SignUpDraft blank() {
        return new SignUpDraft("", "", "", List.of(), Optional.empty());
    }

    /** The form as it was sent, with its problems. */
    public static SignUpDraft wrong(Map<String, String> form, List<Problem> problems) {
        return typed(form, problems, Optional.empty());
    }

    /** The form as it was sent, that the session does not take now. */
    public static SignUpDraft refused(Map<String, String> form, Refusal refusal) {
        return typed(form, List.of(), Optional.of(refusal));
    }

    private static SignUpDraft typed(Map<String, String> form, List<Problem> problems, Optional<Refusal> refusal) {
        return new SignUpDraft(
                form.getOrDefault("name", ""),
                form.getOrDefault("email", ""),
                form.getOrDefault("organisation", ""),
                problems,
                refusal);
    }

    /** Without the person, so that nobody reaches a log by accident. */
    @Override
    public String toString() {
        return "SignUpDraft[…]";
    }
}
