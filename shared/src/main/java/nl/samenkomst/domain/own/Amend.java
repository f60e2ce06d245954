package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.capacity.Decided;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChange;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.RegistrationWriter;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Choices;
import nl.samenkomst.domain.signup.ThemeChange;

/**
 * Changes a person's own registration until the session starts: name, answers, theme. Another theme is taken in the
 * same transaction that gives up the old place; somebody who waits keeps the number in the queue, and gets a place at
 * once if the theme wanted has one. Changing anything confirms the address too.
 */
public final class Amend {

    private final Registrations registrations;
    private final RegistrationWriter writer;
    private final Clock clock;
    private final Retrier retrier;

    public Amend(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.writer = new RegistrationWriter(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    public AmendOutcome amend(SessionId session, OwnLink link, Amendment amendment) {
        return retrier.call(() -> {
            Instant now = clock.instant();
            return registrations
                    .find(session, link.registration(), now)
                    .map(seen -> writer.write(decide(seen, link, amendment, now), now))
                    .orElseGet(() -> Attempt.settled(new AmendOutcome.UnknownLink()));
        });
    }

    static Decided<AmendOutcome> decide(RegistrationSnapshot seen, OwnLink link, Amendment amendment, Instant now) {
        Optional<Registration> owned = seen.ownedBy(link);
        if (owned.isEmpty()) {
            return Decided.asIs(new AmendOutcome.UnknownLink());
        }
        if (seen.session().isSettledBy(now)) {
            return Decided.asIs(new AmendOutcome.Over());
        }
        Registration registration = ConfirmAddress.confirmed(seen, owned.get(), now);
        if (!(registration.state() instanceof RegistrationState.Active active)) {
            return Decided.asIs(new AmendOutcome.NotRegistered());
        }
        return switch (choices(seen, registration, amendment)) {
            case Parsed.Invalid<Choices> invalid -> Decided.asIs(new AmendOutcome.Invalid(invalid.problems()));
            case Parsed.Valid<Choices> valid ->
                state(seen.places(), active, amendment, valid.value(), now)
                        .map(state -> amend(seen, owned.get(), registration, state, amendment, valid.value(), now))
                        .orElseGet(() -> Decided.asIs(new AmendOutcome.ThemeFull()));
        };
    }

    /** Checks only what the person asks to change: the rest was valid before, whatever the session asks by now. */
    private static Parsed<Choices> choices(RegistrationSnapshot seen, Registration registration, Amendment amendment) {
        if (amendment.theme().isEmpty() && amendment.answers().isEmpty()) {
            return new Parsed.Valid<>(new Choices(registration.state().theme(), registration.answers()));
        }
        Map<String, String> kept = new HashMap<>();
        registration.answers().given().forEach((question, values) -> {
            boolean stillAsked = seen.session().document().questions().stream()
                    .anyMatch(asked -> asked.id().equals(question));
            if (stillAsked) {
                kept.put(question.value(), String.join("\n", values));
            }
        });
        Optional<String> open =
                registration.state().theme().filter(seen.places()::isOpen).map(ThemeId::value);
        SessionDocument document = seen.session().document();
        return switch (Choices.check(
                document, amendment.theme().or(() -> open), amendment.answers().orElse(kept))) {
            case Parsed.Invalid<Choices> invalid -> invalid;
            case Parsed.Valid<Choices> valid ->
                new Parsed.Valid<>(new Choices(
                        valid.value().wish(), valid.value().answers().withUnasked(registration.answers(), document)));
        };
    }

    private static Decided<AmendOutcome> amend(
            RegistrationSnapshot seen,
            Registration before,
            Registration registration,
            RegistrationState state,
            Amendment amendment,
            Choices choices,
            Instant now) {
        Person person = amendment.applyTo(registration.person());
        boolean confirms = !before.proof().isGiven();
        boolean stays = state.equals(registration.state());
        boolean choicesChanged = !stays || !choices.answers().equals(registration.answers());
        if (!confirms && !choicesChanged && person.equals(registration.person())) {
            return Decided.asIs(new AmendOutcome.Amended(registration));
        }
        Registration rewritten =
                registration.amended(person, choices.answers(), choicesChanged ? now : registration.choseAt());
        if (stays && !confirms) {
            return new Decided.Update<>(
                    seen.session(),
                    RegistrationChange.update(seen.session(), rewritten, now),
                    new AmendOutcome.Amended(rewritten));
        }
        Registration amended = stays ? rewritten : rewritten.with(state);
        return new Decided.CommitAndPromote<>(
                RegistrationChanges.changing(seen.sessionSnapshot(), before, amended, now),
                new AmendOutcome.Amended(amended));
    }

    /** Returns the state with the theme wanted; empty if that has no place. */
    private static Optional<RegistrationState> state(
            Places places, RegistrationState.Active active, Amendment amendment, Choices choices, Instant now) {
        return amendment.theme().isEmpty() || !places.offersThemes()
                ? Optional.of(active)
                : ThemeChange.of(places, active, choices.wish(), now);
    }
}
