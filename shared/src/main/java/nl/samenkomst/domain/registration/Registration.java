package nl.samenkomst.domain.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.StoredOriginal;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.document.Question;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Sequence;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * One person's sign-up for one session.
 *
 * @param secrets of the own link, and of the links before it
 * @param signUp id of the sign-up request, by which a retry after a lost response recognizes its own write
 * @param choseAt when the person last chose a theme or answered
 * @param sequence rises with each change of state; calendars order their updates by it
 * @param sessionRevision the session revision that {@code dueAt} was computed from
 * @param dueAt when it needs attention next, for a letter or because it lapses; empty if nothing is coming as things
 *     stand
 * @param version {@link Version#NONE} before the first write
 * @param present whether the person was there; empty until the organiser says
 * @param evaluation what the person answered once the session had ended, as far as it is known to be theirs; empty until
 *     they have answered
 * @param proof whether the address was shown to be its owner's
 * @param mailProblem what keeps letters from arriving; empty as long as nothing is known to
 * @param original the stored item it was read from; {@link StoredOriginal#NONE} if it was never stored
 */
public record Registration(
        SessionId session,
        RegistrationId id,
        LinkSecrets secrets,
        UUID signUp,
        Person person,
        Language language,
        Instant signedUpAt,
        Answers answers,
        Instant choseAt,
        RegistrationState state,
        Sequence sequence,
        LetterLog letters,
        Revision sessionRevision,
        Optional<Instant> dueAt,
        Version version,
        Optional<Boolean> present,
        Optional<Evaluation> evaluation,
        AddressProof proof,
        Optional<MailProblem> mailProblem,
        StoredOriginal original) {

    /** Orders registrations under review first come, first served: by the beginning of their state, then by id. */
    public static final Comparator<Registration> OLDEST_STATE_FIRST = Comparator.comparing(
                    (Registration registration) -> registration.state().since())
            .thenComparing(registration -> registration.id().value());

    /** Minimum time between requests that mail the own link again. */
    public static final Duration MIN_LINK_INTERVAL = Duration.ofHours(1);

    /** Creates a registration of somebody who has not answered any questions afterwards. */
    public Registration(
            SessionId session,
            RegistrationId id,
            LinkSecrets secrets,
            UUID signUp,
            Person person,
            Language language,
            Instant signedUpAt,
            Answers answers,
            Instant choseAt,
            RegistrationState state,
            Sequence sequence,
            LetterLog letters,
            Revision sessionRevision,
            Optional<Instant> dueAt,
            Version version,
            Optional<Boolean> present,
            AddressProof proof,
            Optional<MailProblem> mailProblem,
            StoredOriginal original) {
        this(
                session,
                id,
                secrets,
                signUp,
                person,
                language,
                signedUpAt,
                answers,
                choseAt,
                state,
                sequence,
                letters,
                sessionRevision,
                dueAt,
                version,
                present,
                Optional.empty(),
                proof,
                mailProblem,
                original);
    }

    /**
     * Returns the registration of a person who signs up, for the first time or again; then the link before it ends.
     *
     * @param fresh the secret of the own link
     * @param first the sequence of a first sign-up, which may follow an erased one
     */
    public static Registration signedUp(
            Session current,
            Optional<Registration> before,
            RegistrationId id,
            LinkSecret fresh,
            Sequence first,
            UUID request,
            Person person,
            Language language,
            Answers answers,
            RegistrationState state,
            AddressProof proof,
            Instant now) {
        return new Registration(
                current.id(),
                id,
                before.map(registration -> registration.secrets().signedUpAnew(fresh))
                        .orElseGet(() -> new LinkSecrets(fresh)),
                request,
                person,
                language,
                now,
                answers,
                now,
                state,
                before.map(registration -> registration.sequence().next()).orElse(first),
                before.map(registration -> registration.letters().linkRequested(now))
                        .orElseGet(() -> LetterLog.empty(now)),
                current.revision(),
                Optional.empty(),
                before.map(Registration::version).orElse(Version.NONE),
                Optional.empty(),
                proof,
                Optional.empty(),
                before.map(Registration::original).orElse(StoredOriginal.NONE));
    }

    /** Returns the secret of the own link. */
    public LinkSecret secret() {
        return secrets.current();
    }

    public OwnLink ownLink() {
        return new OwnLink(id, secret());
    }

    /** Returns the link for calendar entries, which others may see: {@link LinkKind#CALENDAR}. */
    public OwnLink calendarLink() {
        return new OwnLink(id, secret().forCalendar());
    }

    /** Returns whether the person has a place, waits for one, or is under review. */
    public boolean isActive() {
        return state instanceof RegistrationState.Active;
    }

    /** Returns whether it is active although nobody has shown that the address is theirs. */
    public boolean isUnconfirmed() {
        return isActive() && !proof.isGiven();
    }

    /** Returns whether the chosen theme was closed since, or themes were added to a session that had none. */
    public boolean mustChooseTheme(Session current) {
        List<Theme> themes = current.document().themes();
        if (themes.isEmpty() || !isActive()) {
            return false;
        }
        boolean sitsNowhere = state.holdsPlace() && state.theme().isEmpty();
        return sitsNowhere
                || state.theme()
                        .filter(theme -> current.document().theme(theme).isEmpty())
                        .isPresent();
    }

    /** Returns whether this lapses now, because nobody confirmed the address in time. */
    public boolean mustLapse(Session current, Instant now) {
        return !current.isSettledBy(now)
                && lapsesAt(current).filter(moment -> !moment.isAfter(now)).isPresent();
    }

    /** Returns the lane in which this waits for {@code dueAt}. */
    public Lane lane() {
        if (proof.isGiven()) {
            return Lane.CONFIRMED;
        }
        return dueAt.isPresent() && dueAt.equals(proof.lapsesAt()) ? Lane.LAPSING : Lane.UNCONFIRMED;
    }

    /** Returns whether {@link #MIN_LINK_INTERVAL} has passed since the last sign-up or request for the own link. */
    public boolean mayResendLink(Instant now) {
        return !now.isBefore(letters.linkAskedAt().plus(MIN_LINK_INTERVAL));
    }

    public Registration linkRequested(Instant now) {
        return with(letters.linkRequested(now));
    }

    /** Returns whether the person may attend by the own link: invited, or attended by invitation and then cancelled. */
    public boolean mayAttend(Session current) {
        return switch (state) {
            case RegistrationState.Invited _ -> true;
            case RegistrationState.InvitationDeclined _ -> true;
            case RegistrationState.CancelledByPerson _ -> !current.isPublic();
            case RegistrationState.InvitationRevoked _ -> false;
            case RegistrationState.CancelledByOrganiser _ -> false;
            case RegistrationState.Lapsed _ -> false;
            case RegistrationState.Declined _ -> false;
            case RegistrationState.Active _ -> false;
        };
    }

    /** Returns this registration of an invited person who will attend. */
    public Registration attending(Person attendee, Answers given, RegistrationState next, Instant now) {
        Copy copy = new Copy(this);
        copy.person = attendee;
        copy.signedUpAt = now;
        copy.answers = given;
        copy.choseAt = now;
        copy.state = next;
        copy.sequence = sequence.next();
        copy.letters = letters.linkRequested(now);
        copy.present = Optional.empty();
        return copy.made();
    }

    /** Returns this registration with the person's own changes. */
    public Registration amended(Person otherPerson, Answers otherAnswers, Instant chose) {
        Copy copy = new Copy(this);
        copy.person = otherPerson;
        copy.answers = otherAnswers;
        copy.choseAt = chose;
        return copy.made();
    }

    /**
     * Returns this registration under the id of its person's corrected address. It keeps its state, its number in the
     * queue and everything chosen. No letter has told the new address anything yet, and no link to it is known.
     */
    public Registration moved(RegistrationId other, Person corrected, LinkSecret fresh, AddressProof otherProof) {
        return new Registration(
                session,
                other,
                new LinkSecrets(fresh),
                signUp,
                corrected,
                language,
                signedUpAt,
                answers,
                choseAt,
                state,
                sequence.next(),
                LetterLog.empty(signedUpAt),
                sessionRevision,
                Optional.empty(),
                Version.NONE,
                present,
                evaluation,
                otherProof,
                Optional.empty(),
                original);
    }

    /** Returns this registration in another state; drops the presence mark unless confirmed. */
    public Registration with(RegistrationState next) {
        Copy copy = new Copy(this);
        copy.state = next;
        copy.sequence = sequence.next();
        copy.present = next instanceof RegistrationState.Confirmed ? present : Optional.empty();
        return copy.made();
    }

    public Registration with(LetterLog next) {
        Copy copy = new Copy(this);
        copy.letters = next;
        return copy.made();
    }

    /** Returns this registration with another presence mark, or none; changes nothing else. */
    public Registration marked(Optional<Boolean> there) {
        Copy copy = new Copy(this);
        copy.present = there;
        return copy.made();
    }

    /**
     * Returns the questions that the person may answer now: the session has ended, they had a place, nobody marked them
     * absent, and they have not answered before. Empty if there are none.
     */
    public List<Question> questionsToAnswer(Session current, Instant now) {
        return isEvaluated() || !current.document().when().hasEndedBy(now) ? List.of() : questionsAfterwards(current);
    }

    /** Returns whether the person has answered what was asked afterwards. */
    public boolean isEvaluated() {
        return evaluation.isPresent();
    }

    /** Returns what the person is asked once the session has ended, as things stand. */
    List<Question> questionsAfterwards(Session current) {
        boolean came = state instanceof RegistrationState.Confirmed && present.orElse(true) && !current.isCancelled();
        return came ? current.document().questionsAfterwards(state.theme()) : List.of();
    }

    /** Returns this registration of somebody who answered what was asked afterwards. */
    public Registration evaluated(Evaluation given) {
        Copy copy = new Copy(this);
        copy.evaluation = Optional.of(given);
        return copy.made();
    }

    /**
     * Returns when it lapses unless its address is confirmed by then; empty if it does not: the address is confirmed,
     * nothing is held any more, or the session starts first or was cancelled.
     */
    public Optional<Instant> lapsesAt(Session current) {
        Instant start = current.document().when().start().toInstant();
        return proof.lapsesAt().filter(moment -> isActive() && !current.isCancelled() && moment.isBefore(start));
    }

    /** Returns this registration after nobody confirmed its address in time, or a letter to it came back. */
    public Registration lapsed(Instant now) {
        return with(new RegistrationState.Lapsed(now, state instanceof RegistrationState.Confirmed));
    }

    /** Returns this registration after its person used the own link at {@code now}, which proves the address. */
    public Registration provenAt(Instant now) {
        return proof.isGiven() ? this : with(new AddressProof.Given(now));
    }

    /** Returns this registration with another proof of the address. */
    public Registration with(AddressProof next) {
        Copy copy = new Copy(this);
        copy.proof = next;
        copy.mailProblem = next.isGiven() ? mailProblem.filter(problem -> !problem.isWithheld()) : mailProblem;
        return copy.made();
    }

    /** Returns this registration with another mail problem, or none. */
    public Registration withMailProblem(Optional<MailProblem> next) {
        Copy copy = new Copy(this);
        copy.mailProblem = next;
        return copy.made();
    }

    /** Returns whether letters are sent, once owed. */
    public boolean mayBeMailed() {
        return mailProblem.filter(problem -> problem.kind().stopsLetters()).isEmpty();
    }

    /** Returns whether letters came back, or were not sent because earlier ones did. */
    public boolean isReturned() {
        return mailProblem.filter(problem -> problem.kind().isReturned()).isPresent();
    }

    /** Returns whether the desk itself keeps letters back, for the sake of the mailbox. */
    public boolean isWithheld() {
        return mailProblem.filter(MailProblem::isWithheld).isPresent();
    }

    /** Returns this registration whose letters are kept back, since its mailbox had enough. */
    public Registration withheld(Instant now) {
        return keptBack(MailProblem.Kind.TOO_MANY, now);
    }

    /** Returns this registration whose letters are kept back, since the owner of the mailbox wants none. */
    public Registration refused(Instant now) {
        return keptBack(MailProblem.Kind.REFUSED, now);
    }

    /** A bounce noted meanwhile stays, and stays counted. */
    private Registration keptBack(MailProblem.Kind kind, Instant now) {
        boolean isWorse =
                mailProblem.filter(known -> known.kind().compareTo(kind) > 0).isPresent();
        return isWorse ? this : withMailProblem(Optional.of(new MailProblem(kind, now)));
    }

    /** Returns this registration after the person asked for the own link, whose mailbox may have that letter. */
    public Registration linkRequestGranted(Instant now) {
        return linkRequested(now).notWithheld();
    }

    private Registration notWithheld() {
        return withMailProblem(mailProblem.filter(problem -> !problem.isWithheld()));
    }

    /**
     * Returns this registration with a fresh own link, which is owed to the person; the one before it ends. No letter is
     * kept back any more for the sake of the mailbox: whoever renews a link was let in by it, or is the organiser.
     */
    public Registration renewed(LinkSecret fresh, Instant now) {
        Instant at = afterLastLetter(now);
        return withLink(secrets.renewed(fresh, at), at).notWithheld();
    }

    /** Returns whether the link was renewed since the last letter, so that no letter has told it yet. */
    public boolean isLinkUntold() {
        return secrets.renewedAt()
                .filter(at ->
                        letters.last().filter(last -> !last.at().isBefore(at)).isEmpty())
                .isPresent();
    }

    /**
     * Returns this registration after a letter was logged that was written when it was as {@code written}: if the link
     * was renewed in between, the letter told one that had ended, and the new one is owed still.
     */
    public Registration afterLetter(Registration written) {
        boolean toldEndedLink =
                secrets.renewedAt().isPresent() && !isLinkUntold() && !secret().matches(written.secret());
        if (!toldEndedLink) {
            return this;
        }
        Instant at = afterLastLetter(written.letters().linkAskedAt());
        return withLink(secrets.owedSince(at), at);
    }

    private Registration withLink(LinkSecrets link, Instant owedSince) {
        Copy copy = new Copy(this);
        copy.secrets = link;
        copy.letters = letters.linkRequested(owedSince);
        return copy.made();
    }

    /** Returns {@code now}, or a moment after the last letter if that is later: clocks differ, and letters are quick. */
    private Instant afterLastLetter(Instant now) {
        return letters.last()
                .map(last -> last.at().plusMillis(1))
                .filter(now::isBefore)
                .orElse(now);
    }

    /** Returns this registration as it will be stored: computed from {@code current}, with the next version. */
    public Registration asStored(Session current, Instant now) {
        Copy copy = new Copy(this);
        copy.answers = answers.movedFor(current.retiredQuestions(), sessionRevision);
        copy.sessionRevision = current.revision();
        copy.dueAt = Owed.dueAt(current, this, now);
        copy.version = version.next();
        return copy.made();
    }

    /** The changeable parts of a registration, beside the original whose other parts stay. */
    private static final class Copy {

        private final Registration unchanged;
        private LinkSecrets secrets;
        private Person person;
        private Instant signedUpAt;
        private Answers answers;
        private Instant choseAt;
        private RegistrationState state;
        private Sequence sequence;
        private LetterLog letters;
        private Revision sessionRevision;
        private Optional<Instant> dueAt;
        private Version version;
        private Optional<Boolean> present;
        private Optional<Evaluation> evaluation;
        private AddressProof proof;
        private Optional<MailProblem> mailProblem;

        Copy(Registration unchanged) {
            this.unchanged = unchanged;
            this.secrets = unchanged.secrets;
            this.person = unchanged.person;
            this.signedUpAt = unchanged.signedUpAt;
            this.answers = unchanged.answers;
            this.choseAt = unchanged.choseAt;
            this.state = unchanged.state;
            this.sequence = unchanged.sequence;
            this.letters = unchanged.letters;
            this.sessionRevision = unchanged.sessionRevision;
            this.dueAt = unchanged.dueAt;
            this.version = unchanged.version;
            this.present = unchanged.present;
            this.evaluation = unchanged.evaluation;
            this.proof = unchanged.proof;
            this.mailProblem = unchanged.mailProblem;
        }

        Registration made() {
            return new Registration(
                    unchanged.session,
                    unchanged.id,
                    secrets,
                    unchanged.signUp,
                    person,
                    unchanged.language,
                    signedUpAt,
                    answers,
                    choseAt,
                    state,
                    sequence,
                    letters,
                    sessionRevision,
                    dueAt,
                    version,
                    present,
                    evaluation,
                    proof,
                    mailProblem,
                    unchanged.original);
        }
    }
}
