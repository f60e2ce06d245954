package nl.samenkomst.domain.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.factor.SecondFactor;
import nl.samenkomst.domain.factor.TotpSecret;

/**
 * A browser that asked to sign in, and how far it got.
 *
 * @param id the hash of the token in its cookie
 * @param question what it asked last
 * @param salt of the slow hashes of its codes
 * @param letters of which the link and code may still be used, oldest first
 * @param tries how many wrong codes may still be typed
 * @param proof empty as long as no link or code was given
 * @param version {@link Version#NONE} before the first write
 */
public record PendingSignIn(
        TokenHash id,
        SignInQuestion question,
        String salt,
        Instant askedAt,
        MailState mail,
        List<MintedLetter> letters,
        int tries,
        Optional<MailboxProof> proof,
        Version version) {

    /** How long it is good for, from the last request on, and each letter from its sending on. */
    public static final Duration VALIDITY = Duration.ofMinutes(10);

    public static final int MAX_TRIES = 5;

    /** Earlier letters are forgotten: no browser can ask for more within {@link #VALIDITY}. */
    static final int MAX_LETTERS = RequestCounter.MAX_OPEN;

    public PendingSignIn {
        letters = List.copyOf(letters);
    }

    static PendingSignIn asked(TokenHash id, SignInQuestion question, String salt, MailState mail, Instant now) {
        return new PendingSignIn(
                id, question, salt, now, mail, List.of(), MAX_TRIES, Optional.empty(), Version.NONE.next());
    }

    /** Returns when it ends if nothing more happens. */
    public Instant expiresAt() {
        return proof.map(MailboxProof::at).orElse(askedAt).plus(VALIDITY);
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt());
    }

    /** Returns whether the same browser asks again, so that the letters that it had stay good. */
    boolean isAskedAgainBy(SignInQuestion other, Instant now) {
        return isLive(now)
                && tries > 0
                && proof.isEmpty()
                && question.email().normalised().equals(other.email().normalised());
    }

    /** Returns this once it asked again; a letter that is owed stays so. */
    PendingSignIn askedAgain(SignInQuestion other, MailState state, Instant now) {
        MailState owed = mail == MailState.OWED ? mail : state;
        return new PendingSignIn(id, other, salt, now, owed, live(now), tries, proof, version.next());
    }

    /** Returns this with a letter that is about to be sent. */
    PendingSignIn with(MintedLetter letter, Instant now) {
        List<MintedLetter> all =
                Stream.concat(live(now).stream(), Stream.of(letter)).toList();
        return new PendingSignIn(
                id,
                question,
                salt,
                askedAt,
                mail,
                all.subList(Math.max(0, all.size() - MAX_LETTERS), all.size()),
                tries,
                proof,
                version.next());
    }

    /** Returns this once the mail service has answered. */
    PendingSignIn with(MailState state) {
        return new PendingSignIn(id, question, salt, askedAt, state, letters, tries, proof, version.next());
    }

    /** Returns the letter with this link or code, if it may still be used. */
    Optional<MintedLetter> letter(Predicate<MintedLetter> matches, Instant now) {
        return isLive(now) && tries > 0 ? live(now).stream().filter(matches).findFirst() : Optional.empty();
    }

    PendingSignIn withWrongCode() {
        return new PendingSignIn(
                id, question, salt, askedAt, mail, letters, Math.max(0, tries - 1), proof, version.next());
    }

    PendingSignIn proven(OrganiserId organiser, Optional<TotpSecret> enrolment, Instant now) {
        return with(new MailboxProof(organiser, now, enrolment, MAX_TRIES, Optional.empty()));
    }

    PendingSignIn withWrongFactor(MailboxProof known) {
        return with(new MailboxProof(
                known.organiser(), known.at(), known.enrolment(), Math.max(0, known.factorTries() - 1), known.begun()));
    }

    /** Returns this once a browser session has begun. */
    public PendingSignIn begun(MailboxProof known, MailboxProof.Begun begun) {
        return with(new MailboxProof(
                known.organiser(), known.at(), known.enrolment(), known.factorTries(), Optional.of(begun)));
    }

    /** Returns the proof if it may still be used: nobody is signed in by it, or by the same press of a button. */
    public Optional<MailboxProof> usableProof(Instant now) {
        return proof.filter(known -> isLive(now)
                && known.begun()
                        .map(begun -> now.isBefore(begun.at().plus(SecondFactor.DOUBLE_PRESS)))
                        .orElse(true));
    }

    private PendingSignIn with(MailboxProof known) {
        return new PendingSignIn(id, question, salt, askedAt, mail, letters, tries, Optional.of(known), version.next());
    }

    private List<MintedLetter> live(Instant now) {
        return letters.stream().filter(letter -> letter.isLive(now)).toList();
    }

    /** Omits the address, to keep it out of logs. */
    @Override
    public String toString() {
        return "PendingSignIn[" + mail + "]";
    }
}
