package nl.samenkomst.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import org.jspecify.annotations.Nullable;

/** Maps registrations to JSON: a person's own, or a row of the organiser's list. */
public final class RegistrationView {

    private RegistrationView() {}

    /** Returns what the person may see of their own registration; null where there is no value. */
    public static Map<String, @Nullable Object> own(OwnRegistration own) {
        Registration registration = own.registration();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("state", registration.state().word());
        tree.put("position", toNullable(own.position()));
        tree.put("name", registration.person().name());
        tree.put("email", registration.person().email().value());
        tree.put("organisation", registration.person().organisation().orElse(null));
        tree.put("theme", theme(registration));
        tree.put("answers", answers(registration));
        tree.put("language", registration.language().tag());
        tree.put("registeredAt", registration.signedUpAt().toString());
        tree.put("session", session(own.session()));
        tree.put("cancelBy", SessionView.written(own.cancelBy()));
        tree.put("addressConfirmed", registration.proof().isGiven());
        tree.put(
                "confirmBy",
                registration.lapsesAt(own.session()).map(Instant::toString).orElse(null));
        tree.put("mayCancel", own.mayCancel());
        tree.put("mayAccept", own.mayAttend());
        tree.put("questionsToAnswer", SessionDocumentFields.write(own.questionsToAnswer()));
        tree.put("answered", registration.isEvaluated());
        tree.put("certificate", own.mayHaveCertificate());
        tree.put("meetingLink", own.meetingLink().map(link -> link.toString()).orElse(null));
        return tree;
    }

    /** Returns one row of the organiser's list; {@code position} is null if empty. */
    public static Map<String, @Nullable Object> row(Registration registration, OptionalInt position) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", registration.id().value());
        tree.put("name", registration.person().name());
        tree.put("email", registration.person().email().value());
        tree.put("organisation", registration.person().organisation().orElse(null));
        tree.put("theme", theme(registration));
        tree.put("answers", answers(registration));
        tree.put("language", registration.language().tag());
        tree.put("state", registration.state().word());
        tree.put("position", toNullable(position));
        tree.put("registeredAt", registration.signedUpAt().toString());
        tree.put("present", registration.present().orElse(null));
        tree.put("addressConfirmed", registration.proof().isGiven());
        putCancellation(tree, registration.state());
        Optional<MailProblem.Kind> problem = registration.mailProblem().map(MailProblem::kind);
        tree.put("mail", problem.map(MailProblem.Kind::mail).orElse(MailProblem.NONE));
        tree.put("mailReason", problem.map(MailProblem.Kind::word).orElse(null));
        return tree;
    }

    static void putCancellation(Map<String, @Nullable Object> tree, RegistrationState state) {
        Optional<ListedCancellation> cancellation = ListedCancellation.of(state);
        tree.put("late", ListedCancellation.isLate(state));
        tree.put(
                "cancelledAt",
                cancellation.map(cancelled -> cancelled.at().toString()).orElse(null));
        tree.put("cancelledBy", cancellation.map(ListedCancellation::by).orElse(null));
    }

    /** Returns one row of the organiser's list, with the position in the queue if the person is waitlisted. */
    public static Map<String, @Nullable Object> row(ListedRegistration listed) {
        return row(listed.registration(), listed.position());
    }

    private static @Nullable String theme(Registration registration) {
        return registration.state().theme().map(ThemeId::value).orElse(null);
    }

    /** Maps question ids to answers: always a list, since several options may be chosen. */
    static Map<String, List<String>> answers(Registration registration) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        registration.answers().given().forEach((question, values) -> answers.put(question.value(), values));
        return answers;
    }

    private static Map<String, @Nullable Object> session(Session session) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", session.id().value());
        tree.put("title", session.document().about().title());
        tree.put("start", SessionView.written(session.document().when().start()));
        tree.put("end", SessionView.written(session.document().when().end()));
        return tree;
    }

    private static @Nullable Integer toNullable(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
