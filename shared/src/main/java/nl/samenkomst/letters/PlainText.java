package nl.samenkomst.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A letter's content as plain text. */
final class PlainText {

    private PlainText() {}

    static String of(Content content) {
        List<String> blocks = new ArrayList<>();
        blocks.add(content.greeting());
        content.opening().forEach(paragraph -> blocks.add(paragraph.text()));
        blocks.add(lines(content.facts()));
        if (!content.materials().isEmpty()) {
            blocks.add(content.materialsTitle() + ":\n" + readings(content.materials()));
        }
        content.about().forEach(paragraph -> blocks.add(paragraph.text()));
        content.alongside().forEach(section -> blocks.add(of(section, content.materialsTitle())));
        blocks.add(content.closing() + "\n" + content.signature().text());
        return String.join("\n\n", blocks) + "\n";
    }

    private static String of(Section section, String materialsTitle) {
        List<String> blocks = new ArrayList<>();
        blocks.add(section.label() + " " + section.title().text());
        section.opening().forEach(paragraph -> blocks.add(paragraph.text()));
        blocks.add(lines(section.facts()));
        if (!section.materials().isEmpty()) {
            blocks.add(materialsTitle + ":\n" + readings(section.materials()));
        }
        return String.join("\n\n", blocks);
    }

    private static String readings(List<Reading> materials) {
        return materials.stream()
                .map(material -> material.title() + ": " + material.link())
                .collect(Collectors.joining("\n"));
    }

    static String lines(List<Fact> facts) {
        return facts.stream().map(fact -> fact.label() + ": " + fact.value()).collect(Collectors.joining("\n"));
    }
}
