package nl.samenkomst.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.ResponseSize;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.organiser.Participant;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code participants.jte}: a part of the printable list for at the door: who comes, who waits, and who
 * cancelled late. Everybody there can see it, so it has names and organisations but no mail addresses.
 *
 * @param coming the number of confirmed people in the whole list
 * @param waiting the number of waitlisted people in the whole list
 * @param groups the groups with at least one row in this part
 * @param isContinued whether another part comes before this one
 * @param next the participant after whom the next part starts; empty in the last part
 */
public record ParticipantsPage(
        Session session,
        long coming,
        long waiting,
        List<Group> groups,
        boolean isContinued,
        Optional<PrintCursor> next,
        Language language)
        implements Page {

    /** Bytes reserved for everything but the rows: the style sheet, a heading per theme. */
    private static final int PAGE_OVERHEAD = 100_000;

    /** Bytes of a row's markup, without the text in it. */
    private static final int ROW_OVERHEAD = 180;

    /** Bytes of a remark's markup. */
    private static final int REMARK_OVERHEAD = 40;

    public ParticipantsPage {
        groups = List.copyOf(groups);
    }

    /**
     * The rows under one heading.
     *
     * @param isInPageLanguage whether the heading is in the page's language rather than in the organiser's words
     * @param noteHeading the heading of the rows' notes
     * @param total the size of the whole group, in this part and others
     */
    public record Group(String heading, boolean isInPageLanguage, String noteHeading, int total, List<Row> rows) {}

    /**
     * A person on the list.
     *
     * @param note yes or no for presence, the position in the queue if waitlisted, or the moment of cancelling late; an
     *     empty string if unknown
     * @param hasBox whether there is a box to tick when the person comes in
     * @param remark that the address is not confirmed or letters do not arrive, so that somebody can ask the person for
     *     another; an empty string if neither
     */
    public record Row(String name, String organisation, String note, boolean hasBox, String remark) {}

    /**
     * Returns a part of the list; empty if the list no longer has the participant of {@code after} in that version.
     *
     * @param people in the order in which they signed up
     */
    public static Optional<ParticipantsPage> of(
            Session session,
            List<Participant> people,
            Optional<PrintCursor> after,
            PartLimit limit,
            Language language) {
        return new Sheet(session, people, language).part(after, limit.minus(PAGE_OVERHEAD));
    }

    @Override
    public String title() {
        return say("participants.title", "title", session.document().about().title());
    }

    @Override
    public String in(Language other) {
        return DeskUrls.participants(session.id(), other);
    }

    /** Returns the numbers of confirmed and waitlisted people, in words. */
    public String count() {
        return say("participants.count", "coming", coming, "waiting", waiting);
    }

    /**
     * The whole list in order: confirmed people by theme (if any) and surname, then waitlisted people by position, then
     * people who cancelled late, by surname.
     */
    private static final class Sheet {

        /** The people under one heading. */
        private record Section(
                String heading, boolean isInPageLanguage, String noteHeading, List<Participant> people) {}

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
                addComing(theme.title(), false, one -> one.state().theme().equals(id));
            }
            String rest = themes.isEmpty() ? say("participants.coming") : say("participants.no-theme");
            addComing(
                    rest,
                    true,
                    one -> one.state()
                            .theme()
                            .flatMap(session.document()::theme)
                            .isEmpty());
            add(new Section(
                    say("participants.waiting"),
                    true,
                    say("participants.position"),
                    having(RegistrationState.Waitlisted.class)
                            .sorted(Comparator.comparingInt(
                                    one -> one.position().orElse(Integer.MAX_VALUE)))
                            .toList()));
            add(new Section(
                    say("participants.late"),
                    true,
                    say("participants.cancelled-at"),
                    bySurname(having(RegistrationState.CancelledByPerson.class))));
        }

        Optional<ParticipantsPage> part(Optional<PrintCursor> after, PartLimit limit) {
            List<Group> groups = new ArrayList<>();
            boolean isBegun = after.isEmpty();
            Optional<PrintCursor> last = Optional.empty();
            boolean isFull = false;
            int count = 0;
            long bytes = 0;
            for (Section section : sections) {
                List<Row> rows = new ArrayList<>();
                for (Participant one : section.people()) {
                    if (isBegun && !isFull) {
                        Row row = row(one);
                        bytes += weight(row);
                        isFull = limit.isExceededBy(count, bytes);
                        if (!isFull) {
                            rows.add(row);
                            count++;
                            last = Optional.of(PrintCursor.of(one));
                        }
                    }
                    isBegun |= after.isPresent() && after.get().equals(PrintCursor.of(one));
                }
                if (!rows.isEmpty()) {
                    groups.add(new Group(
                            section.heading(),
                            section.isInPageLanguage(),
                            section.noteHeading(),
                            section.people().size(),
                            rows));
                }
            }
            return isBegun
                    ? Optional.of(new ParticipantsPage(
                            session,
                            having(RegistrationState.Confirmed.class).count(),
                            having(RegistrationState.Waitlisted.class).count(),
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
                    say("participants.present"),
                    bySurname(having(RegistrationState.Confirmed.class).filter(who))));
        }

        private static List<Participant> bySurname(Stream<Participant> people) {
            return SurnameOrder.sorted(people, one -> one.person().name());
        }

        private void add(Section section) {
            if (!section.people().isEmpty()) {
                sections.add(section);
            }
        }

        private Stream<Participant> having(Class<? extends RegistrationState> state) {
            return people.stream().filter(one -> state.isInstance(one.state()));
        }

        private Row row(Participant one) {
            String note = note(one);
            // Somebody who waits may have the place of a person who does not come.
            boolean hasBox = note.isEmpty() || one.state() instanceof RegistrationState.Waitlisted;
            return new Row(one.person().name(), one.person().organisation().orElse(""), note, hasBox, remark(one));
        }

        private String note(Participant one) {
            return switch (one.state()) {
                case RegistrationState.Waitlisted _ ->
                    one.position().stream()
                            .mapToObj(String::valueOf)
                            .findFirst()
                            .orElse("");
                case RegistrationState.Cancelled cancelled -> moment(cancelled.since());
                case RegistrationState.Declined _,
                        RegistrationState.Confirmed _,
                        RegistrationState.UnderReview _,
                        RegistrationState.Invitation _ ->
                    one.present()
                            .map(there -> there ? say("form.yes") : say("form.no"))
                            .orElse("");
            };
        }

        private String remark(Participant one) {
            if (!(one.state() instanceof RegistrationState.Active)) {
                return "";
            }
            boolean isWithoutMail = one.mailProblem()
                    .filter(problem -> problem.kind().stopsLetters())
                    .isPresent();
            if (isWithoutMail) {
                return say("participants.no-mail");
            }
            return one.proof().isGiven() ? "" : say("participants.unconfirmed");
        }

        private String moment(Instant at) {
            return Dates.shortMoment(at.atZone(session.document().when().zone()), language);
        }

        private static long weight(Row row) {
            return ROW_OVERHEAD
                    + weight(row.name())
                    + weight(row.organisation())
                    + row.note().length()
                    + (row.remark().isEmpty()
                            ? 0
                            : REMARK_OVERHEAD + row.remark().length());
        }

        /** Returns the bytes of a text with its ampersands and angle brackets escaped for HTML. */
        private static long weight(String words) {
            long escaped =
                    words.chars().filter(c -> c == '&' || c == '<' || c == '>').count();
            return ResponseSize.of(words) + 4 * escaped;
        }

        private String say(String key) {
            return Pages.TEXTS.text(language, key);
        }
    }
}
