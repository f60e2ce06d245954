package nl.samenkomst.urls;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.audit.OrganiserId;
import nl.samenkomst.domain.participants.MailFilter;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.session.SessionId;
import nl.samenkomst.domain.signin.SignInToken;

/**
 * Builds the URLs of the organiser's pages, relative to the desk's root.
 *
 * @param named the language that every URL names; empty to leave the choice to the browser
 */
public record OrganiserUrls(Optional<Language> named) {

    /** The parameter of the sign-in page with the page to go to afterwards. */
    public static final String NEXT = "next";

    /** The parameter with the words of a search. */
    public static final String WORDS = "q";

    /** The parameter of a list of sessions that has been if it is {@link #PAST}. */
    public static final String WHEN = "when";

    public static final String PAST = "past";

    /** The parameter with the place where a list continues. */
    public static final String AFTER = "after";

    /** The parameter with the number of a page. */
    public static final String PAGE = "page";

    /** The parameter with the word for what the last request did. */
    public static final String DONE = "done";

    /** The parameter of figures with the year that they are of. */
    public static final String YEAR = "year";

    /** The parameter of figures with the series that they are of. */
    public static final String SERIES = "series";

    private static final String ROOT = "/organise";

    /** The targets of forms that are no page themselves, after the page that has the form. */
    private static final Pattern FORM = Pattern.compile(String.join(
            "|",
            "(/organise)/sign-out",
            "(/organise/me)/(?:name|sessions)",
            "(/organise/colleagues/[^/]+)/(?:end|factor-reset|invitation)",
            "(/organise/sessions/[^/]+)/reinstatement",
            "(/organise/sessions/[^/]+/edit)/(?:removal|withdrawal)",
            "(/organise/sessions/[^/]+/messages)/[^/]+/withdrawal",
            "(/organise/sessions/[^/]+/letters)/skipped",
            "(/organise/sessions/[^/]+/participants)/decisions(?:/withdrawal)?",
            "(/organise/sessions/[^/]+/participants/[^/]+)/(?:changes|own-link|priority|cancellation|presence)"));

    /** Returns the page that has the form with this target; empty if it is no form's target, or a page itself. */
    static Optional<String> pageOfForm(String path) {
        Matcher form = FORM.matcher(path);
        if (form.matches()) {
            for (int group = 1; group <= form.groupCount(); group++) {
                String page = form.group(group);
                if (page != null) {
                    return Optional.of(page);
                }
            }
        }
        return Optional.empty();
    }

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

    /** Returns the page of the link in a letter, with the button that signs in. */
    public String link(SignInToken link) {
        return at(ROOT + "/sign-in/" + link.secret());
    }

    /** Returns the page to give the second factor. */
    public String factor() {
        return at(ROOT + "/sign-in/factor");
    }

    /** Returns the page to give the second factor once more, which leads to this page afterwards. */
    public String factor(String next) {
        return at(ROOT + "/sign-in/factor", NEXT, next);
    }

    /**
     * Returns the address that leads on to the organisation's provider, to sign in there.
     *
     * @param next the page to go to afterwards; empty for the overview
     */
    public String provider(Optional<String> next, boolean stays) {
        List<String> query = new ArrayList<>();
        if (stays) {
            query.addAll(List.of("stay", "yes"));
        }
        next.ifPresent(page -> query.addAll(List.of(NEXT, page)));
        return at(ROOT + "/sign-in/oidc", query.toArray(String[]::new));
    }

    /** Returns the address that leads on to the organisation's provider, to prove once more who one is. */
    public String providerOnceMore(Optional<String> next) {
        List<String> query = new ArrayList<>(List.of("again", "yes"));
        next.ifPresent(page -> query.addAll(List.of(NEXT, page)));
        return at(ROOT + "/sign-in/oidc", query.toArray(String[]::new));
    }

    /** Returns the page to which the provider sends browsers back, in whatever language they ask for. */
    public static String providerReturn() {
        return ROOT + "/sign-in/oidc/callback";
    }

    /** Returns the target of the button on the page to which the provider sends browsers back. */
    public String providerReturned() {
        return at(providerReturn());
    }

    /** Returns the target of the button that signs out. */
    public String signOut() {
        return at(ROOT + "/sign-out");
    }

    /** Returns the organiser's own account. */
    public String me() {
        return at(ROOT + "/me");
    }

    /** Returns a page of the organiser's own account, or the target of one of its forms, such as {@code sessions}. */
    public String me(String part) {
        return at(ROOT + "/me/" + part);
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
        return at(ROOT + "/colleagues", DONE, done);
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
        return at(ROOT + "/colleagues/" + id, DONE, done);
    }

    /** Returns the figures that these names and values of a query choose. */
    public String figures(String... namesAndValues) {
        return at(ROOT + "/figures", namesAndValues);
    }

    /** Returns the same figures as a file. */
    public String figuresFile(String... namesAndValues) {
        return at(ROOT + "/figures.csv", namesAndValues);
    }

    public String sessions() {
        return at(ROOT + "/sessions");
    }

    /**
     * Returns the sessions to come, or those that have been, that match these words.
     *
     * @param words empty for all
     * @param after where the list continues, as {@link AfterParameter} writes it; empty for its beginning
     */
    public String sessions(String words, boolean isPast, Optional<String> after) {
        List<String> query = new ArrayList<>();
        if (!words.isEmpty()) {
            query.addAll(List.of(WORDS, words));
        }
        if (isPast) {
            query.addAll(List.of(WHEN, PAST));
        }
        after.ifPresent(from -> query.addAll(List.of(AFTER, from)));
        return at(ROOT + "/sessions", query.toArray(String[]::new));
    }

    /** Returns the form that begins a session. */
    public String newSession() {
        return at(ROOT + "/sessions/new");
    }

    public String session(SessionId id) {
        return at(path(id));
    }

    /** Returns a session's page, which says that this was done. */
    public String sessionDone(SessionId id, String done) {
        return at(path(id), DONE, done);
    }

    /** Returns a page of a session's history, from 1. */
    public String history(SessionId id, int page) {
        return at(path(id) + "/history", PAGE, String.valueOf(page));
    }

    /** Returns a page of a session, or the target of one of its forms, such as {@code door}. */
    public String session(SessionId id, String part) {
        return at(path(id) + "/" + part);
    }

    /** Returns the path of a page of a session, for {@link #at}. */
    public String sessionPath(SessionId id, String part) {
        return path(id) + "/" + part;
    }

    public String participants(SessionId id) {
        return session(id, "participants");
    }

    /** Returns the participants of a session in one state, by the API's word for it. */
    public String participants(SessionId id, String state) {
        return at(path(id) + "/participants", "state", state);
    }

    /** Returns the participants of a session whose mail is like this. */
    public String participants(SessionId id, MailFilter mail) {
        return at(path(id) + "/participants", "mail", mail.word());
    }

    /** Returns the participants of a session that these names and values of a query leave. */
    public String participantsWith(SessionId id, String... namesAndValues) {
        return at(path(id) + "/participants", namesAndValues);
    }

    /** Returns a participant after this was done, by its word. */
    public String participantAfter(SessionId id, RegistrationId registration, String done) {
        return at(path(id) + "/participants/" + registration, DONE, done);
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

    /** Returns this address with what the last request did. */
    public String done(String address, String what) {
        return address + (address.contains("?") ? "&" : "?") + DONE + "=" + what;
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

    /** Returns the path of a page of a session, for {@link #at}. */
    public static String path(SessionId id, String part) {
        return path(id) + "/" + part;
    }

    private static String path(SessionId id) {
        return ROOT + "/sessions/" + id;
    }
}
