package nl.samenkomst.domain.colleagues;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.access.DeskAction;
import nl.samenkomst.domain.access.DeskEntry;
import nl.samenkomst.domain.access.Invitation;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.SessionId;

/** Invites colleagues by mail: once for each address, and again at most once an hour. */
public final class InviteColleague {

    /** The least time between two mails that invite the same colleague. */
    public static final Duration MIN_INTERVAL = Duration.ofHours(1);

    private final Organisers organisers;
    private final NamedSessions namedSessions;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    /** Ids are made from {@code random}, so it must be a secure source. */
    public InviteColleague(
            Organisers organisers, Sessions sessions, Clock clock, RandomGenerator random, Retrier retrier) {
        this.organisers = organisers;
        this.namedSessions = new NamedSessions(sessions);
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /** Returns a new id, to be sent with a form. */
    public OrganiserId newId() {
        return OrganiserId.generate(random);
    }

    /**
     * Invites a colleague.
     *
     * @param by the administrator who does so
     * @param language the page's
     */
    public InviteColleagueOutcome invite(NewColleague invitee, OrganiserId by, Language language) {
        Set<SessionId> unknown = namedSessions.unknown(invitee.details().scope(), new Scope.All());
        if (!unknown.isEmpty()) {
            return new InviteColleagueOutcome.UnknownSessions(unknown);
        }
        OrganiserId fresh = OrganiserId.generate(random);
        return retrier.call(() -> {
            Instant now = clock.instant();
            Colleagues colleagues = new Colleagues(organisers.all(), now);
            InviteColleagueOutcome outcome = decide(colleagues, invitee, fresh);
            return outcome instanceof InviteColleagueOutcome.Invited(Organiser colleague)
                            && colleagues.find(colleague.id()).isEmpty()
                    ? Attempt.after(
                            organisers.invite(
                                    colleague,
                                    new Invitation(colleague.id(), by, language, now),
                                    record(colleague.id(), by, now)
                                            .with(
                                                    "",
                                                    ColleagueDetails.of(colleague)
                                                            .recorded())),
                            outcome)
                    : Attempt.settled(outcome);
        });
    }

    /**
     * Decides whom to add. A colleague with the id of the form and its address was added by an earlier attempt, or by
     * sending the form twice.
     *
     * @param fresh the id to take if somebody else has the form's, which was sent before with another address
     */
    static InviteColleagueOutcome decide(Colleagues colleagues, NewColleague invitee, OrganiserId fresh) {
        Optional<Organiser> known = colleagues.find(invitee.email());
        if (known.isPresent()) {
            Organiser colleague = known.get();
            if (!colleague.isActive(colleagues.now())) {
                return new InviteColleagueOutcome.FormerColleague(colleague);
            }
            return colleague.id().equals(invitee.id()) || colleague.id().equals(fresh)
                    ? new InviteColleagueOutcome.Invited(colleague)
                    : new InviteColleagueOutcome.AlreadyColleague(colleague);
        }
        if (colleagues.isFull()) {
            return new InviteColleagueOutcome.TooMany();
        }
        OrganiserId id = colleagues.find(invitee.id()).isPresent() ? fresh : invitee.id();
        return new InviteColleagueOutcome.Invited(invitee.addedAt(id, colleagues.now()));
    }

    private static DeskEntry record(OrganiserId colleague, OrganiserId by, Instant now) {
        return new DeskEntry(now, new Actor.ByOrganiser(by), DeskAction.COLLEAGUE_INVITED, Optional.of(colleague));
    }

    /** Owes a colleague the letter once more, unless one was owed in the last hour. */
    public ColleagueOutcome inviteAgain(OrganiserId id, OrganiserId by, Language language) {
        return retrier.call(new InvitingAgain(id, by, language));
    }

    /** One request, which recognizes its own work by the moment at which it tried. */
    private final class InvitingAgain implements Supplier<Attempt<ColleagueOutcome>> {

        private final OrganiserId id;
        private final OrganiserId by;
        private final Language language;
        private Optional<Instant> tried = Optional.empty();

        InvitingAgain(OrganiserId id, OrganiserId by, Language language) {
            this.id = id;
            this.by = by;
            this.language = language;
        }

        @Override
        public Attempt<ColleagueOutcome> get() {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Optional<Instant> last = organisers.invitedAt(id, now);
            if (last.isPresent() && last.equals(tried)) {
                return Attempt.settled(organisers
                        .find(id)
                        .<ColleagueOutcome>map(ColleagueOutcome.Done::new)
                        .orElseGet(ColleagueOutcome.Unknown::new));
            }
            ColleagueOutcome outcome = decideAgain(organisers.find(id), last, now);
            if (!(outcome instanceof ColleagueOutcome.Done)) {
                return Attempt.settled(outcome);
            }
            tried = Optional.of(now);
            Invitation again = new Invitation(id, by, language, now);
            return Attempt.after(organisers.inviteAgain(again, last, record(id, by, now)), outcome);
        }
    }

    static ColleagueOutcome decideAgain(Optional<Organiser> known, Optional<Instant> last, Instant now) {
        if (known.isEmpty()) {
            return new ColleagueOutcome.Unknown();
        }
        Organiser colleague = known.get();
        if (!colleague.isActive(now)) {
            return new ColleagueOutcome.Ended(colleague);
        }
        return last.map(at -> at.plus(MIN_INTERVAL))
                .filter(now::isBefore)
                .<ColleagueOutcome>map(from -> new ColleagueOutcome.TooSoon(colleague, from))
                .orElseGet(() -> new ColleagueOutcome.Done(colleague));
    }
}
