package nl.samenkomst.domain.editing;

import static nl.samenkomst.domain.session.SampleSessions.NOW;
import static nl.samenkomst.domain.session.SampleSessions.VERSNELLINGSKAMER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.draft.DraftedSession;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;

/** What publishing would do to a session with people at its themes and on its waiting list. */
public final class SampleOutlooks {

    static final ThemeId BUURT = new ThemeId("buurt");
    static final ThemeId WERK = new ThemeId("werk");

    private SampleOutlooks() {}

    /** Returns the outlook of a session that was never published. */
    public static PublicationOutlook first(DraftedSession drafted) {
        return drafted.document() instanceof Parsed.Valid<SessionDocument> valid
                ? PublicationOutlook.first(Session.published(drafted.id(), valid.value(), NOW))
                : PublicationOutlook.first(VERSNELLINGSKAMER);
    }

    /** Returns the outlook of a change for fourteen people with a place and two who wait. */
    public static PublicationOutlook ofChange(SessionDocument document) {
        return ofChange(document, Map.of());
    }

    static PublicationOutlook ofChange(SessionDocument document, Map<ThemeId, ThemeId> themes) {
        List<Registration> people = people();
        return PublicationOutlook.of(snapshot(people), document, people, themes, NOW);
    }

    /** Returns the outlook of a change for nobody. */
    public static PublicationOutlook ofNothing(SessionDocument document) {
        return PublicationOutlook.of(snapshot(List.of()), document, List.of(), Map.of(), NOW);
    }

    /** Returns the outlook of a change of any session, for nobody. */
    public static PublicationOutlook of(SessionSnapshot before, SessionDocument document) {
        return PublicationOutlook.of(before, document, List.of(), Map.of(), NOW);
    }

    static List<Registration> people() {
        List<Registration> people = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            people.add(told(
                    "Deelnemer " + i,
                    new RegistrationState.Confirmed(
                            SampleRegistrations.SIGNED_UP, false, Optional.of(i < 10 ? BUURT : WERK)),
                    LetterKind.CONFIRMED));
        }
        people.add(told("Wim Wacht", SampleRegistrations.waiting(1), LetterKind.WAITING));
        people.add(told("Wil Werk", SampleRegistrations.waitingFor(WERK, 2), LetterKind.WAITING));
        return people;
    }

    /** Returns somebody who was told of their state. */
    static Registration told(String name, RegistrationState state, LetterKind kind) {
        Registration registration = SampleRegistrations.registration(
                VERSNELLINGSKAMER,
                SampleRegistrations.person(name.replace(' ', '.')),
                Language.NL,
                LinkSecret.generate(new Random(name.hashCode())),
                new UUID(0, name.hashCode()),
                state,
                SampleRegistrations.SIGNED_UP);
        return SampleRegistrations.told(
                registration, kind, 1, SampleRegistrations.SIGNED_UP.plus(Duration.ofMinutes(1)));
    }

    static SessionSnapshot snapshot(List<Registration> people) {
        Places places = Places.allFree(VERSNELLINGSKAMER.document());
        for (Registration one : people) {
            Optional<ThemeId> theme = one.state().theme();
            if (one.state() instanceof RegistrationState.Waitlisted waiting) {
                places = places.add(Count.WAITING, 1).afterGivingOut(waiting.number());
                places = theme.isPresent() ? places.add(theme.get(), 0, 1) : places;
            } else {
                places = places.add(Count.TAKEN, 1);
                places = theme.isPresent() ? places.add(theme.get(), 1, 0) : places;
            }
        }
        return new SessionSnapshot(VERSNELLINGSKAMER, places);
    }
}
