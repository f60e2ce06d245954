package nl.samenkomst.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.samenkomst.domain.Fields;
import nl.samenkomst.domain.Parsed;
import nl.samenkomst.domain.Reason;
import nl.samenkomst.domain.bulk.SignUpPeriod;
import nl.samenkomst.domain.organiser.Decision;

/** Parses the JSON body that an organiser sends with a change of a registration or the cancellation of a session. */
public final class ChangeFields {

    private static final int MAX_REASON_LENGTH = 300;
    private static final String REASON = "reason";
    private static final String DECISION = "decision";
    private static final String PRESENT = "present";
    private static final String RENEW = "renew";
    private static final String SINCE = "since";
    private static final String UNTIL = "until";

    /** The fields of a period, which are also parameters. */
    public static final List<String> PERIOD = List.of(SINCE, UNTIL);

    private static final String ACCEPT = "accept";

    private ChangeFields() {}

    /** A decision on a registration under review, and its reason, which may be empty. */
    public record Verdict(Decision decision, String reason) {}

    /** Whose registrations to cancel if nobody confirmed their address, and a reason, which may be empty. */
    public record Unconfirmed(SignUpPeriod period, String reason) {}

    /** Parses a period and a reason of at most 300 code points; any of them may be left out. */
    public static Parsed<Unconfirmed> unconfirmed(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(SINCE, UNTIL, REASON));
        Optional<Instant> since = fields.moment(SINCE).map(OffsetDateTime::toInstant);
        Optional<Instant> until = fields.moment(UNTIL).map(OffsetDateTime::toInstant);
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            fields.problem(UNTIL, Reason.TOO_EARLY, "moment", SINCE);
        }
        String reason = fields.line(REASON, MAX_REASON_LENGTH).orElse("");
        return parsed(fields, new Unconfirmed(new SignUpPeriod(since, until), reason));
    }

    /** Parses a reason of at most 300 code points; an empty string if it is missing. */
    public static Parsed<String> reason(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(REASON));
        return parsed(fields, fields.line(REASON, MAX_REASON_LENGTH).orElse(""));
    }

    /** Parses a reason of 1 to 300 code points; a missing one is a problem. */
    public static Parsed<String> requiredReason(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(REASON));
        return parsed(fields, fields.requiredLine(REASON, MAX_REASON_LENGTH));
    }

    /** Parses a decision, {@code accept} or {@code decline}, with an optional reason of at most 300 code points. */
    public static Parsed<Verdict> verdict(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(DECISION, REASON));
        if (!fields.has(DECISION)) {
            fields.problem(DECISION, Reason.REQUIRED);
        }
        String word = fields.oneOf(DECISION, List.of(ACCEPT, "decline"));
        String reason = fields.line(REASON, MAX_REASON_LENGTH).orElse("");
        return parsed(fields, new Verdict(word.equals(ACCEPT) ? Decision.ACCEPT : Decision.DECLINE, reason));
    }

    /** Parses whether somebody was present; empty if {@code present} is null, which clears what was recorded. */
    public static Parsed<Optional<Boolean>> presence(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(PRESENT));
        if (!tree.containsKey(PRESENT)) {
            fields.problem(PRESENT, Reason.REQUIRED);
        }
        boolean there = fields.flag(PRESENT, false);
        return parsed(fields, fields.has(PRESENT) ? Optional.of(there) : Optional.empty());
    }

    /** Parses a request to mail an own link: a fresh one if {@code renew} is true; false if it is left out. */
    public static Parsed<Boolean> ownLink(Map<String, ?> tree) {
        Fields fields = Fields.of(tree);
        fields.allowOnly(Set.of(RENEW));
        return parsed(fields, fields.flag(RENEW, false));
    }

    private static <T> Parsed<T> parsed(Fields fields, T value) {
        return fields.problems().isEmpty() ? new Parsed.Valid<>(value) : new Parsed.Invalid<>(fields.problems());
    }
}
