package nl.samenkomst.urls;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.agenda.AgendaFilter;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.CertificateCode;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.SessionId;

/**
 * Builds the URL of every page, feed and API resource, percent-encoded where needed: the static methods give it
 * relative to the desk's root, {@link #absolute} makes it work anywhere.
 *
 * @param baseUrl the desk's public URL
 */
public record DeskUrls(URI baseUrl) {

    /** The parameter of an own page that shows what is known of the person elsewhere, if it is {@link #ALL}. */
    public static final String ELSEWHERE = "elsewhere";

    public static final String ALL = "all";

    /**
     * Creates the URLs of a desk.
     *
     * @throws IllegalArgumentException if {@code baseUrl} has no host or ends with a slash
     */
    public DeskUrls {
        if (baseUrl.getHost() == null || baseUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("not the address of a desk: " + baseUrl);
        }
    }

    /** Returns the URL with scheme and host, for letters, feeds and other sites. */
    public URI absolute(String relative) {
        return URI.create(baseUrl + relative);
    }

    /** Returns a UID that no other desk uses (RFC 7986 §5.3). */
    public String uid(String name) {
        return name + "@" + baseUrl.getHost();
    }

    /** Returns the upcoming sessions without a language: each reader gets their own language. */
    public static String agenda() {
        return "/sessions";
    }

    public static String agenda(Language language) {
        return agenda() + "?lang=" + language.tag();
    }

    public static String agenda(AgendaQuery query, Language language) {
        return agenda(language) + AgendaParameters.of(query);
    }

    public static String privacy(Language language) {
        return "/privacy?lang=" + language.tag();
    }

    public static String accessibility(Language language) {
        return "/accessibility?lang=" + language.tag();
    }

    /** Returns the iCalendar feed of all sessions that match. */
    public static String agendaCalendar(AgendaFilter filter, Language language) {
        return "/sessions.ics?lang=" + language.tag() + AgendaParameters.of(AgendaQuery.EVERYTHING.withFilter(filter));
    }

    /** Returns the URL by which calendar programs subscribe to a feed, instead of storing it once as a file. */
    public URI subscription(String feed) {
        return URI.create(absolute(feed).toString().replaceFirst("^https?:", "webcal:"));
    }

    /** Returns the Atom feed of a query. */
    public static String agendaFeed(AgendaQuery query, Language language) {
        return "/sessions.atom?lang=" + language.tag() + AgendaParameters.of(query);
    }

    /** Returns the API's list of sessions for a query. */
    public static String apiAgenda(AgendaQuery query, Language language) {
        return "/api/v1/sessions?lang=" + language.tag() + AgendaParameters.of(query);
    }

    /** Returns a session's page without a language, for sharing: each reader gets their own language. */
    public static String session(SessionId session) {
        return agenda() + "/" + session;
    }

    public static String session(SessionId session, Language language) {
        return session(session) + "?lang=" + language.tag();
    }

    /** Returns a session's iCalendar entry. */
    public static String calendar(SessionId session) {
        return session(session) + ".ics";
    }

    /** Returns a session's picture for previews of links to its page. */
    public static String preview(SessionId session) {
        return session(session) + ".png";
    }

    /** Returns the target of the sign-up form. */
    public static String registrations(SessionId session) {
        return session(session) + "/registrations";
    }

    /** Returns the page that confirms a form was received. */
    public static String received(SessionId session, ReceivedAs as, Language language) {
        return received(session, as, Optional.empty(), language);
    }

    /** Returns the page that confirms a form was received, with the theme that was chosen; empty for any theme. */
    public static String received(SessionId session, ReceivedAs as, Optional<ThemeId> wish, Language language) {
        return session(session) + "/received?as=" + as.word()
                + wish.map(theme -> "&theme=" + theme).orElse("") + "&lang=" + language.tag();
    }

    /** Returns the page that confirms a form was received, with the outcome for other sessions of the series. */
    public static String received(
            SessionId session, ReceivedAs as, Optional<ThemeId> wish, List<AlsoReceived> also, Language language) {
        String others = also.isEmpty() ? "" : "&also=" + AlsoReceived.written(also);
        return received(session, as, wish, language) + others;
    }

    /** Returns the page that confirms a form was received, with the outcome for other sessions. */
    public static String received(SessionId session, ReceivedAs as, List<AlsoReceived> also, Language language) {
        return received(session, as, Optional.empty(), also, language);
    }

    /** Returns the target of the form that asks for the own link again. */
    public static String ownLink(SessionId session) {
        return session(session) + "/own-link";
    }

    /** Returns the participant's own page, in the language of their letters. */
    public static String own(Registration registration) {
        return own(registration.session(), registration.ownLink(), registration.language());
    }

    /** Returns the participant's own page. */
    public static String own(SessionId session, OwnLink link, Language language) {
        return own(session, link) + "?lang=" + language.tag();
    }

    /** Returns the participant's own page; empty for the language of their letters. */
    public static String own(SessionId session, OwnLink link, Optional<Language> language) {
        return language.map(named -> own(session, link, named)).orElseGet(() -> own(session, link));
    }

    /** Returns the own page with what is known of the person in all sessions, where they can erase it. */
    public static String ownEverywhere(SessionId session, OwnLink link, Language language) {
        return own(session, link, language) + "&" + ELSEWHERE + "=" + ALL + "#erase";
    }

