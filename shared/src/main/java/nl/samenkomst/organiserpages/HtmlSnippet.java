package nl.samenkomst.organiserpages;

import java.net.URI;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.VenueText;

/** HTML about a session for another website; whatever the session's words are, they are only text in it. */
final class HtmlSnippet {

    private HtmlSnippet() {}

    /** Returns one paragraph: the title as a link, the day and hours, and the venue if it is known. */
    static String of(Session session, URI address) {
        Language language = session.document().about().language();
        Optional<String> venue = VenueText.of(session.document().where(), language);
        return "<p lang=\"" + language.tag() + "\"><a href=\"" + escaped(address.toString()) + "\"><bdi>"
                + escaped(session.document().about().title())
                + "</bdi></a><br>\n"
                + escaped(Dates.when(session.document().when(), language))
                + venue.map(where -> "<br>\n<bdi>" + escaped(where) + "</bdi>").orElse("")
                + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
