package nl.samenkomst.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Parses the names and values of a form of the type multipart/form-data (RFC 7578); leaves files out, except those that a
 * handler asks for, whose content is a value like any other.
 */
public final class Multipart {

    private static final int MAX_HEADERS = 16; // of one part
    private static final int MAX_HEADER_LENGTH = 1_000; // bytes

    private static final MimeConfig LIMITS = MimeConfig.custom()
            .setMaxHeaderCount(MAX_HEADERS)
            .setMaxHeaderLen(MAX_HEADER_LENGTH)
            .setMaxLineLen(MAX_HEADER_LENGTH)
            .build();

    private Multipart() {}

    /**
     * Returns the values by name, decoded as {@link EncodedFields#decoded} does; empty if the parts cannot be read.
     *
     * @param contentType the header, whose parameter {@code boundary} separates the parts
     * @param charset the {@code charset} of the content type
     */
    public static Optional<Map<String, String>> parse(Content content, String contentType, Optional<String> charset) {
        return parse(content, contentType, charset, Set.of());
    }

    /**
     * Returns the values by name as {@link #parse(Content, String, Optional)} does, and the text in these files.
     *
     * @param files the names of the fields whose files are read
     */
    public static Optional<Map<String, String>> parse(
            Content content, String contentType, Optional<String> charset, Set<String> files) {
        EncodedFields fields = new EncodedFields();
        MimeTokenStream parts = new MimeTokenStream(LIMITS);
        parts.setRecursionMode(RecursionMode.M_NO_RECURSE);
        parts.parseHeadless(new ByteArrayInputStream(content.bytes()), contentType);
        try {
            Optional<String> name = Optional.empty();
            while (parts.getState() != EntityState.T_END_OF_STREAM) {
                switch (parts.getState()) {
                    case T_START_BODYPART -> name = Optional.empty();
                    case T_FIELD -> name = isDisposition(parts.getField()) ? nameIn(parts.getField(), files) : name;
                    case T_BODY -> {
                        if (name.isPresent()) {
                            fields.add(
                                    name.get().getBytes(StandardCharsets.UTF_8),
                                    parts.getDecodedInputStream().readAllBytes());
                        }
                    }
                    default -> {}
                }
                parts.next();
            }
            return Optional.of(fields.decoded(charset));
        } catch (IOException | MimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isDisposition(Field header) {
        return header.getName().equalsIgnoreCase("content-disposition");
    }

    /** Returns the name of the part's field; empty for a file that nobody asks for. */
    private static Optional<String> nameIn(Field disposition, Set<String> files) {
        Optional<String> name = Optional.empty();
        boolean isFile = false;
        for (NameValuePair parameter : RawFieldParser.DEFAULT
                .parseRawBody(new RawField(disposition.getName(), disposition.getBody()))
                .getParams()) {
            if (parameter.getName().equalsIgnoreCase("filename")) {
                isFile = true;
            }
            if (parameter.getName().equalsIgnoreCase("name")) {
                name = Optional.ofNullable(parameter.getValue());
            }
        }
        return isFile ? name.filter(files::contains) : name;
    }
}
