package nl.samenkomst.domain.editing;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.samenkomst.domain.audit.ChangedValue;
import nl.samenkomst.domain.audit.ChangedValues;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.WaitlistPromotion;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.draft.SectionInput;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.OwedLetter;
import nl.samenkomst.domain.registration.CancellationDeadline;
import nl.samenkomst.domain.registration.Owed;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Announcement;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.signup.ThemeChange;

/**
 * What publishing a draft would change, and for whom, computed by the rules that publishing follows.
 *
 * @param after the session as it would be
 * @param changes the values that differ from what is published; empty for a session that never was
 * @param promoted the waitlisted people who would get a place, in order
 * @param told how many letters would leave at once, of each kind, for each choice of announcement
 * @param toldUnmoved as {@code told}, if nobody is sent to another theme
 * @param shortOfTime the people with a place who would have to give it up within a day of the letter, or cannot any more,
 *     because the notice period would have begun
 * @param withPlace the people with a place, also one that is held while they are under review; needed only if there are {@link #tooMany}
 * @param tooMany how many more people have a place than there would be places
 * @param closedThemes how many people chose each theme that would go
 */
public record PublicationOutlook(
        Session after,
        List<ChangedValue> changes,
        List<Registration> promoted,
        Map<Announcement, Map<LetterKind, Integer>> told,
        Map<Announcement, Map<LetterKind, Integer>> toldUnmoved,
        List<Registration> shortOfTime,
        List<Registration> withPlace,
        int tooMany,
        Map<ThemeId, Integer> closedThemes) {

    public PublicationOutlook {
        changes = List.copyOf(changes);
        promoted = List.copyOf(promoted);
        shortOfTime = List.copyOf(shortOfTime);
        withPlace = List.copyOf(withPlace);
    }

    /** Returns the outlook of a session that nobody can have registered for. */
    static PublicationOutlook first(Session session) {
        return new PublicationOutlook(
                session, List.of(), List.of(), Map.of(), Map.of(), List.of(), List.of(), 0, Map.of());
    }

    /**
     * Returns the outlook of a change.
     *
     * @param all the registrations of the session
     * @param themes where people go who chose a theme that goes
     */
    static PublicationOutlook of(
            SessionSnapshot before,
            SessionDocument document,
            Collection<Registration> all,
            Map<ThemeId, ThemeId> themes,
            Instant now) {
        Session current = before.session();
        Session after = current.changed(document, now);
        Places places = before.places().withRulesOf(document);
        List<Registration> promoted = WaitlistPromotion.promoted(new SessionSnapshot(after, places), all, now);
        Map<RegistrationId, Registration> then = new LinkedHashMap<>();
        all.forEach(one -> then.put(one.id(), one));
        promoted.forEach(one -> then.put(one.id(), one));
        Map<ThemeId, Integer> closedThemes = closedThemes(current, document, all);
        Map<Announcement, Map<LetterKind, Integer>> unmoved = told(current, document, all, then, now);
        List<Registration> moved = moved(then.values(), closedThemes.keySet(), themes, places, now);
        Map<RegistrationId, Registration> atLast = new LinkedHashMap<>(then);
        moved.forEach(one -> atLast.put(one.id(), one));
        List<Registration> withPlace =
                all.stream().filter(one -> one.state().holdsPlace()).toList();
        return new PublicationOutlook(
                after,
                ChangedValues.between(current.document(), document),
                promoted,
                moved.isEmpty() ? unmoved : told(current, document, all, atLast, now),
                unmoved,
                shortOfTime(current, after, then.values(), now),
                withPlace,
                Math.max(0, places.taken() - places.limit().orElse(places.taken())),
                closedThemes);
    }

    /** Returns the people who sit at another theme once the organiser has sent them there; whoever finds no place there stays. */
    private static List<Registration> moved(
            Collection<Registration> all,
            Set<ThemeId> closed,
            Map<ThemeId, ThemeId> themes,
            Places places,
            Instant now) {
        List<Registration> moved = new ArrayList<>();
        Places left = places;
        for (Registration one : all) {
            Optional<ThemeId> to = one.state().theme().filter(closed::contains).map(themes::get);
            if (to.isPresent() && one.state() instanceof RegistrationState.Active active) {
                Registration chosen = one.amended(one.person(), one.answers(), now);
                Optional<Registration> next =
                        ThemeChange.of(left, active, to, now).map(chosen::with);
                next.ifPresent(moved::add);
                if (next.filter(seated -> seated.state().holdsPlace()).isPresent()) {
                    left = left.add(to.get(), 1, 0);
                }
            }
        }
        return moved;
    }

    /** Counts the letters for each choice of announcement. */
    private static Map<Announcement, Map<LetterKind, Integer>> told(
            Session current,
            SessionDocument document,
            Collection<Registration> all,
            Map<RegistrationId, Registration> then,
            Instant now) {
        Map<Announcement, Map<LetterKind, Integer>> told = new EnumMap<>(Announcement.class);
        for (Announcement announcement : Announcement.values()) {
            told.put(announcement, told(current, current.changed(document, announcement, now), all, then, now));
        }
        return told;
    }

    /** Counts the letters that are due at once and were not due before. */
    private static Map<LetterKind, Integer> told(
            Session current,
            Session after,
            Collection<Registration> all,
            Map<RegistrationId, Registration> then,
            Instant now) {
        Map<LetterKind, Integer> told = new EnumMap<>(LetterKind.class);
        for (Registration one : all) {
            Optional<LetterKind> was = due(current, one, now);
            due(after, then.getOrDefault(one.id(), one), now)
                    .filter(kind -> was.filter(kind::equals).isEmpty())
                    .ifPresent(kind -> told.merge(kind, 1, Integer::sum));
        }
        return told;
    }

    private static Optional<LetterKind> due(Session session, Registration registration, Instant now) {
        return Owed.next(session, registration, now)
                .filter(letter -> letter.isDueBy(now))
                .map(OwedLetter::kind);
    }

    private static List<Registration> shortOfTime(
            Session current, Session after, Collection<Registration> then, Instant now) {
        return then.stream()
                .filter(one -> one.state() instanceof RegistrationState.Confirmed)
                .filter(one -> isShortOfTime(after, one, now) && !isShortOfTime(current, one, now))
                .toList();
    }

    /** Returns whether somebody may cancel only because a day after the letter is later, or not any more. */
    private static boolean isShortOfTime(Session session, Registration one, Instant now) {
        ZonedDateTime deadline = CancellationDeadline.of(session, one, now);
        return deadline.isAfter(session.document().cancelBy())
                || !deadline.toInstant().isAfter(now);
    }

    private static Map<ThemeId, Integer> closedThemes(
            Session current, SessionDocument document, Collection<Registration> all) {
        Map<ThemeId, Integer> closed = new LinkedHashMap<>();
        current.document().themes().stream()
                .filter(theme -> document.theme(theme.id()).isEmpty())
                .forEach(theme -> {
                    long people = all.stream()
                            .filter(Registration::isActive)
                            .filter(one -> one.state()
                                    .theme()
                                    .filter(theme.id()::equals)
                                    .isPresent())
                            .count();
                    if (people > 0) {
                        closed.put(theme.id(), Math.toIntExact(people));
                    }
                });
        return closed;
    }

    /** Returns how many letters would leave at once with this announcement. */
    public int letters(Announcement announcement) {
        return told.getOrDefault(announcement, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /**
     * Returns a short text that is the same as long as the same things would happen to the same people, to notice that
     * something changed since the organiser looked; where the organiser sends people makes no difference.
     */
    public String fingerprint() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("changes", changes.toString());
        all.put("promoted", ids(promoted));
        all.put("told", toldUnmoved.toString());
        all.put("short", ids(shortOfTime));
        all.put("too many", tooMany > 0 ? ids(withPlace) : "");
        all.put("themes", closedThemes.toString());
        return SectionInput.fingerprint(all);
    }

    private static String ids(List<Registration> people) {
        return people.stream().map(one -> one.id().value()).sorted().collect(Collectors.joining(","));
    }

    /** Returns all choices of announcement, the usual one first. */
    public static List<Announcement> announcements() {
        return Arrays.asList(Announcement.IF_MOVED, Announcement.ALWAYS, Announcement.NEVER);
    }

    /** Omits the people. */
    @Override
    public String toString() {
        return "PublicationOutlook[…]";
    }
}
