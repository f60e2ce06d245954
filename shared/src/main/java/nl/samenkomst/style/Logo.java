package nl.samenkomst.style;

import java.util.regex.Pattern;

/** What a logo may be that stands in every page: one drawing that runs nothing and asks nothing of anybody. */
final class Logo {

    /** Styles are refused too: the pages' own policy would leave them out, and the logo would look otherwise. */
    private static final Pattern FOREIGN = Pattern.compile(
            "<\\s*(script|style|foreignObject|iframe|link|animate|set)\\b|\\s(on\\w+|style)\\s*=|href\\s*=\\s*+[\"']?+(?!data:image/|#)|@import",
            Pattern.CASE_INSENSITIVE);

    /** More than this in every page is no logo but a picture; in characters. */
    private static final int LARGEST = 6000;

    private Logo() {}

    static void check(String style, String svg) {
        String what = "/styles/" + style + "/logo.svg ";
        if (!svg.startsWith("<svg") || !svg.endsWith("</svg>")) {
            throw new IllegalArgumentException(what + "is not one <svg> element");
        }
        if (svg.length() > LARGEST) {
            throw new IllegalArgumentException(what + "is longer than " + LARGEST + " characters");
        }
        if (FOREIGN.matcher(svg).find()) {
            throw new IllegalArgumentException(what + "has a script, a style or an address of elsewhere in it");
        }
    }
}