    public static String cancellation(SessionId session, OwnLink link) {
        return own(session, link) + "/cancellation";
    }

    /** Returns the URL that redirects the participant to the meeting, wherever that is by then. */
    public static String meeting(Registration registration, Language language) {
        return meeting(registration.session(), registration.ownLink(), language);
    }

    /** Returns the URL that redirects to the meeting by this link: the own link, or the calendar's. */
    public static String meeting(SessionId session, OwnLink link, Language language) {
        return own(session, link) + "/meeting?lang=" + language.tag();
    }

    /** Returns the participant's own calendar entry, which later letters correct. */
    public static String ownCalendar(Registration registration) {
        return own(registration.session(), registration.ownLink()) + "/calendar.ics";
    }

    /** Returns the target of the form by which somebody invited says that they attend. */
    public static String acceptance(SessionId session, OwnLink link) {
        return own(session, link) + "/acceptance";
    }

    /** Returns the target of the form by which somebody confirms that the address is theirs. */
    public static String confirmation(SessionId session, OwnLink link) {
        return own(session, link) + "/confirmation";
    }

    /** Returns the target of the form that ends the own link and has a fresh one mailed. */
    public static String renewal(SessionId session, OwnLink link) {
        return own(session, link) + "/renewal";
    }

    /** Returns the target of the form that has the own link mailed, by a link that ended or the calendar's. */
    public static String ownLinkByMail(SessionId session, OwnLink link) {
        return own(session, link) + "/own-link";
    }

    public static String changes(SessionId session, OwnLink link) {
        return own(session, link) + "/changes";
    }

    /** Returns the target of the form with the questions for afterwards. */
    public static String answers(SessionId session, OwnLink link) {
        return own(session, link) + "/answers";
    }

    /** Returns the participant's own certificate of attendance, to print. */
    public static String certificate(SessionId session, OwnLink link, Language language) {
        return own(session, link) + "/certificate?lang=" + language.tag();
    }

    /** Returns the page where anybody who has a certificate can verify it, without a language: it is on paper. */
    public static String certificate(SessionId session, CertificateCode code) {
        return session(session) + "/certificates/" + code.written();
    }

    public static String erasure(SessionId session, OwnLink link) {
        return own(session, link) + "/erasure";
    }

    /** Returns the target of the form that refuses all letters, or takes that back. */
    public static String refusal(SessionId session, OwnLink link) {
        return own(session, link) + "/refusal";
    }

    /** Returns the part of the participant's own page that refuses all letters. */
    public static String ownRefusal(Registration registration) {
        return own(registration) + "#refusal";
    }

    /** Percent-encodes the characters of a query that a URL cannot have, such as line ends. */
    public static String escaped(String query) {
        return query.codePoints()
                .mapToObj(Character::toString)
                .map(c -> c.charAt(0) > ' ' && c.charAt(0) < 0x7F ? c : URLEncoder.encode(c, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /**
     * Returns the page that has the form with this target; empty if it is no form's target. After a mistake in a form
     * the browser shows that target, and returning to it later sends a GET.
     *
     * @param language the language that the request names; empty if it names none
     */
    public static Optional<String> pageOfForm(String address, Optional<Language> language) {
        if (OrganiserUrls.isOrganisers(address)) {
            return OrganiserUrls.pageOfForm(address).map(new OrganiserUrls(language)::again);
        }
        String[] parts = address.split("/", -1);
        return switch (parts.length) {
            case 4 ->
                SessionId.parse(parts[2])
                        .filter(id -> List.of(registrations(id), ownLink(id)).contains(address))
                        .map(id -> language.map(named -> session(id, named)).orElseGet(() -> session(id)));
            case 6 ->
                SessionId.parse(parts[2])
                        .flatMap(id -> OwnLink.parse(parts[4])
                                .filter(link -> List.of(
                                                cancellation(id, link),
                                                acceptance(id, link),
                                                confirmation(id, link),
                                                changes(id, link),
                                                answers(id, link),
                                                renewal(id, link),
                                                ownLinkByMail(id, link),
                                                erasure(id, link),
                                                refusal(id, link))
                                        .contains(address))
                                .map(link -> own(id, link, language)));
            default -> Optional.empty();
        };
    }

    /** Returns the API resource with everything stored about a participant. */
    public static String data(SessionId session, OwnLink link) {
        return "/api/v1" + own(session, link) + "/data";
    }

    /** Returns the organiser's printable list of participants, which takes signed requests only. */
    public static String participants(SessionId session, Language language) {
        return organiser(session) + "/registrations.html?lang=" + language.tag();
    }

    /** Returns the API resource with a session's registrations under review, which takes signed requests only. */
    public static String undecided(SessionId session) {
        return organiser(session) + "/registrations?state=under-review";
    }

    /** Returns the organiser's list of participants, to read or print. */
    public static String participants(SessionId session) {
        return organiser(session) + "/registrations.html";
    }

    private static String own(SessionId session, OwnLink link) {
        return registrations(session) + "/" + link.token();
    }

    private static String organiser(SessionId session) {
        return "/api/v1/organiser" + session(session);
    }
}
