package nl.samenkomst.letters;

import nl.samenkomst.style.HouseStyle;

/**
 * A house style as inline CSS for letters, with literal colors and fonts: Gmail and Outlook support no custom
 * properties, and some mail programs no style sheets at all.
 */
public final class LetterStyles {

    /** Generic font names that Word does not know, and would replace with Times New Roman. */
    private static final String FONTS_UNKNOWN_TO_WORD = "(system-ui|-apple-system|BlinkMacSystemFont),\\s*";

    private static final String INK = "--basis-color-default-color-document";
    private static final String QUIET = "--basis-color-default-color-subtle";
    private static final String PAPER = "--basis-color-default-bg-document";
    private static final String SURROUNDINGS = "--basis-color-default-bg-subtle";
    private static final String LINE = "--basis-color-default-border-subtle";
    private static final String LINK = "--basis-color-action-1-color-default";
    private static final String BUTTON = "--basis-color-action-1-inverse-bg-default";
    private static final String BUTTON_INK = "--basis-color-action-1-inverse-color-default";
    private static final String BAND = "--samenkomst-page-header-background-color";
    private static final String BAND_INK = "--samenkomst-page-header-color";
    private static final String BAND_LINE = "--samenkomst-page-header-border-color";

    private final String scheme;
    private final String background;
    private final String paper;
    private final String quiet;
    private final String line;
    private final String link;
    private final String button;
    private final String band;
    private final String font;
    private final String heading;
    private final String corners;
    private final String styleSheets;

    LetterStyles(HouseStyle style) {
        String font = "font-family:" + style.value("--basis-text-font-family-default");
        String headingFont = "font-family:" + style.value("--basis-heading-font-family");
        this.scheme = style.scheme();
        this.background = "background-color:" + style.value(SURROUNDINGS);
        this.paper = "background-color:" + style.value(PAPER) + ";color:" + style.value(INK);
        this.quiet = "color:" + style.value(QUIET);
        this.line = "1px solid " + style.value(LINE);
        this.link = "color:" + style.value(LINK);
        this.button = "background-color:" + style.value(BUTTON) + ";color:" + style.value(BUTTON_INK);
        this.band = "background-color:" + style.value(BAND) + ";color:" + style.value(BAND_INK)
                + ";border-bottom:4px solid " + style.value(BAND_LINE);
        this.font = font + ";line-height:1.5";
        this.heading = headingFont + ";line-height:1.25;font-weight:bold";
        this.corners = "border-radius:" + style.value("--basis-border-radius-sm");
        this.styleSheets = forWord(font, headingFont) + (style.hasDark() ? dark(style) : "");
    }

    /** Returns the value of {@code color-scheme}. */
    public String scheme() {
        return scheme;
    }

    /** Returns the style sheets for the head, in HTML; the letter also works without them. */
    public String styleSheets() {
        return styleSheets;
    }

    public String background() {
        return background;
    }

    public String paper() {
        return paper;
    }

    public String quiet() {
        return quiet;
    }

    /** Returns the border value of a line between two items. */
    public String line() {
        return line;
    }

    public String link() {
        return link;
    }

    public String button() {
        return button;
    }

    public String band() {
        return band;
    }

    /** Returns the font of running text, without its size. */
    public String font() {
        return font;
    }

    public String heading() {
        return heading;
    }

    public String corners() {
        return corners;
    }

    /**
     * Returns a style sheet for Word, which lays out letters in Outlook for Windows. Word pads table cells only
     * (caniemail.com, padding), so the button's cell gets padding and the facts get margins; headings do not inherit a
     * cell's font there. It is in a comment that only Word reads, since some of it is not CSS.
     */
    private static String forWord(String font, String headingFont) {
        return "<!--[if mso]><style>"
                + "table{border-collapse:collapse;mso-table-lspace:0;mso-table-rspace:0}"
                + "td,p,dt,dd,li,a,span{%s;mso-line-height-rule:exactly}"
                        .formatted(font.replaceAll(FONTS_UNKNOWN_TO_WORD, ""))
                + "h1,h2,h3{%s;mso-line-height-rule:exactly}"
                        .formatted(headingFont.replaceAll(FONTS_UNKNOWN_TO_WORD, ""))
                + "dt{margin:10px 0 0!important}dd{margin:0 0 10px!important}"
                + "td.button{padding:13px 26px!important}"
                + "</style><![endif]-->";
    }

    /** Returns the dark colors for Apple Mail and Outlook on phones; Gmail inverts colors itself. */
    private static String dark(HouseStyle style) {
        return "<style>@media (prefers-color-scheme:dark){"
                + ".surroundings{background-color:%s!important}".formatted(style.darkValue(SURROUNDINGS))
                + ".paper{background-color:%s!important;color:%s!important}"
                        .formatted(style.darkValue(PAPER), style.darkValue(INK))
                + ".quiet{color:%s!important}".formatted(style.darkValue(QUIET))
                + ".line{border-color:%s!important}".formatted(style.darkValue(LINE))
                + ".link{color:%s!important}".formatted(style.darkValue(LINK))
                + ".button{background-color:%s!important;color:%s!important}"
                        .formatted(style.darkValue(BUTTON), style.darkValue(BUTTON_INK))
                + ".band{background-color:%s!important;color:%s!important;border-color:%s!important}"
                        .formatted(style.darkValue(BAND), style.darkValue(BAND_INK), style.darkValue(BAND_LINE))
                + "}</style>";
    }
}
