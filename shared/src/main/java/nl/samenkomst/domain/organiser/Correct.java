package nl.samenkomst.domain.organiser;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.CalendarPeriod;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.audit.Actor;
import nl.samenkomst.domain.audit.AuditAction;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.ChangeOutcome.RefusalReason;
import nl.samenkomst.domain.organiser.OrganiserChanges.Request;
import nl.samenkomst.domain.organiser.OrganiserChanges.Seen;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Choices;
import nl.samenkomst.domain.signup.SignUp;
import nl.samenkomst.domain.signup.ThemeChange;

/**
 * Corrects the name, address, organisation, theme and answers of somebody who is registered or invited, before the start;
 * they keep their place or their number in the queue. Another address gives the registration another id and another link:
 * whoever reads the mail of the old address can do nothing with it any more and gets no more letters. The new address
 * gets a letter that asks its owner to confirm it, as after signing up. Refuses an address that somebody else is
 * registered with, or whose owner wants no letters. Correcting again has the same outcome.
 */
public final class Correct {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Optional<CalendarPeriod> confirmAddress;
    private final Clock clock;
    private final RandomGenerator random;
    private final Retrier retrier;

    /**
     * Creates the use case.
     *
     * @param confirmAddress how long an address may stay unconfirmed, where the session does not say; for ever if empty
     * @param random makes the link to a corrected address, so it must be a secure source
     */
    public Correct(
            Registrations registrations,
            Optional<CalendarPeriod> confirmAddress,
            Clock clock,
            RandomGenerator random,
            Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.confirmAddress = confirmAddress;
        this.clock = clock;
        this.random = random;
        this.retrier = retrier;
    }

    /**
     * Corrects the registration to what was typed; questions may be left unanswered.
     *
     * @param typed everything that the form shows; an absent theme stays as it is
     */
    public ChangeOutcome correct(SessionId session, RegistrationId registration, SignUp typed, Actor actor) {
        DeskKey key = retrier.call(registrations::deskKey);
        Target target = new Target(
                key.registrationId(session, typed.person().email()), LinkSecret.generate(random), confirmAddress);
        Request request = new Request(AuditAction.CORRECTED, actor, "");
        return retrier.call(new Correcting(session, registration, typed, target, request))
                .at(registrations::position);
    }

    /**
     * Where a corrected address leads to.
     *
     * @param id of its registration
     * @param secret of the link to it
     * @param confirmAddress how long it may stay unconfirmed, where the session does not say
     */
    record Target(RegistrationId id, LinkSecret secret, Optional<CalendarPeriod> confirmAddress) {}

    /** One request, which recognizes a move that an earlier attempt made by the secret of the link. */
    private final class Correcting implements Supplier<Attempt<ChangeOutcome>> {

        private final SessionId session;
        private final RegistrationId id;
        private final SignUp typed;
        private final Target target;
        private final Request request;

        Correcting(SessionId session, RegistrationId id, SignUp typed, Target target, Request request) {
            this.session = session;
            this.id = id;
            this.typed = typed;
            this.target = target;
            this.request = request;
        }

        @Override
        public Attempt<ChangeOutcome> get() {
            Instant now = clock.instant();
            Optional<RegistrationSnapshot> found = registrations.find(session, id, now);
            if (found.isEmpty()) {
                return Attempt.settled(new ChangeOutcome.UnknownSession());
            }
            Optional<Registration> known = found.get().registration();
            if (known.isEmpty()) {
                return Attempt.settled(afterMove(now));
            }
            Seen seen = new Seen(found.get(), known.get(), now);
            EmailAddress address = typed.person().email();
            Optional<RegistrationSnapshot> there =
                    isSameAddress(known.get(), address) ? Optional.empty() : registrations.find(session, address, now);
            return writer.write(decide(seen, there, typed, target, request), now);
        }

        /** Returns the registration that was moved to the typed address, by this request or the same one before it. */
        private ChangeOutcome afterMove(Instant now) {
            return registrations
                    .find(session, typed.person().email(), now)
                    .flatMap(RegistrationSnapshot::registration)
                    .filter(moved -> moved.person().equals(typed.person()))
                    .map(ChangeOutcome::changed)
                    .orElseGet(ChangeOutcome.UnknownRegistration::new);
        }
    }

