package nl.samenkomst.letters;

import java.net.URI;

/** A sentence in a letter's footer that is a link as a whole. */
public record FooterLink(String sentence, URI link) {}
