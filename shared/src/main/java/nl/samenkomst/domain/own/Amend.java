package nl.samenkomst.domain.own;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.WriteResult;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationChanges;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.capacity.WaitlistPromotion;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.Choices;

/**
 * Changes one's own registration until the session starts: name, answers, theme. A theme is changed in one step that
 * gives up the old place only with the new one; who waits keeps the number, and gets a place at once where the theme
 * wanted has one.
 */
public final class Amend {

    private final Registrations registrations;
    private final WaitlistPromotion waitlistPromotion;
    private final Clock clock;
    private final Retrier retrier;

    public Amend(Registrations registrations, Clock clock, Retrier retrier) {
        this.registrations = registrations;
        this.waitlistPromotion = new WaitlistPromotion(registrations);
        this.clock = clock;
        this.retrier = retrier;
    }

    public AmendOutcome amend(SessionId session, OwnLink link, Amendment amendment) {
        return retrier.call(() -> attempt(session, link, amendment));
    }

    private Optional<AmendOutcome> attempt(SessionId id, OwnLink link, Amendment amendment) {
        Instant now = clock.instant();
        Optional<RegistrationSnapshot> found = registrations.find(id, link.registration(), now);
        Optional<Registration> owned = found.flatMap(snapshot -> snapshot.ownedBy(link));
        if (found.isEmpty() || owned.isEmpty()) {
            return Optional.of(new AmendOutcome.UnknownLink());
        }
        RegistrationSnapshot seen = found.get();
        Registration registration = owned.get();
        if (seen.session().isSettledBy(now)) {
            return Optional.of(new AmendOutcome.Over());
        }
        if (!registration.isActive()) {
            return Optional.of(new AmendOutcome.NotRegistered());
        }
        return switch (choices(seen, registration, amendment)) {
            case Parsed.Invalid<Choices> invalid -> Optional.of(new AmendOutcome.Invalid(invalid.problems()));
            case Parsed.Valid<Choices> right -> attempt(seen, registration, amendment, right.value(), now);
        };
    }

    /** What was not asked to be changed was right before, whatever the session asks by now. */
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
        return Choices.check(
                seen.session().document(),
                amendment.theme().or(() -> open),
                amendment.answers().orElse(kept));
    }

    private Optional<AmendOutcome> attempt(
            RegistrationSnapshot seen, Registration registration, Amendment amendment, Choices choices, Instant now) {
        Optional<RegistrationState> state =
                amendment.theme().isEmpty() || !seen.places().offersThemes()
                        ? Optional.of(registration.state())
                        : moved(seen.places(), registration.state(), choices.wish(), now);
        if (state.isEmpty()) {
            return Optional.of(new AmendOutcome.ThemeFull());
        }
        Person person = amendment.of(registration.person());
        boolean stays = state.get().equals(registration.state());
        boolean choseAnew = !stays || !choices.answers().equals(registration.answers());
        if (!choseAnew && person.equals(registration.person())) {
            return Optional.of(new AmendOutcome.Amended(registration));
        }
        Registration rewritten =
                registration.amended(person, choices.answers(), choseAnew ? now : registration.choseAt());
        Registration amended = stays ? rewritten : rewritten.with(state.get());
        WriteResult commit = stays
                ? registrations.keep(seen.session(), amended, now)
                : waitlistPromotion.commit(
                        RegistrationChanges.changing(seen.sessionSnapshot(), registration, amended), now);
        return commit == WriteResult.COMMITTED ? Optional.of(new AmendOutcome.Amended(amended)) : Optional.empty();
    }

    /** How somebody stands who wants another theme; nothing where there is no place at it. */
    private static Optional<RegistrationState> moved(
            Places places, RegistrationState state, Optional<ThemeId> wish, Instant now) {
        boolean fine =
                state.theme().filter(places::isOpen).isPresent() && (wish.isEmpty() || wish.equals(state.theme()));
        return switch (state) {
            case RegistrationState.Confirmed confirmed ->
                fine
                        ? Optional.of(state)
                        : seat(places, wish)
                                .map(theme -> new RegistrationState.Confirmed(
                                        confirmed.since(), confirmed.fromWaitingList(), Optional.of(theme)));
            case RegistrationState.UnderReview review -> {
                if (!review.holdsPlace()) {
                    yield Optional.of(new RegistrationState.UnderReview(review.since(), false, wish));
                }
                yield fine
                        ? Optional.of(state)
                        : seat(places, wish)
                                .map(theme ->
                                        new RegistrationState.UnderReview(review.since(), true, Optional.of(theme)));
            }
            case RegistrationState.Waitlisted waiting -> {
                if (wish.equals(waiting.wish())) {
                    yield Optional.of(state);
                }
                yield Optional.of(
                        places.mayTake(wish)
                                ? new RegistrationState.Confirmed(now, true, places.seat(wish))
                                : new RegistrationState.Waitlisted(waiting.since(), waiting.number(), wish));
            }
            case RegistrationState.Declined declined -> Optional.of(state);
            case RegistrationState.Cancelled cancelled -> Optional.of(state);
            case RegistrationState.Invited invited -> Optional.of(state);
            case RegistrationState.InvitationDeclined notComing -> Optional.of(state);
            case RegistrationState.InvitationRevoked revoked -> Optional.of(state);
        };
    }

    private static Optional<ThemeId> seat(Places places, Optional<ThemeId> wish) {
        return places.hasRoomAtTable(wish) ? places.seat(wish) : Optional.empty();
    }
}
