package nl.samenkomst.local.tests.accessibility;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import nl.samenkomst.domain.Language;
import nl.samenkomst.local.tests.kit.Axe;
import nl.samenkomst.local.tests.kit.Axe.Rules;
import nl.samenkomst.local.tests.kit.Browser;
import nl.samenkomst.local.tests.kit.DistinctPages;
import nl.samenkomst.local.tests.kit.Findings;
import nl.samenkomst.local.tests.kit.PagesOnLoopback;
import nl.samenkomst.style.HouseStyle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A browser with axe in it, and a server for the pages to check. */
abstract class AxeTestCase {

    static final String MAIL_PROGRAM = "default-src 'none'; style-src 'unsafe-inline'";

    static Browser browser;
    static Axe axe;
    static PagesOnLoopback server;

    final Findings findings = new Findings();

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open("nl-NL,nl");
        axe = new Axe(browser);
        server = new PagesOnLoopback();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    /** Returns the pages or letters of all languages by unique names. */
    static Map<String, String> inEveryLanguage(Function<Language, Map<String, String>> inLanguage) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            inLanguage.apply(language).forEach((name, html) -> all.put(language.tag() + "/" + name, html));
        }
        return all;
    }

    /**
     * Checks pages in one style. Contrast in both color schemes is checked on one element of each kind with all its
     * ancestors: a color depends on nothing else.
     */
    final void look(HouseStyle style, Map<String, String> pages, String policy, Rules rules, Rules butContrast) {
        Map<String, String> marked = DistinctPages.markingEveryChain(pages);
        browser.go(server.serve("empty", "", policy));
        pages.forEach((name, html) -> {
            browser.replacePage(marked.getOrDefault(name, html));
            boolean isCovering = marked.containsKey(name);
            axe.lookInTheLight(isCovering ? rules : butContrast, name, findings);
            if (isCovering && style.hasDark()) {
                axe.lookInTheDark(name, findings);
            }
        });
    }
}
