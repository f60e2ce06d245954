package nl.samenkomst.letters;

/**
 * A part of a sentence.
 *
 * @param theirs whether somebody else than we wrote it
 */
public record TextRun(String text, boolean theirs) {}
