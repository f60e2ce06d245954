package nl.samenkomst.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A workbook read by Java's own zip reader and XML parser, independently of the library that wrote it. */
public final class ReadWorkbook {

    /** An escaped character in a text (ECMA-376 Part 1 §22.9.2.19). */
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Map<String, String> entries = new LinkedHashMap<>();

    private ReadWorkbook() {}

    public static ReadWorkbook ofBase64(String base64) throws IOException {
        return of(Base64.getDecoder().decode(base64));
    }

    public static ReadWorkbook of(byte[] bytes) throws IOException {
        ReadWorkbook workbook = new ReadWorkbook();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                workbook.entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return workbook;
    }

    /** Returns an entry's XML. */
    public String xml(String entry) {
        return Objects.requireNonNull(entries.get(entry), entry);
    }

    public List<String> sheets() {
        return elements(parsed("xl/workbook.xml"), "sheet")
                .map(sheet -> sheet.getAttribute("name"))
                .toList();
    }

    /** Returns a sheet's rows as people read them: every row as wide as the widest, empty strings for empty cells. */
    public List<List<String>> rows(int sheet) {
        List<String> texts = elements(parsed("xl/sharedStrings.xml"), "si")
                .map(Element::getTextContent)
                .map(text -> ESCAPED.matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16)))))
                .toList();
        List<Map<Integer, String>> found = new ArrayList<>();
        cells(sheet).forEach(cell -> {
            String reference = cell.getAttribute("r");
            String value = cell.getTextContent();
            int row = Integer.parseInt(reference.replaceAll("[A-Z]", "")) - 1;
            while (found.size() <= row) {
                found.add(new LinkedHashMap<>());
            }
            if (!value.isEmpty()) {
                boolean isText = cell.getAttribute("t").equals("s");
                found.get(row).put(column(reference), isText ? texts.get(Integer.parseInt(value)) : value);
            }
        });
        int width = found.stream()
                .flatMap(row -> row.keySet().stream())
                .mapToInt(column -> column + 1)
                .max()
                .orElse(0);
        return found.stream()
                .map(row -> IntStream.range(0, width)
                        .mapToObj(column -> row.getOrDefault(column, ""))
                        .toList())
                .toList();
    }

    /** Returns the types of all cells that have a value: {@code s} for text, {@code n} for a number. */
    public List<String> types(int sheet) {
        return cells(sheet)
                .filter(cell -> !cell.getTextContent().isEmpty())
                .map(cell -> cell.getAttribute("t"))
                .distinct()
                .toList();
    }

    private Stream<Element> cells(int sheet) {
        return elements(parsed("xl/worksheets/sheet" + sheet + ".xml"), "c");
    }

    private static int column(String reference) {
        return reference.replaceAll("\\d", "").chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1)
                - 1;
    }

    private static Stream<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private Document parsed(String entry) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml(entry).getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | SAXException | ParserConfigurationException invalid) {
            throw new AssertionError(entry, invalid);
        }
    }
}
