package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;

/** Model of {@code sessionfigures.jte}: the figures of one session. */
public record SessionFiguresPage(Viewer viewer, Session about, Tally tally) implements FiguresTexts {

    @Override
    public String template() {
        return "sessionfigures";
    }

    @Override
    public String heading() {
        return say("title");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(about);
    }

    /** A number with a bar that shows it as a part of all sign-ups. */
    public record Row(String label, String text, int number) {}

    public List<Row> rows() {
        return List.of(
                row("column.signed-up", String.valueOf(tally.signedUp()), tally.signedUp()),
                row("column.places", String.valueOf(tally.places()), tally.places()),
                row("column.came", marked(tally, tally.came()), tally.came()),
                row("column.absent", marked(tally, tally.absent()), tally.absent()),
                row("column.waiting", String.valueOf(tally.waiting()), tally.waiting()),
                row("column.cancelled", cancelled(tally), tally.cancelled()));
    }

    private Row row(String key, String text, int number) {
        return new Row(FIGURES.text(language(), key), text, number);
    }

    public boolean areNamesKept() {
        return viewer().now().isBefore(about.document().forgetAt());
    }

    /** Returns the day from which the names are gone. */
    public String forgottenOn() {
        return Dates.day(
                about.document().forgetAt().atZone(about.document().when().zone()), language());
    }
}
