package nl.samenkomst.pages;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.ProgrammePart;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.texts.Dates;

/** A session's summary and programme, in the words of the page that shows them. */
public record Details(Page page, SessionDocument document) {

    public List<String> paragraphs(String summary) {
        return summary.isEmpty() ? List.of() : List.of(summary.split("\n\\s*\n", -1));
    }

    /** Returns whether the time of any part is known. */
    public boolean hasTimes() {
        return document.programme().stream().anyMatch(part -> times(part).isPresent());
    }

    /** Returns the known times of a part, with the date unless it is the session's first day; empty if unknown. */
    public Optional<String> times(ProgrammePart part) {
        if (part.from().isPresent() && part.to().isPresent()) {
            String hours = Dates.hours(part.from().get(), part.to().get(), page.language());
            return Optional.of(onAnotherDay(part.from().get())
                    .map(day -> day + ", " + hours)
                    .orElse(hours));
        }
        if (part.from().isPresent()) {
            return Optional.of(timeOrMoment(part.from().get()));
        }
        return part.to().map(to -> page.say("session.programme.until", "time", timeOrMoment(to)));
    }

    /** Returns the part's start, or else its end, as a machine-readable date and time; empty if neither is known. */
    public Optional<String> machineTime(ProgrammePart part) {
        return part.from().or(part::to).map(Page::machine);
    }

    private Optional<String> onAnotherDay(ZonedDateTime moment) {
        boolean sameDay = moment.toLocalDate().equals(document.when().start().toLocalDate());
        return sameDay ? Optional.empty() : Optional.of(Dates.day(moment, page.language()));
    }

    private String timeOrMoment(ZonedDateTime moment) {
        return onAnotherDay(moment).isPresent()
                ? Dates.moment(moment, page.language())
                : Dates.time(moment, page.language());
    }
}
