package nl.samenkomst.domain.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.registration.LetterAhead;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SkippableLetter;

/**
 * What leaves when about a session, to how many, and why not to others, as things stand: the letters at moments planned
 * for everybody, and those that answer what one person does.
 *
 * @param people how many registrations it is made from
 * @param planned first to leave first
 * @param others by kind
 */
public record Timetable(int people, List<Planned> planned, List<Others> others) {

    public Timetable {
        planned = List.copyOf(planned);
        others = List.copyOf(others);
    }

    /**
     * A letter at a moment planned for everybody.
     *
     * @param toSend to how many it will be sent
     * @param sent to how many it was sent
     * @param notTo how many others do not get it, by the reason
     */
    public record Planned(
            SkippableLetter letter, Instant at, int toSend, int sent, Map<WhyNot, Integer> notTo, boolean isSkipped) {

        public Planned {
            notTo = Map.copyOf(notTo);
        }

        /** Returns whether its moment has come, after which it is skipped no more, nor taken back. */
        public boolean isPast(Instant now) {
            return !at.isAfter(now);
        }
    }

    /**
     * The letters of one kind that leave when something happens to a person or the session.
     *
     * @param next when the first of those to be sent leaves; empty if none is to be sent
     * @param last when the last of those sent left; empty if none was
     */
    public record Others(LetterKind kind, int toSend, Optional<Instant> next, int sent, Optional<Instant> last) {}

    /** Returns the timetable of these registrations. */
    public static Timetable of(Session session, Iterable<Registration> registrations, Instant now) {
        Counting counting = new Counting(session, now);
        int people = 0;
        for (Registration registration : registrations) {
            people++;
            counting.add(registration);
        }
        return new Timetable(
                people,
                counting.rows.stream().map(row -> row.counted(session)).toList(),
                counting.others.entrySet().stream()
                        .map(kind -> kind.getValue().counted(kind.getKey()))
                        .toList());
    }

    /** The planned letter with what was counted of it so far. */
    private static final class Row {

        private final SkippableLetter letter;
        private final Instant at;

        /** When the next reminder is planned, from which moment a reminder that was sent is not this one; the start. */
        private final Instant until;

        private final Map<WhyNot, Integer> notTo = new EnumMap<>(WhyNot.class);
        private int toSend;
        private int sent;

        Row(SkippableLetter letter, Instant at, Instant until) {
            this.letter = letter;
            this.at = at;
            this.until = until;
        }

        boolean isSentBy(SentLetter one) {
            return isOf(one.kind()) && !one.at().isBefore(at) && one.at().isBefore(until);
        }

        boolean isAhead(LetterAhead one) {
            boolean isSame = switch (letter) {
                case SkippableLetter.Reminder _ -> one.letter().from().equals(at);
                case SkippableLetter.FollowUp _ -> true;
            };
            return isSame && isOf(Optional.of(one.letter().kind()));
        }

        private boolean isOf(Optional<LetterKind> kind) {
            LetterKind own = switch (letter) {
                case SkippableLetter.Reminder _ -> LetterKind.REMINDER;
                case SkippableLetter.FollowUp _ -> LetterKind.FOLLOW_UP;
            };
            return kind.filter(own::equals).isPresent();
        }

        Planned counted(Session session) {
            return new Planned(
                    letter, at, toSend, sent, notTo, session.skipped().includes(letter));
        }
    }

    /** Letters of one kind with what was counted of them so far. */
    private static final class Sum {

        private int toSend;
        private Optional<Instant> next = Optional.empty();
        private int sent;
        private Optional<Instant> last = Optional.empty();

        void toSend(Instant at) {
            toSend++;
            next = next.filter(at::isAfter).or(() -> Optional.of(at));
        }

        void sent(Instant at) {
            sent++;
            last = last.filter(at::isBefore).or(() -> Optional.of(at));
        }

        Others counted(LetterKind kind) {
            return new Others(kind, toSend, next, sent, last);
        }
    }

    private static final class Counting {

        private final Session session;
        private final Instant now;
        private final List<Row> rows;
        private final Map<LetterKind, Sum> others = new TreeMap<>();

        Counting(Session session, Instant now) {
            this.session = session;
            this.now = now;
            this.rows = rows(session);
        }

        private static List<Row> rows(Session session) {
            List<SkippableLetter> letters = Stream.<SkippableLetter>concat(
                            session.document().reminders().stream().distinct().map(SkippableLetter.Reminder::new),
                            Stream.of(new SkippableLetter.FollowUp()))
                    .sorted(Comparator.comparing(letter -> moment(letter, session)))
                    .toList();
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < letters.size(); i++) {
                Instant until = i + 1 < letters.size() ? moment(letters.get(i + 1), session) : Instant.MAX;
                rows.add(new Row(letters.get(i), moment(letters.get(i), session), until));
            }
            return rows;
        }

        private static Instant moment(SkippableLetter letter, Session session) {
            return letter.plannedAt(session.document()).orElseThrow();
        }

        void add(Registration registration) {
            List<LetterAhead> ahead = LetterAhead.all(session, registration, now);
            List<SentLetter> sent = registration.letters().sent();
            for (Row row : rows) {
                if (ahead.stream().anyMatch(row::isAhead)) {
                    row.toSend++;
                } else if (sent.stream().anyMatch(row::isSentBy)) {
                    row.sent++;
                } else {
                    row.notTo.merge(WhyNot.of(row.letter, row.at, session, registration), 1, Integer::sum);
                }
            }
            for (LetterAhead one : ahead) {
                if (rows.stream().noneMatch(row -> row.isAhead(one))) {
                    sum(one.letter().kind()).toSend(one.at());
                }
            }
            for (SentLetter one : sent) {
                if (one.kind().isPresent() && rows.stream().noneMatch(row -> row.isSentBy(one))) {
                    sum(one.kind().get()).sent(one.at());
                }
            }
        }

        private Sum sum(LetterKind kind) {
            return others.computeIfAbsent(kind, _ -> new Sum());
        }
    }
}
