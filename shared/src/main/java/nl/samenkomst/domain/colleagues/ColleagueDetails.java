package nl.samenkomst.domain.colleagues;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Role;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.session.SessionId;

/**
 * What an administrator decides about a colleague.
 *
 * @param endsAt from when on they may no longer use the desk; empty for no end
 */
public record ColleagueDetails(String name, Role role, Scope scope, Optional<Instant> endsAt) {

    /** The desk's own clock, for days that belong to no session. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    public static ColleagueDetails of(Organiser organiser) {
        return new ColleagueDetails(organiser.name(), organiser.role(), organiser.scope(), organiser.endsAt());
    }

    /** Returns the moment at which somebody's time ends whose last day this is. */
    public static Instant endAfter(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Returns the last day that somebody may use the desk, whose time ends at this moment. */
    public static LocalDate lastDay(Instant endsAt) {
        return endsAt.minusMillis(1).atZone(ZONE).toLocalDate();
    }

    /** Returns the colleague with these details. */
    Organiser applyTo(Organiser organiser) {
        return organiser.with(name, role, scope, endsAt);
    }

    /** Returns role, end and scope for the desk's history, without the name, as {@link RecordedDetails} reads it. */
    String recorded() {
        return new RecordedDetails(role, endsAt.map(ColleagueDetails::lastDay), recordedScope()).written();
    }

    private String recordedScope() {
        return switch (scope) {
            case Scope.All _ -> "all";
            case Scope.Named named -> "sessions:" + named.sessions().size();
            case Scope.OfSeries ofSeries -> "series:" + ofSeries.series();
        };
    }

    /** Returns a short text that is the same for the same details, to notice that somebody else changed them. */
    public String fingerprint() {
        String sessions = scope instanceof Scope.Named(var named)
                ? named.stream().map(SessionId::value).sorted().collect(Collectors.joining(","))
                : recordedScope();
        String all = String.join(
                "\n", name, role.word(), sessions, endsAt.map(Instant::toString).orElse(""));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Omits the name, to keep it out of logs. */
    @Override
    public String toString() {
        return "ColleagueDetails[" + role + "]";
    }
}
