package nl.samenkomst.domain.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.samenkomst.domain.agenda.AgendaCursor;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.StartQuery;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.SessionId;

/**
 * Which sessions' figures are wanted: those that start in a year, and of one series.
 *
 * @param year empty for all
 * @param series empty for all
 */
public record FiguresQuery(OptionalInt year, Optional<String> series) {

    /** Sessions read at most, the last to start; the page says if there were more. */
    public static final int MAX_SESSIONS = 200;

    /** The value of the parameter {@code year} for all years. */
    public static final String EVERY_YEAR = "all";

    private static final Pattern YEAR = Pattern.compile("2[01]\\d\\d");

    /** Returns the query of these parameters; this year if they name no year. */
    public static FiguresQuery of(String year, String series, Instant now) {
        OptionalInt wanted = year.equals(EVERY_YEAR)
                ? OptionalInt.empty()
                : OptionalInt.of(YEAR.matcher(year).matches() ? Integer.parseInt(year) : thisYear(now));
        return new FiguresQuery(wanted, Optional.of(series).filter(name -> !name.isEmpty()));
    }

    private static int thisYear(Instant now) {
        return now.atZone(ZoneOffset.UTC).getYear();
    }

    /** Returns the query that finds these sessions, and a few of the next day that {@link #matching} leaves out. */
    public StartQuery query() {
        LocalDate last = year.isPresent() ? LocalDate.of(year.getAsInt() + 1, 1, 2) : LocalDate.of(9999, 1, 1);
        return new StartQuery(
                AgendaDirection.PAST,
                AgendaCursor.from(last.atStartOfDay(ZoneOffset.UTC).toInstant()),
                MAX_SESSIONS);
    }

    /** Returns whether a session starts in the year, on its own clock. */
    private boolean isInYear(SessionSnapshot one) {
        return year.isEmpty() || one.session().document().when().start().getYear() == year.getAsInt();
    }

    /** Returns the sessions that match, with their figures, in the same order. */
    public List<SessionFigures> matching(List<SessionSnapshot> found, Map<SessionId, Tally> kept) {
        return found.stream()
                .filter(this::isInYear)
                .filter(one -> series.isEmpty()
                        || one.session().document().about().series().equals(series))
                .map(one -> new SessionFigures(
                        one.session(),
                        Optional.ofNullable(kept.get(one.session().id())).orElseGet(() -> Tally.of(one.places()))))
                .toList();
    }

    /** Returns the series of the sessions in the year, in alphabetical order. */
    public List<String> seriesAmong(List<SessionSnapshot> found) {
        return List.copyOf(found.stream()
                .filter(this::isInYear)
                .flatMap(one -> one.session().document().about().series().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Returns whether more sessions may match than were read, since reading stopped within the year. */
    public boolean isCut(Optional<AgendaCursor> next) {
        return next.filter(after -> year.isEmpty()
                        || !after.moment()
                                .isBefore(LocalDate.of(year.getAsInt(), 1, 1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()))
                .isPresent();
    }

    /** Returns the figures of each series together, in alphabetical order; sessions of no series are in none. */
    public static Map<String, Tally> perSeries(List<SessionFigures> figures) {
        Map<String, Tally> sums = new TreeMap<>();
        for (SessionFigures one : figures) {
            one.session().document().about().series().ifPresent(name -> sums.merge(name, one.tally(), Tally::plus));
        }
        return sums;
    }

    /** Returns the figures of all together. */
    public static Tally total(List<SessionFigures> figures) {
        return figures.stream().map(SessionFigures::tally).reduce(Tally.NONE, Tally::plus);
    }
}
