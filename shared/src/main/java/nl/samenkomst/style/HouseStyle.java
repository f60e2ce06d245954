package nl.samenkomst.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An organisation's design tokens in {@code /styles/<name>/tokens.css}, named as in NL Design System, and the logo
 * beside that file; tokens that the file omits come from our own style.
 */
public final class HouseStyle {

    /** The default style, which supplies the tokens that another style omits. */
    public static final String DEFAULT = "samenkomst";

    private static final String SCHEME = "--samenkomst-color-scheme";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** The fallback in a reference, with parentheses nested at most two deep; deeper ones are refused. */
    private static final String FALLBACK = "(?:[^()]++|\\((?:[^()]++|\\([^()]*+\\))*+\\))*+";

    /** A token, and its fallback if there is one (CSS Custom Properties Level 1 §3). */
    private static final Pattern REFERENCE =
            Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*(?:,\\s*(" + FALLBACK + "))?\\)");

    private final Tokens own;
    private final Tokens defaultStyle;
    private final Optional<String> logo;

    /** Resolves every token of our own style at once, so that an unusable value fails at startup. */
    HouseStyle(Tokens own, Tokens ours, Optional<String> logo) {
        this.own = own;
        this.defaultStyle = ours;
        this.logo = logo;
        for (String token : ours.light().keySet()) {
            value(token);
            darkValue(token);
        }
    }

    /**
     * Loads the style with this name.
     *
     * @throws IllegalArgumentException if there is none, or one of its files has unusable or forbidden content
     */
    public static HouseStyle named(String name) {
        String tokens = NAME.matcher(name).matches() ? read(name, "tokens.css").orElse("") : "";
        if (tokens.isEmpty()) {
            throw new IllegalArgumentException("there is no /styles/" + name + "/tokens.css");
        }
        Optional<String> logo = read(name, "logo.svg").map(String::strip);
        logo.ifPresent(svg -> Logo.check(name, svg));
        Tokens own = Tokens.parse(tokens);
        return new HouseStyle(
                own,
                name.equals(DEFAULT)
                        ? own
                        : Tokens.parse(read(DEFAULT, "tokens.css").orElseThrow()),
                logo);
    }

    /** Loads the style of a desk that chose none. */
    public static HouseStyle defaultStyle() {
        return named(DEFAULT);
    }

    /** Returns the logo as an SVG element to embed in a page; empty if the style has none. */
    public Optional<String> logo() {
        return logo;
    }

    /** Returns whether the style has its own colors for people who prefer a dark color scheme. */
    public boolean hasDark() {
        return !own.dark().isEmpty();
    }

    /** Returns the value of {@code color-scheme}: the schemes that the style has colors for. */
    public String scheme() {
        return own.light(SCHEME).orElse(hasDark() ? "light dark" : "light");
    }

    /**
     * Returns a style sheet that declares only the tokens which the given one uses, directly or through others.
     *
     * @throws IllegalArgumentException if one of them has a forbidden value
     */
    public String tokensFor(String styleSheet) {
        Map<String, String> light = new TreeMap<>();
        Map<String, String> dark = new TreeMap<>();
        for (String token : used(styleSheet)) {
            light(token).ifPresent(value -> light.put(token, value));
            dark(token).filter(value -> !value.equals(light.get(token))).ifPresent(value -> dark.put(token, value));
        }
        String whole = ":root{color-scheme:" + scheme() + ";" + declarations(light) + "}";
        return dark.isEmpty() ? whole : whole + "@media(prefers-color-scheme:dark){:root{" + declarations(dark) + "}}";
    }

    /**
     * Returns a token's value in the light scheme with all references resolved, for letters, which inline it.
     *
     * @throws IllegalArgumentException if neither this style nor ours has it, or a reference cannot be resolved
     */
    public String value(String token) {
        return resolve(token, light(token), 0, false);
    }

    /**
     * Returns a token's value in the dark scheme with all references resolved; the light value if there is no dark one.
     *
     * @throws IllegalArgumentException if neither this style nor ours has it, or a reference cannot be resolved
     */
    public String darkValue(String token) {
        return resolve(token, dark(token), 0, true);
    }

    private String resolve(String token, Optional<String> value, int steps, boolean dark) {
        if (value.isEmpty() || steps > 10) {
            throw new IllegalArgumentException("the token " + token + " leads to nothing");
        }
        String resolved = resolveReferences(value.get(), steps, dark);
        if (resolved.contains("var(")) {
            throw new IllegalArgumentException("the token " + token + " cannot be followed: " + resolved);
        }
        return resolved;
    }

    private String resolveReferences(String value, int steps, boolean dark) {
        return REFERENCE.matcher(value).replaceAll(reference -> {
            String token = reference.group(1);
            String otherwise = reference.group(2);
            Optional<String> found = dark ? dark(token) : light(token);
            return Matcher.quoteReplacement(
                    found.isEmpty() && otherwise != null
                            ? resolveReferences(otherwise, steps, dark)
                            : resolve(token, found, steps + 1, dark));
        });
    }

    private Optional<String> light(String token) {
        return own.light(token)
                .or(() -> scheme().equals("dark") ? defaultStyle.dark(token) : Optional.empty())
                .or(() -> defaultStyle.light(token));
    }

    private Optional<String> dark(String token) {
        if (!hasDark()) {
            return light(token);
        }
        return own.dark(token)
                .or(() -> own.light(token))
                .or(() -> defaultStyle.dark(token))
                .or(() -> defaultStyle.light(token));
    }

    /** Returns the tokens in a style sheet's references, and those that they refer to in turn. */
    private Set<String> used(String styleSheet) {
        Set<String> used = new TreeSet<>();
        addUsed(styleSheet, used);
        return used;
    }

    private void addUsed(String text, Set<String> used) {
        REFERENCE.matcher(text).results().forEach(reference -> {
            String token = reference.group(1);
            if (used.add(token)) {
                light(token).ifPresent(value -> addUsed(value, used));
                dark(token).ifPresent(value -> addUsed(value, used));
            }
            if (reference.group(2) != null) {
                addUsed(reference.group(2), used);
            }
        });
    }

    private static String declarations(Map<String, String> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(
                (token, value) -> text.append(token).append(':').append(value).append(';'));
        return text.toString();
    }

    private static Optional<String> read(String name, String file) {
        try (InputStream in = HouseStyle.class.getResourceAsStream("/styles/" + name + "/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
