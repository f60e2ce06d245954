package nl.samenkomst.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.own.OwnData;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Evaluation;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.PersonalData;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import org.jspecify.annotations.Nullable;

/** Maps everything stored about a person with one registration to JSON, for that person. */
public final class DataView {

    private DataView() {}

    /** Returns the fields of every kind of data, and what organisers did; null where there is no value. */
    public static Map<String, @Nullable Object> of(OwnData data) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (PersonalData kind : PersonalData.values()) {
            tree.putAll(fields(kind, data));
        }
        tree.put("changes", data.changes().stream().map(DataView::change).toList());
        return tree;
    }

    private static Map<String, @Nullable Object> fields(PersonalData kind, OwnData data) {
        Registration registration = data.own().registration();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        switch (kind) {
            case NAME -> tree.put("name", registration.person().name());
            case EMAIL -> {
                tree.put("email", registration.person().email().value());
                tree.put("id", registration.id().value());
            }
            case ORGANISATION ->
                tree.put("organisation", registration.person().organisation().orElse(null));
            case CHOICES -> {
                tree.put(
                        "theme",
                        registration.state().theme().map(ThemeId::value).orElse(null));
                tree.put("answers", RegistrationView.answers(registration));
                tree.put("choseAt", registration.choseAt().toString());
            }
            case LANGUAGE -> tree.put("language", registration.language().tag());
            case STANDING -> standing(tree, data);
            case LETTERS -> letters(tree, registration);
            case LINK -> {
                tree.put("link", registration.ownLink().token());
                tree.put(
                        "endedLinks",
                        registration.secrets().ended().stream()
                                .map(ended -> new OwnLink(registration.id(), ended).token())
                                .toList());
                tree.put("linkRenewedAt", written(registration.secrets().renewedAt()));
            }
            case PROOF -> {
                AddressProof proof = registration.proof();
                tree.put("addressConfirmed", proof.isGiven());
                tree.put("addressConfirmedAt", proof instanceof AddressProof.Given given ? written(given.at()) : null);
                tree.put("confirmBy", written(proof.lapsesAt()));
            }
            case DELIVERY -> {
                Optional<MailProblem> problem = registration.mailProblem();
                tree.put("mail", problem.map(found -> found.kind().mail()).orElse(MailProblem.NONE));
                tree.put("mailReason", problem.map(found -> found.kind().word()).orElse(null));
                tree.put("mailSince", written(problem.map(MailProblem::since)));
            }
            case EVALUATION -> {
                tree.put("evaluated", registration.isEvaluated());
                tree.put("evaluation", evaluation(registration));
            }
            case PRESENCE -> tree.put("present", registration.present().orElse(null));
        }
        return tree;
    }

    private static List<Map<String, Object>> evaluation(Registration registration) {
        return registration.evaluation().map(Evaluation::signed).orElse(List.of()).stream()
                .map(answer -> {
                    Map<String, Object> tree = new LinkedHashMap<>();
                    tree.put("question", answer.question().value());
                    tree.put("label", answer.label());
                    tree.put("kind", answer.kind().word());
                    tree.put("values", answer.values());
                    return tree;
                })
                .toList();
    }

    private static void standing(Map<String, @Nullable Object> tree, OwnData data) {
        Registration registration = data.own().registration();
        RegistrationState state = registration.state();
        tree.put("session", registration.session().value());
        tree.put("request", registration.signUp().toString());
        tree.put("registeredAt", registration.signedUpAt().toString());
        tree.put("state", state.word());
        tree.put("since", state.since().toString());
        tree.put("queueNumber", state instanceof RegistrationState.Waitlisted waiting ? waiting.number() : null);
        tree.put(
                "fromWaitingList",
                state instanceof RegistrationState.Confirmed confirmed ? confirmed.fromWaitingList() : null);
        tree.put("holdsPlace", state instanceof RegistrationState.UnderReview review ? review.holdsPlace() : null);
        tree.put("hadPlace", state instanceof RegistrationState.Cancelled cancelled ? cancelled.hadPlace() : null);
        RegistrationView.putCancellation(tree, state);
        tree.put("reason", state.organisersReason().orElse(null));
        tree.put("sequence", registration.sequence().number());
        tree.put("version", registration.version().number());
        tree.put("sessionRevision", registration.sessionRevision().number());
        tree.put("keptUntil", data.own().session().document().forgetAt().toString());
    }

    private static void letters(Map<String, @Nullable Object> tree, Registration registration) {
        tree.put("linkAskedAt", registration.letters().linkAskedAt().toString());
        tree.put("nextLetterAt", written(registration.dueAt()));
        tree.put("lettersDelayedUntil", written(registration.letters().delayedUntil()));
        tree.put("lettersRefused", registration.letters().failures());
        Map<String, String> alongside = new TreeMap<>();
        registration
                .letters()
                .bundled()
                .forEach((SessionId session, Instant until) -> alongside.put(session.value(), until.toString()));
        tree.put("alongside", List.copyOf(alongside.keySet()));
        tree.put("alongsideUntil", alongside);
        tree.put(
                "letters",
                registration.letters().sent().stream().map(DataView::letter).toList());
    }

    private static Map<String, @Nullable Object> letter(SentLetter letter) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", letter.word());
        tree.put("sentAt", letter.at().toString());
        tree.put("sessionRevision", letter.revision().number());
        tree.put("messageId", letter.messageId().orElse(null));
        tree.put("bundled", letter.isBundled());
        return tree;
    }

    /** Returns what an organiser did; not their name, which is their own personal data. */
    private static Map<String, @Nullable Object> change(AuditEntry entry) {
        Map<String, @Nullable Object> tree = ChangesView.entry(entry);
        tree.remove("who");
        tree.remove("registration");
        return tree;
    }

    private static @Nullable String written(Optional<Instant> moment) {
        return moment.map(DataView::written).orElse(null);
    }

    private static String written(Instant moment) {
        return moment.toString();
    }
}
