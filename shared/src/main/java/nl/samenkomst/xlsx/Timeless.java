package nl.samenkomst.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs a workbook again without the moment at which it was made, which fastexcel always writes; so that equal lists
 * are equal bytes. Reads the zip's central directory (APPNOTE 6.3 §4.3): fastexcel's local headers lack the sizes that
 * Java's {@code ZipInputStream} needs.
 */
final class Timeless {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("<dcterms:created.*?</dcterms:created>");

    /** The earliest moment that a zip can say. */
    private static final LocalDateTime NO_MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

    // Sizes and offsets of fields in the end record, in a central header and in a local header.
    private static final int END_SIZE = 22;
    private static final int END_ENTRIES = 10;
    private static final int END_DIRECTORY = 16;
    private static final int CENTRAL_SIZE = 46;
    private static final int CENTRAL_COMPRESSED = 20;
    private static final int CENTRAL_UNCOMPRESSED = 24;
    private static final int CENTRAL_NAME = 28;
    private static final int CENTRAL_EXTRA = 30;
    private static final int CENTRAL_COMMENT = 32;
    private static final int CENTRAL_LOCAL = 42;
    private static final int LOCAL_SIZE = 30;
    private static final int LOCAL_NAME = 26;
    private static final int LOCAL_EXTRA = 28;

    private Timeless() {}

    /** Returns the workbook with every entry as it was but its properties, compressed. */
    static byte[] workbook(byte[] zip) {
        ByteBuffer in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Inflater inflater = new Inflater(true);
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            int end = zip.length - END_SIZE;
            int header = in.getInt(end + END_DIRECTORY);
            for (int left = in.getShort(end + END_ENTRIES); left > 0; left--) {
                int nameLength = in.getShort(header + CENTRAL_NAME);
                String name = new String(zip, header + CENTRAL_SIZE, nameLength, StandardCharsets.UTF_8);
                write(name, content(zip, in, header, inflater), out);
                header += CENTRAL_SIZE
                        + nameLength
                        + in.getShort(header + CENTRAL_EXTRA)
                        + in.getShort(header + CENTRAL_COMMENT);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            inflater.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] content(byte[] zip, ByteBuffer in, int header, Inflater inflater) {
        int local = in.getInt(header + CENTRAL_LOCAL);
        int start = local + LOCAL_SIZE + in.getShort(local + LOCAL_NAME) + in.getShort(local + LOCAL_EXTRA);
        byte[] content = new byte[in.getInt(header + CENTRAL_UNCOMPRESSED)];
        inflater.reset();
        inflater.setInput(zip, start, in.getInt(header + CENTRAL_COMPRESSED));
        try {
            if (inflater.inflate(content) != content.length) {
                throw new IllegalStateException("an entry is shorter than its header says");
            }
        } catch (DataFormatException notDeflated) {
            throw new IllegalStateException(notDeflated);
        }
        return content;
    }

    private static void write(String name, byte[] content, ZipOutputStream out) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_MOMENT);
        out.putNextEntry(entry);
        out.write(name.equals(PROPERTIES) ? withoutMoment(content) : content);
        out.closeEntry();
    }

    private static byte[] withoutMoment(byte[] properties) {
        String xml = new String(properties, StandardCharsets.UTF_8);
        return CREATED.matcher(xml).replaceAll("").getBytes(StandardCharsets.UTF_8);
    }
}
