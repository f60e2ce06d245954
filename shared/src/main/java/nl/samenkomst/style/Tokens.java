package nl.samenkomst.style;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Design tokens as a style sheet declares them: custom properties by name, under whatever selector.
 *
 * @param dark those under {@code @media (prefers-color-scheme: dark)}
 */
record Tokens(Map<String, String> light, Map<String, String> dark) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DARK =
            Pattern.compile("@media[^{]*prefers-color-scheme:\\s*dark[^{]*\\{((?:[^{}]*\\{[^{}]*\\})*)\\s*\\}");
    private static final Pattern DECLARATION = Pattern.compile("(--[\\w-]+)\\s*:\\s*([^;}]*)");

    /** What would end the style sheet that a value is put into, or ask something of another host. */
    private static final Pattern FOREIGN = Pattern.compile("[<{\\\\]|url\\(|image-set\\(", Pattern.CASE_INSENSITIVE);

    /** Reads all of them, whatever they hold: a theme has many that nobody here asks for. */
    static Tokens parse(String styleSheet) {
        String bare = COMMENT.matcher(styleSheet).replaceAll("");
        Map<String, String> light = new TreeMap<>();
        Map<String, String> dark = new TreeMap<>();
        Matcher media = DARK.matcher(bare);
        while (media.find()) {
            declarations(media.group(1), dark);
        }
        declarations(DARK.matcher(bare).replaceAll(""), light);
        return new Tokens(light, dark);
    }

    private static void declarations(String block, Map<String, String> tokens) {
        DECLARATION
                .matcher(block)
                .results()
                .forEach(declaration -> tokens.put(
                        declaration.group(1), declaration.group(2).strip().replaceAll("\\s+", " ")));
    }

    Optional<String> light(String token) {
        return Optional.ofNullable(light.get(token)).map(value -> checked(token, value));
    }

    Optional<String> dark(String token) {
        return Optional.ofNullable(dark.get(token)).map(value -> checked(token, value));
    }

    /**
     * A value that may stand in a page.
     *
     * @throws IllegalArgumentException by the token's name, when it is none
     */
    private static String checked(String token, String value) {
        if (FOREIGN.matcher(value).find()) {
            throw new IllegalArgumentException("the token " + token + " may not be " + value);
        }
        return value;
    }
}
