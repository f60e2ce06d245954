package nl.samenkomst.pages;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.agenda.AgendaChoice;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.agenda.Facet;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.urls.DeskUrls;

/**
 * Model of {@code agenda.jte}: a page of the agenda, its filters, and links to other pages.
 *
 * @param urls the desk's; empty if the page offers no subscription
 */
public record AgendaPage(AgendaQuery query, AgendaResults part, Optional<DeskUrls> urls, Language language, Instant now)
        implements Page {

    /** The sessions that start in one month, in agenda order. */
    public record Month(String label, List<SessionSnapshot> sessionSnapshots) {}

    /** A facet to filter by. */
    public record Filter(Facet facet, String label, List<Option> options) {}

    /** A value of a facet; its label includes the number of sessions. */
    public record Option(String value, String label, boolean isChosen) {}

    /** An active filter, and the address of the agenda without it. */
    public record Chosen(String label, String address) {}

    /**
     * A link to another page.
     *
     * @param relation the link's {@code rel}, {@code prev} or {@code next}; empty for none
     */
    public record Way(String label, String address, Optional<String> relation) {}

    @Override
    public String title() {
        String title = isPast() ? say("agenda.title.past") : say("agenda.title");
        String filtered = chosen().isEmpty()
                ? title
                : say(
                        "agenda.title.filtered",
                        "title",
                        title,
                        "filter",
                        String.join(", ", query.filter().values()));
        return part.page() > 1 ? say("agenda.title.page", "title", filtered, "page", part.page()) : filtered;
    }

    @Override
    public Optional<String> description() {
        return Optional.of(say("agenda.lead"));
    }

    @Override
    public String in(Language other) {
        return DeskUrls.agenda(query, other);
    }

    public String heading() {
        return isPast() ? say("agenda.title.past") : say("agenda.title");
    }

    public boolean isPast() {
        return query.direction() == AgendaDirection.PAST;
    }

    public String coming() {
        return DeskUrls.agenda(query.inDirection(AgendaDirection.UPCOMING), language);
    }

    public String past() {
        return DeskUrls.agenda(query.inDirection(AgendaDirection.PAST), language);
    }

    /** Returns the sessions grouped by the month in which they start, in agenda order. */
    public List<Month> months() {
        Map<YearMonth, List<SessionSnapshot>> months = new LinkedHashMap<>();
        for (SessionSnapshot sessionSnapshot : part.sessionSnapshots()) {
            months.computeIfAbsent(YearMonth.from(start(sessionSnapshot)), month -> new ArrayList<>())
                    .add(sessionSnapshot);
        }
        return months.entrySet().stream()
                .map(month -> new Month(Dates.month(month.getKey(), language), month.getValue()))
                .toList();
    }

    public static ZonedDateTime start(SessionSnapshot sessionSnapshot) {
        return sessionSnapshot.session().document().when().start();
    }

    /** Returns the date and hours without the year, which is in the heading of the month. */
    public String whenOfYear(SessionSnapshot sessionSnapshot) {
        return inZone(
                Dates.whenOfYear(sessionSnapshot.session().document().when(), language), sessionSnapshot.session());
    }

    public String shortWeekday(SessionSnapshot sessionSnapshot) {
        return Dates.shortWeekday(start(sessionSnapshot), language);
    }

    public String shortMonth(SessionSnapshot sessionSnapshot) {
        return Dates.shortMonth(start(sessionSnapshot), language);
    }

    public Picture picture(SessionSnapshot sessionSnapshot) {
        return Picture.of(sessionSnapshot.session(), 4, 4);
    }

    /** Returns the tone of the sign-up state: good if a place can be had, wait if it may come later, plain if not. */
    public Tone tone(SessionSnapshot sessionSnapshot) {
        return switch (sessionSnapshot.signUp(now)) {
            case OPEN, REVIEW -> Tone.GOOD;
            case WAITING_LIST, NOT_YET -> Tone.WAIT;
            case INVITED, FULL, CLOSED -> Tone.PLAIN;
            case CANCELLED -> Tone.BAD;
        };
    }

    /** Returns the filters that have values, including a chosen one that no session has, so that the form keeps it. */
    public List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            List<Option> options = options(facet);
            if (!options.isEmpty()) {
                filters.add(new Filter(facet, label(facet), options));
            }
        }
        return filters;
    }

    public List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            query.filter()
                    .value(facet)
                    .ifPresent(value -> chosen.add(new Chosen(
                            say("agenda.filter.chosen", "filter", label(facet), "value", value),
                            DeskUrls.agenda(query.withFilter(query.filter().without(facet)), language))));
        }
        return chosen;
    }

    /** Returns the agenda without filters: upcoming or past, as this page. */
    public String unfiltered() {
        return DeskUrls.agenda(AgendaQuery.of(query.direction(), AgendaFilter.NONE), language);
    }

    /** Returns the number of sessions in words, with the page number if there are several pages. */
    public String count() {
        String count = part.total() == 1 ? say("agenda.count.one") : say("agenda.count", "sessions", part.total());
        return part.pages() == 1
                ? count
                : say("agenda.count.page", "count", count, "page", part.page(), "pages", part.pages());
    }

    /** Returns what the reader can do instead if no session was found. */
    public String instead() {
        if (!query.filter().isNone()) {
            return isPast() ? say("agenda.empty.filtered.past.instead") : say("agenda.empty.filtered.instead");
        }
        return isPast() ? say("agenda.empty.past.instead") : say("agenda.empty.instead");
    }

    /** Returns the sentence that no session was found. */
    public String nothing() {
        if (!query.filter().isNone()) {
            return isPast() ? say("agenda.empty.filtered.past") : say("agenda.empty.filtered");
        }
        return isPast() ? say("agenda.empty.past") : say("agenda.empty");
    }

    /** Returns the notice that the counts cover only the part of the agenda that was read; empty if all was read. */
    public Optional<String> caveat() {
        if (part.next().isEmpty() && query.after().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(isPast() ? say("agenda.part.past") : say("agenda.part"));
    }

    /** Returns the links to the previous, next and first page, as far as they apply. */
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        if (part.page() > 1) {
            ways.add(way(say("agenda.previous"), query.page(part.page() - 1), Optional.of("prev")));
        }
        query.next(part).ifPresent(next -> ways.add(way(onwards(), next, Optional.of("next"))));
        if (part.page() > 2 || query.after().isPresent()) {
            ways.add(way(say("agenda.first"), query.withFilter(query.filter()), Optional.empty()));
        }
        return ways;
    }

    /** Returns the iCalendar feed of what matches the query's filters, upcoming also on a page of past sessions. */
    public String calendar() {
        return DeskUrls.agendaCalendar(query.filter(), language);
    }

    /** Returns the address of the calendar feed, for people to copy. */
    public Optional<String> calendarAddress() {
        return urls.map(desk -> desk.absolute(calendar()).toString());
    }

    /** Returns the link that makes a calendar program subscribe. */
    public Optional<String> subscription() {
        return urls.map(desk -> desk.subscription(calendar()).toString());
    }

    /** Returns the query's Atom feed; it starts at the beginning. */
    public String feed() {
        return DeskUrls.agendaFeed(query.withFilter(query.filter()), language);
    }

    public String data() {
        return DeskUrls.apiAgenda(query.withFilter(query.filter()), language);
    }

    /** Returns the sign-up state in a few words. */
    public String signUp(SessionSnapshot sessionSnapshot) {
        return switch (sessionSnapshot.signUp(now)) {
            case OPEN -> open(sessionSnapshot.places().publicLeft());
            case WAITING_LIST -> say("agenda.waiting-list");
            case REVIEW -> say("agenda.review");
            case INVITED -> say("agenda.invited");
            case FULL -> say("agenda.full");
            case NOT_YET ->
                say(
                        "agenda.not-yet",
                        "moment",
                        Dates.moment(
                                sessionSnapshot
                                        .session()
                                        .document()
                                        .signUp()
                                        .opens()
                                        .orElseThrow(),
                                language));
            case CLOSED -> closed(sessionSnapshot);
            case CANCELLED -> isOver(sessionSnapshot) ? say("agenda.cancelled.past") : say("agenda.cancelled");
        };
    }

    /** Returns the region, if any, then the topics. */
    public List<String> labels(SessionSnapshot sessionSnapshot) {
        About about = sessionSnapshot.session().document().about();
        List<String> labels = new ArrayList<>(about.topics());
        about.region().ifPresent(region -> labels.addFirst(region));
        return labels;
    }

    private List<Option> options(Facet facet) {
        Optional<String> chosen = query.filter().value(facet);
        List<AgendaChoice> choices = new ArrayList<>(part.choices(facet));
        chosen.filter(value ->
                        choices.stream().noneMatch(choice -> choice.value().equals(value)))
                .ifPresent(value -> choices.addFirst(new AgendaChoice(value, 0)));
        return choices.stream()
                .map(choice -> new Option(
                        choice.value(),
                        say("agenda.filter.option", "value", choice.value(), "sessions", choice.sessions()),
                        chosen.isPresent() && chosen.get().equals(choice.value())))
                .toList();
    }

    private String label(Facet facet) {
        return switch (facet) {
            case TOPIC -> say("agenda.filter.topic");
            case AUDIENCE -> say("agenda.filter.audience");
            case REGION -> say("agenda.filter.region");
            case SERIES -> say("agenda.filter.series");
        };
    }

    private String onwards() {
        if (part.page() < part.pages()) {
            return say("agenda.next");
        }
        return isPast() ? say("agenda.earlier") : say("agenda.later");
    }

    private Way way(String label, AgendaQuery to, Optional<String> relation) {
        return new Way(label, DeskUrls.agenda(to, language), relation);
    }

    private String closed(SessionSnapshot sessionSnapshot) {
        if (!isOver(sessionSnapshot)) {
            return sessionSnapshot.session().document().when().hasStartedBy(now)
                    ? say("agenda.started")
                    : say("agenda.closed");
        }
        boolean isReadable =
                !sessionSnapshot.session().document().materialsAt(now).isEmpty();
        return isReadable ? say("agenda.over.materials") : say("agenda.over");
    }

    private boolean isOver(SessionSnapshot sessionSnapshot) {
        return sessionSnapshot.session().document().when().hasEndedBy(now);
    }

    private String open(OptionalInt left) {
        if (left.isEmpty()) {
            return say("agenda.open");
        }
        return left.getAsInt() == 1 ? say("agenda.one-left") : say("agenda.left", "places", left.getAsInt());
    }
}
