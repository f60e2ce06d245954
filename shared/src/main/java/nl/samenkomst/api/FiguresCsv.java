package nl.samenkomst.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.figures.SessionFigures;
import nl.samenkomst.domain.figures.Tally;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Texts;

/** Writes figures as CSV: a line per session, and a column for each type of organisation. */
public final class FiguresCsv {

    /** The media type, with a header line. */
    public static final String TYPE = RegistrationsCsv.TYPE;

    private static final Texts TEXTS = new Texts("figures");

    private FiguresCsv() {}

    public static String of(List<SessionFigures> figures, Language language) {
        Csv csv = Csv.in(language);
        List<String> labels = figures.stream()
                .flatMap(one -> one.tally().groups().stream())
                .map(Tally.Group::label)
                .distinct()
                .toList();
        StringBuilder file = new StringBuilder(Csv.BYTE_ORDER_MARK);
        file.append(csv.line(headings(labels, language)));
        figures.forEach(one -> file.append(csv.line(cells(one, labels))));
        return file.toString();
    }

    private static List<String> headings(List<String> labels, Language language) {
        List<String> headings = new ArrayList<>();
        for (String key : List.of(
                "field.id",
                "column.session",
                "column.series",
                "field.when",
                "column.signed-up",
                "column.places",
                "column.came",
                "column.absent",
                "column.waiting",
                "column.cancelled",
                "field.cancelled-late")) {
            headings.add(TEXTS.text(language, key));
        }
        headings.addAll(labels);
        return headings;
    }

    /** Returns the cells of a session; empty ones for what was not counted. */
    private static List<String> cells(SessionFigures figures, List<String> labels) {
        Session session = figures.session();
        Tally tally = figures.tally();
        List<String> cells = new ArrayList<>(List.of(
                session.id().value(),
                session.document().about().title(),
                session.document().about().series().orElse(""),
                session.document().when().start().toOffsetDateTime().toString(),
                String.valueOf(tally.signedUp()),
                String.valueOf(tally.places()),
                tally.hasPresence() ? String.valueOf(tally.came()) : "",
                tally.hasPresence() ? String.valueOf(tally.absent()) : "",
                String.valueOf(tally.waiting()),
                String.valueOf(tally.cancelled()),
                written(tally.cancelledLate())));
        for (String label : labels) {
            Optional<Tally.Group> group = tally.groups().stream()
                    .filter(one -> one.label().equals(label))
                    .findFirst();
            cells.add(group.map(one -> String.valueOf(one.number())).orElse(""));
        }
        return cells;
    }

    private static String written(OptionalInt number) {
        return number.isPresent() ? String.valueOf(number.getAsInt()) : "";
    }
}
