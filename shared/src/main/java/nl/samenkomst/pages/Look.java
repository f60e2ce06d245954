package nl.samenkomst.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.samenkomst.style.HouseStyle;
import org.jspecify.annotations.Nullable;

/**
 * How pages look: the style sheet that stands in each of them, and the logo above it.
 *
 * @param logo an SVG element; null, which leaves it out, where the style has none
 * @param icon the same as an address, for the browser's tab; an empty one asks the desk for nothing
 * @param policy the Content-Security-Policy of every page: its own style, pictures that are in it, and nothing else
 */
public record Look(String styleSheet, @Nullable String logo, String icon, String policy) {

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s*([{};,>])\\s*|(:)\\s+|\\s+");

    /** Our rules with the tokens of a house style. */
    static Look of(HouseStyle style) {
        String rules = sent(read());
        String styleSheet = style.tokensFor(rules) + rules;
        return new Look(
                styleSheet,
                style.logo().orElse(null),
                style.logo().map(Look::address).orElse("data:,"),
                "default-src 'none'; style-src " + source(styleSheet)
                        + "; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    private static String address(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    /** As it stands in a Content-Security-Policy (CSP Level 3 §2.3.1). */
    private static String source(String styleSheet) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(styleSheet.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Without what is there for who reads the file. */
    private static String sent(String rules) {
        return SPACE.matcher(COMMENT.matcher(rules).replaceAll(""))
                .replaceAll(space -> space.group(1) != null ? space.group(1) : space.group(2) != null ? ":" : " ")
                .strip();
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Look.class.getResourceAsStream("/pages.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
