package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Correspondence;
import nl.samenkomst.domain.registration.LetterKind;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.SentLetter;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.domain.session.QuestionId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.ThemeId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A registration in the table: {@code S#<session>} / {@code R#<id>}, in the index {@code due} when a letter is owed. */
final class RegistrationItem {

    static final String SK = "R#";
    static final String VERSION = "version";
    /** In seconds since 1970, as DynamoDB's time to live has it. */
    static final String EXPIRES_AT = "expiresAt";

    private static final String SECRET = "secret";
    private static final String SIGN_UP = "signUp";
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final String ORGANISATION = "organisation";
    private static final String LANGUAGE = "language";
    private static final String SIGNED_UP_AT = "signedUpAt";
    private static final String ANSWERS = "answers";
    private static final String CHOSE_AT = "choseAt";
    private static final String STATE = "state";
    private static final String SINCE = "since";
    private static final String FROM_WAITING_LIST = "fromWaitingList";
    private static final String NUMBER = "number";
    private static final String HAD_PLACE = "hadPlace";
    private static final String LATE = "late";
    private static final String HOLDS_PLACE = "holdsPlace";
    private static final String THEME = "theme";
    private static final String REASON = "reason";
    private static final String CHANGES = "changes";
    private static final String LETTERS = "letters";
    private static final String KIND = "kind";
    private static final String REVISION = "revision";
    private static final String AT = "at";
    private static final String MESSAGE_ID = "messageId";
    private static final String LINK_ASKED_AT = "linkAskedAt";
    private static final String HELD_UNTIL = "heldUntil";
    private static final String FAILURES = "failures";
    private static final String ALONGSIDE = "alongside";
    private static final String SESSION_REVISION = "sessionRevision";
    private static final String PRESENT = "present";

    private RegistrationItem() {}

    static Map<String, AttributeValue> key(SessionId session, RegistrationId id) {
        return Keys.of(Keys.session(session), SK + id.value());
    }

    static RegistrationId id(Attributes key) {
        return new RegistrationId(key.text(Keys.SK).substring(SK.length()));
    }

    static boolean isOneAt(Instant now, Map<String, AttributeValue> values) {
        return Attributes.of(values).longNumber(EXPIRES_AT) > now.getEpochSecond();
    }

    /** Also where it cannot be told: one that cannot be read must hold up no other. */
    static boolean mayBeReckonedBefore(int revision, Instant now, Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return !item.has(EXPIRES_AT)
                || !item.has(SESSION_REVISION)
                || (isOneAt(now, values) && item.number(SESSION_REVISION) < revision);
    }

    static Map<String, AttributeValue> write(Registration registration, Instant forgetAt) {
        Correspondence letters = registration.letters();
        Attributes item = Attributes.of(key(registration.session(), registration.id()))
                .with(SECRET, registration.secret().value())
                .with(SIGN_UP, registration.signUp().toString())
                .with(NAME, registration.person().name())
                .with(EMAIL, registration.person().email().value())
                .with(LANGUAGE, registration.language().tag())
                .with(SIGNED_UP_AT, registration.signedUpAt())
                .with(ANSWERS, answers(registration.answers()))
                .with(CHOSE_AT, registration.choseAt())
                .with(CHANGES, registration.changes())
                .with(
                        LETTERS,
                        AttributeValue.fromL(letters.sent().stream()
                                .map(RegistrationItem::write)
                                .toList()))
                .with(LINK_ASKED_AT, letters.linkAskedAt())
                .with(FAILURES, letters.failures())
                .with(SESSION_REVISION, registration.sessionRevision())
                .with(VERSION, registration.version())
                .with(EXPIRES_AT, forgetAt.getEpochSecond());
        write(registration.standing(), item);
        registration.person().organisation().ifPresent(organisation -> item.with(ORGANISATION, organisation));
        letters.heldUntil().ifPresent(moment -> item.with(HELD_UNTIL, moment));
        if (!letters.alongside().isEmpty()) {
            item.with(ALONGSIDE, alongside(letters));
        }
        registration.present().ifPresent(there -> item.with(PRESENT, there));
        registration.dueAt().ifPresent(moment -> DueIndex.enter(item, moment));
        return item.map();
    }

    static Registration read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new Registration(
                Keys.session(item),
                id(item),
                new LinkSecret(item.text(SECRET)),
                UUID.fromString(item.text(SIGN_UP)),
                new Person(item.text(NAME), new EmailAddress(item.text(EMAIL)), item.textIfAny(ORGANISATION)),
                Language.of(item.text(LANGUAGE)).orElseThrow(),
                item.moment(SIGNED_UP_AT),
                answers(item.inner(ANSWERS)),
                item.moment(CHOSE_AT),
                standing(item),
                item.number(CHANGES),
                new Correspondence(
                        letters(item),
                        item.moment(LINK_ASKED_AT),
                        item.momentIfAny(HELD_UNTIL),
                        item.number(FAILURES),
                        alongside(item)),
                item.number(SESSION_REVISION),
                item.momentIfAny(DueIndex.DUE_AT),
                item.number(VERSION),
                item.has(PRESENT) ? Optional.of(item.flag(PRESENT)) : Optional.empty());
    }

    private static AttributeValue answers(Answers answers) {
        Attributes given = Attributes.none();
        answers.given()
                .forEach((question, values) -> given.with(
                        question.value(),
                        AttributeValue.fromL(values.stream().map(Values::text).toList())));
        return AttributeValue.fromM(given.map());
    }

    private static Answers answers(Attributes item) {
        Map<QuestionId, List<String>> given = new HashMap<>();
        item.map()
                .forEach((question, values) -> given.put(
                        new QuestionId(question),
                        values.l().stream().map(AttributeValue::s).toList()));
        return new Answers(given);
    }

    private static void write(Standing standing, Attributes item) {
        item.with(STATE, standing.word()).with(SINCE, standing.since());
        standing.theme().ifPresent(theme -> item.with(THEME, theme.value()));
        switch (standing) {
            case Standing.Confirmed confirmed -> item.with(FROM_WAITING_LIST, confirmed.fromWaitingList());
            case Standing.Waitlisted waiting -> item.with(NUMBER, waiting.number());
            case Standing.UnderReview review -> item.with(HOLDS_PLACE, review.holdsPlace());
            case Standing.Declined declined -> item.with(REASON, declined.reason());
            case Standing.Cancelled cancelled -> {
                item.with(HAD_PLACE, cancelled.hadPlace()).with(LATE, cancelled.late());
                cancelled.organisersReason().ifPresent(reason -> item.with(REASON, reason));
            }
            case Standing.Invited invited -> {}
            case Standing.NotComing notComing -> {}
            case Standing.Revoked revoked -> item.with(REASON, revoked.reason());
        }
    }

    private static Standing standing(Attributes item) {
        Instant since = item.moment(SINCE);
        Optional<ThemeId> theme = item.textIfAny(THEME).map(ThemeId::new);
        return switch (item.text(STATE)) {
            case "confirmed" -> new Standing.Confirmed(since, item.flag(FROM_WAITING_LIST), theme);
            case "waitlisted" -> new Standing.Waitlisted(since, item.longNumber(NUMBER), theme);
            case "under-review" -> new Standing.UnderReview(since, item.flag(HOLDS_PLACE), theme);
            case "declined" -> new Standing.Declined(since, item.text(REASON));
            case "cancelled" ->
                new Standing.Cancelled(since, item.flag(HAD_PLACE), item.flag(LATE), item.textIfAny(REASON));
            case "invited" -> new Standing.Invited(since);
            case "not-coming" -> new Standing.NotComing(since);
            case "revoked" -> new Standing.Revoked(since, item.text(REASON));
            default -> throw new IllegalStateException("a registration in the table has no known state");
        };
    }

    private static AttributeValue alongside(Correspondence letters) {
        Attributes others = Attributes.none();
        letters.alongside().forEach((session, heldUntil) -> others.with(session.value(), heldUntil));
        return AttributeValue.fromM(others.map());
    }

    private static Map<SessionId, Instant> alongside(Attributes item) {
        Map<SessionId, Instant> alongside = new HashMap<>();
        if (item.has(ALONGSIDE)) {
            Attributes others = item.inner(ALONGSIDE);
            others.map().keySet().forEach(session -> alongside.put(new SessionId(session), others.moment(session)));
        }
        return alongside;
    }

    private static AttributeValue write(SentLetter letter) {
        Attributes sent = Attributes.none()
                .with(KIND, letter.kind().word())
                .with(REVISION, letter.revision())
                .with(AT, letter.at());
        letter.messageId().ifPresent(id -> sent.with(MESSAGE_ID, id));
        return AttributeValue.fromM(sent.map());
    }

    private static List<SentLetter> letters(Attributes item) {
        return item.list(LETTERS).stream()
                .map(letter -> new SentLetter(
                        LetterKind.of(letter.text(KIND)),
                        letter.number(REVISION),
                        letter.moment(AT),
                        letter.textIfAny(MESSAGE_ID)))
                .toList();
    }
}
