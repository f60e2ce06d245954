package nl.samenkomst.organiserpages;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Permission;
import nl.samenkomst.urls.OrganiserUrls;

/**
 * Who looks at a page, when, and how.
 *
 * @param organiser empty as long as nobody has signed in
 * @param language the page's
 * @param here the requested page with its query but without a language; for the links to other languages
 * @param links name the language if the request did
 */
public record Viewer(Optional<Organiser> organiser, Language language, String here, OrganiserUrls links, Instant now) {

    /** Returns whether somebody is signed in whose role gives this permission. */
    public boolean may(Permission permission) {
        return organiser.filter(one -> one.role().gives(permission)).isPresent();
    }

    /** Returns whether somebody is signed in who may begin sessions. */
    public boolean mayBegin() {
        return organiser.filter(Organiser::mayBegin).isPresent();
    }

    /** Returns whether the requested page is this one, by its path after {@code /organise}. */
    public boolean isAt(String path) {
        return OrganiserUrls.pathOf(here).equals(path);
    }

    /** Returns whether the requested page is below this one, by its path after {@code /organise}. */
    public boolean isUnder(String path) {
        return OrganiserUrls.pathOf(here).startsWith(path + "/");
    }

    /** Returns the address of the requested page in another language. */
    public String in(Language other) {
        return here + (here.contains("?") ? "&" : "?") + "lang=" + other.tag();
    }
}
