package nl.samenkomst.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.urls.DeskUrls;

/** A session's metadata for search engines and other sites, and its share links. */
public record PublicSession(DeskUrls urls, SessionSnapshot sessionSnapshot, Language language, Instant now) {

    private static final int MAX_DESCRIPTION_LENGTH = 300; // code points, without the ellipsis

    /** Returns the session's canonical URL, without a language. */
    public String address() {
        return urls.absolute(DeskUrls.session(session().id())).toString();
    }

    public String addressIn(Language other) {
        return urls.absolute(DeskUrls.session(session().id(), other)).toString();
    }

    public String title() {
        return about().title();
    }

    /** Returns the date and hours and the start of the summary, cut at a space if there is one in the second half. */
    public String description() {
        String when = Dates.when(session().document().when(), about().language());
        String summary = about().summary().replaceAll("\\s+", " ");
        String whole = summary.isEmpty() ? when + "." : when + ". " + summary;
        if (whole.codePointCount(0, whole.length()) <= MAX_DESCRIPTION_LENGTH) {
            return whole;
        }
        String beginning = whole.substring(0, whole.offsetByCodePoints(0, MAX_DESCRIPTION_LENGTH));
        int space = beginning.lastIndexOf(' ');
        return beginning.substring(0, space > MAX_DESCRIPTION_LENGTH / 2 ? space : beginning.length()) + " …";
    }

    /** Returns the address of the organiser's picture, or of the session's pattern if that picture has no address. */
    public String picture() {
        return about().linkedImage()
                .orElseGet(() -> urls.absolute(DeskUrls.preview(session().id())))
                .toString();
    }

    /** Returns the language of the organiser's words as an Open Graph locale. */
    public String locale() {
        return switch (about().language()) {
            case NL -> "nl_NL";
            case EN -> "en_GB";
        };
    }

    /** Returns the session as JSON-LD (https://schema.org/Event) that is safe inside a script element. */
    public String structuredData() {
        return new EventData(address(), sessionSnapshot, now).text();
    }

    /** Returns a {@code mailto} link that shares the session (RFC 6068). */
    public String byMail() {
        return "mailto:?subject=" + escaped(title()) + "&body=" + escaped(description() + "\r\n\r\n" + address());
    }

    public String onLinkedIn() {
        return "https://www.linkedin.com/sharing/share-offsite/?url=" + escaped(address());
    }

    public String onWhatsApp() {
        return "https://wa.me/?text=" + escaped(title() + " " + address());
    }

    private Session session() {
        return sessionSnapshot.session();
    }

    private About about() {
        return session().document().about();
    }

    /** Percent-encodes text, with a space as {@code %20}: mail programs show a plus as a plus (RFC 6068 §5). */
    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
