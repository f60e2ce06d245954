package nl.samenkomst.pages;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.pages.Picture.Shape;
import nl.samenkomst.pages.Picture.Tile;
import nl.samenkomst.style.HouseStyle;

/** Draws a session's pattern as a PNG of {@value #WIDTH} by {@value #HEIGHT} pixels, for previews of shared links. */
final class PreviewPicture {

    private static final int PIXELS_PER_TILE = 100;
    private static final double SCALE = (double) Picture.TILE / PIXELS_PER_TILE;
    private static final int COLUMNS = 12;
    private static final int ROWS = 6;
    static final int WIDTH = COLUMNS * PIXELS_PER_TILE;
    static final int HEIGHT = ROWS * PIXELS_PER_TILE;

    /** A pixel at the edge of a shape is a mixture, by how many of its four quarters have their centers covered. */
    private static final int QUARTERS = 4;

    private static final List<String> TOKENS = List.of(
            "--basis-color-accent-1-bg-default",
            "--basis-color-accent-1-border-subtle",
            "--basis-color-accent-2-border-subtle");

    private static final Pattern HEX = Pattern.compile("#(\\p{XDigit}{3}|\\p{XDigit}{6})");

    private PreviewPicture() {}

    /** Returns the picture in a style's colors, or the default style's for one that is not written as hexadecimal. */
    static byte[] png(Session session, HouseStyle style) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette(style));
        Map<Face, List<Tile>> tiles = Picture.of(session, COLUMNS, ROWS).tiles().stream()
                .collect(Collectors.groupingBy(tile -> new Face(tile.shape(), tile.direction())));
        tiles.forEach((face, alike) -> draw(face, alike, image.getRaster()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream png = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", png);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return bytes.toByteArray();
    }

    /** A shape in a direction, which looks the same in every tile. */
    private record Face(Shape shape, int direction) {}

    private static void draw(Face face, List<Tile> tiles, WritableRaster raster) {
        for (int y = 0; y < PIXELS_PER_TILE; y++) {
            for (int x = 0; x < PIXELS_PER_TILE; x++) {
                int quarters = coveredQuarters(face, x, y);
                if (quarters > 0) {
                    for (Tile tile : tiles) {
                        raster.setSample(
                                tile.column() * PIXELS_PER_TILE + x,
                                tile.row() * PIXELS_PER_TILE + y,
                                0,
                                tile.isFirst() ? quarters : QUARTERS + quarters);
                    }
                }
            }
        }
    }

    private static int coveredQuarters(Face face, int x, int y) {
        int covered = 0;
        for (double dy = .25; dy < 1; dy += .5) {
            for (double dx = .25; dx < 1; dx += .5) {
                covered += face.shape().covers((x + dx) * SCALE, (y + dy) * SCALE, face.direction()) ? 1 : 0;
            }
        }
        return covered;
    }

    /** Returns the background, then the first color in four steps away from it, then the second. */
    private static IndexColorModel palette(HouseStyle style) {
        Color background = color(TOKENS.getFirst(), style);
        int[] colors = new int[1 + 2 * QUARTERS];
        colors[0] = background.getRGB();
        for (int quarters = 1; quarters <= QUARTERS; quarters++) {
            colors[quarters] = mixed(background, color(TOKENS.get(1), style), quarters);
            colors[QUARTERS + quarters] = mixed(background, color(TOKENS.get(2), style), quarters);
        }
        return new IndexColorModel(4, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private static int mixed(Color background, Color shape, int quarters) {
        return new Color(
                        mixed(background.getRed(), shape.getRed(), quarters),
                        mixed(background.getGreen(), shape.getGreen(), quarters),
                        mixed(background.getBlue(), shape.getBlue(), quarters))
                .getRGB();
    }

    private static int mixed(int background, int shape, int quarters) {
        return (background * (QUARTERS - quarters) + shape * quarters) / QUARTERS;
    }

    private static Color color(String token, HouseStyle style) {
        String value = style.value(token);
        String hex =
                HEX.matcher(value).matches() ? value : HouseStyle.defaultStyle().value(token);
        return Color.decode(hex.length() == 7 ? hex : hex.replaceAll("\\p{XDigit}", "$0$0"));
    }
}
