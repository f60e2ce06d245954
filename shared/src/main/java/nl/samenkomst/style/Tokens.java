package nl.samenkomst.style;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The design tokens in a style sheet: custom properties by name, whatever their selector.
 *
 * @param light those outside {@code @media (prefers-color-scheme: dark)}
 * @param dark those inside it
 */
record Tokens(Map<String, String> light, Map<String, String> dark) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern DARK =
            Pattern.compile("@media[^{]*prefers-color-scheme:\\s*dark[^{]*\\{((?:[^{}]*\\{[^{}]*\\})*)\\s*\\}");
    private static final Pattern DECLARATION = Pattern.compile("(--[\\w-]+)\\s*:\\s*([^;}]*)");

    /** Content that would end the style sheet around a value, or load something from another host. */
    private static final Pattern FORBIDDEN = Pattern.compile("[<{\\\\]|url\\(|image-set\\(", Pattern.CASE_INSENSITIVE);

    /** Parses all tokens without checking their values, since a theme has many that are never used here. */
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
     * Returns the value if it is allowed in a page.
     *
     * @throws IllegalArgumentException with the token's name, if it is not
     */
    private static String checked(String token, String value) {
        if (FORBIDDEN.matcher(value).find()) {
            throw new IllegalArgumentException("the token " + token + " may not be " + value);
        }
        return value;
    }
}
