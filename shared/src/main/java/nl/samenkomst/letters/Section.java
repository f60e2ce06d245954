package nl.samenkomst.letters;

import java.util.List;

/**
 * The part of a letter about several sessions that is about one of them.
 *
 * @param title the session's title, in the organiser's words
 * @param opening the person's registration state
 */
public record Section(Paragraph title, List<Paragraph> opening, List<DetailRow> facts, List<MaterialLink> materials) {

    public Section {
        opening = List.copyOf(opening);
        facts = List.copyOf(facts);
        materials = List.copyOf(materials);
    }
}
