package nl.samenkomst.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenkomst.domain.AnswerWeight;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.registration.Participant;
import nl.samenkomst.domain.registration.Standing;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.Theme;
import nl.samenkomst.domain.session.ThemeId;

/**
 * What {@code participants.jte} shows: who comes, on paper for at the door. It lies where everybody sees it, so it has
 * names and organisations and no addresses.
 *
 * @param coming how many have a place, here or in another part
 * @param waiting how many wait
 * @param groups those that have somebody in this part
 * @param isContinued whether there was a part before
 * @param next after whom the next part begins; empty in the last
 */
public record ParticipantsPage(
        Session session,
        long coming,
        long waiting,
        List<Group> groups,
        boolean isContinued,
        Optional<PaperCursor> next,
        Language language)
        implements Page {

    /** Bytes of the page beside its rows: the style, a heading for each theme. */
    private static final int AROUND_THE_ROWS = 100_000;

    /** Bytes of a row beside the words in it. */
    private static final int AROUND_THE_WORDS = 110;

    public ParticipantsPage {
        groups = List.copyOf(groups);
    }

    /**
     * Some of them under one heading.
     *
     * @param isOurs whether the heading is in the page's language, and not in the organiser's words
     * @param isWaiting whether they have no place yet
     * @param total how many there are, here or in another part
     */
    public record Group(String heading, boolean isOurs, boolean isWaiting, int total, List<Row> rows) {}

    /**
     * Somebody on the list.
     *
     * @param note the place in the queue, or whether they were there, where that is known
     */
    public record Row(String name, String organisation, String note) {}

    /**
     * A part of the list; empty where the one after whom it would begin is no longer where they were.
     *
     * @param people those who come or wait, in the order of signing up
     */
    public static Optional<ParticipantsPage> of(
            Session session,
            List<Participant> people,
            Optional<PaperCursor> after,
            PartLimit limit,
            Language language) {
        return new Sheet(session, people, language).part(after, limit.less(AROUND_THE_ROWS));
    }

    @Override
    public String title() {
        return say("participants.title", "title", session.document().about().title());
    }

    @Override
    public String in(Language other) {
        return Addresses.participants(session.id(), other);
    }

    /** How many have a place, and how many wait. */
    public String count() {
        return say("participants.count", "coming", coming, "waiting", waiting);
    }

    /** The whole list in its order: by theme where there are any and by name; then who waits, by position. */
    private static final class Sheet {

        /** Those under one heading. */
        private record Section(String heading, boolean isOurs, boolean isWaiting, List<Participant> people) {}

        private final Session session;
        private final List<Participant> people;
        private final Language language;
        private final List<Section> sections = new ArrayList<>();

        Sheet(Session session, List<Participant> people, Language language) {
            this.session = session;
            this.people = people;
            this.language = language;
            List<Theme> themes = session.document().themes();
            for (Theme theme : themes) {
                Optional<ThemeId> id = Optional.of(theme.id());
                addComing(theme.title(), false, one -> one.standing().theme().equals(id));
            }
            String rest = themes.isEmpty() ? say("participants.coming") : say("participants.no-theme");
            addComing(rest, true, one -> one.standing()
                    .theme()
                    .flatMap(session.document()::theme)
                    .isEmpty());
            add(new Section(
                    say("participants.waiting"),
                    true,
                    true,
                    having(Standing.Waitlisted.class)
                            .sorted(Comparator.comparingInt(
                                    one -> one.position().orElse(Integer.MAX_VALUE)))
                            .toList()));
        }

        Optional<ParticipantsPage> part(Optional<PaperCursor> after, PartLimit limit) {
            List<Group> groups = new ArrayList<>();
            boolean isBegun = after.isEmpty();
            Optional<PaperCursor> last = Optional.empty();
            boolean isFull = false;
            int count = 0;
            long bytes = 0;
            for (Section section : sections) {
                List<Row> rows = new ArrayList<>();
                for (Participant one : section.people()) {
                    if (isBegun && !isFull) {
                        Row row = row(one, section.isWaiting());
                        bytes += weight(row);
                        isFull = limit.isPassedBy(count, bytes);
                        if (!isFull) {
                            rows.add(row);
                            count++;
                            last = Optional.of(PaperCursor.of(one));
                        }
                    }
                    isBegun |= after.isPresent() && after.get().equals(PaperCursor.of(one));
                }
                if (!rows.isEmpty()) {
                    groups.add(new Group(
                            section.heading(),
                            section.isOurs(),
                            section.isWaiting(),
                            section.people().size(),
                            rows));
                }
            }
            return isBegun
                    ? Optional.of(new ParticipantsPage(
                            session,
                            having(Standing.Confirmed.class).count(),
                            having(Standing.Waitlisted.class).count(),
                            groups,
                            after.isPresent(),
                            isFull ? last : Optional.empty(),
                            language))
                    : Optional.empty();
        }

        private void addComing(String heading, boolean isOurs, Predicate<Participant> who) {
            add(new Section(
                    heading,
                    isOurs,
                    false,
                    having(Standing.Confirmed.class)
                            .filter(who)
                            .sorted(Comparator.comparing(
                                    one -> one.person().name().toLowerCase(Locale.ROOT)))
                            .toList()));
        }

        private void add(Section section) {
            if (!section.people().isEmpty()) {
                sections.add(section);
            }
        }

        private Stream<Participant> having(Class<? extends Standing> standing) {
            return people.stream().filter(one -> standing.isInstance(one.standing()));
        }

        private Row row(Participant one, boolean isWaiting) {
            String note = isWaiting
                    ? one.position().stream()
                            .mapToObj(String::valueOf)
                            .findFirst()
                            .orElse("")
                    : one.present()
                            .map(there -> there ? say("form.yes") : say("form.no"))
                            .orElse("");
            return new Row(one.person().name(), one.person().organisation().orElse(""), note);
        }

        private static long weight(Row row) {
            return AROUND_THE_WORDS
                    + weight(row.name())
                    + weight(row.organisation())
                    + row.note().length();
        }

        /** With the ampersands and brackets escaped, as HTML has them. */
        private static long weight(String words) {
            long escaped =
                    words.chars().filter(c -> c == '&' || c == '<' || c == '>').count();
            return AnswerWeight.of(words) + 4 * escaped;
        }

        private String say(String key) {
            return Pages.TEXTS.text(language, key);
        }
    }
}
