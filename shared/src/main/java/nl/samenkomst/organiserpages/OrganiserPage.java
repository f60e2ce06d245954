package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.texts.Dates;
import nl.samenkomst.texts.Texts;
import nl.samenkomst.urls.OrganiserUrls;
import org.jspecify.annotations.Nullable;

/**
 * Model of a template in {@code jte/organiser}. Public, like the records that implement it, because jte compiles
 * templates into a package of its own.
 */
public interface OrganiserPage {

    /** The texts that all organiser's pages share. */
    Texts SHARED = new Texts("organiser");

    /** The texts of the public pages. */
    Texts PUBLIC = new Texts("pages");

    Viewer viewer();

    /** Returns the name of the template, without its folder and extension. */
    String template();

    /** Returns what the page is, for its heading and the browser's tab. */
    String heading();

    /** Returns the session that the page is about; empty if it is about none. */
    default Optional<Session> session() {
        return Optional.empty();
    }

    /** Returns whether the page says that something that was typed is wrong. */
    default boolean hasProblems() {
        return false;
    }

    /** Returns the sentence that says what the last request did; empty if it did nothing. */
    default Optional<String> done() {
        return Optional.empty();
    }

    /** Returns the title for the browser's tab: {@code {page} – {session}}, without the site's name. */
    default String title() {
        String title = session()
                .map(about -> heading() + " – " + about.document().about().title())
                .orElseGet(this::heading);
        return hasProblems() ? shared("title.problem", "title", title) : title;
    }

    default Language language() {
        return viewer().language();
    }

    default OrganiserUrls links() {
        return viewer().links();
    }

    default boolean may(Permission permission) {
        return viewer().may(permission);
    }

    /** Returns the desk's own name, which adopters change in one place for all pages. */
    default String site() {
        return PUBLIC.text(language(), "site");
    }

    /** Returns a text of all organiser's pages. */
    default String shared(String key, Object... namesAndValues) {
        return SHARED.text(language(), key, namesAndValues);
    }

    /** Returns a text about signing in with the account of the organisation. */
    default String provided(String key) {
        return ProviderPage.text(language(), key);
    }

    /** Returns every language but the page's own. */
    default List<Language> otherLanguages() {
        return Arrays.stream(Language.values())
                .filter(language -> language != language())
                .toList();
    }

    /** Returns the name of a language in that language. */
    default String nameOf(Language named) {
        return SHARED.text(named, "language.name");
    }

    /** Returns the {@code lang} attribute for a session's own words; null, which omits it, if it is the page's. */
    default @Nullable String langOf(Session session) {
        Language words = session.document().about().language();
        return words == language() ? null : words.tag();
    }

    /** Returns the date and hours of a session. */
    default String when(Session session) {
        return Dates.when(session.document().when(), language());
    }

    /** Returns a moment in words, on the session's clock. */
    default String moment(Instant moment, Session session) {
        return Dates.moment(moment.atZone(session.document().when().zone()), language());
    }
}
