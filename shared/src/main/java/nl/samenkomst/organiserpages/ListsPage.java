package nl.samenkomst.organiserpages;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.desk.RecordExport;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;

/** Model of {@code lists.jte}: the lists that can be taken away, what is in each, and what to do with it. */
public record ListsPage(Session about, Viewer viewer) implements DoorTexts {

    /** A list to take away. */
    public record Choice(String title, String text, String href, String button) {}

    @Override
    public String template() {
        return "lists";
    }

    @Override
    public String heading() {
        return say("lists.title");
    }

    @Override
    public Optional<Session> session() {
        return Optional.of(about);
    }

    public List<Choice> choices() {
        return List.of(
                new Choice(
                        say("lists.xlsx"),
                        say("lists.xlsx.text"),
                        href(RecordExport.Format.XLSX),
                        say("lists.xlsx.get")),
                new Choice(
                        say("lists.csv"), say("lists.csv.text"), href(RecordExport.Format.CSV), say("lists.csv.get")),
                new Choice(
                        say("lists.paper"),
                        say("lists.paper.text"),
                        href(RecordExport.Format.PAPER),
                        say("lists.paper.get")));
    }

    /** Returns the day after which the desk itself no longer has these data. */
    public String keptUntil() {
        return Dates.dayOfYear(
                about.document().forgetAt().atZone(about.document().when().zone()), language());
    }

    private String href(RecordExport.Format format) {
        return links().session(about.id(), "list." + format.extension());
    }
}
