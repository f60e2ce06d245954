package nl.samenkomst.dynamodb;

import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.api.DataView;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.QuestionKind;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.own.OwnData;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Evaluation;
import nl.samenkomst.domain.registration.EvaluationAnswer;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.PersonalData;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.SampleSessions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The inventory behind the privacy page lists exactly the attributes that the table stores of a registration, and the
 * person's download has all of them.
 */
class PersonalDataTest {

    private static final Optional<ThemeId> THEME = Optional.of(new ThemeId("buurt"));

    @Test
    void listsEveryStoredAttributeInEveryState() {
        assertThat(everyAttribute().flatMap(item -> item.keySet().stream()).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(PersonalData.values())
                        .flatMap(data -> attributes(data).stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void listsEachAttributeOnce() {
        assertThat(Arrays.stream(PersonalData.values()).flatMap(data -> attributes(data).stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("everyAttribute")
    void theDownloadHasEveryStoredAttribute(Map<String, AttributeValue> item) {
        Registration registration = RegistrationItem.read(item);
        Map<String, @Nullable Object> download = download(registration, List.of());

        assertThat(item)
                .allSatisfy((name, value) -> assertThat(inDownload(name, value, item))
                        .as(name)
                        .isNotEmpty()
                        .allSatisfy((field, expected) ->
                                assertThat(download).as(name).containsEntry(field, expected)));
    }

    @Test
    void theDownloadHasEveryLetter() {
        Registration plain = everythingKnown(new RegistrationState.Confirmed(NOW, true, THEME));
        SentLetter letter =
                new SentLetter(LetterKind.CONFIRMED, new Revision(3), NOW, Optional.of("message")).bundled();
        Registration written = plain.with(new LetterLog(List.of(letter), NOW, Optional.empty(), 0, Map.of()));

        assertThat(download(written, List.of()))
                .containsEntry(
                        "letters",
                        List.of(Map.of(
                                "kind",
                                "confirmed",
                                "sentAt",
                                NOW.toString(),
                                "sessionRevision",
                                3,
                                "messageId",
                                "message",
                                "bundled",
                                true)));
    }

    /** The organiser's name is personal data of the organiser. */
    @Test
    void theDownloadHasEveryAuditRecordWithoutTheOrganisersName() {
        Registration registration = everythingKnown(new RegistrationState.Declined(NOW, "Past niet"));
        AuditEntry entry = new AuditEntry(
                        NOW,
                        new Actor.ByRole("arn:aws:sts::111122223333:assumed-role/organiser/noor"),
                        AuditAction.DECLINED,
                        Optional.of(registration.id().value()),
                        "Past niet")
                .with(List.of(new ChangedValue("name", "", "Els", "Elsa")));
        RegistrationChanges changes = new RegistrationChanges(
                        SampleSessions.withTaken(EENZAAMHEID_ONDER_JONGEREN, 0, 0), List.of())
                .withAuditEntry(entry);
        Map<String, AttributeValue> item = AuditItem.write(changes, entry);
        Map<String, @Nullable Object> change =
                changes(download(registration, List.of(AuditItem.read(item)))).getFirst();

        Map<String, Object> shown = new HashMap<>();
        for (String attribute : item.keySet()) {
            switch (attribute) {
                case "PK", "SK", "registration", "expiresAt", "who" -> {}
                case "at" -> shown.put("at", NOW.toString());
                case "what" -> shown.put("what", "declined");
                case "reason" -> shown.put("reason", "Past niet");
                case "values" -> {
                    Map<String, @Nullable Object> value = new HashMap<>();
                    value.put("what", "name");
                    value.put("subject", null);
                    value.put("before", "Els");
                    value.put("after", "Elsa");
                    shown.put("values", List.of(value));
                }
                default -> throw new AssertionError("a download has no " + attribute + " of an audit record");
            }
        }
        assertThat(change).isEqualTo(shown);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> changes(Map<String, @Nullable Object> download) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(download.get("changes"));
    }

    private static Map<String, @Nullable Object> download(Registration registration, List<AuditEntry> changes) {
        OwnRegistration own = new OwnRegistration(
                SampleSessions.withTaken(EENZAAMHEID_ONDER_JONGEREN, 0, 0), registration, OptionalInt.empty(), NOW);
        return DataView.of(new OwnData(own, changes));
    }

    /** Returns the fields of the download that show this attribute, with their values. */
    private static Map<String, Object> inDownload(
            String attribute, AttributeValue value, Map<String, AttributeValue> item) {
        return switch (attribute) {
            case "PK" -> Map.of("session", value.s().substring("S#".length()));
            case "SK" -> Map.of("id", value.s().substring("R#".length()));
            case "name", "email", "organisation", "theme", "language", "state", "reason" ->
                Map.of(attribute, value.s());
            case "mailProblem" -> Map.of("mailReason", value.s());
            case "mailProblemAt" -> Map.of("mailSince", moment(value));
            case "renewedAt" -> Map.of("linkRenewedAt", moment(value));
            case "choseAt", "since", "linkAskedAt" -> Map.of(attribute, moment(value));
            case "answers" -> Map.of(attribute, Map.of("kans", List.of("Meer tijd")));
            case "signUp" -> Map.of("request", value.s());
            case "signedUpAt" -> Map.of("registeredAt", moment(value));
            case "number" -> Map.of("queueNumber", Long.parseLong(value.n()));
            case "fromWaitingList", "holdsPlace", "hadPlace", "late", "present" -> Map.of(attribute, value.bool());
            case "lapsed" -> Map.of("cancelledBy", "lapse");
            case "changes" -> Map.of("sequence", Integer.parseInt(value.n()));
            case "version" -> Map.of(attribute, Long.parseLong(value.n()));
            case "sessionRevision" -> Map.of(attribute, Integer.parseInt(value.n()));
            case "expiresAt" ->
                Map.of(
                        "keptUntil",
                        Instant.ofEpochSecond(Long.parseLong(value.n())).toString());
            case "letters" -> Map.of(attribute, List.of());
            case "failures" -> Map.of("lettersRefused", Integer.parseInt(value.n()));
            case "heldUntil" -> Map.of("lettersDelayedUntil", moment(value));
            case "alongside" -> {
                Map<String, String> until = value.m().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, other -> moment(other.getValue())));
                yield Map.of(attribute, List.copyOf(until.keySet()), "alongsideUntil", until);
            }
            case "evaluation" ->
                Map.of(
                        "evaluated",
                        true,
                        "evaluation",
                        List.of(Map.of(
                                "question",
                                "hoe",
                                "label",
                                "Hoe was het?",
                                "kind",
                                "text",
                                "values",
                                List.of("Goed"))));
            case "dueAt" -> Map.of("nextLetterAt", moment(value));
            // The partition of the index by dueAt, the same for everybody.
            case "due" -> Map.of("nextLetterAt", moment(Objects.requireNonNull(item.get("dueAt"))));
            case "secret" -> Map.of("link", token(item, value.s()));
            case "endedSecrets" ->
                Map.of(
                        "endedLinks",
                        value.l().stream().map(ended -> token(item, ended.s())).toList());
            case "confirmedAt" -> Map.of("addressConfirmedAt", moment(value));
            case "awaitsProof" -> Map.of("addressConfirmed", !value.bool());
            case "lapsesAt" -> Map.of("confirmBy", moment(value));
            default -> Map.of();
        };
    }

    /** The download has no fraction of a second where that is zero. */
    private static String moment(AttributeValue value) {
        return Instant.parse(value.s()).toString();
    }

    private static String token(Map<String, AttributeValue> item, String secret) {
        return new OwnLink(RegistrationItem.id(Attributes.of(item)), new LinkSecret(secret)).token();
    }

    /** Returns the names of the attributes that store it. */
    private static List<String> attributes(PersonalData data) {
        return switch (data) {
            case NAME -> List.of("name");
            case EMAIL -> List.of("email", "SK");
            case ORGANISATION -> List.of("organisation");
            case CHOICES -> List.of("theme", "answers", "choseAt");
            case LANGUAGE -> List.of("language");
            case STANDING ->
                List.of(
                        "PK",
                        "signUp",
                        "signedUpAt",
                        "state",
                        "since",
                        "number",
                        "fromWaitingList",
                        "holdsPlace",
                        "hadPlace",
                        "late",
                        "lapsed",
                        "reason",
                        "changes",
                        "version",
                        "sessionRevision",
                        "expiresAt");
            case LETTERS -> List.of("letters", "failures", "heldUntil", "alongside", "linkAskedAt", "due", "dueAt");
            case LINK -> List.of("secret", "endedSecrets", "renewedAt");
            case PROOF -> List.of("confirmedAt", "awaitsProof", "lapsesAt");
            case DELIVERY -> List.of("mailProblem", "mailProblemAt");
            case PRESENCE -> List.of("present");
            case EVALUATION -> List.of("evaluation");
        };
    }

    /** Returns items that together have every attribute, each of a registration in another state. */
    static Stream<Map<String, AttributeValue>> everyAttribute() {
        Stream<RegistrationState> states = Stream.of(
                new RegistrationState.Confirmed(NOW, true, THEME),
                new RegistrationState.Waitlisted(NOW, 7, THEME),
                new RegistrationState.UnderReview(NOW, true, THEME));
        return Stream.concat(states, EVERY_STATE.stream())
                .flatMap(state -> Stream.of(
                        everythingKnown(state),
                        everythingKnown(state).with(new AddressProof.Awaited(Optional.of(NOW)))))
                .map(registration -> RegistrationItem.write(
                        registration, EENZAAMHEID_ONDER_JONGEREN.document().forgetAt()));
    }

    private static Registration everythingKnown(RegistrationState state) {
        Registration plain = SampleSessions.registration(EENZAAMHEID_ONDER_JONGEREN, state);
        return new Registration(
                plain.session(),
                plain.id(),
                plain.secrets().renewed(plain.secret(), NOW),
                plain.signUp(),
                plain.person(),
                plain.language(),
                plain.signedUpAt(),
                new Answers(Map.of(new QuestionId("kans"), List.of("Meer tijd"))),
                plain.choseAt(),
                plain.state(),
                plain.sequence(),
                new LetterLog(List.of(), NOW, Optional.of(NOW), 1, Map.of(plain.session(), NOW)),
                plain.sessionRevision(),
                Optional.of(NOW),
                plain.version(),
                Optional.of(true),
                Optional.of(new Evaluation(List.of(new EvaluationAnswer(
                        new QuestionId("hoe"), "Hoe was het?", QuestionKind.TEXT, List.of("Goed"))))),
                new AddressProof.Given(NOW.plusSeconds(1)),
                Optional.of(new MailProblem(MailProblem.Kind.DELAYED, NOW)),
                StoredOriginal.NONE);
    }
}
