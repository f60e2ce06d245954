package nl.samenkomst.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** axe-core in a browser: it reads what is shown, with the styles that hold there. */
final class Axe {

    /** Which of its rules to try. */
    enum Rules {
        /** WCAG 2.0, 2.1 and 2.2 at level A and AA, and its best practices. */
        ALL("""
                {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
                 rules: {'target-size': {enabled: true}, 'label-content-name-mismatch': {enabled: true},
                         'frame-tested': {enabled: false}}}"""),

        /** The same without those about a whole page: a letter stands in one, which a mail program makes. */
        LETTER("""
                {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
                 rules: {'target-size': {enabled: true}, 'label-content-name-mismatch': {enabled: true},
                         'landmark-one-main': {enabled: false}, 'region': {enabled: false}, 'bypass': {enabled: false}}}"""),

        /** Those whose answer another theme or colour scheme can change. */
        LOOKS("{runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size']}}");

        private final String options;

        Rules(String options) {
            this.options = options;
        }
    }

    /** What axe cannot decide counts too: a page is to be so that it can. A frame's page is looked at by itself. */
    private static final String FINDINGS = """
            options.resultTypes = ['violations', 'incomplete'];
            options.iframes = false;
            options.preload = false;
            const told = (rules, kind) => rules.flatMap(rule => rule.nodes.map(node => [
                kind + rule.id + ': ' + node.failureSummary.replace(/\\s+/g, ' '),
                node.target.join(' ')]));
            return axe.run(document, options).then(results =>
                told(results.violations, '').concat(told(results.incomplete, 'undecided ')));
            """;

    private final Browser browser;

    Axe(Browser browser) {
        this.browser = browser;
        browser.bring(script());
    }

    /** Notes what is wrong on the page that is shown. */
    void look(Rules rules, String page, Findings findings) {
        for (Object finding : (List<?>) browser.ask("const options = " + rules.options + ";\n" + FINDINGS)) {
            List<?> whatAndWhere = (List<?>) finding;
            findings.add(String.valueOf(whatAndWhere.getFirst()), page + " " + whatAndWhere.getLast());
        }
    }

    void lookInTheLight(Rules rules, String page, Findings findings) {
        browser.prefer(Map.of("prefers-color-scheme", "light"));
        look(rules, page, findings);
    }

    /** What the dark can change only. */
    void lookInTheDark(String page, Findings findings) {
        browser.prefer(Map.of("prefers-color-scheme", "dark"));
        look(Rules.LOOKS, page + " (dark)", findings);
    }

    void lookInBothSchemes(Rules rules, String page, Findings findings) {
        lookInTheLight(rules, page, findings);
        lookInTheDark(page, findings);
    }

    static String script() {
        try (InputStream in = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
