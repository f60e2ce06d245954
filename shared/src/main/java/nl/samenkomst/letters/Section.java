package nl.samenkomst.letters;

import java.util.List;

/**
 * What a letter says of another session that the person signed up for at once: what a letter of its own would.
 *
 * @param label that what follows is about another one
 * @param title in the organiser's words
 * @param opening how the person stands
 */
public record Section(
        String label, Paragraph title, List<Paragraph> opening, List<Fact> facts, List<Reading> materials) {

    public Section {
        opening = List.copyOf(opening);
        facts = List.copyOf(facts);
        materials = List.copyOf(materials);
    }
}
