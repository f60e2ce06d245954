package nl.samenkomst.organiserpages;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.figures.FiguresQuery;
import nl.samenkomst.domain.figures.SessionFigures;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.urls.OrganiserUrls;

/**
 * Model of {@code figures.jte}: the figures of sessions of a year, or of a series.
 *
 * @param figures last to start first
 * @param series the series to choose from
 * @param isCut whether there are more sessions than were read
 */
public record FiguresPage(
        Viewer viewer, FiguresQuery query, List<SessionFigures> figures, List<String> series, boolean isCut)
        implements FiguresTexts {

    public FiguresPage {
        figures = List.copyOf(figures);
        series = List.copyOf(series);
    }

    @Override
    public String template() {
        return "figures";
    }

    @Override
    public String heading() {
        return query.year().isPresent() ? say("title.year", "year", query.year().getAsInt()) : say("title.all");
    }

    public Tally total() {
        return FiguresQuery.total(figures);
    }

    /** Returns the figures per series; none if one series was asked for, whose figures are those of all. */
    public Map<String, Tally> perSeries() {
        return query.series().isPresent() ? Map.of() : FiguresQuery.perSeries(figures);
    }

    public String day(Session session) {
        return Dates.day(session.document().when().start(), language());
    }

    /** Returns the plot of sign-ups, one bar for each session, the first to start first. */
    public SignUpPlot plot() {
        return SignUpPlot.ofNumbers(
                figures.reversed().stream().map(one -> one.tally().signedUp()).toList());
    }

    public String firstDay() {
        return day(figures.getLast().session());
    }

    public String lastDay() {
        return day(figures.getFirst().session());
    }

    public String yearValue() {
        return query.year().isPresent() ? String.valueOf(query.year().getAsInt()) : FiguresQuery.EVERY_YEAR;
    }

    /** Returns the years to choose from: the last five, the next one, and the one shown. */
    public List<Integer> years() {
        int now = viewer().now().atZone(ZoneOffset.UTC).getYear();
        List<Integer> years = new ArrayList<>();
        for (int year = now + 1; year > now - 5; year--) {
            years.add(year);
        }
        query.year().ifPresent(shown -> {
            if (!years.contains(shown)) {
                years.add(shown);
            }
        });
        return years;
    }

    public boolean isSeries(String name) {
        return query.series().equals(Optional.of(name));
    }

    public String file() {
        List<String> parameters = new ArrayList<>(List.of(OrganiserUrls.YEAR, yearValue()));
        query.series().ifPresent(name -> parameters.addAll(List.of(OrganiserUrls.SERIES, name)));
        return links().figuresFile(parameters.toArray(String[]::new));
    }

    /** Returns the figures of the same year of one series. */
    public String ofSeries(String name) {
        return links().figures(OrganiserUrls.YEAR, yearValue(), OrganiserUrls.SERIES, name);
    }
}
