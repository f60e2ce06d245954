package nl.samenkomst.domain.signup;

import static nl.samenkomst.domain.signup.SignUpField.ALSO;
import static nl.samenkomst.domain.signup.SignUpField.ANSWERS;
import static nl.samenkomst.domain.signup.SignUpField.EMAIL;
import static nl.samenkomst.domain.signup.SignUpField.LANGUAGE;
import static nl.samenkomst.domain.signup.SignUpField.NAME;
import static nl.samenkomst.domain.signup.SignUpField.ORGANISATION;
import static nl.samenkomst.domain.signup.SignUpField.THEME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import nl.samenkomst.domain.signup.SignUpField.Form;

/** Parses sign-ups, from the form or from the API. */
public final class SignUpForm {

    public static final int MAX_NAME_LENGTH = 200; // code points

    /** The hidden field (honeypot), which only a bot, or a browser's autofill, fills in. */
    public static final String HONEYPOT = "leave-empty";

    /** Prefix of the names of fields that answer a question. */
    public static final String ANSWER_PREFIX = "answer.";

    /** The most other sessions at once: as many as a page offers. */
    public static final int MAX_ALSO = 12;

    private static final Pattern ADDRESS_IN_NAME = Pattern.compile("://|\\bwww\\.|\\S@\\S", Pattern.CASE_INSENSITIVE);

    private SignUpForm() {}

    /** Parses a form post; ignores unknown fields, since an adopter's page may add its own. */
    public static Parsed<SignUp> parse(Map<String, String> form) {
        Map<String, Object> tree = treeOf(form, Form.SIGN_UP_FOR_SEVERAL);
        tree.put(HONEYPOT, form.getOrDefault(HONEYPOT, ""));
        return parse(Fields.of(tree));
    }

    /** Returns the fields of a form post as the API has them; a text that was not sent is empty. */
    public static Map<String, Object> treeOf(Map<String, String> post, Form form) {
        Map<String, Object> tree = new HashMap<>();
        for (SignUpField field : SignUpField.of(form)) {
            Optional<?> value = switch (field) {
                case NAME, EMAIL, ORGANISATION, THEME -> Optional.of(post.getOrDefault(field.word(), ""));
                case ANSWERS -> Optional.of(answersOf(post));
                case LANGUAGE -> Language.of(post.getOrDefault("lang", "")).map(Language::tag);
                case ALSO ->
                    Optional.of(post.getOrDefault(field.word(), "").lines().toList());
            };
            value.ifPresent(sent -> tree.put(field.word(), sent));
        }
        return tree;
    }

    /** Returns the answers in a form post, by question id. */
    public static Map<String, String> answersOf(Map<String, String> form) {
        Map<String, String> answers = new HashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(ANSWER_PREFIX)) {
                answers.put(name.substring(ANSWER_PREFIX.length()), value);
            }
        });
        return answers;
    }

    /** Returns the problems with a form post's theme and answers for this session. */
    public static List<Problem> choiceProblems(SessionDocument document, Map<String, String> form) {
        Optional<String> theme = Optional.ofNullable(form.get(THEME.word())).filter(typed -> !typed.isEmpty());
        return switch (Choices.check(document, theme, answersOf(form))) {
            case Parsed.Valid<Choices> _ -> List.of();
            case Parsed.Invalid<Choices> invalid -> invalid.problems();
        };
    }

    /** Parses the body of an API call; refuses unknown fields by name. */
    public static Parsed<SignUp> parseJson(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(SignUpField.words(Form.SIGN_UP));
        return parse(fields);
    }

    /** Parses the body of an API call that may name other sessions of the series; refuses unknown fields by name. */
    public static Parsed<SignUp> parseJsonForSeveral(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(SignUpField.words(Form.SIGN_UP_FOR_SEVERAL));
        return parse(fields);
    }

    /** Parses an address alone; refuses unknown fields by name. */
    public static Parsed<EmailAddress> parseAddress(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(EMAIL.word()));
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
        fields.allowOnly(SignUpField.words(Form.INVITATION));
        Optional<Person> person = person(fields);
        Optional<Language> language = language(fields);
        return person.map(known -> new SignUp(known, language));
    }

    /** Reads a name; refuses one with an address in it, which could make a letter say where to go. */
    public static String name(Fields fields) {
        String name = fields.requiredLine(NAME.word(), MAX_NAME_LENGTH);
        if (fields.isValidSoFar(NAME.word()) && ADDRESS_IN_NAME.matcher(name).find()) {
            fields.problem(NAME.word(), Reason.ADDRESS);
        }
        return name;
    }

    private static Optional<Person> person(Fields fields) {
        String name = name(fields);
        Optional<EmailAddress> email = address(fields);
        Optional<String> organisation = fields.line(ORGANISATION.word(), MAX_NAME_LENGTH);
        return email.map(known -> new Person(name, known, organisation));
    }

    private static Optional<Language> language(Fields fields) {
        return fields.has(LANGUAGE.word())
                ? Language.of(fields.oneOf(LANGUAGE.word(), Language.tags()))
                : Optional.empty();
    }

    private static Optional<EmailAddress> address(Fields fields) {
        Optional<EmailAddress> email = fields.address(EMAIL.word());
        if (email.isEmpty() && fields.isValidSoFar(EMAIL.word())) {
            fields.problem(EMAIL.word(), Reason.REQUIRED);
        }
        return email;
    }

    private static Parsed<SignUp> parse(Fields fields) {
        Optional<Person> person = person(fields);
        Optional<String> theme = fields.line(THEME.word(), MAX_NAME_LENGTH);
        Map<String, String> answers = answers(fields);
        List<SessionId> also = also(fields);
        if (fields.line(HONEYPOT, MAX_NAME_LENGTH).isPresent()) {
            fields.problem(HONEYPOT, Reason.TRAP);
        }
        Optional<Language> language = language(fields);
        return person.isPresent() && fields.problems().isEmpty()
                ? new Parsed.Valid<>(new SignUp(person.get(), language, theme, answers, also))
                : new Parsed.Invalid<>(fields.problems());
    }

    /** Returns the other sessions ticked beside an invitation; ignores values that are no session id. */
    public static List<SessionId> otherSessions(Map<String, String> form) {
        String typed = form.getOrDefault(ALSO.word(), "");
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
        List<String> written = fields.lines(ALSO.word(), MAX_ALSO, SessionId.MAX_LENGTH);
        List<SessionId> also = new ArrayList<>();
        if (fields.isValidSoFar(ALSO.word())) {
            for (int i = 0; i < written.size(); i++) {
                Optional<SessionId> session = SessionId.parse(written.get(i));
                session.ifPresent(also::add);
                if (session.isEmpty()) {
                    fields.problemAt(ALSO.word(), i, Reason.UNKNOWN);
                }
            }
        }
        return also;
    }

    /** Reads answers, where a program may send a flag for yes or no, and a list for several choices. */
    public static Map<String, String> answers(Fields fields) {
        Map<String, String> answers = new HashMap<>();
        fields.object(ANSWERS.word())
                .ifPresent(given -> given.names()
                        .forEach(name -> given.anyAsText(name).ifPresent(text -> answers.put(name, text))));
        return answers;
    }
}
