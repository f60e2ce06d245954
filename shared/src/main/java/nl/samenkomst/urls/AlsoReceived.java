package nl.samenkomst.urls;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.erasure.ErasureForm;
import nl.samenkomst.domain.erasure.ErasureOutcome;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signup.RegisterOutcome;

/**
 * The outcome for another session: of a sign-up for another of the series, as far as the public may know it, or of
 * erasing.
 */
public record AlsoReceived(SessionId session, As as) {

    /** The outcome. */
    public enum As {
        PLACE,
        WAITING_LIST,
        REVIEW,
        /** Full, without a waiting list. */
        FULL,
        /** The session did not take the sign-up: it was closed, asked for more, or is unknown. */
        CLOSED,
        /** No sign-up: the person's registration was erased. */
        ERASED,
        /** No sign-up: the person's registration is still there. */
        KEPT;

        /** Returns the word in addresses and in the API: {@code waiting-list}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static As as(RegisterOutcome outcome) {
        return switch (outcome) {
            case RegisterOutcome.Place _ -> As.PLACE;
            case RegisterOutcome.WaitingList _ -> As.WAITING_LIST;
            case RegisterOutcome.Review _ -> As.REVIEW;
            case RegisterOutcome.Invalid _ -> As.CLOSED;
            case RegisterOutcome.Refused refused -> refused.state() == SignUpState.FULL ? As.FULL : As.CLOSED;
            case RegisterOutcome.UnknownSession _ -> As.CLOSED;
        };
    }

    /** Returns the outcomes for the person's other registrations. */
    public static List<AlsoReceived> of(ErasureOutcome.Erased erased) {
        return Stream.concat(
                        erased.also().stream().map(session -> new AlsoReceived(session, As.ERASED)),
                        erased.left().stream().map(session -> new AlsoReceived(session, As.KEPT)))
                .toList();
    }

    /** Returns the outcome as a JSON object. */
    public Map<String, String> tree() {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("session", session.value());
        tree.put("as", as.word());
        return tree;
    }

    /** Parses what {@link #written} wrote, at most {@link ErasureForm#MAX_OTHERS} entries; skips anything else. */
    public static List<AlsoReceived> parse(String written) {
        return Stream.of(written.split(",", -1))
                .map(AlsoReceived::parseOne)
                .flatMap(Optional::stream)
                .limit(ErasureForm.MAX_OTHERS)
                .toList();
    }

    /** Writes the outcomes for use in an address: {@code b.waiting-list,c.place}. */
    static String written(List<AlsoReceived> others) {
        return others.stream()
                .map(other -> other.session() + "." + other.as().word())
                .collect(Collectors.joining(","));
    }

    private static Optional<AlsoReceived> parseOne(String written) {
        int dot = written.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : SessionId.parse(written.substring(0, dot))
                        .flatMap(session -> Arrays.stream(As.values())
                                .filter(as -> as.word().equals(written.substring(dot + 1)))
                                .findFirst()
                                .map(as -> new AlsoReceived(session, as)));
    }
}
