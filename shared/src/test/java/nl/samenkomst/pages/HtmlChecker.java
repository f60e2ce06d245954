package nl.samenkomst.pages;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Runs the Nu HTML Checker, which includes the CSS validator, in this process and without network access. */
public final class HtmlChecker implements Function<Map<String, String>, List<String>> {

    /** HTML5 with RDFa Lite, the default schema of the checker's command line. */
    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    private static final long STACK_BYTES = 64L << 20;

    private static final Pattern STYLE = Pattern.compile(" style=\"[^\"]*\"|(?<=<style>)[^<]*(?=</style>)");

    private final Findings findings = new Findings();
    private final SimpleDocumentValidator checker = new SimpleDocumentValidator();

    public HtmlChecker() {
        inDepth(() -> {
            checker.setUpMainSchema(SCHEMA, findings);
            checker.setUpValidatorAndParsers(findings, true, false);
            return findings;
        });
    }

    /**
     * Returns each distinct error and warning with the names of the pages that have it; of a mistake in CSS, the first
     * page that has that style.
     */
    @Override
    public List<String> apply(Map<String, String> pages) {
        Map<String, List<String>> where = inDepth(() -> places(pages));
        return where.entrySet().stream()
                .map(finding -> finding.getKey() + " in " + finding.getValue())
                .toList();
    }

    private Map<String, List<String>> places(Map<String, String> pages) throws IOException, SAXException {
        Map<String, List<String>> places = new TreeMap<>();
        Set<String> checkedStyles = new HashSet<>();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            findings.list.clear();
            InputSource html = new InputSource(new StringReader(withoutStyles(page.getValue(), checkedStyles)));
            html.setSystemId(page.getKey() + ".html");
            checker.checkHtmlInputSource(html);
            for (String finding : findings.list) {
                places.computeIfAbsent(finding, first -> new ArrayList<>()).add(page.getKey());
            }
        }
        return places;
    }

    /** Leaves out styles that an earlier page has: the checker reads each attribute and sheet without its surroundings. */
    private static String withoutStyles(String html, Set<String> checked) {
        return STYLE.matcher(html)
                .replaceAll(style -> checked.add(style.group()) ? Matcher.quoteReplacement(style.group()) : "");
    }

    /** Runs the checker on a thread with a larger stack, since its recursion overflows the default one. */
    private static <T> T inDepth(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(null, task, "html-checker", STACK_BYTES).start();
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Findings implements ErrorHandler {

        private final List<String> list = new ArrayList<>();

        @Override
        public void warning(SAXParseException finding) {
            list.add("warning: " + finding.getMessage());
        }

        @Override
        public void error(SAXParseException finding) {
            list.add("error: " + finding.getMessage());
        }

        @Override
        public void fatalError(SAXParseException finding) {
            error(finding);
        }
    }
}
