package nl.samenkomst.local.tests.kit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Compares pages by their elements, whatever their words: for checks of the layout. */
public final class DistinctPages {

    private DistinctPages() {}

    /** Returns the pages that each add a kind of element, or a parent for one, that no earlier page has. */
    public static Map<String, String> coveringEveryElement(Map<String, String> pages) {
        Set<String> seen = new HashSet<>();
        Map<String, String> coveringEveryElement = new LinkedHashMap<>();
        pages.forEach((name, html) -> {
            Set<String> parts = Jsoup.parse(html).body().getAllElements().stream()
                    .map(DistinctPages::part)
                    .collect(Collectors.toSet());
            if (seen.addAll(parts)) {
                coveringEveryElement.put(name, html);
            }
        });
        return coveringEveryElement;
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

    private static String part(Element element) {
        Element parent = element.parent();
        return (parent == null ? "" : kind(parent)) + " > " + kind(element);
    }

    private static String kind(Element element) {
        return element.tagName() + "." + element.className() + "." + element.attr("type");
    }
}
