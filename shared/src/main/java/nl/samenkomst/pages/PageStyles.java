package nl.samenkomst.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import nl.samenkomst.style.HouseStyle;
import org.jspecify.annotations.Nullable;

/**
 * The style sheet and logo that every page embeds.
 *
 * @param logo an SVG element; null, which omits it, if the style has none
 * @param icon the logo as a {@code data:} address for the browser's tab; if none, an empty one, which causes no request
 * @param policy the Content-Security-Policy of every page: only its own style sheet and embedded pictures
 */
public record PageStyles(String styleSheet, @Nullable String logo, String icon, String policy) {

    /** No space is needed on either side of these, and none after a colon. */
    private static final String SEPARATORS = "{};,>";

    /** Returns the rules of the public pages with the tokens of a house style. */
    static PageStyles of(HouseStyle style) {
        return of(style, "/pages.css");
    }

    /** Returns the rules in these resources, in this order, with the tokens of a house style. */
    public static PageStyles of(HouseStyle style, String... resources) {
        String rules = Arrays.stream(resources)
                .map(PageStyles::read)
                .map(PageStyles::sent)
                .collect(Collectors.joining());
        String styleSheet = style.tokensFor(rules) + rules;
        return new PageStyles(
                styleSheet,
                style.logo().orElse(null),
                style.logo().map(PageStyles::address).orElse("data:,"),
                "default-src 'none'; style-src " + source(styleSheet)
                        + "; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    private static String address(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the hash source of a style sheet (CSP Level 3 §2.3.1). */
    private static String source(String styleSheet) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(styleSheet.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /**
     * Returns the rules without comments and superfluous white space. A loop: regular expressions take a cold start
     * 20 ms for it.
     */
    private static String sent(String rules) {
        StringBuilder sent = new StringBuilder(rules.length());
        boolean isAfterSpace = false;
        for (int i = 0; i < rules.length(); i++) {
            char c = rules.charAt(i);
            if (rules.startsWith("/*", i)) {
                int end = rules.indexOf("*/", i + 2);
                i = end < 0 ? rules.length() : end + 1;
            } else if (Character.isWhitespace(c)) {
                isAfterSpace = true;
            } else {
                if (isAfterSpace && needsSpace(sent, c)) {
                    sent.append(' ');
                }
                sent.append(c);
                isAfterSpace = false;
            }
        }
        return sent.toString();
    }

    private static boolean needsSpace(StringBuilder before, char after) {
        if (before.isEmpty() || SEPARATORS.indexOf(after) >= 0) {
            return false;
        }
        char last = before.charAt(before.length() - 1);
        return last != ':' && SEPARATORS.indexOf(last) < 0;
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(PageStyles.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
