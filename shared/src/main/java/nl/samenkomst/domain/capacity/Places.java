package nl.samenkomst.domain.capacity;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Revision;
import nl.samenkomst.domain.session.Sequence;

/**
 * The places of a session and its themes at one moment, and the rule for taking one: the session must have a place
 * left, and so must the theme wanted, or at least one theme if any will do.
 *
 * @param limit unlimited if empty; may be below the number taken after the organiser lowered it
 * @param themes in the order of the document, followed by closed themes that still have people
 * @param highestNumber the highest queue number given out so far
 * @param lowestNumber the lowest queue number given out so far
 * @param revision the session revision whose rules these places follow
 * @param version incremented with every change
 */
public record Places(
        OptionalInt limit,
        Map<ThemeId, ThemePlaces> themes,
        Map<Count, Integer> counts,
        long highestNumber,
        long lowestNumber,
        Revision revision,
        Version version) {

    /** Leaves room on both sides: the queue grows at its end, and at its head when an organiser moves somebody up. */
    private static final long FIRST_NUMBER = 1_000_000_000;

    public Places {
        themes = Collections.unmodifiableMap(new LinkedHashMap<>(themes));
        Map<Count, Integer> some = new EnumMap<>(Count.class);
        some.putAll(counts);
        some.values().removeIf(number -> number == 0);
        counts = Collections.unmodifiableMap(some);
    }

    /** Returns the places of a new session that nobody has registered for. */
    public static Places allFree(SessionDocument document) {
        Map<ThemeId, ThemePlaces> themes = new LinkedHashMap<>();
        document.themes().forEach(theme -> themes.put(theme.id(), ThemePlaces.allFree(theme.places())));
        return new Places(
                document.signUp().places(),
                themes,
                Map.of(),
                FIRST_NUMBER,
                FIRST_NUMBER + 1,
                Revision.FIRST,
                Version.NONE.next());
    }

    /** Returns these counts under the limits and themes of this document. */
    public Places withRulesOf(SessionDocument document) {
        Map<ThemeId, ThemePlaces> ruled = new LinkedHashMap<>();
        for (Theme theme : document.themes()) {
            ThemePlaces counted = themes.getOrDefault(theme.id(), ThemePlaces.allFree(theme.places()));
            ruled.put(theme.id(), counted.open(theme.places()));
        }
        themes.forEach((id, counted) -> {
            if (counted.taken() != 0 || counted.waiting() != 0) {
                ruled.putIfAbsent(id, counted.close());
            }
        });
        return new Places(document.signUp().places(), ruled, counts, highestNumber, lowestNumber, revision, version);
    }

    /**
     * Returns the calendar sequence at which a new registration starts: higher than that of any earlier registration of
     * this session, erased ones included, because each write of one raised the version too. So a calendar that still
     * has the entry of an erased registration takes the next one for newer (RFC 5545 §3.8.7.4).
     */
    public Sequence firstSequence() {
        return new Sequence(Math.toIntExact(version.number()));
    }

    public int count(Count what) {
        return counts.getOrDefault(what, 0);
    }

    public int taken() {
        return count(Count.TAKEN);
    }

    public int waiting() {
        return count(Count.WAITING);
    }

    /** Returns how many places somebody new could take: 0 while a waitlisted person fits one, empty if unlimited. */
    public OptionalInt left() {
        return canPromote() ? OptionalInt.of(0) : left(taken(), ThemePlaces::left);
    }

    /**
     * Returns how many places the public is told are left: those that no confirmed address holds. So a sign-up changes
     * the number only once the owner of the address says so, and nobody learns from it whether somebody else is signed
     * up. It is 0 exactly when {@link #left()} is, and may be more than that as long as addresses are unconfirmed.
     */
    public OptionalInt publicLeft() {
        OptionalInt really = left();
        return isZero(really) ? really : left(taken() - count(Count.UNCONFIRMED_PLACES), ThemePlaces::publicLeft);
    }

    /** Returns how many places the public is told are left at this theme; as {@link #publicLeft()} is to {@link #left()}. */
    public OptionalInt publicLeft(ThemeId theme) {
        OptionalInt really = left(theme);
        return isZero(really) ? really : leftAt(at(theme).limit(), at(theme).publicLeft(), publicLeft());
    }

    private static boolean isZero(OptionalInt number) {
        return number.isPresent() && number.getAsInt() == 0;
    }

    private OptionalInt left(int takenInSession, ToIntFunction<ThemePlaces> leftAtTheme) {
        OptionalInt inThemes = leftInThemes(leftAtTheme);
        if (limit.isEmpty()) {
            return inThemes;
        }
        int inSession = Math.max(0, limit.getAsInt() - takenInSession);
        return OptionalInt.of(inThemes.isEmpty() ? inSession : Math.min(inSession, inThemes.getAsInt()));
    }

    /** Returns how many places somebody new could take at this theme: 0 as for the session, empty if unlimited. */
    public OptionalInt left(ThemeId theme) {
        return leftAt(at(theme).limit(), at(theme).left(), left());
    }

    private static OptionalInt leftAt(OptionalInt themeLimit, int leftAtTheme, OptionalInt leftInSession) {
        return themeLimit.isEmpty()
                ? leftInSession
                : OptionalInt.of(Math.min(leftAtTheme, leftInSession.orElse(leftAtTheme)));
    }

    /** Returns whether somebody new may take a place at this theme, or at any theme if empty. */
    public boolean mayTake(Optional<ThemeId> wish) {
        return hasRoom(wish) && !canPromote();
    }

    /**
     * Returns the state of somebody who is admitted now: confirmed if there is a place, otherwise last in the queue. If
     * the theme wanted was closed, any theme with room will do; without room the wish is kept, as it is for everybody
     * who waited when the theme closed.
     */
    public RegistrationState admit(Optional<ThemeId> wish, Instant now) {
        Optional<ThemeId> openWish = wish.filter(this::isOpen);
        return mayTake(openWish)
                ? new RegistrationState.Confirmed(now, false, seat(openWish))
                : new RegistrationState.Waitlisted(now, highestNumber() + 1, wish);
    }

    /** Returns the state of somebody under review who is accepted: the place held, or that of somebody admitted now. */
    public RegistrationState accept(RegistrationState.UnderReview review, Instant now) {
        return review.holdsPlace()
                ? new RegistrationState.Confirmed(now, false, review.theme())
                : admit(review.theme(), now);
    }

    /** Returns whether there is a place for this wish, disregarding the waiting list. */
    public boolean hasRoom(Optional<ThemeId> wish) {
        boolean inSession = limit.isEmpty() || taken() < limit.getAsInt();
        return inSession && (!offersThemes() || hasRoomAtTheme(wish));
    }

    /** Returns whether a theme has room for somebody who already has a place in the session and changes themes. */
    public boolean hasRoomAtTheme(Optional<ThemeId> wish) {
        return wish.isPresent()
                ? at(wish.get()).hasRoom()
                : themes.values().stream().anyMatch(ThemePlaces::hasRoom);
    }

    /** Returns whether any waitlisted person fits a free place. */
    public boolean canPromote() {
        int waitingForTheme =
                themes.values().stream().mapToInt(ThemePlaces::waiting).sum();
        boolean anyThemeWillDo = waiting() > waitingForTheme && hasRoom(Optional.empty());
        return anyThemeWillDo
                || themes.entrySet().stream()
                        .anyMatch(theme -> theme.getValue().waiting() > 0 && hasRoom(Optional.of(theme.getKey())));
    }

    /**
     * Returns the theme at which somebody with this wish is seated: the one wanted if it is open, else the theme with
     * most places left, and among equals the one with fewest people; empty if no theme has room.
     */
    public Optional<ThemeId> seat(Optional<ThemeId> wish) {
        if (wish.isPresent() && isOpen(wish.get())) {
            return wish;
        }
        return themes.entrySet().stream()
                .filter(theme -> theme.getValue().hasRoom())
                .max(Comparator.comparingInt((Map.Entry<ThemeId, ThemePlaces> theme) ->
                                theme.getValue().left())
                        .thenComparingInt(theme -> -theme.getValue().taken()))
                .map(Map.Entry::getKey);
    }

    /**
     * Returns the theme at which somebody who is there already is seated, whether it has room or not: as {@link #seat},
     * or else the open theme with fewest people; empty if no theme is open.
     */
    public Optional<ThemeId> seatAtDoor(Optional<ThemeId> wish) {
        return seat(wish)
                .or(() -> themes.entrySet().stream()
                        .filter(theme -> theme.getValue().open())
                        .min(Comparator.comparingInt((Map.Entry<ThemeId, ThemePlaces> theme) ->
                                theme.getValue().taken()))
                        .map(Map.Entry::getKey));
    }

    /** Returns whether there are open themes to choose from. */
    public boolean offersThemes() {
        return themes.values().stream().anyMatch(ThemePlaces::open);
    }

    /** Returns whether this theme can be chosen; false if there is no such theme. */
    public boolean isOpen(ThemeId theme) {
        return at(theme).open();
    }

    /** Returns these places with this counter increased, or decreased if {@code more} is negative. */
    public Places add(Count what, int more) {
        Map<Count, Integer> added = new EnumMap<>(Count.class);
        added.putAll(counts);
        added.merge(what, more, Integer::sum);
        return with(themes, added);
    }

    /** Returns these places with the theme's counts of people seated and waiting changed by these differences. */
    public Places add(ThemeId theme, int moreTaken, int moreWaiting) {
        return with(theme, at(theme).add(moreTaken, moreWaiting));
    }

    /** Returns these places with the theme's count of people seated whose address nobody has confirmed changed. */
    Places addUnconfirmed(ThemeId theme, int more) {
        return with(theme, at(theme).addUnconfirmed(more));
    }

    /** Returns these places after this queue number was given out. */
    public Places afterGivingOut(long number) {
        return new Places(
                limit,
                themes,
                counts,
                Math.max(highestNumber, number),
                Math.min(lowestNumber, number),
                revision,
                version);
    }

    /** Returns these places after the queue numbers of {@code other} were given out, too. */
    public Places afterNumbersOf(Places other) {
        return new Places(
                limit,
                themes,
                counts,
                Math.max(highestNumber, other.highestNumber),
                Math.min(lowestNumber, other.lowestNumber),
                revision,
                version);
    }

    /** Returns the places of a theme; a closed theme without people if there is no such theme. */
    private ThemePlaces at(ThemeId theme) {
        return themes.getOrDefault(theme, ThemePlaces.closed());
    }

    private Places with(ThemeId theme, ThemePlaces counted) {
        Map<ThemeId, ThemePlaces> changed = new LinkedHashMap<>(themes);
        changed.put(theme, counted);
        return with(changed, counts);
    }

    private Places with(Map<ThemeId, ThemePlaces> otherThemes, Map<Count, Integer> otherCounts) {
        return new Places(limit, otherThemes, otherCounts, highestNumber, lowestNumber, revision, version);
    }

    /** Returns the places left at all open themes; empty (unlimited) if one of them has no limit or none is open. */
    private OptionalInt leftInThemes(ToIntFunction<ThemePlaces> leftAtTheme) {
        Collection<ThemePlaces> all = themes.values();
        boolean unlimited = !offersThemes()
                || all.stream().anyMatch(theme -> theme.open() && theme.limit().isEmpty());
        return unlimited
                ? OptionalInt.empty()
                : OptionalInt.of(all.stream()
                        .filter(ThemePlaces::open)
                        .mapToInt(leftAtTheme)
                        .sum());
    }
}
