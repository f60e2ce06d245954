package nl.samenkomst.domain.signup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.SingleLine;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.session.SessionId;

/** Parses sign-ups, from the form or from the API. */
public final class SignUpForm {

    public static final int LONGEST_NAME = 200; // code points

    /** The hidden field (honeypot), which only a bot, or a browser's autofill, fills in. */
    public static final String TRAP = "leave-empty";

    /** Prefix of the names of fields that answer a question. */
    public static final String ANSWER = "answer.";

    /** The field that lists other sessions of the series to sign up for at once. */
    public static final String ALSO = "also";

    /** The most other sessions at once: as many as a page offers. */
    public static final int MAX_ALSO = 12;

    private static final Set<String> KNOWN = Set.of("name", "email", "organisation", "theme", "answers", "language");

    private SignUpForm() {}

    /** Parses a form post; ignores unknown fields, since an adopter's page may add its own. */
    public static Parsed<SignUp> parse(Map<String, String> form) {
        Map<String, Object> tree = new HashMap<>();
        for (String name : Set.of("name", "email", "organisation", "theme", TRAP)) {
            tree.put(name, form.getOrDefault(name, ""));
        }
        Language.of(form.getOrDefault("lang", "")).ifPresent(language -> tree.put("language", language.tag()));
        tree.put("answers", answersOf(form));
        tree.put(ALSO, form.getOrDefault(ALSO, "").lines().toList());
        return parse(Fields.of(tree));
    }

    /** Returns the answers in a form post, by question id. */
    public static Map<String, String> answersOf(Map<String, String> form) {
        Map<String, String> answers = new HashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(ANSWER)) {
                answers.put(name.substring(ANSWER.length()), value);
            }
        });
        return answers;
    }

    /** Returns the problems with a form post's theme and answers for this session. */
    public static List<Problem> choiceProblems(SessionDocument document, Map<String, String> form) {
        Optional<String> theme = Optional.ofNullable(form.get("theme")).filter(typed -> !typed.isEmpty());
        return switch (Choices.check(document, theme, answersOf(form))) {
            case Parsed.Valid<Choices> right -> List.of();
            case Parsed.Invalid<Choices> invalid -> invalid.problems();
        };
    }

    /** Parses the body of an API call; refuses unknown fields by name. */
    public static Parsed<SignUp> parseJson(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.refuseAllBut(KNOWN);
        return parse(fields);
    }

    /** Parses the body of an API call that may name other sessions of the series; refuses unknown fields by name. */
    public static Parsed<SignUp> parseJsonForSeveral(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        Set<String> known = new HashSet<>(KNOWN);
        known.add(ALSO);
        fields.refuseAllBut(known);
        return parse(fields);
    }

    /** Parses an address alone; refuses unknown fields by name. */
    public static Parsed<EmailAddress> parseAddress(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.refuseAllBut(Set.of("email"));
        Optional<EmailAddress> email = address(fields);
        return email.isPresent() && fields.problems().isEmpty()
                ? new Parsed.Valid<>(email.get())
                : new Parsed.Invalid<>(fields.problems());
    }

    /**
     * Reads a person to invite; refuses unknown fields by name. Empty if the address is missing or invalid; any other
     * problem is in {@code fields} only.
     */
    public static Optional<SignUp> parseInvitee(Fields fields) {
        fields.refuseAllBut(Set.of("name", "email", "organisation", "language"));
        Optional<Person> person = person(fields);
        Optional<Language> language = language(fields);
        return person.map(known -> new SignUp(known, language));
    }

    private static Optional<Person> person(Fields fields) {
        String name = fields.requiredLine("name", LONGEST_NAME);
        Optional<EmailAddress> email = address(fields);
        Optional<String> organisation = fields.line("organisation", LONGEST_NAME);
        return email.map(known -> new Person(name, known, organisation));
    }

    private static Optional<Language> language(Fields fields) {
        return fields.has("language") ? Language.of(fields.oneOf("language", languages())) : Optional.empty();
    }

    private static Optional<EmailAddress> address(Fields fields) {
        Optional<EmailAddress> email = fields.address("email");
        if (email.isEmpty() && fields.isSoundSoFar("email")) {
            fields.problem("email", Reason.REQUIRED);
        }
        return email;
    }

    private static Parsed<SignUp> parse(Fields fields) {
        Optional<Person> person = person(fields);
        Optional<String> theme = fields.line("theme", LONGEST_NAME);
        Map<String, String> answers = answers(fields);
        List<SessionId> also = also(fields);
        if (fields.line(TRAP, LONGEST_NAME).isPresent()) {
            fields.problem(TRAP, Reason.TRAP);
        }
        Optional<Language> language = language(fields);
        return person.isPresent() && fields.problems().isEmpty()
                ? new Parsed.Valid<>(new SignUp(person.get(), language, theme, answers, also))
                : new Parsed.Invalid<>(fields.problems());
    }

    /** Returns the other sessions ticked beside an invitation; ignores values that are no session id. */
    public static List<SessionId> alsoOf(Map<String, String> form) {
        String typed = form.getOrDefault(ALSO, "");
        if (SingleLine.isFarTooLong(typed, MAX_ALSO * (SessionId.MAX_LENGTH + 1))) {
            return List.of();
        }
        return typed.lines()
                .map(SessionId::parse)
                .flatMap(Optional::stream)
                .limit(MAX_ALSO)
                .toList();
    }

    private static List<SessionId> also(Fields fields) {
        List<String> written = fields.lines(ALSO, MAX_ALSO, SessionId.MAX_LENGTH);
        List<SessionId> also = new ArrayList<>();
        if (fields.isSoundSoFar(ALSO)) {
            for (int i = 0; i < written.size(); i++) {
                Optional<SessionId> session = SessionId.parse(written.get(i));
                session.ifPresent(also::add);
                if (session.isEmpty()) {
                    fields.problemAt(ALSO, i, Reason.UNKNOWN);
                }
            }
        }
        return also;
    }

    /** Reads answers, where a program may send a flag for yes or no, and a list for several choices. */
    public static Map<String, String> answers(Fields fields) {
        Map<String, String> answers = new HashMap<>();
        fields.object("answers")
                .ifPresent(given ->
                        given.names().forEach(name -> given.loose(name).ifPresent(text -> answers.put(name, text))));
        return answers;
    }

    private static List<String> languages() {
        return Arrays.stream(Language.values()).map(Language::tag).toList();
    }
}
