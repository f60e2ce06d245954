package nl.samenkomst.pages;

import nl.samenkomst.domain.Language;

/**
 * Where the links of a preview lead, which an organiser sees before a session is published.
 *
 * @param here the address of the preview, without a query
 * @param back the address of the page from which it was opened
 */
public record PreviewLinks(String here, String back) {

    /** Returns the address of the preview in another language. */
    String in(Language other) {
        return here + "?lang=" + other.tag();
    }
}
