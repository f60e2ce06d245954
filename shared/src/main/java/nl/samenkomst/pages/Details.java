package nl.samenkomst.pages;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.session.ProgrammePart;
import nl.samenkomst.domain.session.SessionDocument;
import nl.samenkomst.texts.Dates;

/** What a session is about, as the page that shows it has it in words: its summary and programme. */
public record Details(Page page, SessionDocument document) {

    public List<String> paragraphs(String summary) {
        return summary.isEmpty() ? List.of() : List.of(summary.split("\n\\s*\n", -1));
    }

    /** The times of a part, as far as they are known. */
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

    /** The moment that a part's times begin with, for programs that read the page. */
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
