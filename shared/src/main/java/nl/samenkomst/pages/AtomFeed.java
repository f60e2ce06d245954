package nl.samenkomst.pages;

import java.time.Instant;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.SingleLine;
import nl.samenkomst.domain.agenda.AgendaDirection;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.agenda.AgendaResults;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.VenueText;
import nl.samenkomst.urls.DeskUrls;

/**
 * A part of the agenda as an Atom feed (RFC 4287). An entry keeps its id and is updated when its session changes; its
 * text is in the session's own language.
 */
record AtomFeed(DeskUrls urls, AgendaQuery query, AgendaResults part, Language language) {

    String text() {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        out.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"")
                .append(language.tag())
                .append("\">\n");
        element(out, "title", title(query, language));
        element(out, "id", absolute(DeskUrls.agendaFeed(query, language)));
        element(out, "updated", part.changedAt().orElse(Instant.EPOCH).toString());
        element(out, "generator", say("site", language));
        link(out, "self", "application/atom+xml", DeskUrls.agendaFeed(query, language));
        link(out, "alternate", "text/html", DeskUrls.agenda(query.page(1), language));
        query.next(part)
                .ifPresent(next -> link(out, "next", "application/atom+xml", DeskUrls.agendaFeed(next, language)));
        for (SessionSnapshot sessionSnapshot : part.sessionSnapshots()) {
            entry(out, sessionSnapshot.session());
        }
        return out.append("</feed>\n").toString();
    }

    /** Returns the feed's title, including its filters, since a reader may follow several feeds. */
    static String title(AgendaQuery query, Language language) {
        String agenda = query.direction() == AgendaDirection.PAST
                ? say("agenda.title.past", language)
                : say("agenda.title", language);
        String title = say("feed.title", language, "site", say("site", language), "title", agenda);
        return query.filter().isNone()
                ? title
                : title + ": " + String.join(", ", query.filter().values());
    }

    private void entry(StringBuilder out, Session session) {
        About about = session.document().about();
        String in = about.language().tag();
        out.append("<entry xml:lang=\"").append(in).append("\">\n");
        element(out, "title", title(session));
        element(out, "id", absolute(DeskUrls.session(session.id())));
        element(out, "updated", session.changedAt().toString());
        link(out, "alternate", "text/html", DeskUrls.session(session.id()));
        author(out, "author", about.organiser());
        about.coOrganisers().forEach(other -> author(out, "contributor", other));
        about.topics()
                .forEach(topic ->
                        out.append("<category term=\"").append(escaped(topic)).append("\"/>\n"));
        element(out, "summary", summary(session));
        out.append("</entry>\n");
    }

    private static String title(Session session) {
        About about = session.document().about();
        return session.isCancelled() ? say("feed.cancelled", about.language(), "title", about.title()) : about.title();
    }

    private static String summary(Session session) {
        About about = session.document().about();
        StringBuilder summary = new StringBuilder(Dates.when(session.document().when(), about.language()));
        VenueText.of(session.document().where(), about.language())
                .ifPresent(venue -> summary.append(". ").append(venue));
        summary.append('.');
        return about.summary().isEmpty()
                ? summary.toString()
                : summary.append("\n\n").append(about.summary()).toString();
    }

    private static String say(String key, Language language, Object... namesAndValues) {
        return Pages.TEXTS.text(language, key, namesAndValues);
    }

    private static void author(StringBuilder out, String element, String name) {
        out.append('<').append(element).append("><name>").append(escaped(name)).append("</name></");
        out.append(element).append(">\n");
    }

    private void link(StringBuilder out, String relation, String type, String address) {
        out.append("<link rel=\"").append(relation).append("\" type=\"").append(type);
        out.append("\" href=\"").append(escaped(absolute(address))).append("\"/>\n");
    }

    private String absolute(String address) {
        return urls.absolute(address).toString();
    }

    private static void element(StringBuilder out, String name, String text) {
        out.append('<').append(name).append('>').append(escaped(text));
        out.append("</").append(name).append(">\n");
    }

    /** Escapes text for XML and drops characters that XML cannot contain (XML 1.0 §2.2). */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints()
                .filter(c -> SingleLine.isCleanText(Character.toString(c)))
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(c);
                    }
                });
        return escaped.toString();
    }
}
