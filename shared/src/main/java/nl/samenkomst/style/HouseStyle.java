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
 * The look of one organisation: the design tokens in {@code /styles/<name>/tokens.css}, named as NL Design System names
 * them, and the logo beside it. A token that the file leaves out is as in our own style.
 */
public final class HouseStyle {

    /** The style that every other one stands on. */
    public static final String OURS = "samenkomst";

    private static final String SCHEME = "--samenkomst-color-scheme";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** With brackets in it two deep; what goes deeper is refused. */
    private static final String FALLBACK = "(?:[^()]++|\\((?:[^()]++|\\([^()]*+\\))*+\\))*+";

    /** A token, and what holds where there is none (CSS Custom Properties Level 1 §3). */
    private static final Pattern REFERENCE =
            Pattern.compile("var\\(\\s*(--[\\w-]+)\\s*(?:,\\s*(" + FALLBACK + "))?\\)");

    private final Tokens own;
    private final Tokens ours;
    private final Optional<String> logo;

    /** Looks up all that we use at once, so that what cannot be used fails at the start. */
    HouseStyle(Tokens own, Tokens ours, Optional<String> logo) {
        this.own = own;
        this.ours = ours;
        this.logo = logo;
        for (String token : ours.light().keySet()) {
            value(token);
            darkValue(token);
        }
    }

    /**
     * The style with this name.
     *
     * @throws IllegalArgumentException when there is none, or when a file of it has what does not belong there
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
                name.equals(OURS) ? own : Tokens.parse(read(OURS, "tokens.css").orElseThrow()),
                logo);
    }

    /** The style of a desk that chose none. */
    public static HouseStyle ours() {
        return named(OURS);
    }

    /** The logo as an SVG element, to stand in a page. */
    public Optional<String> logo() {
        return logo;
    }

    /** Whether it has colours of its own for who prefers dark surroundings. */
    public boolean hasDark() {
        return !own.dark().isEmpty();
    }

    /** What {@code color-scheme} is told: which surroundings it has colours for. */
    public String scheme() {
        return own.light(SCHEME).orElse(hasDark() ? "light dark" : "light");
    }

    /** A style sheet with every token that another one refers to, and no other. */
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
     * What a token comes to where it is light, with nothing left to look up, for who has no style sheets: letters.
     *
     * @throws IllegalArgumentException when neither this style nor ours has it
     */
    public String value(String token) {
        return followed(token, light(token), 0, false);
    }

    /** The same where it is dark. */
    public String darkValue(String token) {
        return followed(token, dark(token), 0, true);
    }

    private String followed(String token, Optional<String> value, int steps, boolean dark) {
        if (value.isEmpty() || steps > 10) {
            throw new IllegalArgumentException("the token " + token + " leads to nothing");
        }
        String resolved = resolved(value.get(), steps, dark);
        if (resolved.contains("var(")) {
            throw new IllegalArgumentException("the token " + token + " cannot be followed: " + resolved);
        }
        return resolved;
    }

    private String resolved(String value, int steps, boolean dark) {
        return REFERENCE.matcher(value).replaceAll(reference -> {
            String token = reference.group(1);
            String otherwise = reference.group(2);
            Optional<String> found = dark ? dark(token) : light(token);
            return Matcher.quoteReplacement(
                    found.isEmpty() && otherwise != null
                            ? resolved(otherwise, steps, dark)
                            : followed(token, found, steps + 1, dark));
        });
    }

    private Optional<String> light(String token) {
        return own.light(token)
                .or(() -> scheme().equals("dark") ? ours.dark(token) : Optional.empty())
                .or(() -> ours.light(token));
    }

    private Optional<String> dark(String token) {
        if (!hasDark()) {
            return light(token);
        }
        return own.dark(token)
                .or(() -> own.light(token))
                .or(() -> ours.dark(token))
                .or(() -> ours.light(token));
    }

    /** Those that it names, and those that these refer to. */
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
