package nl.samenkomst.letters;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A letter as read by a mail parser (Angus Mail) and a calendar parser (ical4j). */
public record ReadLetter(MimeMessage message, List<Part> parts) {

    /** Shared by all letters: a new session looks up its providers on the whole class path. */
    private static final jakarta.mail.Session MAIL_SESSION = jakarta.mail.Session.getInstance(new Properties());

    record Part(String type, String file, String body) {}

    public static ReadLetter of(byte[] bytes) {
        try {
            MimeMessage message = new MimeMessage(MAIL_SESSION, new ByteArrayInputStream(bytes));
            List<Part> parts = new ArrayList<>();
            collect(message.getContent(), parts);
            return new ReadLetter(message, List.copyOf(parts));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static void collect(Object content, List<Part> parts) throws IOException, MessagingException {
        if (content instanceof MimeMultipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart part = multipart.getBodyPart(i);
                if (part.isMimeType("multipart/*")) {
                    collect(part.getContent(), parts);
                } else {
                    String body = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    String file = Optional.ofNullable(part.getFileName()).orElse("");
                    parts.add(new Part(part.getContentType(), file, body));
                }
            }
        }
    }

    /** Returns the content type of each part with its parameters in alphabetical order, indented as they are nested. */
    public String tree() {
        try {
            StringBuilder tree = new StringBuilder();
            draw(message, "", tree);
            return tree.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static void draw(jakarta.mail.Part part, String indent, StringBuilder tree)
            throws IOException, MessagingException {
        ContentType type = new ContentType(part.getContentType());
        tree.append(indent).append(type.getBaseType());
        if (part.getContent() instanceof MimeMultipart multipart) {
            tree.append('\n');
            for (int i = 0; i < multipart.getCount(); i++) {
                draw(multipart.getBodyPart(i), indent + "  ", tree);
            }
            return;
        }
        ParameterList parameters = Optional.ofNullable(type.getParameterList()).orElseGet(ParameterList::new);
        for (String name : new TreeSet<>(Collections.list(parameters.getNames()))) {
            tree.append("; ").append(name).append('=').append(quoted(parameters.get(name)));
        }
        if (part.getDisposition() != null) {
            tree.append(' ').append(part.getDisposition()).append("; filename=").append(quoted(part.getFileName()));
        }
        tree.append('\n');
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9-]+") ? value : '"' + value + '"';
    }

    /** Returns the attached calendar entries by file name. */
    public Map<String, VEvent> attached() {
        return parts.stream()
                .filter(part -> !part.file().isEmpty())
                .collect(
                        Collectors.toMap(Part::file, part -> events(part.body()).getFirst()));
    }

    public List<String> headerNames() {
        try {
            return Collections.list(message.getAllHeaders()).stream()
                    .map(jakarta.mail.Header::getName)
                    .toList();
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    public String header(String name) {
        try {
            return Optional.ofNullable(message.getHeader(name, null)).orElse("");
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    public String subject() {
        try {
            return message.getSubject();
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    public List<InternetAddress> addresses(String header) {
        try {
            return Arrays.asList(InternetAddress.parseHeader(header(header), true));
        } catch (MessagingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    public String text() {
        return body("text/plain").orElseThrow();
    }

    public String html() {
        return body("text/html").orElseThrow();
    }

    /** Returns the HTML as a browser would parse it. */
    public Document page() {
        return Jsoup.parse(html());
    }

    public Optional<String> calendar() {
        return body("text/calendar");
    }

    public VEvent event() {
        return events(calendar().orElseThrow()).getFirst();
    }

    static net.fortuna.ical4j.model.Calendar calendar(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException malformed) {
            throw new IllegalArgumentException(text, malformed);
        }
    }

    static List<VEvent> events(String text) {
        return calendar(text).getComponents(Component.VEVENT);
    }

    static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    private Optional<String> body(String type) {
        return parts.stream()
                .filter(part -> part.type().startsWith(type) && part.file().isEmpty())
                .map(Part::body)
                .findFirst();
    }
}
