package nl.samenkomst.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.ThemePlaces;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.document.Theme;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.texts.Texts;

/** A session's numbers in its language: of people per state, of places in all and per theme, of who was present. */
public final class NumbersTable {

    private static final Texts TEXTS = new Texts("lists");

    private final SessionDocument document;
    private final Places places;
    private final Language language;

    private NumbersTable(SessionSnapshot seen) {
        this.document = seen.session().document();
        this.places = seen.places();
        this.language = document.about().language();
    }

    /**
     * Rows under the same headings.
     *
     * @param headings the first is that of the rows' labels
     */
    public record Section(List<String> headings, List<Row> rows) {

        public Section {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of numbers.
     *
     * @param numbers empty where there is no limit
     */
    public record Row(String label, List<OptionalInt> numbers) {

        public Row {
            numbers = List.copyOf(numbers);
        }

        private static Row of(String label, int number) {
            return new Row(label, List.of(OptionalInt.of(number)));
        }
    }

    /** Returns the sections; the one about themes only if the session has any. */
    public static List<Section> of(SessionSnapshot seen) {
        return new NumbersTable(seen).sections();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(counted("numbers.states", "state.", SessionNumbers.perState(places)));
        sections.add(new Section(
                List.of(text("numbers.places"), text("numbers.number")),
                List.of(
                        new Row(text("numbers.limit"), List.of(places.limit())),
                        Row.of(text("numbers.taken"), places.taken()),
                        new Row(text("numbers.left"), List.of(places.left())))));
        if (!places.themes().isEmpty()) {
            sections.add(themes());
        }
        sections.add(new Section(
                List.of(text("numbers.addresses"), text("numbers.number")),
                List.of(
                        Row.of(text("numbers.unconfirmed"), places.count(Count.UNCONFIRMED)),
                        Row.of(text("numbers.unconfirmed-places"), places.count(Count.UNCONFIRMED_PLACES)))));
        sections.add(counted("numbers.presence", "presence.", SessionNumbers.presence(places)));
        return sections;
    }

    private Section counted(String heading, String prefix, Map<String, Integer> numbers) {
        return new Section(
                List.of(text(heading), text("numbers.number")),
                numbers.entrySet().stream()
                        .map(number -> Row.of(text(prefix + number.getKey()), number.getValue()))
                        .toList());
    }

    private Section themes() {
        return new Section(
                List.of(
                        text("column.theme"),
                        text("numbers.limit"),
                        text("numbers.taken"),
                        text("numbers.left"),
                        text("numbers.waiting"),
                        text("numbers.unconfirmed-places")),
                places.themes().entrySet().stream()
                        .map(theme -> theme(theme.getKey(), theme.getValue()))
                        .toList());
    }

    private Row theme(ThemeId id, ThemePlaces counted) {
        Optional<Theme> theme = document.theme(id);
        return new Row(
                theme.map(Theme::title).orElse(id.value()),
                List.of(
                        counted.limit(),
                        OptionalInt.of(counted.taken()),
                        places.left(id),
                        OptionalInt.of(counted.waiting()),
                        OptionalInt.of(counted.unconfirmed())));
    }

    private String text(String key) {
        return TEXTS.text(language, key);
    }
}
