package nl.samenkomst.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.samenkomst.api.NumbersTable;
import nl.samenkomst.api.RegistrationTable;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.PartLimit;
import nl.samenkomst.domain.ResponseSize;
import nl.samenkomst.domain.organiser.ListedRegistration;
import nl.samenkomst.domain.organiser.RegistrationCursor;
import nl.samenkomst.domain.organiser.RegistrationPart;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Texts;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the organiser's list as an Excel workbook (ECMA-376) in the session's language: a sheet of people, in which
 * every cell is text, and a sheet of numbers. The same list always gives the same bytes.
 */
public final class RegistrationsXlsx {

    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String APPLICATION = "Samenkomst";

    private static final Texts TEXTS = new Texts("lists");

    /** Excel reads {@code _x0041_} in a text as the character with that number (ECMA-376 Part 1 §22.9.2.19). */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private static final String ESCAPED_UNDERSCORE = "_x005F_";

    // Widths of columns, in characters.
    private static final int MIN_WIDTH = 8;
    private static final int MAX_WIDTH = 60;
    private static final int PADDING = 2;

    /** The button of a filter, which covers the end of a heading. */
    private static final int FILTER_BUTTON = 3;

    private final RegistrationPart part;
    private final RegistrationTable table;
    private final Language language;

    private RegistrationsXlsx(RegistrationPart part) {
        this.part = part;
        this.table = RegistrationTable.of(part);
        this.language = part.session().document().about().language();
    }

    /**
     * A workbook with as much of the list as one response holds.
     *
     * @param base64 its bytes, as Lambda carries them
     * @param next the registration after which the next workbook starts; empty if this one is the last
     */
    public record File(String base64, Optional<RegistrationCursor> next) {}

    /**
     * Writes one part of the list. Every part has the same columns, and the numbers of the whole list. If more follows,
     * the last row of people says so and gives the URL of the next part.
     *
     * @param addressAfter returns the URL of the part that starts after a registration
     */
    public static File of(RegistrationPart part, PartLimit limit, Function<RegistrationCursor, String> addressAfter) {
        RegistrationsXlsx list = new RegistrationsXlsx(part);
        List<ListedRegistration> people = part.registrations();
        File file = list.file(people, addressAfter);
        // How well a text can be compressed is known only afterwards; rarely does the first attempt not fit.
        while (limit.isExceededBy(people.size() - 1, file.base64().length())) {
            long fit = people.size() * limit.bytes() / file.base64().length();
            people = people.subList(0, Math.clamp(fit, 1, Math.min(people.size() - 1, limit.rows())));
            file = list.file(people, addressAfter);
        }
        return file;
    }

    /** Returns the bytes of a registration's cells before compression. */
    public static ToLongFunction<Registration> weight(Session session) {
        Function<Registration, Stream<String>> cells = RegistrationTable.cells(session);
        return registration ->
                cells.apply(registration).mapToLong(ResponseSize::of).sum();
    }

    /** Returns the Content-Disposition header with the file's name. */
    public static String disposition(Session session) {
        return RegistrationTable.disposition(session, "xlsx");
    }

    private File file(List<ListedRegistration> people, Function<RegistrationCursor, String> addressAfter) {
        boolean isMore = part.isCut() || people.size() < part.registrations().size();
        Optional<RegistrationCursor> next =
                isMore ? Optional.of(RegistrationCursor.of(people.getLast().registration())) : Optional.empty();
        return new File(Base64.getEncoder().encodeToString(bytes(people, next.map(addressAfter))), next);
    }

    private byte[] bytes(List<ListedRegistration> people, Optional<String> next) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, APPLICATION, null)) {
            // Timeless compresses it.
            workbook.setCompressionLevel(0);
            writePeople(workbook.newWorksheet(text("sheet.people")), people, next);
            writeNumbers(workbook.newWorksheet(text("sheet.numbers")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Timeless.workbook(bytes.toByteArray());
    }

    private void writePeople(Worksheet sheet, List<ListedRegistration> people, Optional<String> next) {
        List<String> headings = table.headings();
        int last = headings.size() - 1;
        int[] widths = headings.stream()
                .mapToInt(heading -> heading.length() + FILTER_BUTTON)
                .toArray();
        writeRow(sheet, 0, headings);
        for (int row = 1; row <= people.size(); row++) {
            List<String> cells = table.row(people.get(row - 1));
            writeRow(sheet, row, cells);
            for (int column = 0; column <= last; column++) {
                widths[column] = Math.max(widths[column], longestLine(cells.get(column)));
            }
        }
        for (int column = 0; column <= last; column++) {
            sheet.width(column, width(widths[column]));
        }
        sheet.range(0, 0, 0, last)
                .style()
                .bold()
                .verticalAlignment("top")
                .wrapText(true)
                .set();
        if (!people.isEmpty()) {
            // Format @ is text: what an organiser types over a cell also stays as it is typed.
            sheet.range(1, 0, people.size(), last)
                    .style()
                    .format("@")
                    .verticalAlignment("top")
                    .wrapText(true)
                    .set();
        }
        sheet.freezePane(0, 1);
        sheet.setAutoFilter(0, 0, people.size(), last);
        next.ifPresent(address -> writeRow(sheet, people.size() + 1, table.more(address)));
    }

    private void writeNumbers(Worksheet sheet) {
        int row = 0;
        int width = 0;
        for (NumbersTable.Section section : NumbersTable.of(part.seen())) {
            writeRow(sheet, row, section.headings());
            sheet.range(row, 0, row, section.headings().size() - 1)
                    .style()
                    .bold()
                    .set();
            row++;
            for (NumbersTable.Row numbers : section.rows()) {
                writeRow(sheet, row, List.of(numbers.label()));
                width = Math.max(width, numbers.label().length());
                int column = 1;
                for (OptionalInt number : numbers.numbers()) {
                    if (number.isPresent()) {
                        sheet.value(row, column, number.getAsInt());
                    }
                    column++;
                }
                row++;
            }
            row++;
        }
        sheet.width(0, width(width));
    }

    /** Writes cells of text; none for an empty one. */
    private static void writeRow(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                sheet.value(row, column, ESCAPE.matcher(cell).replaceAll(ESCAPED_UNDERSCORE));
            }
        }
    }

    private static int longestLine(String cell) {
        return cell.lines().mapToInt(String::length).max().orElse(0);
    }

    private static int width(int characters) {
        return Math.clamp(characters + PADDING, MIN_WIDTH, MAX_WIDTH);
    }

    private String text(String key) {
        return TEXTS.text(language, key);
    }
}
