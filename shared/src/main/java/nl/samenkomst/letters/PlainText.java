package nl.samenkomst.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a letter's content as plain text, with each URL on a line of its own so that nothing breaks it. */
final class PlainText {

    private static final int MAX_UNDERLINE_LENGTH = 60;

    private PlainText() {}

    /** Returns the text without wrapping its lines: mail programs wrap them at the edge of the window. */
    static String of(Content content) {
        List<String> blocks = new ArrayList<>();
        blocks.add(
                content.headline().withoutMarks() + "\n" + content.signature().withoutMarks());
        blocks.add(content.greeting().withoutMarks());
        content.opening().forEach(paragraph -> blocks.add(paragraph.withoutMarks()));
        content.action().map(PlainText::of).ifPresent(blocks::add);
        blocks.add(lines(content.facts()));
        blocks.addAll(readings(content.materialsTitle(), content.materials()));
        if (!content.about().isEmpty()) {
            blocks.add(content.aboutTitle());
            content.about().forEach(paragraph -> blocks.add(paragraph.withoutMarks()));
        }
        content.sections().forEach(section -> blocks.addAll(of(section, content.materialsTitle())));
        blocks.add(content.closing() + "\n" + content.signature().withoutMarks());
        blocks.add(Stream.concat(Stream.of(content.why()), content.contact().map(PlainText::line).stream())
                .collect(Collectors.joining("\n")));
        content.refusal()
                .map(refusal -> refusal.sentence() + "\n" + refusal.link())
                .ifPresent(blocks::add);
        return blocks.stream().filter(block -> !block.isEmpty()).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String of(Action action) {
        return action.label() + "\n" + action.caption() + ":\n" + action.link();
    }

    private static List<String> of(Section section, String materialsTitle) {
        List<String> blocks = new ArrayList<>();
        String title = section.title().withoutMarks();
        blocks.add(title + "\n" + "-".repeat(Math.clamp(title.length(), 3, MAX_UNDERLINE_LENGTH)));
        section.opening().forEach(paragraph -> blocks.add(paragraph.withoutMarks()));
        blocks.add(lines(section.facts()));
        blocks.addAll(readings(materialsTitle, section.materials()));
        return blocks;
    }

    private static List<String> readings(String title, List<MaterialLink> materials) {
        return materials.isEmpty()
                ? List.of()
                : List.of(
                        title,
                        materials.stream()
                                .map(material -> material.title() + "\n" + material.link())
                                .collect(Collectors.joining("\n")));
    }

    static String lines(List<DetailRow> facts) {
        return facts.stream().map(PlainText::line).collect(Collectors.joining("\n"));
    }

    private static String line(DetailRow fact) {
        Optional<String> address = fact.address().map(to -> "\n" + to);
        return fact.label() + ": " + fact.value() + address.orElse("");
    }
}
