package nl.samenkomst.letters;

import java.net.URI;

/**
 * What the reader of a letter most probably wants to do, at one address: the letter's only button.
 *
 * @param label what is on the button
 * @param place what is found there, before the address itself
 */
public record Action(String label, String place, URI link) {}
