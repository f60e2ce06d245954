package nl.samenkomst.local;

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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import software.amazon.awssdk.core.SdkBytes;

/**
 * A letter that was sent, as a mail program reads it; a part that it lacks is empty.
 *
 * @param kind the sender's tag of that name, and so is the session
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
        List<String> headers,
        SdkBytes mime) {

    /** Reads a mail with a parser that is not the one it was written with. */
    static Letter read(String id, String to, Map<String, String> tags, Instant sentAt, byte[] mime) throws IOException {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
            Map<String, String> parts = new LinkedHashMap<>();
            collect(message, parts);
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
                    Collections.list(message.getAllHeaders()).stream()
                            .map(Letter::line)
                            .toList(),
                    SdkBytes.fromByteArray(mime));
        } catch (MessagingException notMime) {
            throw new IOException("not a mail", notMime);
        }
    }

    /** As it stands in the mailbox's JSON. */
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
        return json;
    }

    /** What is attached is no part of what is read. */
    private static void collect(Part part, Map<String, String> parts) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return;
        }
        if (part.isMimeType("multipart/*")) {
            Multipart inner = (Multipart) part.getContent();
            for (int i = 0; i < inner.getCount(); i++) {
                BodyPart next = inner.getBodyPart(i);
                collect(next, parts);
            }
        } else if (part.isMimeType("text/*")) {
            ContentType type = new ContentType(part.getContentType());
            String charset = type.getParameter("charset");
            byte[] bytes = part.getInputStream().readAllBytes();
            parts.putIfAbsent(
                    type.getBaseType().toLowerCase(Locale.ROOT),
                    new String(bytes, Charset.forName(charset == null ? "UTF-8" : charset)));
        }
    }

    private static String line(Header header) {
        return header.getName() + ": " + header.getValue();
    }
}
