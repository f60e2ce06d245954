package nl.samenkomst.letters;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the web addresses that an organiser wrote, so that readers can follow them. */
final class LinksInText {

    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s<>\"\\u2068\\u2069]++");
    private static final String ENDS_A_SENTENCE = ".,;:!?)]}'’”";

    private LinksInText() {}

    /** Splits a part of a sentence before and after each address; leaves what somebody else typed as it is. */
    static List<TextRun> in(TextRun run) {
        if (run.isTyped()) {
            return List.of(run);
        }
        List<TextRun> parts = new ArrayList<>();
        String text = run.text();
        Matcher found = ADDRESS.matcher(text);
        int end = 0;
        while (found.find()) {
            String address = withoutEndOfSentence(found.group());
            Optional<URI> link = link(address);
            if (link.isPresent()) {
                addText(text.substring(end, found.start()), parts);
                parts.add(new TextRun(address, false, link));
                end = found.start() + address.length();
            }
        }
        addText(text.substring(end), parts);
        return parts;
    }

    private static void addText(String text, List<TextRun> parts) {
        if (!text.isEmpty()) {
            parts.add(new TextRun(text, false));
        }
    }

    private static String withoutEndOfSentence(String address) {
        int end = address.length();
        while (end > 0 && ENDS_A_SENTENCE.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }

    private static Optional<URI> link(String address) {
        try {
            URI link = new URI(address);
            return link.getHost() == null || link.getRawUserInfo() != null ? Optional.empty() : Optional.of(link);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
