package nl.samenkomst.dynamodb;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.UnreadableItem;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.Evaluation;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.LinkSecrets;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.SessionId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A registration in the table: {@code S#<session>} / {@code R#<id>}, in the index {@code due} if a letter is owed. */
final class RegistrationItem {

    static final String SK = "R#";

    private static final String VERSION = "version"; // N
    private static final String SECRET = "secret"; // S
    private static final String SIGN_UP = "signUp"; // S, UUID
    private static final String NAME = "name"; // S
    private static final String EMAIL = "email"; // S
    private static final String ORGANISATION = "organisation"; // S, optional
    private static final String LANGUAGE = "language"; // S, language tag
    private static final String SIGNED_UP_AT = "signedUpAt"; // S, timestamp
    private static final String ANSWERS = "answers"; // M of L of S, by question id
    private static final String CHOSE_AT = "choseAt"; // S, timestamp
    private static final String STATE = "state"; // S
    private static final String SINCE = "since"; // S, timestamp
    private static final String FROM_WAITING_LIST = "fromWaitingList"; // BOOL, if confirmed
    private static final String NUMBER = "number"; // N, if waitlisted
    private static final String HAD_PLACE = "hadPlace"; // BOOL, if cancelled
    private static final String LATE = "late"; // BOOL, if cancelled
    private static final String HOLDS_PLACE = "holdsPlace"; // BOOL, if under review
    private static final String THEME = "theme"; // S, optional
    private static final String REASON = "reason"; // S, if declined, revoked or cancelled by the organiser
    private static final String CHANGES = "changes"; // N
    private static final String LETTERS = "letters"; // L of M with the next four
    private static final String KIND = "kind"; // S
    private static final String REVISION = "revision"; // N
    private static final String AT = "at"; // S, timestamp
    private static final String MESSAGE_ID = "messageId"; // S, optional
    private static final String BUNDLED = "bundled"; // BOOL, true, absent unless it was about another registration
    private static final String LINK_ASKED_AT = "linkAskedAt"; // S, timestamp
    private static final String HELD_UNTIL = "heldUntil"; // S, timestamp, optional
    private static final String FAILURES = "failures"; // N
    private static final String ALONGSIDE = "alongside"; // M of S, timestamps by session id, optional
    private static final String SESSION_REVISION = "sessionRevision"; // N
    private static final String PRESENT = "present"; // BOOL, optional
    private static final String EVALUATION = "evaluation"; // L of M, see EvaluationItem; absent until given
    private static final String ENDED_SECRETS = "endedSecrets"; // L of S, optional
    private static final String CONFIRMED_AT = "confirmedAt"; // S, timestamp, absent if that was at sign-up
    private static final String RENEWED_AT = "renewedAt"; // S, timestamp, optional
    private static final String AWAITS_PROOF = "awaitsProof"; // BOOL, true, absent once confirmed
    private static final String LAPSES_AT = "lapsesAt"; // S, timestamp, optional
    private static final String MAIL_PROBLEM = "mailProblem"; // S, optional
    private static final String MAIL_PROBLEM_AT = "mailProblemAt"; // S, timestamp, with the one before
    private static final String LAPSED = "lapsed"; // BOOL, true if cancelled because nobody confirmed the address

    private static final Set<String> KNOWN = Set.of(
            Keys.PK,
            Keys.SK,
            VERSION,
            Expiry.EXPIRES_AT,
            SECRET,
            SIGN_UP,
            NAME,
            EMAIL,
            ORGANISATION,
            LANGUAGE,
            SIGNED_UP_AT,
            ANSWERS,
            CHOSE_AT,
            STATE,
            SINCE,
            FROM_WAITING_LIST,
            NUMBER,
            HAD_PLACE,
            LATE,
            HOLDS_PLACE,
            THEME,
            REASON,
            CHANGES,
            LETTERS,
            LINK_ASKED_AT,
            HELD_UNTIL,
            FAILURES,
            ALONGSIDE,
            SESSION_REVISION,
            PRESENT,
            EVALUATION,
            ENDED_SECRETS,
            RENEWED_AT,
            CONFIRMED_AT,
            AWAITS_PROOF,
            LAPSES_AT,
            MAIL_PROBLEM,
            MAIL_PROBLEM_AT,
            LAPSED,
            DueIndex.DUE,
            DueIndex.DUE_AT);

    private RegistrationItem() {}

    static Map<String, AttributeValue> key(SessionId session, RegistrationId id) {
        return Keys.of(Keys.session(session), SK + id.value());
    }

    static RegistrationId id(Attributes key) {
        return key.text(Keys.SK, written -> new RegistrationId(Keys.withoutPrefix(SK, written)));
    }

    /** The condition that the stored registration is this version. */
    static Condition isVersion(Version version) {
        return Condition.isEqual(VERSION, Values.number(version.number()));
    }

    /** Returns whether this is the item of the registration with this id. */
    static boolean hasId(RegistrationId id, Map<String, AttributeValue> item) {
        return Attributes.of(item).text(Keys.SK).equals(SK + id.value());
    }

    /** Returns whether it has not expired and may be computed against an older revision; true if unreadable. */
    static boolean mayBeComputedBefore(Revision revision, Instant now, Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return Expiry.isLive(now, values)
                && ItemReader.readOr(() -> new Revision(item.number(SESSION_REVISION)).isBefore(revision), true);
    }

    /** Returns the item, expiring at {@code forgetAt}; keeps what another release wrote and this one does not know. */
    static Map<String, AttributeValue> write(Registration registration, Instant forgetAt) {
        Map<String, AttributeValue> item = item(registration, forgetAt);
        return registration
                .original()
                .ofType(Attributes.class)
                .map(stored -> Merge.of(stored.map(), rewrittenUnchanged(stored), item, KNOWN))
                .orElse(item);
    }

    private static Map<String, AttributeValue> rewrittenUnchanged(Attributes stored) {
        return item(read(stored.map()), Instant.EPOCH);
    }

    private static Map<String, AttributeValue> item(Registration registration, Instant forgetAt) {
        LetterLog letters = registration.letters();
        Attributes item = Attributes.of(key(registration.session(), registration.id()))
                .with(SECRET, registration.secret().value())
                .with(SIGN_UP, registration.signUp().toString())
                .with(NAME, registration.person().name())
                .with(EMAIL, registration.person().email().value())
                .with(LANGUAGE, registration.language().tag())
                .with(SIGNED_UP_AT, registration.signedUpAt())
                .with(ANSWERS, answers(registration.answers()))
                .with(CHOSE_AT, registration.choseAt())
                .with(CHANGES, registration.sequence().number())
                .with(
                        LETTERS,
                        AttributeValue.fromL(letters.sent().stream()
                                .map(RegistrationItem::write)
                                .toList()))
                .with(LINK_ASKED_AT, letters.linkAskedAt())
                .with(FAILURES, letters.failures())
                .with(SESSION_REVISION, registration.sessionRevision().number())
                .with(VERSION, registration.version().number())
                .with(Expiry.EXPIRES_AT, Expiry.at(forgetAt));
        write(registration.state(), item);
        registration.person().organisation().ifPresent(organisation -> item.with(ORGANISATION, organisation));
        letters.delayedUntil().ifPresent(moment -> item.with(HELD_UNTIL, moment));
        if (!letters.bundled().isEmpty()) {
            item.with(ALONGSIDE, bundled(letters));
        }
        registration.present().ifPresent(there -> item.with(PRESENT, there));
        registration.evaluation().ifPresent(given -> item.with(EVALUATION, EvaluationItem.written(given.signed())));
        item.withAny(
                ENDED_SECRETS,
                registration.secrets().ended().stream()
                        .map(LinkSecret::value)
                        .map(Values::text)
                        .toList());
        write(registration.proof(), registration.signedUpAt(), item);
        registration.secrets().renewedAt().ifPresent(moment -> item.with(RENEWED_AT, moment));
        registration
                .mailProblem()
                .ifPresent(problem ->
                        item.with(MAIL_PROBLEM, problem.kind().word()).with(MAIL_PROBLEM_AT, problem.since()));
        registration.dueAt().ifPresent(moment -> DueIndex.addTo(item, registration.lane(), moment));
        return item.map();
    }

    static Registration read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        Instant signedUpAt = item.moment(SIGNED_UP_AT);
        return new Registration(
                Keys.session(item),
                id(item),
                new LinkSecrets(
                        item.text(SECRET, LinkSecret::new),
                        item.has(ENDED_SECRETS)
                                ? item.texts(ENDED_SECRETS).stream()
                                        .map(LinkSecret::new)
                                        .toList()
                                : List.of(),
                        item.optionalMoment(RENEWED_AT)),
                item.text(SIGN_UP, UUID::fromString),
                new Person(item.text(NAME), item.text(EMAIL, EmailAddress::new), item.optionalText(ORGANISATION)),
                Language.of(item.text(LANGUAGE, "")).orElse(Language.NL),
                signedUpAt,
                answers(item.innerOrEmpty(ANSWERS)),
                item.moment(CHOSE_AT, signedUpAt),
                state(item),
                new Sequence(item.number(CHANGES, 0)),
                new LetterLog(
                        item.list(LETTERS).stream()
                                .map(RegistrationItem::letter)
                                .toList(),
                        item.moment(LINK_ASKED_AT, signedUpAt),
                        item.optionalMoment(HELD_UNTIL),
                        item.number(FAILURES, 0),
                        bundled(item)),
                new Revision(item.number(SESSION_REVISION, 0)),
                item.optionalMoment(DueIndex.DUE_AT),
                new Version(item.number(VERSION)),
                item.has(PRESENT) ? Optional.of(item.flag(PRESENT)) : Optional.empty(),
                item.has(EVALUATION)
                        ? Optional.of(new Evaluation(EvaluationItem.read(item.list(EVALUATION))))
                        : Optional.empty(),
                proof(item, signedUpAt),
                mailProblem(item),
                StoredOriginal.of(item));
    }

    private static void write(AddressProof proof, Instant signedUpAt, Attributes item) {
        switch (proof) {
            case AddressProof.Given given -> {
                if (!given.at().equals(signedUpAt)) {
                    item.with(CONFIRMED_AT, given.at());
                }
            }
            case AddressProof.Awaited awaited -> {
                item.with(AWAITS_PROOF, true);
                awaited.until().ifPresent(moment -> item.with(LAPSES_AT, moment));
            }
        }
    }

    /** Reads the proof, by default given at sign-up: so are those that releases before 4 wrote, and by organisers. */
    private static AddressProof proof(Attributes item, Instant signedUpAt) {
        return item.flag(AWAITS_PROOF, false)
                ? new AddressProof.Awaited(item.optionalMoment(LAPSES_AT))
                : new AddressProof.Given(item.moment(CONFIRMED_AT, signedUpAt));
    }

    /** Reads the mail problem; one of a kind that this release does not know counts as none. */
    private static Optional<MailProblem> mailProblem(Attributes item) {
        return item.optionalText(MAIL_PROBLEM)
                .flatMap(MailProblem.Kind::of)
                .map(kind -> new MailProblem(kind, item.moment(MAIL_PROBLEM_AT)));
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
        item.map().keySet().forEach(question -> given.put(new QuestionId(question), item.texts(question)));
        return new Answers(given);
    }

    private static void write(RegistrationState state, Attributes item) {
        item.with(STATE, state.word()).with(SINCE, state.since());
        state.theme().ifPresent(theme -> item.with(THEME, theme.value()));
        switch (state) {
            case RegistrationState.Confirmed confirmed -> item.with(FROM_WAITING_LIST, confirmed.fromWaitingList());
            case RegistrationState.Waitlisted waiting -> item.with(NUMBER, waiting.number());
            case RegistrationState.UnderReview review -> item.with(HOLDS_PLACE, review.holdsPlace());
            case RegistrationState.Declined declined -> item.with(REASON, declined.reason());
            case RegistrationState.CancelledByPerson cancelled ->
                item.with(HAD_PLACE, cancelled.hadPlace()).with(LATE, cancelled.late());
            case RegistrationState.CancelledByOrganiser cancelled ->
                item.with(HAD_PLACE, cancelled.hadPlace()).with(LATE, false).with(REASON, cancelled.reason());
            case RegistrationState.Lapsed lapsed ->
                item.with(HAD_PLACE, lapsed.hadPlace()).with(LATE, false).with(LAPSED, true);
            case RegistrationState.Invited _ -> {}
            case RegistrationState.InvitationDeclined _ -> {}
            case RegistrationState.InvitationRevoked revoked -> item.with(REASON, revoked.reason());
        }
    }

    /** Reads the state; an unknown one makes the registration unreadable, as this release cannot change it safely. */
    private static RegistrationState state(Attributes item) {
        Instant since = item.moment(SINCE);
        Optional<ThemeId> theme = item.optional(THEME, ThemeId::new);
        String reason = item.text(REASON, "");
        return switch (item.text(STATE)) {
            case "confirmed" -> new RegistrationState.Confirmed(since, item.flag(FROM_WAITING_LIST, false), theme);
            case "waitlisted" -> new RegistrationState.Waitlisted(since, item.longNumber(NUMBER), theme);
            case "under-review" -> new RegistrationState.UnderReview(since, item.flag(HOLDS_PLACE), theme);
            case "declined" -> new RegistrationState.Declined(since, reason);
            case "cancelled" -> cancelled(item, since);
            case "invited" -> new RegistrationState.Invited(since);
            case "not-coming" -> new RegistrationState.InvitationDeclined(since);
            case "revoked" -> new RegistrationState.InvitationRevoked(since, reason);
            default -> throw new UnreadableItem("state is an unknown word");
        };
    }

    private static RegistrationState cancelled(Attributes item, Instant since) {
        boolean hadPlace = item.flag(HAD_PLACE, false);
        if (item.flag(LAPSED, false)) {
            return new RegistrationState.Lapsed(since, hadPlace);
        }
        return item.optionalText(REASON)
                .<RegistrationState>map(why -> new RegistrationState.CancelledByOrganiser(since, hadPlace, why))
                .orElseGet(() -> new RegistrationState.CancelledByPerson(since, hadPlace, item.flag(LATE, false)));
    }

    private static AttributeValue bundled(LetterLog letters) {
        Attributes others = Attributes.none();
        letters.bundled().forEach((session, heldUntil) -> others.with(session.value(), heldUntil));
        return AttributeValue.fromM(others.map());
    }

    private static Map<SessionId, Instant> bundled(Attributes item) {
        Map<SessionId, Instant> bundled = new HashMap<>();
        Attributes others = item.innerOrEmpty(ALONGSIDE);
        others.map().keySet().forEach(session -> bundled.put(new SessionId(session), others.moment(session)));
        return bundled;
    }

    private static AttributeValue write(SentLetter letter) {
        Attributes sent = Attributes.none()
                .with(KIND, letter.word())
                .with(REVISION, letter.revision().number())
                .with(AT, letter.at());
        letter.messageId().ifPresent(id -> sent.with(MESSAGE_ID, id));
        if (letter.isBundled()) {
            sent.with(BUNDLED, true);
        }
        return AttributeValue.fromM(sent.map());
    }

    private static SentLetter letter(Attributes item) {
        return new SentLetter(
                item.text(KIND),
                new Revision(item.number(REVISION)),
                item.moment(AT),
                item.optionalText(MESSAGE_ID),
                item.flag(BUNDLED, false));
    }
}
