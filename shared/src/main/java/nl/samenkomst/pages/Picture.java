package nl.samenkomst.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import nl.samenkomst.domain.document.About;
import nl.samenkomst.domain.session.Session;

/**
 * A decorative pattern for a session without a picture. A session always gets the same one, and sessions on the same
 * topic share their shapes. It carries no information of its own.
 *
 * @param columns the width in tiles, each {@value #TILE} SVG units
 * @param rows the height in tiles
 */
public record Picture(int columns, int rows, List<Tile> tiles) {

    static final int TILE = 8;

    /**
     * A shape in a place of the pattern.
     *
     * @param direction of those that the shape can face, each a quarter turn clockwise from the one before
     * @param isFirst whether it has the first color rather than the second
     */
    record Tile(int column, int row, Shape shape, int direction, boolean isFirst) {

        private String path() {
            return "M" + column * TILE + " " + row * TILE + shape.paths().get(direction);
        }
    }

    /** SVG path data that fill a tile from its upper left corner, one for each direction that the shape can face. */
    enum Shape {
        QUARTER("h8a8 8 0 0 1-8 8z|m8 0v8a8 8 0 0 1-8-8z|m8 8h-8a8 8 0 0 1 8-8z|m0 8v-8a8 8 0 0 1 8 8z"),
        LEAF("h4a4 4 0 0 1 4 4v4h-4a4 4 0 0 1-4-4z|m8 0v4a4 4 0 0 1-4 4h-4v-4a4 4 0 0 1 4-4z"),
        HALF("h8a4 4 0 0 1-8 0z|m8 0v8a4 4 0 0 1 0-8z|m8 8h-8a4 4 0 0 1 8 0z|m0 8v-8a4 4 0 0 1 0 8z"),
        DOT("m4 1a3 3 0 1 1 0 6a3 3 0 1 1 0-6z"),
        CORNER("h8l-8 8z|m8 0v8l-8-8z|m8 8h-8l8-8z|m0 8v-8l8 8z");

        private final String paths;

        Shape(String paths) {
            this.paths = paths;
        }

        List<String> paths() {
            return List.of(paths.split("\\|", -1));
        }

        /** Returns whether the shape covers a point of its tile, in SVG units from the upper left corner. */
        boolean covers(double x, double y, int direction) {
            if (direction > 0) {
                return covers(y, TILE - x, direction - 1);
            }
            return switch (this) {
                case QUARTER -> isWithin(8, x, y);
                case LEAF -> (x < 4) == (y < 4) || isWithin(4, x - 4, y - 4);
                case HALF -> isWithin(4, x - 4, y);
                case DOT -> isWithin(3, x - 4, y - 4);
                case CORNER -> x + y <= TILE;
            };
        }

        private static boolean isWithin(int radius, double x, double y) {
            return x * x + y * y <= radius * radius;
        }
    }

    public Picture {
        tiles = List.copyOf(tiles);
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
        List<Tile> tiles = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int chance = bySession.nextInt(10);
                Shape shape = chance < 6 ? one : other;
                int direction = bySession.nextInt(shape.paths().size());
                if (chance < 9) {
                    tiles.add(new Tile(column, row, shape, direction, chance % 3 != 2));
                }
            }
        }
        return new Picture(columns, rows, tiles);
    }

    /** Returns a generator seeded by the words; the factor spreads near seeds, for which a Random starts alike. */
    private static Random random(String words) {
        return new Random(words.hashCode() * 0x9E3779B97F4A7C15L);
    }

    /** Returns SVG path data of all that has the first color. */
    public String first() {
        return path(true);
    }

    /** Returns SVG path data of all that has the second color. */
    public String second() {
        return path(false);
    }

    private String path(boolean isFirst) {
        return tiles.stream()
                .filter(tile -> tile.isFirst() == isFirst)
                .map(Tile::path)
                .collect(Collectors.joining());
    }

    public String viewBox() {
        return "0 0 " + columns * TILE + " " + rows * TILE;
    }
}
