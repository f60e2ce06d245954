package nl.samenkomst.letters;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks the words in our sentences that somebody else typed, so that HTML gives each its own direction and a name in
 * Arabic does not reorder our words.
 */
final class BidiIsolation {

    /** FIRST STRONG ISOLATE (UAX #9); {@link Sanitizer} leaves neither this nor {@link #END_MARK} in typed words. */
    private static final char START_MARK = '\u2068';

    /** POP DIRECTIONAL ISOLATE (UAX #9). */
    private static final char END_MARK = '\u2069';

    private BidiIsolation() {}

    /** Returns typed words sanitized, on one line and marked, to be filled into a sentence. */
    static String isolated(String words) {
        return START_MARK + Sanitizer.line(words) + END_MARK;
    }

    /** Returns the sentence without marks. */
    static String withoutMarks(String sentence) {
        return sentence.replace(String.valueOf(START_MARK), "").replace(String.valueOf(END_MARK), "");
    }

    /** Splits the sentence at the marks; keeps empty typed words, so that the structure does not depend on them. */
    static List<TextRun> runs(String sentence) {
        List<TextRun> runs = new ArrayList<>();
        int at = 0;
        while (at < sentence.length()) {
            boolean theirs = sentence.charAt(at) == START_MARK;
            int end = sentence.indexOf(theirs ? END_MARK : START_MARK, at);
            String part = withoutMarks(sentence.substring(at, end < 0 ? sentence.length() : end));
            if (theirs || !part.isEmpty()) {
                runs.add(new TextRun(part, theirs));
            }
            at = end < 0 ? sentence.length() : theirs ? end + 1 : end;
        }
        return runs;
    }
}
