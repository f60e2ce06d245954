package nl.samenkomst.letters;

/**
 * A part of a sentence.
 *
 * @param isTyped whether somebody else typed it
 */
public record TextRun(String text, boolean isTyped) {}
