package nl.samenkomst.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.session.Session;

/**
 * A decorative pattern for a session without a picture. A session always gets the same one, and sessions on the same
 * topic share their shapes. It carries no information of its own.
 *
 * @param columns the width in tiles, each {@value #TILE} SVG units
 * @param rows the height in tiles
 * @param first SVG path data in the first color
 * @param second SVG path data in the second color
 */
public record Picture(int columns, int rows, String first, String second) {

    private static final int TILE = 8;

    /** Path data that fills a tile from its upper left corner, one for each direction that the shape can face. */
    private enum Shape {
        QUARTER("h8a8 8 0 0 1-8 8z|m8 0v8a8 8 0 0 1-8-8z|m8 8h-8a8 8 0 0 1 8-8z|m0 8v-8a8 8 0 0 1 8 8z"),
        LEAF("h4a4 4 0 0 1 4 4v4h-4a4 4 0 0 1-4-4z|m8 0v4a4 4 0 0 1-4 4h-4v-4a4 4 0 0 1 4-4z"),
        HALF("h8a4 4 0 0 1-8 0z|m8 0v8a4 4 0 0 1 0-8z|m8 8h-8a4 4 0 0 1 8 0z|m0 8v-8a4 4 0 0 1 0 8z"),
        DOT("m4 1a3 3 0 1 1 0 6a3 3 0 1 1 0-6z"),
        CORNER("h8l-8 8z|m8 0v8l-8-8z|m8 8h-8l8-8z|m0 8v-8l8 8z");

        private final String directions;

        Shape(String directions) {
            this.directions = directions;
        }

        private String drawn(Random random) {
            List<String> each = List.of(directions.split("\\|", -1));
            return each.get(random.nextInt(each.size()));
        }
    }

    static Picture of(Session session, int columns, int rows) {
        About about = session.document().about();
        String topic =
                about.topics().isEmpty() ? about.organiser() : about.topics().getFirst();
        List<Shape> shapes = new ArrayList<>(List.of(Shape.values()));
        Random byTopic = random(topic);
        Shape one = shapes.remove(byTopic.nextInt(shapes.size()));
        Shape other = shapes.remove(byTopic.nextInt(shapes.size()));
        Random bySession = random(session.id().value());
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int chance = bySession.nextInt(10);
                String drawn = (chance < 6 ? one : other).drawn(bySession);
                if (chance < 9) {
                    (chance % 3 == 2 ? second : first)
                            .append('M')
                            .append(column * TILE)
                            .append(' ')
                            .append(row * TILE)
                            .append(drawn);
                }
            }
        }
        return new Picture(columns, rows, first.toString(), second.toString());
    }

    /** Returns a generator seeded by the words; the factor spreads near seeds, for which a Random starts alike. */
    private static Random random(String words) {
        return new Random(words.hashCode() * 0x9E3779B97F4A7C15L);
    }

    public String viewBox() {
        return "0 0 " + columns * TILE + " " + rows * TILE;
    }
}
