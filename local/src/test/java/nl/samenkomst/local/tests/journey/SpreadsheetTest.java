package nl.samenkomst.local.tests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.samenkomst.local.desk.sam.Program;
import nl.samenkomst.local.tests.kit.DeskTestCase;
import nl.samenkomst.local.tests.kit.Organiser;
import nl.samenkomst.local.tests.kit.Prerequisites;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens the organiser's workbook and files in LibreOffice, as somebody in the Netherlands or in England does, and reads
 * every cell back; skipped where LibreOffice is missing, but failing in CI.
 */
@Tag("soffice")
final class SpreadsheetTest extends DeskTestCase {

    private static final String QUESTION = "Hoe bereiken we je?";

    private static final List<String> TYPED = List.of(
            "0612345678",
            "3-4",
            "+31612345678",
            "=1+1",
            "Élise komt ook",
            "graag 🙂",
            "eerst bellen,\ndan mailen",
            "bellen; mailen",
            "bellen, mailen",
            "\"liefst\" per mail");

    /** A sheet as CSV: comma, quotation mark, UTF-8, as shown, quotes only where needed, every sheet (-1). */
    private static final String EACH_SHEET =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

    @TempDir
    private Path folder;

    SpreadsheetTest() throws IOException, InterruptedException {}

    @Test
    void everyCellIsAsItWasTyped() throws Exception {
        Program soffice = Prerequisites.program("soffice");
        for (String language : List.of("nl", "en")) {
            publishAndSignUp(language);
            Files.write(folder.resolve(language + ".xlsx"), download(language, ".xlsx"));
            Files.write(folder.resolve("file-" + language + ".csv"), download(language, ".csv"));
        }
        // The separator that Windows and LibreOffice take in this locale, UTF-8, the locale, and quoted cells as text:
        // what LibreOffice's dialog proposes. One start for both kinds of file: these options are for CSV only.
        open(soffice, "--infilter=CSV:59,34,76,1,,1043,true", "nl.xlsx", "file-nl.csv");
        open(soffice, "--infilter=CSV:44,34,76,1,,2057,true", "file-en.csv");

        assertThat(answers("nl-Aanmeldingen.csv")).isEqualTo(TYPED);
        assertThat(sheet("nl-Aantallen.csv")).contains(List.of("heeft een plek", "10"));
        List<String> guarded =
                TYPED.stream().map(cell -> cell.equals("=1+1") ? "'=1+1" : cell).toList();
        assertThat(answers("file-nl-file-nl.csv")).isEqualTo(guarded);
        assertThat(answers("file-en-file-en.csv")).isEqualTo(guarded);
    }

    private void publishAndSignUp(String language) throws IOException, InterruptedException {
        Map<String, Object> question = Map.of("id", "bereiken", "label", QUESTION, "kind", "text");
        organiser.publish(
                language,
                Organiser.session(
                        "Bereikbaar", clock.inDays(30), Map.of("language", language, "questions", List.of(question))));
        for (int i = 0; i < TYPED.size(); i++) {
            assertThat(visitor.call(
                                    "/api/v1/sessions/" + language + "/registrations",
                                    Map.of(
                                            "name",
                                            "Persoon " + i,
                                            "email",
                                            "p" + i + "@example.org",
                                            "answers",
                                            Map.of("bereiken", TYPED.get(i))))
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    private byte[] download(String session, String extension) throws IOException, InterruptedException {
        return visitor.download("/api/v1/organiser/sessions/" + session + "/registrations" + extension);
    }

    /** Opens files in LibreOffice with a profile of its own, and saves each sheet. */
    private void open(Program soffice, String filter, String... files) throws IOException, InterruptedException {
        List<String> arguments = Stream.concat(
                        Stream.of(
                                "-env:UserInstallation="
                                        + folder.resolve("profile").toUri(),
                                "--headless",
                                "--norestore",
                                filter,
                                "--convert-to",
                                EACH_SHEET,
                                "--outdir",
                                folder.resolve("sheets").toString()),
                        Stream.of(files).map(file -> folder.resolve(file).toString()))
                .toList();
        Program.Result result = soffice.run(arguments, Map.of("HOME", folder.toString()));
        assertThat(result.status()).as(result.out() + result.err()).isZero();
    }

    /** Returns the answers on a saved sheet, in the order of signing up. */
    private List<String> answers(String file) throws IOException {
        List<List<String>> rows = new ArrayList<>(sheet(file));
        int column = rows.removeFirst().indexOf(QUESTION);
        return rows.stream().map(row -> row.get(column)).toList();
    }

    private List<List<String>> sheet(String file) throws IOException {
        try (Reader text = Files.newBufferedReader(folder.resolve("sheets").resolve(file));
                CSVParser parser = CSVFormat.RFC4180.parse(text)) {
            return parser.stream().map(CSVRecord::toList).toList();
        }
    }
}
