/** Renders the organiser's pages: from the domain to HTML, and nothing else. */
@NullMarked
package nl.samenkomst.organiserpages;

import org.jspecify.annotations.NullMarked;
