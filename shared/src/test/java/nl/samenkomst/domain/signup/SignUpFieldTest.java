package nl.samenkomst.domain.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Problem;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.own.AmendmentForm;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.PersonValues;
import nl.samenkomst.domain.session.SampleSessions;
import nl.samenkomst.domain.signup.SignUpField.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SignUpFieldTest {

    /** A number is valid in no field, so a field that is read has a problem of its own. */
    @ParameterizedTest
    @EnumSource(Form.class)
    void readsEveryFieldOfAFormAndRefusesTheOthers(Form form) {
        for (SignUpField field : SignUpField.values()) {
            String code = field.word() + ".invalid";
            assertThat(codes(form, Map.of(field.word(), 7)))
                    .as(field.word())
                    .contains(SignUpField.of(form).contains(field) ? code : "field.unknown");
        }
    }

    @Test
    void readsEveryElementOfAPost() {
        for (SignUpField field : SignUpField.of(Form.SIGN_UP_FOR_SEVERAL)) {
            assertThat(invalid(SignUpForm.parse(Map.of(field.word(), "\u0000"))).contains("/" + field.word()))
                    .as(field.word())
                    .isEqualTo(field.hasElement());
        }
        for (SignUpField field : SignUpField.of(Form.AMENDMENT)) {
            assertThat(invalid(AmendmentForm.parse(Map.of(field.word(), "\u0000")))
                            .contains("/" + field.word()))
                    .as(field.word())
                    .isEqualTo(field.hasElement());
        }
    }

    @Test
    void keepsEveryValueOfAPerson() {
        Person person = SampleSessions.registration(SampleSessions.HANDREIKING, SampleSessions.confirmed())
                .person();
        Map<String, String> values = PersonValues.of(person);

        assertThat(SignUpField.words(Form.SIGN_UP)).containsAll(values.keySet());
        assertThat(SignUpForm.parse(values)).isEqualTo(new Parsed.Valid<>(new SignUp(person, Optional.empty())));
        assertThat(SignUpForm.parseInvitee(Fields.of(values))).contains(new SignUp(person, Optional.empty()));
    }

    private static List<String> codes(Form form, Map<String, ?> tree) {
        List<Problem> problems = switch (form) {
            case SIGN_UP -> problems(SignUpForm.parseJson(tree));
            case SIGN_UP_FOR_SEVERAL -> problems(SignUpForm.parseJsonForSeveral(tree));
            case INVITATION -> {
                Fields fields = Fields.of(tree);
                SignUpForm.parseInvitee(fields);
                yield fields.problems();
            }
            case AMENDMENT -> problems(AmendmentForm.parseJson(tree));
        };
        return problems.stream().map(Problem::code).toList();
    }

    private static List<String> invalid(Parsed<?> parsed) {
        return problems(parsed).stream()
                .filter(problem -> problem.reason() != Reason.REQUIRED)
                .map(problem -> problem.pointer().replaceFirst("/\\d+$", ""))
                .toList();
    }

    private static List<Problem> problems(Parsed<?> parsed) {
        return parsed instanceof Parsed.Invalid<?> invalid ? invalid.problems() : List.of();
    }
}
