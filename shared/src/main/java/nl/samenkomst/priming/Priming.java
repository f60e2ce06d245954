package nl.samenkomst.priming;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.SessionDocumentFields;
import nl.samenkomst.domain.letter.LetterLog;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Person;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * A made-up session with one made-up participant, at a moment that never passes. Their revision and version are none
 * that the table ever has, so no write that is made with them meets its condition.
 */
public final class Priming {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    /** Time stands still, so that no clock is read before the snapshot. */
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Always the same, so that nothing random is in the snapshot. */
    public static final RandomGenerator RANDOM = () -> 1;

    /** So often that what is used for every visitor is compiled in the snapshot; it is paid for once a version. */
    public static final int TIMES = 50;

    /** Below 0 also after the writes of a rehearsal, each of which counts one on. */
    private static final int NEVER = -1_000;

    private static final SessionId ID = new SessionId("rehearsal");
    private static final EmailAddress ADDRESS = new EmailAddress("participant@rehearsal.invalid");

    private Priming() {}

    /** An event as an HTTP API hands it over, about the made-up session and participant; without a body. */
    public static InputStream request(String route) {
        return event(route, "text/plain", "");
    }

    /** The same with a form that somebody sends. */
    public static InputStream form(String route, String form) {
        return event(route, "application/x-www-form-urlencoded", form);
    }

    /** The same with a JSON object. */
    public static InputStream json(String route, String json) {
        return event(route, "application/json", json);
    }

    private static InputStream event(String route, String type, String body) {
        String event = """
                {"version": "2.0", "routeKey": "%s", "rawQueryString": "",
                 "headers": {"accept-language": "nl", "accept-encoding": "gzip", "content-type": "%s"},
                 "pathParameters": {"id": "%s", "token": "%s"}, "body": "%s", "isBase64Encoded": true}
                """.formatted(
                        route,
                        type,
                        ID.value(),
                        participant().ownLink().token(),
                        Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        return new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    }

    static SessionSnapshot sessionSnapshot() {
        Session published = Session.published(ID, document(), NOW);
        Session session = new Session(
                ID,
                published.document(),
                NEVER,
                0,
                NEVER,
                NEVER,
                published.news(),
                NOW,
                Optional.empty(),
                Optional.empty());
        Places free = Places.allFree(session.document());
        return new SessionSnapshot(session, new Places(free.limit(), Map.of(), Map.of(), 0, 0, NEVER, NEVER));
    }

    /** What there is about the participant, or about somebody else who is new. */
    static RegistrationSnapshot snapshot(RegistrationId registration, Registration participant) {
        SessionSnapshot sessionSnapshot = sessionSnapshot();
        return new RegistrationSnapshot(
                sessionSnapshot.session(),
                sessionSnapshot.places(),
                Optional.of(participant).filter(known -> known.id().equals(registration)));
    }

    /**
     * Passes a made-up value through the form in which it would be stored.
     *
     * @throws IllegalStateException when it is not read as it was written
     */
    static <T> T readBack(T written, UnaryOperator<T> store) {
        T read = store.apply(written);
        if (!read.equals(written)) {
            throw new IllegalStateException(
                    "read back otherwise than written: " + written.getClass().getSimpleName());
        }
        return read;
    }

    static Registration participant() {
        return new Registration(
                ID,
                RegistrationId.of(ID, ADDRESS),
                LinkSecret.fresh(RANDOM),
                new UUID(0, 0),
                new Person("Participant", ADDRESS, Optional.empty()),
                Language.NL,
                NOW,
                Answers.NONE,
                NOW,
                new RegistrationState.Confirmed(NOW, false, Optional.empty()),
                0,
                LetterLog.none(NOW),
                NEVER,
                Optional.of(NOW),
                NEVER,
                Optional.empty());
    }

    private static SessionDocument document() {
        Map<String, Object> fields = Map.of(
                "title",
                "Rehearsal",
                "organiser",
                "Rehearsal",
                "contact",
                ADDRESS.value(),
                "start",
                NOW.plus(Duration.ofDays(30)).toString(),
                "end",
                NOW.plus(Duration.ofDays(31)).toString(),
                "places",
                20);
        return switch (SessionDocumentFields.parse(fields)) {
            case Parsed.Valid<SessionDocument> right -> right.value();
            case Parsed.Invalid<SessionDocument> invalid ->
                throw new IllegalStateException(invalid.problems().toString());
        };
    }
}
