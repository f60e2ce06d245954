package nl.samenkomst.domain.factor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.TokenHash;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * An organiser's enrolled second factor. It counts only as long as {@code since} is the organiser's own
 * {@link Organiser#factorSince}, so that resetting that ends it.
 *
 * @param lastStep the last step of which a code was used; no code of that step or an earlier one can be
 * @param lastUse empty if it was never given since it was enrolled
 * @param recovery the hashes of the recovery codes that can still be used
 * @param wrong when wrong codes were typed, in any order; those older than an hour may be missing
 * @param next an app to take the place of this one, as long as its first code was not given
 * @param version {@link Version#NONE} before the first write
 */
public record SecondFactor(
        OrganiserId organiser,
        TotpSecret secret,
        Instant since,
        long lastStep,
        Optional<FactorUse> lastUse,
        List<TokenHash> recovery,
        List<Instant> wrong,
        Optional<NextApp> next,
        Version version) {

    /** The most wrong codes in an hour; after that even a right one is refused. */
    public static final int MAX_WRONG_PER_HOUR = 20;

    /** The time within which the same code from the same browser is the same press of a button. */
    public static final Duration DOUBLE_PRESS = Duration.ofSeconds(10);

    private static final Duration HOUR = Duration.ofHours(1);

    public SecondFactor {
        recovery = List.copyOf(recovery);
        wrong = List.copyOf(wrong);
    }

    /** An authenticator app that an organiser is about to enrol instead of the one they have. */
    public record NextApp(TotpSecret secret, Instant since) {

        private static final Duration VALIDITY = Duration.ofMinutes(10);

        public boolean isLive(Instant now) {
            return now.isBefore(since.plus(VALIDITY));
        }
    }

    /**
     * Returns the second factor of somebody who typed the first code of their app; empty if the code is wrong.
     *
     * @param before the version of an earlier one; {@link Version#NONE} if there is none
     * @param by the hash of the browser's cookie with which the code came
     */
    public static Optional<SecondFactor> enrol(
            OrganiserId organiser,
            TotpSecret secret,
            String typed,
            TokenHash by,
            List<RecoveryCode> codes,
            Version before,
            Instant now) {
        String code = tidy(typed);
        OptionalLong step = secret.stepOf(code, now);
        return step.isEmpty()
                ? Optional.empty()
                : Optional.of(new SecondFactor(
                        organiser,
                        secret,
                        now,
                        step.getAsLong(),
                        Optional.of(new FactorUse(TokenHash.of(code), by, now)),
                        hashes(codes),
                        List.of(),
                        Optional.empty(),
                        before.next()));
    }

    /** Returns whether this is what the organiser has enrolled. */
    public boolean isOf(Organiser other) {
        return organiser.equals(other.id()) && other.factorSince().equals(Optional.of(since));
    }

    /**
     * Checks a typed code, of the app or a recovery code.
     *
     * @param by the hash of the browser's cookie with which it came
     */
    public FactorCheck check(String typed, TokenHash by, Instant now) {
        String code = tidy(typed);
        if (isRepeated(typed, by, now)) {
            return new FactorCheck.Repeated(stored(lastStep, lastUse, recovery, recentlyWrong(now)));
        }
        if (recentlyWrong(now).size() >= MAX_WRONG_PER_HOUR) {
            return new FactorCheck.Wrong(stored(lastStep, lastUse, recovery, recentlyWrong(now)));
        }
        Optional<FactorUse> use = Optional.of(new FactorUse(TokenHash.of(code), by, now));
        OptionalLong step = secret.stepOf(code, now);
        if (step.isPresent() && step.getAsLong() > lastStep) {
            return new FactorCheck.Right(stored(step.getAsLong(), use, recovery, recentlyWrong(now)), false);
        }
        Optional<TokenHash> hash =
                RecoveryCode.parse(typed).map(RecoveryCode::hash).filter(recovery::contains);
        if (hash.isPresent()) {
            List<TokenHash> rest =
                    recovery.stream().filter(one -> !one.equals(hash.get())).toList();
            return new FactorCheck.Right(stored(lastStep, use, rest, recentlyWrong(now)), true);
        }
        return new FactorCheck.Wrong(stored(
                lastStep,
                lastUse,
                recovery,
                Stream.concat(recentlyWrong(now).stream(), Stream.of(now)).toList()));
    }

    /** Returns whether this code came from this browser a moment ago, and was right. */
    public boolean isRepeated(String typed, TokenHash by, Instant now) {
        TokenHash hash = TokenHash.of(tidy(typed));
        return lastUse.filter(use -> use.typed().equals(hash)
                        && use.by().equals(by)
                        && now.isBefore(use.at().plus(DOUBLE_PRESS)))
                .isPresent();
    }

    /** Returns this with new recovery codes instead of those it had. */
    public SecondFactor with(List<RecoveryCode> codes) {
        return stored(lastStep, lastUse, hashes(codes), wrong);
    }

    /** Returns this with an app that may take the place of the one that is enrolled. */
    public SecondFactor with(NextApp app) {
        return new SecondFactor(
                organiser, secret, since, lastStep, lastUse, recovery, wrong, Optional.of(app), version.next());
    }

    /** Returns what was typed without spaces and hyphens, and in capitals. */
    static String tidy(String typed) {
        return typed.replaceAll("[\\s\\p{Z}\\p{Pd}]", "").toUpperCase(Locale.ROOT);
    }

    private static List<TokenHash> hashes(List<RecoveryCode> codes) {
        return codes.stream().map(RecoveryCode::hash).toList();
    }

    private List<Instant> recentlyWrong(Instant now) {
        return wrong.stream().filter(one -> one.isAfter(now.minus(HOUR))).toList();
    }

    private SecondFactor stored(
            long step, Optional<FactorUse> use, List<TokenHash> codes, List<Instant> recentlyWrong) {
        return new SecondFactor(organiser, secret, since, step, use, codes, recentlyWrong, next, version.next());
    }

    /** Omits the secret, to keep it out of logs. */
    @Override
    public String toString() {
        return "SecondFactor[" + organiser + "]";
    }
}
