package nl.samenkomst.style;

import java.util.regex.Pattern;

/** Checks that a logo can be embedded in every page: one drawing that runs no scripts and loads nothing. */
final class Logo {

    /** Scripts, styles and external URLs; the pages' content security policy would block styles and change the look. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "<\\s*(script|style|foreignObject|iframe|link|animate|set)\\b|\\s(on\\w+|style)\\s*=|href\\s*=\\s*+[\"']?+(?!data:image/|#)|@import",
            Pattern.CASE_INSENSITIVE);

    /** In characters; a larger drawing, which every page would repeat, is a picture rather than a logo. */
    private static final int MAX_CHARACTERS = 6000;

    private Logo() {}

    /**
     * Checks a style's logo.
     *
     * @throws IllegalArgumentException with the file's name and the reason, if the logo cannot be used
     */
    static void check(String style, String svg) {
        String what = "/styles/" + style + "/logo.svg ";
        if (!svg.startsWith("<svg") || !svg.endsWith("</svg>")) {
            throw new IllegalArgumentException(what + "is not one <svg> element");
        }
        if (svg.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(what + "is longer than " + MAX_CHARACTERS + " characters");
        }
        if (FORBIDDEN.matcher(svg).find()) {
            throw new IllegalArgumentException(what + "has a script, a style or an address of elsewhere in it");
        }
    }
}
