package nl.samenkomst.local.tests.kit;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Compares pages by their elements, whatever their words: for checks of the layout. */
public final class DistinctPages {

    /** Elements that may be too near another to hit, and those that hold them in a row. */
    private static final String TARGETS = "a, button, input, select, textarea, summary, label, li";

    private DistinctPages() {}

    /** Returns few pages that together have every kind of element with every kind of parent that any page has. */
    public static Map<String, String> coveringEveryElement(Map<String, String> pages) {
        return covering(
                pages,
                body -> body.getAllElements().stream().map(DistinctPages::part).collect(Collectors.toSet()));
    }

    /** Returns one of all pages with the same elements, styles and languages, in the same order. */
    public static Map<String, String> distinct(Map<String, String> pages) {
        return differing(pages, element -> part(element) + element.attr("style") + element.attr("lang"));
    }

    /**
     * Returns one of all pages that differ only in wording: with the same elements in the same order, with the same
     * attributes except link targets, values and descriptions, with text in the same places, and with the same words
     * where an attribute names an element.
     */
    public static Map<String, String> differingInMoreThanWords(Map<String, String> pages) {
        return differing(pages, DistinctPages::allButWords);
    }

    /** Returns the first of all pages whose elements are equal in these respects, in the same order. */
    private static Map<String, String> differing(Map<String, String> pages, Function<Element, String> respects) {
        Map<String, String> names = new LinkedHashMap<>();
        pages.forEach((name, html) -> names.putIfAbsent(
                Jsoup.parse(html).getAllElements().stream().map(respects).collect(Collectors.joining("\n")), name));
        Map<String, String> differing = new LinkedHashMap<>(pages);
        differing.keySet().retainAll(names.values());
        return differing;
    }

    /**
     * Returns few pages that together have every element with its chain of ancestors, and every target with the element
     * before it. A style sheet that selects by an element and its ancestors gives all others the same colors.
     */
    public static Map<String, String> coveringEveryChain(Map<String, String> pages) {
        return covering(pages, body -> {
            Set<String> chains = new HashSet<>();
            addChains(body, "", chains);
            return chains;
        });
    }

    /** Chooses the page with most parts that no chosen page has, until none is missing. */
    private static Map<String, String> covering(Map<String, String> pages, Function<Element, Set<String>> partsOf) {
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        pages.forEach((name, html) ->
                missing.put(name, new HashSet<>(partsOf.apply(Jsoup.parse(html).body()))));
        Set<String> chosen = new HashSet<>();
        while (!missing.isEmpty()) {
            Map.Entry<String, Set<String>> most = Collections.max(
                    missing.entrySet(),
                    Map.Entry.comparingByValue((one, other) -> Integer.compare(one.size(), other.size())));
            Set<String> parts = Set.copyOf(most.getValue());
            chosen.add(most.getKey());
            missing.values().removeIf(others -> {
                others.removeAll(parts);
                return others.isEmpty();
            });
        }
        Map<String, String> covering = new LinkedHashMap<>(pages);
        covering.keySet().retainAll(chosen);
        return covering;
    }

    private static void addChains(Element element, String ancestors, Set<String> chains) {
        Element before = element.previousElementSibling();
        String chain = ancestors + " > " + look(element);
        String after = before != null && element.is(TARGETS) ? " after " + look(before) : "";
        chains.add(chain + textLength(element.ownText()) + isInSentence(element) + after);
        element.children().forEach(child -> addChains(child, chain, chains));
    }

    /** Returns the attributes that the style sheet selects by, and the style of its own. */
    private static String look(Element element) {
        return kind(element) + "." + element.attr("aria-current") + "." + element.attr("style");
    }

    private static String allButWords(Element element) {
        StringBuilder written = new StringBuilder(element.tagName());
        for (Attribute attribute : element.attributes()) {
            String value = attribute.getValue();
            written.append(' ')
                    .append(attribute.getKey())
                    .append('=')
                    .append(isWords(attribute, element) ? textLength(value) : value);
        }
        if (element.hasAttr("aria-label") || element.hasAttr("aria-labelledby")) {
            // Rules compare the name with the words, and with the names of others.
            written.append(element.text());
        }
        return written.append(textLength(element.ownText()))
                .append(isInSentence(element))
                .toString();
    }

    /** Tells links with more words around them than in them: axe takes those for links in a sentence. */
    private static boolean isInSentence(Element element) {
        Element parent = element.parent();
        return element.tagName().equals("a")
                && parent != null
                && parent.text().length() > 2 * element.text().length();
    }

    private static boolean isWords(Attribute attribute, Element element) {
        return switch (attribute.getKey()) {
            case "href" -> !attribute.getValue().startsWith("#");
            case "value", "action" -> true;
            case "content" ->
                element.hasAttr("property") || element.attr("name").equals("description");
            default -> false;
        };
    }

    /** Tells no text, a single character, of which axe does not judge the contrast, and more text apart. */
    private static String textLength(String text) {
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

    private static String kind(Element element) {
        return element.tagName() + "." + element.className() + "." + element.attr("type") + element.attr("scope")
                + element.attr("aria-pressed") + element.hasAttr("data-label");
    }
}
