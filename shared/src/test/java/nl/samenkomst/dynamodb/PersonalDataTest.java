package nl.samenkomst.dynamodb;

import static nl.samenkomst.domain.registration.SampleRegistrations.EVERY_STATE;
import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.PersonalData;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SampleSessions;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The inventory behind the privacy page lists exactly the attributes that the table stores of a registration. */
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
                .map(registration -> RegistrationItem.write(registration, NOW));
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
                new AddressProof.Given(NOW.plusSeconds(1)),
                Optional.of(new MailProblem(MailProblem.Kind.DELAYED, NOW)),
                StoredOriginal.NONE);
    }
}
