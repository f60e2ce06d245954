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
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.RegistrationState;

/**
 * How the places of a session and of its themes stand at one moment, and who may have one: a place is free for somebody
 * where the session has one left, and the theme wanted has one too, or any theme has where any will do.
 *
 * @param limit no limit where empty; may be below what is taken after the organiser lowered it
 * @param themes in the order of the document; closed ones that still have people after them
 * @param lastInLine the highest number ever given out in the queue
 * @param firstInLine the lowest number ever given out in the queue
 * @param revision the session's revision whose rules these places follow
 * @param version one more with every change
 */
public record Places(
        OptionalInt limit,
        Map<ThemeId, ThemePlaces> themes,
        Map<Count, Integer> counts,
        long lastInLine,
        long firstInLine,
        int revision,
        long version) {

    /** Far from 0 on both sides: the queue grows at its end, and at its head where the organiser moves somebody up. */
    private static final long FIRST_NUMBER = 1_000_000_000;

    public Places {
        themes = Collections.unmodifiableMap(new LinkedHashMap<>(themes));
        Map<Count, Integer> some = new EnumMap<>(Count.class);
        some.putAll(counts);
        some.values().removeIf(number -> number == 0);
        counts = Collections.unmodifiableMap(some);
    }

    /** The places of a session that nobody signed up for yet. */
    public static Places allFree(SessionDocument document) {
        Map<ThemeId, ThemePlaces> themes = new LinkedHashMap<>();
        document.themes().forEach(theme -> themes.put(theme.id(), ThemePlaces.allFree(theme.places())));
        return new Places(document.signUp().places(), themes, Map.of(), FIRST_NUMBER, FIRST_NUMBER + 1, 1, 1);
    }

    /** The same numbers under the rules of this document. */
    public Places under(SessionDocument document) {
        Map<ThemeId, ThemePlaces> ruled = new LinkedHashMap<>();
        for (Theme theme : document.themes()) {
            ThemePlaces counted = themes.getOrDefault(theme.id(), ThemePlaces.allFree(theme.places()));
            ruled.put(theme.id(), new ThemePlaces(theme.places(), counted.taken(), counted.waiting(), true));
        }
        themes.forEach((id, counted) -> {
            if (counted.taken() != 0 || counted.waiting() != 0) {
                ruled.putIfAbsent(id, ThemePlaces.closed(counted.taken(), counted.waiting()));
            }
        });
        return new Places(document.signUp().places(), ruled, counts, lastInLine, firstInLine, revision, version);
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

    /** How many are left for somebody new; none as long as somebody waits whose they are first. */
    public OptionalInt left() {
        if (somebodyFits()) {
            return OptionalInt.of(0);
        }
        OptionalInt inThemes = leftInThemes();
        if (limit.isEmpty()) {
            return inThemes;
        }
        int inSession = Math.max(0, limit.getAsInt() - taken());
        return OptionalInt.of(inThemes.isEmpty() ? inSession : Math.min(inSession, inThemes.getAsInt()));
    }

    /** The same for somebody who wants this theme. */
    public OptionalInt left(ThemeId theme) {
        ThemePlaces places = at(theme);
        OptionalInt all = left();
        if (places.limit().isEmpty()) {
            return all;
        }
        return OptionalInt.of(Math.min(places.left(), all.orElse(places.left())));
    }

    /** Whether somebody new may have a place at the theme wanted, or at any where none is. */
    public boolean mayTake(Optional<ThemeId> wish) {
        return hasRoom(wish) && !somebodyFits();
    }

    /**
     * Returns the state of somebody who is admitted now: confirmed if there is a place, otherwise last in the queue. If the
     * theme wanted was closed, any theme with room will do; without room the wish is kept, as it is for everybody who
     * waited when the theme closed.
     */
    public RegistrationState admit(Optional<ThemeId> wish, Instant now) {
        Optional<ThemeId> openWish = wish.filter(this::isOpen);
        return mayTake(openWish)
                ? new RegistrationState.Confirmed(now, false, seat(openWish))
                : new RegistrationState.Waitlisted(now, lastInLine() + 1, wish);
    }

    /** Whether there is a place for this wish, whoever else may want it. */
    public boolean hasRoom(Optional<ThemeId> wish) {
        boolean inSession = limit.isEmpty() || taken() < limit.getAsInt();
        return inSession && (!offersThemes() || hasRoomAtTable(wish));
    }

    /** The same for somebody who has a place in the session, and changes from one theme to another. */
    public boolean hasRoomAtTable(Optional<ThemeId> wish) {
        return wish.isPresent()
                ? at(wish.get()).hasRoom()
                : themes.values().stream().anyMatch(ThemePlaces::hasRoom);
    }

    /** Whether anybody who waits could have a place at this moment. */
    public boolean somebodyFits() {
        int forAThemeOfItsOwn =
                themes.values().stream().mapToInt(ThemePlaces::waiting).sum();
        boolean anyThemeWillDo = waiting() > forAThemeOfItsOwn && hasRoom(Optional.empty());
        return anyThemeWillDo
                || themes.entrySet().stream()
                        .anyMatch(theme -> theme.getValue().waiting() > 0 && hasRoom(Optional.of(theme.getKey())));
    }

    /** Where somebody with this wish is seated: at the theme wanted, or at the open one with most places left. */
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

    /** Whether there are themes to choose from. */
    public boolean offersThemes() {
        return themes.values().stream().anyMatch(ThemePlaces::open);
    }

    /** Whether this theme can be chosen. */
    public boolean isOpen(ThemeId theme) {
        return at(theme).open();
    }

    /** The same with so many more, or fewer, of this. */
    public Places add(Count what, int more) {
        Map<Count, Integer> added = new EnumMap<>(Count.class);
        added.putAll(counts);
        added.merge(what, more, Integer::sum);
        return with(themes, added);
    }

    /** The same with so many more, or fewer, who are seated at a theme or wait for it. */
    public Places add(ThemeId theme, int moreTaken, int moreWaiting) {
        Map<ThemeId, ThemePlaces> added = new LinkedHashMap<>(themes);
        added.put(theme, at(theme).add(moreTaken, moreWaiting));
        return with(added, counts);
    }

    /** The same after a number was given out in the queue. */
    public Places numbered(long number) {
        return new Places(
                limit, themes, counts, Math.max(lastInLine, number), Math.min(firstInLine, number), revision, version);
    }

    /** Those of a theme; closed to everybody where there is no such theme. */
    private ThemePlaces at(ThemeId theme) {
        return themes.getOrDefault(theme, ThemePlaces.closed(0, 0));
    }

    private Places with(Map<ThemeId, ThemePlaces> otherThemes, Map<Count, Integer> otherCounts) {
        return new Places(limit, otherThemes, otherCounts, lastInLine, firstInLine, revision, version);
    }

    /** No limit where any open theme has none, or where there is none. */
    private OptionalInt leftInThemes() {
        Collection<ThemePlaces> all = themes.values();
        boolean unlimited = !offersThemes()
                || all.stream().anyMatch(theme -> theme.open() && theme.limit().isEmpty());
        return unlimited
                ? OptionalInt.empty()
                : OptionalInt.of(all.stream()
                        .filter(ThemePlaces::open)
                        .mapToInt(ThemePlaces::left)
                        .sum());
    }
}
