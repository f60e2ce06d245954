package nl.samenkomst.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.AgendaQuery;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.session.ThemeId;

/** Where every page is, from the desk's own root, escaped as an address must be. */
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

    /** The same query for calendars. */
    public static String agendaCalendar(AgendaQuery query, Language language) {
        return "/sessions.ics?lang=" + language.tag() + AgendaParameters.of(query);
    }

    /** The same query for feed readers. */
    public static String agendaFeed(AgendaQuery query, Language language) {
        return "/sessions.atom?lang=" + language.tag() + AgendaParameters.of(query);
    }

    /** The same query for programs. */
    public static String apiAgenda(AgendaQuery query, Language language) {
        return "/api/v1/sessions?lang=" + language.tag() + AgendaParameters.of(query);
    }

    /** A session wherever somebody reads of it, in no language: whoever follows it gets their own. */
    public static String session(SessionId session) {
        return "/sessions/" + session;
    }

    public static String session(SessionId session, Language language) {
        return "/sessions/" + session + "?lang=" + language.tag();
    }

    public static String calendar(SessionId session) {
        return "/sessions/" + session + ".ics";
    }

    public static String registrations(SessionId session) {
        return "/sessions/" + session + "/registrations";
    }

    public static String received(SessionId session, ReceivedAs as, Language language) {
        return received(session, as, Optional.empty(), language);
    }

    /** The same for who said which theme is wanted. */
    public static String received(SessionId session, ReceivedAs as, Optional<ThemeId> wish, Language language) {
        return "/sessions/" + session + "/received?as=" + as.word()
                + wish.map(theme -> "&theme=" + theme).orElse("") + "&lang=" + language.tag();
    }

    /** The same for who signed up for others of the series at once. */
    public static String received(
            SessionId session, ReceivedAs as, Optional<ThemeId> wish, List<AlsoReceived> also, Language language) {
        String others = also.isEmpty() ? "" : "&also=" + AlsoReceived.written(also);
        return received(session, as, wish, language) + others;
    }

    /** Where somebody asks for the own link once more. */
    public static String ownLink(SessionId session) {
        return "/sessions/" + session + "/own-link";
    }

    public static String own(SessionId session, OwnLink link, Language language) {
        return registration(session, link) + "?lang=" + language.tag();
    }

    public static String cancellation(SessionId session, OwnLink link) {
        return registration(session, link) + "/cancellation";
    }

    /** Where the person is led on to the meeting, wherever that is by then. */
    public static String meeting(SessionId session, OwnLink link, Language language) {
        return registration(session, link) + "/meeting?lang=" + language.tag();
    }

    /** Where somebody says yes to an invitation. */
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
     * The page that has a form, by the address that the form is sent to. That is where a browser is after a mistake in
     * it, and whoever comes back there later does so without sending anything.
     */
    public static Optional<String> pageOfForm(String address, Language language) {
        String[] parts = address.split("/", -1);
        return switch (parts.length) {
            case 4 ->
                SessionId.parse(parts[2])
                        .filter(id -> List.of(registrations(id), ownLink(id)).contains(address))
                        .map(id -> session(id, language));
            case 6 ->
                SessionId.parse(parts[2]).flatMap(id -> OwnLink.parse(parts[4])
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

    /** Everything that is kept about somebody, for programs. */
    public static String data(SessionId session, OwnLink link) {
        return "/api/v1" + registration(session, link) + "/data";
    }

    /** The organiser's list on paper. */
    public static String participants(SessionId session, Language language) {
        return "/api/v1/organiser/sessions/" + session + "/registrations.html?lang=" + language.tag();
    }

    /** A link that opens a mail to the address (RFC 6068 §2). */
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
