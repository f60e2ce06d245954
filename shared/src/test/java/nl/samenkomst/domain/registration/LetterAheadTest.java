package nl.samenkomst.domain.registration;

import static nl.samenkomst.domain.registration.SampleRegistrations.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.message.MessageAudience;
import nl.samenkomst.domain.message.MessageId;
import nl.samenkomst.domain.message.MessageNote;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.SkippableLetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The dry run and the sender agree on every letter, whatever the session and the registration are like. */
class LetterAheadTest {

    /** All moments are whole half hours, so that a sender that looks every half hour misses none. */
    private static final Duration TICK = Duration.ofMinutes(30);

    private static final Instant PUBLISHED = Instant.parse("2026-11-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant LAST = Instant.parse("2027-01-20T09:00:00Z");
    private static final int SEEDS = 60;

    @Test
    void theDryRunSendsExactlyWhatASenderSendsThatLooksEveryHalfHour() {
        int letters = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            Session session = session(random);
            Registration registration = registration(session, random);

            List<OwedLetter> sent = sent(session, registration);

            assertThat(LetterAhead.all(session, registration, NOW).stream()
                            .map(ahead -> new OwedLetter(ahead.letter().kind(), ahead.at())))
                    .as("seed %d", seed)
                    .isEqualTo(sent);
            letters += sent.size();
        }
        assertThat(letters).isGreaterThan(SEEDS);
    }

    /** Plays the sender: asks at each moment what is owed, sends it if it is due and not delayed, and logs it. */
    private static List<OwedLetter> sent(Session session, Registration first) {
        List<OwedLetter> sent = new ArrayList<>();
        Registration registration = first;
        for (Instant at = NOW; at.isBefore(LAST); at = at.plus(TICK)) {
            Optional<OwedLetter> owed = owed(session, registration, at);
            while (owed.isPresent()) {
                sent.add(new OwedLetter(owed.get().kind(), at));
                registration = registration.with(registration
                        .letters()
                        .with(new SentLetter(owed.get(), session.revision(), at, Optional.of("message")), Map.of()));
                owed = owed(session, registration, at);
            }
            if (registration.mustLapse(session, at)) {
                return sent;
            }
        }
        return sent;
    }

    private static Optional<OwedLetter> owed(Session session, Registration registration, Instant at) {
        return registration.mustLapse(session, at) || registration.letters().isDelayedAt(at)
                ? Optional.empty()
                : Owed.next(session, registration, at).filter(letter -> letter.isDueBy(at));
    }

    private static Session session(Random random) {
        Map<String, @Nullable Object> changes = SampleDocuments.with();
        changes.put("retention", "P30D");
        if (random.nextBoolean()) {
            changes.put("reminders", List.of("P10D", "PT36H", "PT30M").subList(0, random.nextInt(4)));
        }
        if (random.nextBoolean()) {
            changes.put(
                    "materials",
                    List.of(
                            Map.of("title", "Vooraf", "url", "https://example.org/a", "when", "before"),
                            Map.of("title", "Achteraf", "url", "https://example.org/b", "when", "after")));
        }
        if (random.nextInt(4) == 0) {
            changes.put("closes", "2026-11-30T09:00:00+01:00");
        }
        Session session =
                Session.published(new SessionId("versnellingskamer"), SampleDocuments.document(changes), PUBLISHED);
        if (random.nextInt(3) == 0) {
            session = session.changed(session.document(), Announcement.ALWAYS, PUBLISHED.plus(TICK));
        }
        for (SkippableLetter letter : letters(session)) {
            if (random.nextInt(3) == 0) {
                session = session.skipping(letter, PUBLISHED.plus(TICK));
            }
        }
        if (random.nextInt(3) == 0) {
            session = session.with(MessageNote.written(
                    MessageId.of(PUBLISHED, "local"),
                    MessageAudience.EVERYBODY,
                    PUBLISHED,
                    Optional.of(NOW.plus(TICK.multipliedBy(random.nextInt(400)))),
                    random.nextBoolean()));
        }
        return random.nextInt(6) == 0 ? session.cancelled("", NOW.minus(Duration.ofDays(1))) : session;
    }

    private static List<SkippableLetter> letters(Session session) {
        List<SkippableLetter> letters = new ArrayList<>();
        session.document().reminders().forEach(ahead -> letters.add(new SkippableLetter.Reminder(ahead)));
        letters.add(new SkippableLetter.FollowUp());
        return letters;
    }

    private static Registration registration(Session session, Random random) {
        Instant at = NOW.minus(TICK.multipliedBy(random.nextInt(400)));
        List<RegistrationState> states = List.of(
                new RegistrationState.Confirmed(at, false, Optional.empty()),
                new RegistrationState.Confirmed(at, true, Optional.empty()),
                new RegistrationState.Waitlisted(at, 1, Optional.empty()),
                new RegistrationState.UnderReview(at, true, Optional.empty()),
                new RegistrationState.Invited(at),
                new RegistrationState.Declined(at, ""),
                new RegistrationState.CancelledByPerson(at, true, false),
                new RegistrationState.Lapsed(at, true));
        Registration registration = SampleRegistrations.registration(
                session,
                SampleRegistrations.NOOR,
                Language.NL,
                LinkSecret.generate(random),
                new UUID(1, 2),
                states.get(random.nextInt(random.nextBoolean() ? 2 : states.size())),
                at);
        for (int letters = random.nextInt(3); letters > 0; letters--) {
            LetterKind kind = one(LetterKind.values(), random);
            registration = told(registration, kind, 1, at.plus(TICK.multipliedBy(3L - letters)));
        }
        if (random.nextInt(3) == 0) {
            registration = registration.with(new AddressProof.Awaited(
                    random.nextBoolean() ? Optional.empty() : Optional.of(NOW.plus(Duration.ofHours(20)))));
        }
        if (random.nextInt(6) == 0) {
            registration = registration.withMailProblem(
                    Optional.of(new MailProblem(one(MailProblem.Kind.values(), random), at)));
        }
        if (random.nextInt(5) == 0) {
            registration = registration.marked(Optional.of(random.nextBoolean()));
        }
        if (random.nextInt(5) == 0) {
            registration = registration.with(registration.letters().delayed(NOW.plus(Duration.ofDays(5))));
        }
        return random.nextInt(5) == 0 ? registration.linkRequested(NOW.minus(TICK)) : registration;
    }

    private static <T> T one(T[] of, Random random) {
        return List.of(of).get(random.nextInt(of.length));
    }
}