    /**
     * Decides one attempt.
     *
     * @param there what is known of the typed address; empty if it is the address that the registration has
     */
    static Decided<ChangeOutcome> decide(
            Seen seen, Optional<RegistrationSnapshot> there, SignUp typed, Target target, Request request) {
        Optional<Decided<ChangeOutcome>> refusal = OrganiserChanges.tooLate(
                        seen.snapshot().session(), seen.now())
                .or(() -> isRegisteredOrInvited(seen.state())
                        ? Optional.empty()
                        : Optional.of(OrganiserChanges.refused(RefusalReason.NOT_REGISTERED)))
                .or(() -> there.flatMap(RegistrationSnapshot::registration)
                        .map(other -> OrganiserChanges.refused(RefusalReason.OTHER_PERSON)))
                .or(() -> there.flatMap(OrganiserChanges::mailboxRefused));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (choices(seen, typed)) {
            case Parsed.Invalid<Choices> invalid -> Decided.asIs(new ChangeOutcome.Invalid(invalid.problems()));
            case Parsed.Valid<Choices> valid ->
                state(seen, typed, valid.value())
                        .map(state -> correct(seen, there, typed, valid.value(), state, target, request))
                        .orElseGet(() -> OrganiserChanges.refused(RefusalReason.THEME_FULL));
        };
    }

    private static Decided<ChangeOutcome> correct(
            Seen seen,
            Optional<RegistrationSnapshot> there,
            SignUp typed,
            Choices choices,
            RegistrationState state,
            Target target,
            Request request) {
        Registration before = seen.registration();
        boolean stays = state.equals(before.state());
        boolean choseAnew = !stays || !choices.answers().equals(before.answers());
        Registration amended =
                before.amended(typed.person(), choices.answers(), choseAnew ? seen.now() : before.choseAt());
        Registration changed = stays ? amended : amended.with(state);
        if (there.isEmpty()) {
            return changed.equals(before)
                    ? seen.unchanged()
                    : seen.commit(changed, entry(seen, changed, changed, request));
        }
        Registration moved =
                changed.moved(target.id(), typed.person(), target.secret(), proof(seen, target.confirmAddress()));
        RegistrationChanges changes = RegistrationChanges.changing(
                        seen.snapshot().sessionSnapshot(), before, moved, seen.now())
                .withAuditEntry(entry(seen, changed, moved, request));
        return new Decided.CommitAndPromote<>(
                OrganiserChanges.unlessRefused(changes, there.get(), seen.now()), ChangeOutcome.changed(moved));
    }

    /** The organiser answers for the address of an invitation; any other is its owner's to confirm. */
    private static AddressProof proof(Seen seen, Optional<CalendarPeriod> confirmAddress) {
        SessionDocument document = seen.snapshot().session().document();
        return seen.state() instanceof RegistrationState.Invited
                ? new AddressProof.Given(seen.now())
                : new AddressProof.Awaited(document.signUp()
                        .confirmAddress()
                        .or(() -> confirmAddress)
                        .map(period -> period.after(
                                        seen.now().atZone(document.when().zone()))
                                .toInstant()));
    }

    /** Names what was corrected, and no value: the record must not name the person. */
    private static AuditEntry entry(Seen seen, Registration changed, Registration stored, Request request) {
        Registration before = seen.registration();
        Person was = before.person();
        Person is = changed.person();
        List<ChangedValue> values = new ArrayList<>();
        addIf(!was.name().equals(is.name()), "name", values);
        addIf(!was.email().equals(is.email()), "email", values);
        addIf(!was.organisation().equals(is.organisation()), "organisation", values);
        addIf(!before.answers().equals(changed.answers()), "answers", values);
        if (!before.state().theme().equals(changed.state().theme())) {
            values.add(new ChangedValue("theme", "", theme(before), theme(changed)));
        }
        return request.entry(stored, seen.now()).with(values);
    }

    private static void addIf(boolean isChanged, String what, List<ChangedValue> values) {
        if (isChanged) {
            values.add(new ChangedValue(what, "", "", ""));
        }
    }

    private static String theme(Registration registration) {
        return registration.state().theme().map(ThemeId::value).orElse("");
    }

    private static boolean isRegisteredOrInvited(RegistrationState state) {
        return state instanceof RegistrationState.Active || state instanceof RegistrationState.Invited;
    }

    private static boolean isSameAddress(Registration known, EmailAddress typed) {
        return known.person().email().normalised().equals(typed.normalised());
    }

    /** Answers to questions that are no longer asked, which the form does not show, stay. */
    private static Parsed<Choices> choices(Seen seen, SignUp typed) {
        SessionDocument document = seen.snapshot().session().document();
        return switch (Choices.checkPartial(document, typed.theme(), typed.answers())) {
            case Parsed.Invalid<Choices> invalid -> invalid;
            case Parsed.Valid<Choices> valid ->
                new Parsed.Valid<>(new Choices(
                        valid.value().wish(),
                        valid.value().answers().withUnasked(seen.registration().answers(), document)));
        };
    }

    /** Returns the state with the theme wanted; empty if that has no place. */
    private static Optional<RegistrationState> state(Seen seen, SignUp typed, Choices choices) {
        boolean isChosen = typed.theme().isPresent() && seen.places().offersThemes();
        return isChosen && seen.state() instanceof RegistrationState.Active active
                ? ThemeChange.of(seen.places(), active, choices.wish(), seen.now())
                : Optional.of(seen.state());
    }
}
