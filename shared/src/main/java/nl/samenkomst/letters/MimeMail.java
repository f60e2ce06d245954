package nl.samenkomst.letters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.BodyPartBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.message.MultipartBuilder;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;

/** Builds one MIME message from a letter's parts, addressed to one person. */
final class MimeMail {

    /** Occurs in no body: quoted-printable never has {@code =_}, base64 only ends with {@code =} (RFC 2045 §6.7). */
    private static final String BOUNDARY = "=_samenkomst";

    /** Occurs in no body either, and neither boundary begins with the other. */
    private static final String OUTER_BOUNDARY = "=_bijeenkomsten";

    /** In UTF-16 code units; a longer name without spaces could make a line too long for RFC 5322 §2.1.1. */
    private static final int MAX_NAME_LENGTH = 300;

    private final Envelope envelope;
    private final LetterStyles styles;

    MimeMail(Envelope envelope, LetterStyles styles) {
        this.envelope = envelope;
        this.styles = styles;
    }

    /**
     * Returns the whole message. It has no {@code List-Unsubscribe}: the button that mail programs show for it would
     * have to cancel a place, and some programs press it automatically. It has no {@code Message-ID}: the mail service
     * adds one.
     */
    byte[] write(Content content, Optional<Calendar> calendar, List<Attachment> attachments) {
        try {
            MultipartBuilder parts = MultipartBuilder.create("alternative");
            parts.addBodyPart(text("text/plain", PlainText.of(content)).build());
            parts.addBodyPart(text("text/html", Html.of(content, styles)).build());
            if (calendar.isPresent()) {
                parts.addBodyPart(calendar(calendar.get()).build());
            }
            Message.Builder message = headers(content);
            if (attachments.isEmpty()) {
                return bytes(message.setBody(parts.build())
                        .setContentType("multipart/alternative", boundary(BOUNDARY))
                        .build());
            }
            return bytes(message.setBody(mixed(parts.build(), attachments))
                    .setContentType("multipart/mixed", boundary(OUTER_BOUNDARY))
                    .build());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static Multipart mixed(Multipart alternative, List<Attachment> attachments) throws IOException {
        MultipartBuilder parts = MultipartBuilder.create("mixed");
        parts.addBodyPart(BodyPartBuilder.create()
                .setBody(alternative)
                .setContentType("multipart/alternative", boundary(BOUNDARY))
                .build());
        for (Attachment attachment : attachments) {
            parts.addBodyPart(attached(attachment).build());
        }
        return parts.build();
    }

    private Message.Builder headers(Content content) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(envelope.date().atOffset(ZoneOffset.UTC));
        return Message.Builder.of()
                .setFrom(mailbox(content.signature().text(), envelope.sender()))
                .setReplyTo(mailbox("", envelope.replyTo()))
                .setTo(mailbox(envelope.name(), envelope.recipient()))
                .setSubject(escapeEncodedWord(content.subject()))
                // RFC 5322 §4.3: zone names are obsolete.
                .setField(new RawField("Date", date.replace("GMT", "+0000")))
                .setField(new RawField("Content-Language", content.language().tag()))
                // Prevents out-of-office replies (RFC 3834 §5); Exchange has its own header for that.
                .setField(new RawField("Auto-Submitted", "auto-generated"))
                .setField(new RawField("X-Auto-Response-Suppress", "OOF, AutoReply"));
    }

    private static Mailbox mailbox(String name, EmailAddress address) {
        int at = address.value().lastIndexOf('@');
        String clean = escapeEncodedWord(Sanitizer.line(name));
        if (clean.length() > MAX_NAME_LENGTH) {
            clean = clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, MAX_NAME_LENGTH)))
                    .strip();
        }
        return new Mailbox(
                clean.isEmpty() ? null : clean,
                address.value().substring(0, at),
                address.value().substring(at + 1));
    }

    /** Breaks up what looks like an encoded word (RFC 2047), which mail programs would decode. */
    private static String escapeEncodedWord(String text) {
        return text.replace("=?", "= ?");
    }

    private static BodyPartBuilder text(String type, String body) throws IOException {
        return part(body, "quoted-printable").setContentType(type, charset());
    }

    /** Returns the calendar's part, whose {@code method} must equal the calendar's (RFC 6047 §2.4). */
    private static BodyPartBuilder calendar(Calendar calendar) throws IOException {
        return part(calendar.text(), "base64")
                .setContentType(
                        "text/calendar",
                        new NameValuePair("method", calendar.method().name()),
                        charset());
    }

    /**
     * Returns an attached calendar as {@code application/ics}, as Google's invitations have it: of several
     * {@code text/calendar} parts Thunderbird shows the first and stores the last.
     */
    private static BodyPartBuilder attached(Attachment attachment) throws IOException {
        return part(attachment.calendar().text(), "base64")
                .setContentType("application/ics", new NameValuePair("name", attachment.file()))
                .setContentDisposition("attachment", attachment.file());
    }

    /** Returns a part with CRLF line ends; callers set the type afterwards, since the body sets its own. */
    private static BodyPartBuilder part(String body, String encoding) throws IOException {
        String lines = body.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
        return BodyPartBuilder.create().setBody(lines, UTF_8).setContentTransferEncoding(encoding);
    }

    private static NameValuePair boundary(String boundary) {
        return new NameValuePair("boundary", boundary);
    }

    private static NameValuePair charset() {
        return new NameValuePair("charset", "UTF-8");
    }

    private static byte[] bytes(Message message) throws IOException {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new DefaultMessageWriter().writeMessage(message, out);
            return out.toByteArray();
        } finally {
            message.dispose();
        }
    }
}
