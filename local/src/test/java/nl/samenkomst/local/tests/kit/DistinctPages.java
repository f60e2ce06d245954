package nl.samenkomst.local.tests.kit;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Compares pages by their elements, whatever their words: for checks of the layout. */
public final class DistinctPages {

    /** Elements that may be too near another to hit, and those that hold them in a row. */
    private static final Evaluator TARGETS =
            QueryParser.parse("a, button, input, select, textarea, summary, label, li");

    /** What each page costs, whatever is on it, in elements. */
    private static final int SIZE_OF_ANY_PAGE = 100;

    /** An attribute of an element with a chain of ancestors that no page before has. */
    static final String NEW = "data-new";

    private DistinctPages() {}

    /** Returns few pages that together have every kind of element with every kind of parent that any page has. */
    public static Map<String, String> coveringEveryElement(Map<String, String> pages) {
        return covering(
                pages,
                (page, parts) ->
                        page.body().getAllElements().forEach(element -> parts.putIfAbsent(part(element), element)));
    }

    /** Returns one of all pages with the same elements, styles and languages, in the same order. */
    public static Map<String, String> distinct(Map<String, String> pages) {
        Map<String, String> names = new LinkedHashMap<>();
        pages.forEach((name, html) -> names.putIfAbsent(
                Jsoup.parse(html).getAllElements().stream()
                        .map(element -> part(element) + element.attr("style") + element.attr("lang"))
                        .collect(Collectors.joining("\n")),
                name));
        Map<String, String> distinct = new LinkedHashMap<>(pages);
        distinct.keySet().retainAll(names.values());
        return distinct;
    }

    /** Returns few pages that together have everything that axe judges on any page: see {@link Judged}. */
    public static Map<String, String> coveringAllThatIsJudged(Map<String, String> pages) {
        return covering(pages, (page, parts) -> {
            addChains(page.body(), "", parts);
            Judged.on(page).forEach(judged -> parts.putIfAbsent(judged, page));
        });
    }

    /**
     * Returns few pages that together have every element with its chain of ancestors, and every target with the element
     * before it. A style sheet that selects by an element and its ancestors gives all others the same colors.
     */
    public static Map<String, String> coveringEveryChain(Map<String, String> pages) {
        return covering(pages, (page, parts) -> addChains(page.body(), "", parts));
    }

    /** Returns the pages of {@link #coveringEveryChain}, with {@value #NEW} on one element of each chain. */
    public static Map<String, String> markingEveryChain(Map<String, String> pages) {
        Set<String> seen = new HashSet<>();
        Map<String, String> marked = new LinkedHashMap<>();
        coveringEveryChain(pages).forEach((name, html) -> {
            Document page = Jsoup.parse(html);
            page.outputSettings().prettyPrint(false);
            Map<String, Element> parts = new LinkedHashMap<>();
            addChains(page.body(), "", parts);
            parts.forEach((part, element) -> {
                if (seen.add(part)) {
                    element.attr(NEW, "");
                }
            });
            marked.put(name, page.outerHtml());
        });
        return marked;
    }

    /**
     * Chooses the page with most parts that no chosen page has, for its size, until none is missing, and leaves out
     * what the others then have too.
     *
     * @param addParts adds the parts of a page, each with the first element that is one
     */
    private static Map<String, String> covering(
            Map<String, String> pages, BiConsumer<Document, Map<String, Element>> addParts) {
        Map<String, Set<String>> partsByName = new LinkedHashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        pages.forEach((name, html) -> {
            Document page = Jsoup.parse(html);
            Map<String, Element> parts = new LinkedHashMap<>();
            addParts.accept(page, parts);
            partsByName.put(name, Set.copyOf(parts.keySet()));
            sizes.put(name, SIZE_OF_ANY_PAGE + page.getAllElements().size());
        });
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        partsByName.forEach((name, parts) -> missing.put(name, new HashSet<>(parts)));
        Set<String> chosen = new HashSet<>();
        Map<String, Integer> timesChosen = new HashMap<>();
        while (!missing.isEmpty()) {
            String most = Collections.max(
                    missing.keySet(),
                    Comparator.comparingDouble(name ->
                            (double) missing.getOrDefault(name, Set.of()).size() / sizes.getOrDefault(name, 1)));
            chosen.add(most);
            Set<String> parts = partsByName.getOrDefault(most, Set.of());
            parts.forEach(part -> timesChosen.merge(part, 1, Integer::sum));
            missing.values().removeIf(others -> {
                others.removeAll(parts);
                return others.isEmpty();
            });
        }
        partsByName.forEach((name, parts) -> {
            if (chosen.contains(name) && parts.stream().allMatch(part -> timesChosen.getOrDefault(part, 0) > 1)) {
                chosen.remove(name);
                parts.forEach(part -> timesChosen.merge(part, -1, Integer::sum));
            }
        });
        Map<String, String> covering = new LinkedHashMap<>(pages);
        covering.keySet().retainAll(chosen);
        return covering;
    }

    private static void addChains(Element element, String ancestors, Map<String, Element> parts) {
        Element before = element.previousElementSibling();
        String chain = ancestors + " > " + look(element);
        String after = before != null && element.is(TARGETS) ? " after " + look(before) : "";
        parts.putIfAbsent(chain + textLength(element.ownText()) + isInSentence(element) + after, element);
        element.children().forEach(child -> addChains(child, chain, parts));
    }

    /** Returns the attributes that the style sheet selects by, and the style of its own. */
    private static String look(Element element) {
        return kind(element) + "." + element.attr("aria-current") + "." + element.attr("style");
    }

    /** Tells links with more words around them than in them: axe takes those for links in a sentence. */
    static boolean isInSentence(Element element) {
        Element parent = element.parent();
        return element.tagName().equals("a")
                && parent != null
                && parent.text().length() > 2 * element.text().length();
    }

    /** Tells no text, a single character, of which axe does not judge the contrast, and more text apart. */
    static String textLength(String text) {
        String trimmed = text.strip();
        return switch (trimmed.codePointCount(0, trimmed.length())) {
            case 0 -> "";
            case 1 -> "#";
            default -> "##";
        };
    }

    private static String part(Element element) {
        Element parent = element.parent();
        return (parent == null ? "" : kind(parent)) + " > " + kind(element);
    }

    static String kind(Element element) {
        return element.tagName() + "." + element.className() + "." + element.attr("type") + element.attr("scope")
                + element.attr("aria-pressed") + element.hasAttr("data-label");
    }
}
