package nl.samenkomst.urls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;

/**
 * Builds the URLs of the organiser's pages, relative to the desk's root.
 *
 * @param named the language that every URL names; empty to leave the choice to the browser
 */
public record OrganiserUrls(Optional<Language> named) {

    /** The parameter of the sign-in page with the page to go to afterwards. */
    public static final String NEXT = "next";

    private static final String ROOT = "/organise";

    /** Returns whether this path is one of the organiser's pages. */
    public static boolean isOrganisers(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** Returns the path after {@code /organise} of one of the organiser's pages; empty for the overview, or any other. */
    public static String pathOf(String url) {
        String path = url.replaceFirst("[?#].*", "");
        return isOrganisers(path) ? path.substring(ROOT.length()) : "";
    }

    /**
     * Returns the page to go to after signing in, from what a request says; empty if that is not one of the organiser's
     * pages, such as another site.
     */
    public static Optional<String> next(String written) {
        boolean isHere = isOrganisers(written.replaceFirst("[?#].*", ""));
        return isHere && written.codePoints().allMatch(c -> c > ' ' && c < 0x7F && c != '\\')
                ? Optional.of(written)
                : Optional.empty();
    }

    public String overview() {
        return at(ROOT);
    }

    /** Returns the sign-in page. */
    public String signIn() {
        return at(ROOT + "/sign-in");
    }

    /** Returns the sign-in page that leads to this page afterwards. */
    public String signIn(String next) {
        return at(ROOT + "/sign-in", NEXT, next);
    }

    /** Returns the page to type the code from the mail. */
    public String code() {
        return at(ROOT + "/sign-in/code");
    }

    /** Returns the page to give the second factor. */
    public String factor() {
        return at(ROOT + "/sign-in/factor");
    }

    /** Returns the page to give the second factor once more, which leads to this page afterwards. */
    public String factor(String next) {
        return at(ROOT + "/sign-in/factor", NEXT, next);
    }

    /** Returns the target of the button that signs out. */
    public String signOut() {
        return at(ROOT + "/sign-out");
    }

    /** Returns the organiser's own account. */
    public String me() {
        return at(ROOT + "/me");
    }

    public String colleagues() {
        return at(ROOT + "/colleagues");
    }

    /** Returns the form that invites a colleague. */
    public String newColleague() {
        return at(ROOT + "/colleagues/new");
    }

    /** Returns the colleagues, with what was just done. */
    public String colleagues(String done) {
        return at(ROOT + "/colleagues", "done", done);
    }

    public String colleague(OrganiserId id) {
        return at(ROOT + "/colleagues/" + id);
    }

    /** Returns the target of a form about a colleague, such as {@code end}. */
    public String colleague(OrganiserId id, String act) {
        return at(ROOT + "/colleagues/" + id + "/" + act);
    }

    /** Returns the desk's history. */
    public String deskHistory() {
        return at(ROOT + "/history");
    }

    /** Returns the desk's history after this entry, by its position. */
    public String deskHistory(String before) {
        return at(ROOT + "/history", "before", before);
    }

    /** Returns a colleague, with what was just done. */
    public String colleagueDone(OrganiserId id, String done) {
        return at(ROOT + "/colleagues/" + id, "done", done);
    }

    public String sessions() {
        return at(ROOT + "/sessions");
    }

    public String session(SessionId id) {
        return at(path(id));
    }

    /** Returns a page of a session, or the target of one of its forms, such as {@code door}. */
    public String session(SessionId id, String part) {
        return at(path(id) + "/" + part);
    }

    public String participants(SessionId id) {
        return session(id, "participants");
    }

    /** Returns the participants of a session in one state, by the API's word for it. */
    public String participants(SessionId id, String state) {
        return at(path(id) + "/participants", "state", state);
    }

    public String participant(SessionId id, RegistrationId registration) {
        return at(path(id) + "/participants/" + registration);
    }

    /** Returns the target of a form about a participant, such as {@code cancellation}. */
    public String participant(SessionId id, RegistrationId registration, String act) {
        return at(path(id) + "/participants/" + registration + "/" + act);
    }

    /** Returns this address, which names no language, with the language if one is named. */
    public String again(String address) {
        return named.map(language -> address + (address.contains("?") ? "&" : "?") + "lang=" + language.tag())
                .orElse(address);
    }

    /** Returns this path with these names and values as its query, and the language if one is named. */
    public String at(String path, String... namesAndValues) {
        List<String> query = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        named.ifPresent(language -> query.add("lang=" + language.tag()));
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String path(SessionId id) {
        return ROOT + "/sessions/" + id;
    }
}
