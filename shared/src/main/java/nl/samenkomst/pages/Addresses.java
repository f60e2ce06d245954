package nl.samenkomst.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.agenda.AgendaQuery;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;

/** Builds the address of every page, relative to the desk's root and percent-encoded where needed. */
public final class Addresses {

    private Addresses() {}

    public static String agenda(Language language) {
        return "/sessions?lang=" + language.tag();
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

    /** Returns the iCalendar feed of a query. */
    public static String agendaCalendar(AgendaQuery query, Language language) {
        return "/sessions.ics?lang=" + language.tag() + AgendaParameters.of(query);
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
        return "/sessions/" + session;
    }

    public static String session(SessionId session, Language language) {
        return "/sessions/" + session + "?lang=" + language.tag();
    }

    /** Returns a session's iCalendar entry. */
    public static String calendar(SessionId session) {
        return "/sessions/" + session + ".ics";
    }

    /** Returns the target of the sign-up form. */
    public static String registrations(SessionId session) {
        return "/sessions/" + session + "/registrations";
    }

    /** Returns the page that confirms a form was received. */
    public static String received(SessionId session, ReceivedAs as, Language language) {
        return received(session, as, Optional.empty(), language);
    }

    /** Returns the page that confirms a form was received, with the theme that was chosen; empty for any theme. */
    public static String received(SessionId session, ReceivedAs as, Optional<ThemeId> wish, Language language) {
        return "/sessions/" + session + "/received?as=" + as.word()
                + wish.map(theme -> "&theme=" + theme).orElse("") + "&lang=" + language.tag();
    }

    /** Returns the page that confirms a form was received, with the outcome for other sessions of the series. */
    public static String received(
            SessionId session, ReceivedAs as, Optional<ThemeId> wish, List<AlsoReceived> also, Language language) {
        String others = also.isEmpty() ? "" : "&also=" + AlsoReceived.written(also);
        return received(session, as, wish, language) + others;
    }

    /** Returns the target of the form that asks for the own link again. */
    public static String ownLink(SessionId session) {
        return "/sessions/" + session + "/own-link";
    }

    /** Returns the participant's own page. */
    public static String own(SessionId session, OwnLink link, Language language) {
        return registration(session, link) + "?lang=" + language.tag();
    }

    public static String cancellation(SessionId session, OwnLink link) {
        return registration(session, link) + "/cancellation";
    }

    /** Returns the address that redirects the participant to the meeting link, which may change later. */
    public static String meeting(SessionId session, OwnLink link, Language language) {
        return registration(session, link) + "/meeting?lang=" + language.tag();
    }

    /** Returns the target of the form by which somebody invited says that they attend. */
    public static String acceptance(SessionId session, OwnLink link) {
        return registration(session, link) + "/acceptance";
    }

    public static String changes(SessionId session, OwnLink link) {
        return registration(session, link) + "/changes";
    }

    public static String erasure(SessionId session, OwnLink link) {
        return registration(session, link) + "/erasure";
    }

    /**
     * Returns the page that has the form with this target; empty if it is no form's target. After a mistake in a form
     * the browser shows that target, and returning to it later sends a GET.
     */
    public static Optional<String> pageOfForm(String address, Language language) {
        String[] parts = address.split("/", -1);
        return switch (parts.length) {
            case 4 ->
                SessionId.parse(parts[2])
                        .filter(id -> List.of(registrations(id), ownLink(id)).contains(address))
                        .map(id -> session(id, language));
            case 6 ->
                SessionId.parse(parts[2])
                        .flatMap(id -> OwnLink.parse(parts[4])
                                .filter(link -> List.of(
                                                cancellation(id, link),
                                                acceptance(id, link),
                                                changes(id, link),
                                                erasure(id, link))
                                        .contains(address))
                                .map(link -> own(id, link, language)));
            default -> Optional.empty();
        };
    }

    /** Returns the API resource with everything stored about a participant. */
    public static String data(SessionId session, OwnLink link) {
        return "/api/v1" + registration(session, link) + "/data";
    }

    /** Returns the organiser's printable list of participants. */
    public static String participants(SessionId session, Language language) {
        return "/api/v1/organiser/sessions/" + session + "/registrations.html?lang=" + language.tag();
    }

    /** Returns a {@code mailto} link to the address (RFC 6068 §2). */
    public static String mail(EmailAddress address) {
        StringBuilder link = new StringBuilder("mailto:");
        for (byte b : address.value().getBytes(StandardCharsets.UTF_8)) {
            boolean plain = Character.isLetterOrDigit(b) || "@.-_~+".indexOf(b) >= 0;
            link.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return link.toString();
    }

    private static String registration(SessionId session, OwnLink link) {
        return registrations(session) + "/" + link.token();
    }
}
