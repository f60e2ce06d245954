package nl.samenkomst.organiserpages;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as an SVG path of lines, each a row's dark squares, one unit high.
 *
 * @param size the width and height, with the light margin of four units that ISO/IEC 18004 asks for
 */
public record QrPicture(int size, String path) {

    private static final int MARGIN = 4;

    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.LOW);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    int from = x;
                    while (code.getModule(x + 1, y)) {
                        x++;
                    }
                    path.append('M')
                            .append(from + MARGIN)
                            .append(' ')
                            .append(y + MARGIN)
                            .append(".5h")
                            .append(x + 1 - from);
                }
            }
        }
        return new QrPicture(code.size + 2 * MARGIN, path.toString());
    }
}
