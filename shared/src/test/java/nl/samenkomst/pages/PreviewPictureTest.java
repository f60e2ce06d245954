package nl.samenkomst.pages;

import static nl.samenkomst.domain.session.SampleSessions.EENZAAMHEID_ONDER_JONGEREN;
import static nl.samenkomst.domain.session.SampleSessions.HANDREIKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.style.HouseStyle;
import org.apache.batik.parser.AWTPathProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the PNG against what another SVG library makes of the pattern that pages show. */
final class PreviewPictureTest {

    /** Skips squares at the edges, where a curve is an approximation. */
    @ParameterizedTest
    @EnumSource
    void everyShapeCoversWhatItsPathEncloses(Picture.Shape shape) throws IOException {
        List<String> paths = shape.paths();
        for (int direction = 0; direction < paths.size(); direction++) {
            Shape enclosed =
                    AWTPathProducer.createShape(new StringReader("M0 0" + paths.get(direction)), Path2D.WIND_NON_ZERO);
            int compared = 0;
            for (double y = 0; y < Picture.TILE; y += .25) {
                for (double x = 0; x < Picture.TILE; x += .25) {
                    boolean isCovered = enclosed.contains(x, y, .25, .25);
                    if (isCovered || !enclosed.intersects(x, y, .25, .25)) {
                        compared++;
                        assertThat(shape.covers(x + .125, y + .125, direction))
                                .as("%s turned %d at %s, %s", shape, direction, x, y)
                                .isEqualTo(isCovered);
                    }
                }
            }
            assertThat(compared).as("squares of 1,024").isGreaterThan(900);
        }
    }

    @Test
    void showsTheSessionsOwnPatternInTheColorsOfTheStyle() throws IOException {
        BufferedImage image = read(EENZAAMHEID_ONDER_JONGEREN, "gemeente");

        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(600);
        assertThat(colors(image)).contains("#d6e4f5", "#aac8ea", "#f5d98e").hasSizeLessThanOrEqualTo(9);
        Picture pattern = Picture.of(EENZAAMHEID_ONDER_JONGEREN, 12, 6);
        Shape first = AWTPathProducer.createShape(new StringReader(pattern.first()), Path2D.WIND_NON_ZERO);
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 12; column++) {
                boolean covered = first.contains(column * 8 + 3, row * 8 + 3);
                assertThat(color(image, column * 100 + 37, row * 100 + 37).equals("#aac8ea"))
                        .as("column %d, row %d", column, row)
                        .isEqualTo(covered);
            }
        }
    }

    @Test
    void isSmallAlwaysTheSameAndAnotherForAnotherSession() {
        HouseStyle style = HouseStyle.defaultStyle();
        byte[] png = PreviewPicture.png(EENZAAMHEID_ONDER_JONGEREN, style);

        assertThat(png).hasSizeLessThan(25_000).isEqualTo(PreviewPicture.png(EENZAAMHEID_ONDER_JONGEREN, style));
        assertThat(png).isNotEqualTo(PreviewPicture.png(HANDREIKING, style));
    }

    private static BufferedImage read(Session session, String style) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(PreviewPicture.png(session, HouseStyle.named(style))));
    }

    private static Set<String> colors(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .mapToObj(pixel -> color(image, pixel % image.getWidth(), pixel / image.getWidth()))
                .collect(Collectors.toSet());
    }

    private static String color(BufferedImage image, int x, int y) {
        Color color = new Color(image.getRGB(x, y));
        return "#%02x%02x%02x".formatted(color.getRed(), color.getGreen(), color.getBlue());
    }
}
