package nl.samenkomst.letters;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps apart, within a sentence of ours, the words that somebody else typed: HTML lets each run in its own direction,
 * so that a name in Arabic leaves our words where they are.
 */
final class BidiIsolation {

    /** First strong isolate and its end (UAX #9); {@link Sanitizer} leaves neither in what people type. */
    private static final char FROM = '\u2068';

    private static final char TO = '\u2069';

    private BidiIsolation() {}

    /** Words of somebody else on one line, clean, to be filled in. */
    static String theirs(String words) {
        return FROM + Sanitizer.line(words) + TO;
    }

    /** The sentence as it is read. */
    static String bare(String sentence) {
        return sentence.replace(String.valueOf(FROM), "").replace(String.valueOf(TO), "");
    }

    /** The sentence in its parts; theirs also where they are empty, so that it has its form whatever they typed. */
    static List<TextRun> runs(String sentence) {
        List<TextRun> runs = new ArrayList<>();
        int at = 0;
        while (at < sentence.length()) {
            boolean theirs = sentence.charAt(at) == FROM;
            int end = sentence.indexOf(theirs ? TO : FROM, at);
            String part = bare(sentence.substring(at, end < 0 ? sentence.length() : end));
            if (theirs || !part.isEmpty()) {
                runs.add(new TextRun(part, theirs));
            }
            at = end < 0 ? sentence.length() : theirs ? end + 1 : end;
        }
        return runs;
    }
}
