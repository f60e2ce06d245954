package nl.samenkomst.local.tests.kit;

import static nl.samenkomst.local.tests.kit.DistinctPages.isInSentence;
import static nl.samenkomst.local.tests.kit.DistinctPages.kind;
import static nl.samenkomst.local.tests.kit.DistinctPages.textLength;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What axe's rules judge on a page, in words that are equal where their result is: every element with its attributes,
 * what those refer to, the kinds of its children and all its ancestors; and of the whole page its headings in order,
 * its landmarks, and what occurs twice. Of words, addresses and ids only whether they are there.
 */
final class Judged {

    /** Attributes of whose values no rule judges more than whether there is one. */
    private static final Set<String> WORDS = Set.of(
            "action",
            "alt",
            "aria-label",
            "d",
            "data-label",
            "datetime",
            "download",
            "form",
            "formaction",
            "height",
            "id",
            "maxlength",
            "name",
            "property",
            "rows",
            "src",
            "title",
            "value",
            "viewbox",
            "width",
            "x",
            "x1",
            "x2",
            "y",
            "y1",
            "y2");

    /** Attributes that name other elements. */
    private static final Set<String> REFERENCES =
            Set.of("aria-controls", "aria-describedby", "aria-labelledby", "aria-owns", "for", "headers");

    private static final List<String> LANDMARKS =
            List.of("main", "body > header", "body > footer", "nav", "aside", "search", "section", "form", "[role]");

    /** Attributes that no two elements of a page may share. */
    private static final List<String> UNIQUE = List.of("id", "accesskey");

    private final Document page;
    private final Map<String, Integer> labels = new HashMap<>();
    private final Set<String> judged = new HashSet<>();

    private Judged(Document page) {
        this.page = page;
        page.select("label[for]").forEach(label -> labels.merge(label.attr("for"), 1, Integer::sum));
    }

    static Set<String> on(Document page) {
        Judged on = new Judged(page);
        page.children().forEach(child -> on.addElements(child, ""));
        on.addHeadings();
        on.addLandmarks();
        on.addWhatOccursTwice();
        return on.judged;
    }

    private void addElements(Element element, String ancestors) {
        Set<String> children =
                element.children().stream().map(Element::tagName).collect(Collectors.toCollection(TreeSet::new));
        judged.add(ancestors + " > " + element.tagName() + attributes(element)
                + " labels " + labels.getOrDefault(element.id(), 0) + children
                + textLength(element.ownText()) + isInSentence(element));
        String chain = ancestors + " > " + kind(element) + element.attr("role") + element.attr("aria-hidden")
                + element.hasAttr("hidden");
        element.children().forEach(child -> addElements(child, chain));
    }

    private String attributes(Element element) {
        return element.attributes().asList().stream()
                        .map(attribute -> attribute.getKey() + "=" + judged(attribute, element))
                        .sorted()
                        .collect(Collectors.joining(" ", " ", ""))
                + (element.hasAttr("aria-label") || element.hasAttr("aria-labelledby") ? ownWords(element) : "");
    }

    private String judged(Attribute attribute, Element element) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        String value = attribute.getValue();
        if (REFERENCES.contains(name)) {
            return ids(value).map(this::referred).collect(Collectors.joining(","));
        }
        if (name.equals("href")) {
            return value.startsWith("#") ? "#" + referred(value.substring(1)) : textLength(value);
        }
        if (name.equals("content")) {
            return element.attr("name").equals("viewport") || element.hasAttr("http-equiv") ? value : textLength(value);
        }
        if (name.equals("alt") && element.parent() != null) {
            return textLength(value) + element.parent().text().contains(value);
        }
        return WORDS.contains(name) ? textLength(value) : value;
    }

    /** Returns what this id stands for, with whether that has words. */
    private String referred(String id) {
        Element element = id.isEmpty() ? null : page.getElementById(id);
        return element == null ? "nothing" : element.tagName() + textLength(element.text());
    }

    /** Tells whether the name of an element has the words that are seen on it. */
    private String ownWords(Element element) {
        String words = element.text().toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? " without words"
                : name(element).toLowerCase(Locale.ROOT).contains(words) ? " named by its words" : " named otherwise";
    }

    private String name(Element element) {
        return element.attr("aria-label")
                + ids(element.attr("aria-labelledby"))
                        .map(id -> page.select("[id=\"" + id + "\"]").text())
                        .collect(Collectors.joining(" "));
    }

    private static Stream<String> ids(String value) {
        return Arrays.stream(value.split("\\s+")).filter(id -> !id.isEmpty());
    }

    private void addHeadings() {
        String before = "the start";
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6, [role=heading]")) {
            String level = heading.tagName() + heading.attr("aria-level");
            judged.add(level + " after " + before);
            before = level;
        }
        judged.add("h1 " + number("h1"));
    }

    private void addLandmarks() {
        for (String landmark : LANDMARKS) {
            Set<String> names = new HashSet<>();
            for (Element element : page.select(landmark)) {
                String name = element.attr("role") + " " + name(element);
                judged.add(landmark + (name.isBlank() ? "" : " with a name") + (names.add(name) ? "" : " again"));
            }
            judged.add(landmark + " " + number(landmark));
        }
    }

    /** Returns none, one or more. */
    private int number(String selector) {
        return Math.min(page.select(selector).size(), 2);
    }

    private void addWhatOccursTwice() {
        for (String attribute : UNIQUE) {
            Map<String, String> kinds = new HashMap<>();
            for (Element element : page.select("[" + attribute + "]")) {
                String before = kinds.putIfAbsent(element.attr(attribute), kind(element));
                if (before != null) {
                    judged.add(attribute + " of " + before + " and " + kind(element));
                }
            }
        }
    }
}
