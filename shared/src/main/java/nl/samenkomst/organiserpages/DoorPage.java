package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.door.AddWalkIn;
import nl.samenkomst.domain.door.WalkInOutcome;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.MarkPresence;
import nl.samenkomst.domain.organiser.Participant;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.pages.SurnameOrder;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.ProblemTexts;
import nl.samenkomst.texts.Refusal;

/**
 * Model of {@code door.jte}: the people of a session, each a button to mark them present. A host sees it, so it has names
 * and organisations but neither addresses nor answers. As light as can be, since it is loaded again after each press.
 *
 * @param numbers of the whole session
 * @param groups the people with a place whom the filter finds, in this part
 * @param waiting the people who wait, in the order of the queue
 * @param late the people who cancelled late
 * @param hidden how many of these two the page leaves out
 * @param parts links to each part of the list; empty if it has one
 */
public record DoorPage(
        Session about,
        Numbers numbers,
        List<ThemeLink> themes,
        List<Group> groups,
        List<Person> waiting,
        List<Person> late,
        int hidden,
        List<Part> parts,
        DoorFilter filter,
        Optional<News> news,
        Viewer viewer)
        implements DoorTexts {

    /** The most people with a place on one page, which keeps it below 20 kB on the wire. */
    static final int MAX_PEOPLE = 200;

    /** The most people without a place on one page; searching finds the others. */
    static final int MAX_OTHERS = 50;

    public DoorPage {
        themes = List.copyOf(themes);
        groups = List.copyOf(groups);
        waiting = List.copyOf(waiting);
        late = List.copyOf(late);
        parts = List.copyOf(parts);
    }

    /** The numbers of confirmed people, and of those marked present and absent. */
    public record Numbers(long coming, long present, long absent) {

        static Numbers of(Stream<Participant> people) {
            List<Participant> all = people.toList();
            return new Numbers(all.size(), count(all, true), count(all, false));
        }

        private static long count(List<Participant> all, boolean there) {
            return all.stream()
                    .filter(one -> one.present().equals(Optional.of(there)))
                    .count();
        }
    }

    /** A link that shows one theme, or everybody. */
    public record ThemeLink(String label, boolean isInPageLanguage, String href, boolean isCurrent) {}

    /**
     * People under one heading.
     *
     * @param isInPageLanguage whether the heading is in the page's language rather than in the organiser's words
     * @param numbers of the whole theme, whatever the filter finds
     */
    public record Group(String heading, boolean isInPageLanguage, Numbers numbers, List<Person> people) {}

    /**
     * A person on the list.
     *
     * @param note the position in the queue, or when the person cancelled; the empty string if they have a place
     */
    public record Person(RegistrationId id, String name, String organisation, Optional<Boolean> present, String note) {

        public boolean isPresent() {
            return present.orElse(false);
        }

        public boolean isAbsent() {
            return !present.orElse(true);
        }
    }

    /** A link to a part of the list, by the names at its ends. */
    public record Part(int number, String first, String last, String href) {}

    /** What the last request did, or why it did not. */
    public sealed interface News {

        /** Somebody is registered and present. */
        record Added() implements News {}

        /** Somebody was not marked. */
        record NotMarked(ChangeOutcome.RefusalReason why) implements News {}

        /** Somebody without a place was not let in. */
        record NotLetIn(WalkInOutcome.RefusalReason why) implements News {}

        /** The registration is gone, as after an erasure. */
        record Gone() implements News {}
    }

    /** Returns the page of these people. */
    public static DoorPage of(
            Session session, List<Participant> people, DoorFilter filter, Optional<News> news, Viewer viewer) {
        return new Arrangement(session, people, filter, viewer).page(news);
    }

    @Override
    public String template() {
        return "door";
    }

    @Override
    public String heading() {
        return say("door.title");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(about);
    }

    @Override
    public boolean hasProblems() {
        return refusal().isPresent();
    }

    @Override
    public Optional<String> done() {
        return news.filter(News.Added.class::isInstance).map(added -> say("door.added"));
    }

    /** Returns why the last request did nothing; empty if it did. */
    public Optional<String> refusal() {
        return news.flatMap(said -> switch (said) {
            case News.Added _ -> Optional.empty();
            case News.NotMarked not -> Optional.of(ProblemTexts.forOrganiser(Refusal.of(not.why()), language()));
            case News.NotLetIn not -> Optional.of(why(this, not.why()));
            case News.Gone _ -> Optional.of(say("door.gone"));
        });
    }

    static String why(DoorTexts page, WalkInOutcome.RefusalReason why) {
        return switch (why) {
            case SESSION_CANCELLED -> page.say("door.refused.cancelled");
            case TOO_EARLY -> page.say("door.refused.too-early");
            case TOO_LATE -> page.say("door.refused.too-late");
            case OTHER_PERSON -> page.say("door.refused.other-person");
            case MAILBOX_REFUSED -> page.say("door.refused.mailbox");
            case NOT_EXPECTED -> page.say("door.refused.not-expected");
        };
    }

    /** Returns whether people can be marked now. */
    public boolean isOpen() {
        return may(Permission.MARK_PRESENCE)
                && !about.isCancelled()
                && !viewer.now().isBefore(MarkPresence.opensAt(about));
    }

    /** Returns why nobody can be marked now; empty if people can be. */
    public Optional<String> closed() {
        if (about.isCancelled()) {
            return Optional.of(say("door.cancelled"));
        }
        return isOpen()
                ? Optional.empty()
                : Optional.of(say("door.too-early", "moment", moment(MarkPresence.opensAt(about), about)));
    }

    /** Returns whether somebody without a place can be added now. */
    public boolean isOpenToOthers() {
        return may(Permission.ADD_AT_DOOR) && AddWalkIn.isOpen(about, viewer.now());
    }

    public String count() {
        return say("door.count", "present", numbers.present(), "coming", numbers.coming());
    }

    /** Returns how many are marked absent, in words; empty if nobody is. */
    public Optional<String> absent() {
        return numbers.absent() == 0
                ? Optional.empty()
                : Optional.of(say("door.absent.count", "absent", numbers.absent()));
    }

    public String count(Group group) {
        return say(
                "door.count",
                "present",
                group.numbers().present(),
                "coming",
                group.numbers().coming());
    }

    /** Returns the target of the form that marks a person. */
    public String presence(Person person) {
        return links().participant(about.id(), person.id(), "presence");
    }

    /** Returns whether nobody is shown: nobody has a place, or the search finds nobody. */
    public boolean isEmpty() {
        return groups.isEmpty() && waiting.isEmpty() && late.isEmpty();
    }

    /** Whom the page shows, in order: by theme (if there are) and surname. */
    private static final class Arrangement {

        private final Session session;
        private final List<Participant> people;
        private final DoorFilter filter;
        private final Viewer viewer;
        private final List<Group> groups = new ArrayList<>();

        Arrangement(Session session, List<Participant> people, DoorFilter filter, Viewer viewer) {
            this.session = session;
            this.people = people;
            this.viewer = viewer;
            this.filter = filter.theme().flatMap(session.document()::theme).isPresent()
                    ? filter
                    : filter.withTheme(Optional.empty()).withPart(filter.part());
        }

        DoorPage page(Optional<News> news) {
            List<Theme> themes = session.document().themes();
            for (Theme theme : themes) {
                Optional<ThemeId> id = Optional.of(theme.id());
                add(theme.title(), false, id, one -> one.state().theme().equals(id));
            }
            add(
                    themes.isEmpty() ? say("door.coming") : say("door.theme.none"),
                    true,
                    Optional.empty(),
                    one -> one.state()
                            .theme()
                            .flatMap(session.document()::theme)
                            .isEmpty());
            List<Person> waiting = others(having(RegistrationState.Waitlisted.class)
                    .sorted(Comparator.comparingInt(one -> one.position().orElse(Integer.MAX_VALUE))));
            List<Person> late = others(bySurname(having(RegistrationState.CancelledByPerson.class)).stream());
            List<Person> firstWaiting = waiting.subList(0, Math.min(waiting.size(), MAX_OTHERS));
            List<Person> firstLate = late.subList(0, Math.min(late.size(), MAX_OTHERS));
            List<Part> parts = parts();
            int part = Math.min(filter.part(), Math.max(1, parts.size()));
            return new DoorPage(
                    session,
                    Numbers.of(having(RegistrationState.Confirmed.class)),
                    themes.isEmpty() ? List.of() : themeLinks(themes),
                    part(part),
                    firstWaiting,
                    firstLate,
                    waiting.size() - firstWaiting.size() + late.size() - firstLate.size(),
                    parts,
                    filter.withPart(part),
                    news,
                    viewer);
        }

        private void add(String heading, boolean isOurs, Optional<ThemeId> theme, Predicate<Participant> isHere) {
            List<Participant> here =
                    having(RegistrationState.Confirmed.class).filter(isHere).toList();
            boolean isShown = filter.theme().isEmpty() || filter.theme().equals(theme);
            List<Person> found = bySurname(here.stream().filter(one -> isShown && filter.finds(one))).stream()
                    .map(this::person)
                    .toList();
            if (!found.isEmpty()) {
                groups.add(new Group(heading, isOurs, Numbers.of(here.stream()), found));
            }
        }

        private List<Person> everybody() {
            return groups.stream().flatMap(group -> group.people().stream()).toList();
        }

        private List<Part> parts() {
            List<Person> all = everybody();
            List<Part> parts = new ArrayList<>();
            for (int start = 0; all.size() > MAX_PEOPLE && start < all.size(); start += MAX_PEOPLE) {
                int number = start / MAX_PEOPLE + 1;
                Person last = all.get(Math.min(start + MAX_PEOPLE, all.size()) - 1);
                parts.add(new Part(
                        number,
                        SurnameOrder.surname(all.get(start).name()),
                        SurnameOrder.surname(last.name()),
                        filter.withPart(number).page(viewer.links(), session.id())));
            }
            return parts;
        }

        /** Returns the groups with only the people of this part. */
        private List<Group> part(int number) {
            List<Person> all = everybody();
            int from = Math.min((number - 1) * MAX_PEOPLE, all.size());
            int to = Math.min(from + MAX_PEOPLE, all.size());
            List<Group> part = new ArrayList<>();
            int before = 0;
            for (Group group : groups) {
                int size = group.people().size();
                int first = Math.clamp((long) from - before, 0, size);
                int end = Math.clamp((long) to - before, 0, size);
                if (first < end) {
                    part.add(new Group(
                            group.heading(),
                            group.isInPageLanguage(),
                            group.numbers(),
                            group.people().subList(first, end)));
                }
                before += size;
            }
            return part;
        }

        private List<ThemeLink> themeLinks(List<Theme> themes) {
            List<ThemeLink> links = new ArrayList<>();
            links.add(themeLink(say("door.theme.all"), true, Optional.empty()));
            themes.forEach(theme -> links.add(themeLink(theme.title(), false, Optional.of(theme.id()))));
            return links;
        }

        private ThemeLink themeLink(String label, boolean isOurs, Optional<ThemeId> theme) {
            return new ThemeLink(
                    label,
                    isOurs,
                    filter.withTheme(theme).page(viewer.links(), session.id()),
                    filter.theme().equals(theme));
        }

        private List<Person> others(Stream<Participant> all) {
            return all.filter(filter::finds)
                    .filter(one -> filter.theme().isEmpty()
                            || one.state().theme().isEmpty()
                            || one.state().theme().equals(filter.theme()))
                    .map(this::person)
                    .toList();
        }

        private Person person(Participant one) {
            return new Person(
                    one.id(), one.person().name(), one.person().organisation().orElse(""), one.present(), note(one));
        }

        private String note(Participant one) {
            return switch (one.state()) {
                case RegistrationState.Waitlisted _ ->
                    say("door.position", "position", one.position().orElse(0));
                case RegistrationState.Closed closed -> say("door.cancelled-at", "moment", moment(closed.since()));
                case RegistrationState.Confirmed _, RegistrationState.UnderReview _ -> "";
                case RegistrationState.Invitation _ -> "";
            };
        }

        private String moment(Instant at) {
            return Dates.shortMoment(at.atZone(session.document().when().zone()), viewer.language());
        }

        private Stream<Participant> having(Class<? extends RegistrationState> state) {
            return people.stream().filter(one -> state.isInstance(one.state()));
        }

        private static List<Participant> bySurname(Stream<Participant> people) {
            return SurnameOrder.sorted(people, one -> one.person().name());
        }

        private String say(String key, Object... namesAndValues) {
            return DoorTexts.DOOR.text(viewer.language(), key, namesAndValues);
        }
    }
}
