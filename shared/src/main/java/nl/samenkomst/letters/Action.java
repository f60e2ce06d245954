package nl.samenkomst.letters;

import java.net.URI;

/**
 * A letter's only button, for what its reader most probably wants to do.
 *
 * @param label the text on the button
 * @param caption the caption of the URL, which is written out below the button
 */
public record Action(String label, String caption, URI link) {}
