package nl.samenkomst.local.tests.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs axe-core in a browser, on the page as rendered with its styles. */
public final class Axe {

    /** Sets of axe rules. */
    public enum Rules {
        /** WCAG 2.0, 2.1 and 2.2 at levels A and AA, and axe's best practices. */
        ALL(all("")),

        /** As {@link #ALL}, for pages whose every element has its contrast checked elsewhere. */
        ALL_BUT_CONTRAST(all("'color-contrast'")),

        /** As {@link #ALL}, without the rules about whole pages: the mail program makes the page around a letter. */
        LETTER(all("'landmark-one-main', 'region', 'bypass'")),

        /** As {@link #LETTER}, for letters whose every element has its contrast checked elsewhere. */
        LETTER_BUT_CONTRAST(all("'landmark-one-main', 'region', 'bypass', 'color-contrast'")),

        /** Only the rules whose result depends on the theme or the color scheme. */
        LOOKS("{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size']}}");

        private final String options;

        Rules(String options) {
            this.options = options;
        }

        private static String all(String except) {
            return """
                    {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
                     rules: Object.assign({'target-size': {enabled: true}, 'label-content-name-mismatch': {enabled: true},
                             'frame-tested': {enabled: false}},
                             ...[%s].map(rule => ({[rule]: {enabled: false}})))}""".formatted(except);
        }
    }

    /**
     * Reports violations, and also what axe cannot decide, since every page must be decidable. Skips frames: their
     * pages are checked on their own. Of a page with elements marked by {@link DistinctPages#markingEveryChain}, judges
     * the contrast of those, which takes axe longer than all else.
     */
    private static final String FINDINGS = """
            const marked = document.querySelector('[%1$s]') ? '[%1$s]' : '*';
            axe.configure({rules: [{id: 'color-contrast', selector: marked}]});
            options.resultTypes = ['violations', 'incomplete'];
            options.iframes = false;
            options.preload = false;
            const told = (rules, kind) => rules.flatMap(rule => rule.nodes.map(node => [
                kind + rule.id + ': ' + node.failureSummary.replace(/\\s+/g, ' '),
                node.target.join(' ')]));
            return axe.run(document, options).then(results =>
                told(results.violations, '').concat(told(results.incomplete, 'undecided ')));
            """.formatted(DistinctPages.NEW);

    private final Browser browser;

    public Axe(Browser browser) {
        this.browser = browser;
        browser.runOnEveryPage(script());
    }

    /** Adds what these rules find on the page that is shown to {@code findings}. */
    public void look(Rules rules, String page, Findings findings) {
        for (Object finding : (List<?>) browser.ask("const options = " + rules.options + ";\n" + FINDINGS)) {
            List<?> whatAndWhere = (List<?>) finding;
            findings.add(String.valueOf(whatAndWhere.getFirst()), page + " " + whatAndWhere.getLast());
        }
    }

    public void lookInTheLight(Rules rules, String page, Findings findings) {
        browser.prefer(Map.of("prefers-color-scheme", "light"));
        look(rules, page, findings);
    }

    /** Checks only the rules that a dark color scheme can affect. */
    public void lookInTheDark(String page, Findings findings) {
        browser.prefer(Map.of("prefers-color-scheme", "dark"));
        look(Rules.LOOKS, page + " (dark)", findings);
    }

    public void lookInBothSchemes(Rules rules, String page, Findings findings) {
        lookInTheLight(rules, page, findings);
        lookInTheDark(page, findings);
    }

    public static String script() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
