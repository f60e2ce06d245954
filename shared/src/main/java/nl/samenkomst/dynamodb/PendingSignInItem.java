package nl.samenkomst.dynamodb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.factor.TotpSecret;
import nl.samenkomst.domain.signin.CodeHash;
import nl.samenkomst.domain.signin.MailState;
import nl.samenkomst.domain.signin.MailboxProof;
import nl.samenkomst.domain.signin.MintedLetter;
import nl.samenkomst.domain.signin.PendingSignIn;
import nl.samenkomst.domain.signin.SignInQuestion;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A browser that asked to sign in, {@code K#<hash of its cookie's token>} / {@code SIGN-IN}. Of a letter it has only
 * hashes. Every write of it wakes the sender of letters, through the table's stream.
 */
final class PendingSignInItem {

    static final String SK = "SIGN-IN";

    private static final String PREFIX = "K#";
    private static final String EMAIL = "email"; // S
    private static final String NEXT = "next"; // S, optional
    private static final String STAYS = "stays"; // BOOL
    private static final String LANGUAGE = "language"; // S
    private static final String BROWSER = "browser"; // S
    private static final String SALT = "salt"; // S
    private static final String ASKED_AT = "askedAt"; // S, timestamp
    private static final String MAIL = "mail"; // S, the word of a MailState
    private static final String LETTERS = "letters"; // L of M, with the next four
    private static final String ORGANISER = "organiser"; // S
    private static final String AT = "at"; // S, timestamp
    private static final String LINK = "link"; // S, hash
    private static final String CODE = "code"; // S, slow hash
    private static final String TRIES = "tries"; // N
    private static final String PROOF = "proof"; // M, optional, with ORGANISER, AT and the next four
    private static final String ENROLMENT = "enrolment"; // S, optional
    private static final String FACTOR_TRIES = "factorTries"; // N
    private static final String BEGUN_AT = "begunAt"; // S, timestamp, optional
    private static final String BEGUN = "begun"; // S, hash, with the one before
    private static final String VERSION = "version"; // N

    private PendingSignInItem() {}

    static Map<String, AttributeValue> key(TokenHash browser) {
        return Keys.of(PREFIX + browser, SK);
    }

    /** Returns the hash of the browser with this partition key; empty if it is that of something else. */
    static Optional<TokenHash> browser(String partition) {
        return ItemReader.readOr(
                () -> Optional.of(new TokenHash(Keys.withoutPrefix(PREFIX, partition))), Optional.<TokenHash>empty());
    }

    static Map<String, AttributeValue> write(PendingSignIn pending) {
        SignInQuestion question = pending.question();
        Attributes item = Attributes.of(key(pending.id()))
                .with(EMAIL, question.email().value())
                .with(STAYS, question.stays())
                .with(LANGUAGE, question.language().tag())
                .with(BROWSER, question.browser())
                .with(SALT, pending.salt())
                .with(ASKED_AT, pending.askedAt())
                .with(MAIL, pending.mail().word())
                .with(TRIES, pending.tries())
                .with(VERSION, pending.version().number())
                .with(Expiry.EXPIRES_AT, Expiry.at(pending.expiresAt()))
                .withAny(
                        LETTERS,
                        pending.letters().stream()
                                .map(PendingSignInItem::letter)
                                .toList());
        question.next().ifPresent(page -> item.with(NEXT, page));
        pending.proof().ifPresent(proof -> item.with(PROOF, AttributeValue.fromM(proof(proof))));
        return item.map();
    }

    /** The condition on a write of this, the next version, that the version before is stored. */
    static Condition isUnchanged(PendingSignIn pending) {
        return pending.version().equals(Version.NONE.next())
                ? Keys.isNew()
                : Condition.isEqual(
                        VERSION, Values.number(pending.version().previous().number()));
    }

    static PendingSignIn read(Map<String, AttributeValue> values) {
        Attributes item = Attributes.of(values);
        return new PendingSignIn(
                item.text(Keys.PK, key -> new TokenHash(Keys.withoutPrefix(PREFIX, key))),
                new SignInQuestion(
                        item.text(EMAIL, EmailAddress::new),
                        item.optionalText(NEXT),
                        item.flag(STAYS),
                        Language.of(item.text(LANGUAGE, "")).orElse(Language.NL),
                        item.text(BROWSER)),
                item.text(SALT),
                item.moment(ASKED_AT),
                item.text(MAIL, word -> MailState.of(word).orElseThrow(IllegalArgumentException::new)),
                letters(item),
                item.number(TRIES),
                item.has(PROOF) ? Optional.of(proof(item.inner(PROOF))) : Optional.empty(),
                new Version(item.longNumber(VERSION)));
    }

    private static AttributeValue letter(MintedLetter letter) {
        return AttributeValue.fromM(Attributes.none()
                .with(ORGANISER, letter.organiser().value())
                .with(AT, letter.at())
                .with(LINK, letter.link().value())
                .with(CODE, letter.code().value())
                .map());
    }

    private static List<MintedLetter> letters(Attributes item) {
        return item.list(LETTERS).stream()
                .map(letter -> new MintedLetter(
                        letter.text(ORGANISER, OrganiserId::new),
                        letter.moment(AT),
                        letter.text(LINK, TokenHash::new),
                        letter.text(CODE, CodeHash::new)))
                .toList();
    }

    private static Map<String, AttributeValue> proof(MailboxProof proof) {
        Attributes map = Attributes.none()
                .with(ORGANISER, proof.organiser().value())
                .with(AT, proof.at())
                .with(FACTOR_TRIES, proof.factorTries());
        proof.enrolment().ifPresent(secret -> map.with(ENROLMENT, secret.value()));
        proof.begun()
                .ifPresent(begun ->
                        map.with(BEGUN_AT, begun.at()).with(BEGUN, begun.token().value()));
        return map.map();
    }

    private static MailboxProof proof(Attributes map) {
        return new MailboxProof(
                map.text(ORGANISER, OrganiserId::new),
                map.moment(AT),
                map.optional(ENROLMENT, TotpSecret::new),
                map.number(FACTOR_TRIES),
                map.optionalMoment(BEGUN_AT).map(at -> new MailboxProof.Begun(at, map.text(BEGUN, TokenHash::new))));
    }
}
