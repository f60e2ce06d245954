package nl.samenkomst.domain.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationKey;
import nl.samenkomst.domain.session.SessionId;

/**
 * What a letter is about, in tags that the mail service keeps with it and returns with each {@link DeliveryEvent}. So an
 * event leads to its registrations without a look-up, even if it arrives before the letter was recorded as sent. Names
 * and values consist of letters, digits, hyphens and underscores, and no value is longer than {@value #MAX_LENGTH}.
 *
 * @param kind the kind of letter in one word
 * @param session the session that the letter is about, or the first of them; empty for one about signing in
 * @param sentAt when it was sent, never before any of these registrations was made
 * @param registrations those it is about, the first one in {@code session}; empty for a letter to an organiser
 */
public record LetterTags(
        String kind, Optional<SessionId> session, Instant sentAt, List<RegistrationKey> registrations) {

    static final int MAX_LENGTH = 256;

    private static final String KIND = "kind";
    private static final String SESSION = "session";
    private static final String SENT = "sent"; // milliseconds since the epoch
    private static final String REGISTRATION = "registration"; // in a letter to its person
    private static final String TO = "to"; // ORGANISER, in a letter to one
    private static final String ORGANISER = "organiser";
    private static final String ALSO = "also-"; // with a number from 1: up to two other registrations

    private static final int KEYS_PER_TAG = 2;

    /** An id of a registration, which has a fixed length, and a session's, which has no underscore. */
    private static final Pattern KEY =
            Pattern.compile("\\G_?(?<registration>[A-Za-z0-9_-]{22})_(?<session>[a-z0-9-]+)(?=_|$)");

    public LetterTags {
        registrations = List.copyOf(registrations);
        if (session.isEmpty() && !registrations.isEmpty()) {
            throw new IllegalArgumentException("registrations of no session");
        }
    }

    public LetterTags(String kind, SessionId session, Instant sentAt, List<RegistrationKey> registrations) {
        this(kind, Optional.of(session), sentAt, registrations);
    }

    /** Creates the tags of a letter to an organiser that is about no session. */
    public LetterTags(String kind, Instant sentAt) {
        this(kind, Optional.empty(), sentAt, List.of());
    }

    /** Returns the tags by name. */
    public Map<String, String> toMap() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(KIND, kind);
        session.ifPresent(about -> tags.put(SESSION, about.value()));
        tags.put(SENT, String.valueOf(sentAt.toEpochMilli()));
        if (registrations.isEmpty()) {
            tags.put(TO, ORGANISER);
            return tags;
        }
        tags.put(REGISTRATION, registrations.getFirst().id().value());
        List<RegistrationKey> others = registrations.subList(1, registrations.size());
        for (int from = 0; from < others.size(); from += KEYS_PER_TAG) {
            List<String> some = others.subList(from, Math.min(from + KEYS_PER_TAG, others.size())).stream()
                    .map(key -> key.id() + "_" + key.session())
                    .toList();
            tags.put(ALSO + (1 + from / KEYS_PER_TAG), String.join("_", some));
        }
        return tags;
    }

    /** Returns whether it is a letter to an organiser. */
    public boolean isToOrganiser() {
        return registrations.isEmpty();
    }

    /** Reads tags by name; empty if one is missing or malformed, as in a letter of an earlier release. */
    public static Optional<LetterTags> parse(Map<String, String> tags) {
        Optional<SessionId> session = SessionId.parse(tags.getOrDefault(SESSION, ""));
        Optional<Instant> sentAt = moment(tags.getOrDefault(SENT, ""));
        String kind = tags.getOrDefault(KIND, "");
        if (sentAt.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        if (ORGANISER.equals(tags.get(TO))) {
            return Optional.of(new LetterTags(kind, session, sentAt.get(), List.of()));
        }
        return session.flatMap(
                about -> registrations(tags, about).map(keys -> new LetterTags(kind, about, sentAt.get(), keys)));
    }

    private static Optional<Instant> moment(String millis) {
        return millis.matches("\\d{1,15}")
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)))
                : Optional.empty();
    }

    private static Optional<List<RegistrationKey>> registrations(Map<String, String> tags, SessionId session) {
        Optional<RegistrationId> first = RegistrationId.parse(tags.getOrDefault(REGISTRATION, ""));
        if (first.isEmpty()) {
            return Optional.empty();
        }
        List<RegistrationKey> all = new ArrayList<>();
        all.add(new RegistrationKey(session, first.get()));
        for (int number = 1; tags.containsKey(ALSO + number); number++) {
            if (!addKeys(tags.getOrDefault(ALSO + number, ""), all)) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    /** Adds the keys of one tag, and returns whether it was well-formed. */
    private static boolean addKeys(String tag, List<RegistrationKey> keys) {
        Matcher matcher = KEY.matcher(tag);
        int end = 0;
        while (matcher.find()) {
            Optional<RegistrationId> id = RegistrationId.parse(matcher.group("registration"));
            Optional<SessionId> session = SessionId.parse(matcher.group("session"));
            if (id.isEmpty() || session.isEmpty()) {
                return false;
            }
            keys.add(new RegistrationKey(session.get(), id.get()));
            end = matcher.end();
        }
        return end > 0 && end == tag.length();
    }
}
