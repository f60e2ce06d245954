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
import java.util.regex.Pattern;
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

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s*([{};,>])\\s*|(:)\\s+|\\s+");

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

    /** Returns the rules without comments and superfluous white space. */
    private static String sent(String rules) {
        return SPACE.matcher(COMMENT.matcher(rules).replaceAll(""))
                .replaceAll(space -> space.group(1) != null ? space.group(1) : space.group(2) != null ? ":" : " ")
                .strip();
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(PageStyles.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
