package nl.samenkomst.local.desk;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A sent letter as a mail program reads it; a missing part is an empty string.
 *
 * @param kind value of the mail's tag {@code kind}
 * @param session value of the mail's tag {@code session}, the session's id
 */
public record Letter(
        String id,
        String to,
        String subject,
        String kind,
        String session,
        Instant sentAt,
        String text,
        String html,
        String calendar,
        List<String> attachedCalendars,
        List<String> headers,
        SdkBytes mime) {

    /**
     * Parses a mail with a parser independent of the code that wrote it.
     *
     * @throws IOException if it is not a MIME message
     */
    public static Letter read(String id, String to, Map<String, String> tags, Instant sentAt, byte[] mime)
            throws IOException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
            Map<String, String> parts = new LinkedHashMap<>();
            List<String> attachedCalendars = new ArrayList<>();
            collect(message, parts, attachedCalendars);
            String subject = message.getSubject();
            return new Letter(
                    id,
                    to,
                    subject == null ? "" : subject,
                    tags.getOrDefault("kind", ""),
                    tags.getOrDefault("session", ""),
                    sentAt,
                    parts.getOrDefault("text/plain", ""),
                    parts.getOrDefault("text/html", ""),
                    parts.getOrDefault("text/calendar", ""),
                    List.copyOf(attachedCalendars),
                    Collections.list(message.getAllHeaders()).stream()
                            .map(Letter::line)
                            .toList(),
                    SdkBytes.fromByteArray(mime));
        } catch (MessagingException notMime) {
            throw new IOException("not a mail", notMime);
        }
    }

    /** Returns the letter as the mailbox's JSON shows it. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("to", to);
        json.put("subject", subject);
        json.put("kind", kind);
        json.put("session", session);
        json.put("sentAt", sentAt.toString());
        json.put("text", text);
        json.put("html", html);
        json.put("calendar", calendar);
        json.put("delivery", delivery().word());
        return json;
    }

    /** Returns what its mailbox does with it. */
    public MailboxSimulator delivery() {
        return MailboxSimulator.of(to);
    }

    /** Returns the subject, or a stand-in if it is blank. */
    public String title() {
        return subject.isBlank() ? "(no subject)" : subject;
    }

    /** Returns the kind in words: <i>session moved</i>. */
    public String kindInWords() {
        return kind.replace('-', ' ');
    }

    public DutchTime sent() {
        return DutchTime.of(sentAt);
    }

    /** Returns the inline calendar, if any, then the attached ones. */
    List<String> calendars() {
        return Stream.concat(Stream.of(calendar).filter(text -> !text.isEmpty()), attachedCalendars.stream())
                .toList();
    }

    /** Collects the inline text parts by content type, and the text of attached calendars. */
    private static void collect(Part part, Map<String, String> parts, List<String> attachedCalendars)
            throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
                attachedCalendars.add(text(part));
            }
            return;
        }
        if (part.isMimeType("multipart/*")) {
            Multipart inner = (Multipart) part.getContent();
            for (int i = 0; i < inner.getCount(); i++) {
                BodyPart next = inner.getBodyPart(i);
                collect(next, parts, attachedCalendars);
            }
        } else if (part.isMimeType("text/*")) {
            parts.putIfAbsent(
                    new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT), text(part));
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        String charset = new ContentType(part.getContentType()).getParameter("charset");
        byte[] bytes = part.getInputStream().readAllBytes();
        return new String(bytes, Charset.forName(charset == null ? "UTF-8" : charset));
    }

    private static String line(Header header) {
        return header.getName() + ": " + header.getValue();
    }
}
