package nl.samenkomst.domain.factor;

/** Base32 (RFC 4648 §6) without padding, for whole groups of five bytes. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_DIGIT = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        long bits = 0;
        int number = 0;
        for (byte one : bytes) {
            bits = (bits << Byte.SIZE) | (one & 0xFF);
            number += Byte.SIZE;
            while (number >= BITS_PER_DIGIT) {
                number -= BITS_PER_DIGIT;
                text.append(ALPHABET.charAt((int) (bits >> number) & 0x1F));
            }
        }
        return text.toString();
    }

    static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * BITS_PER_DIGIT / Byte.SIZE];
        long bits = 0;
        int number = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            bits = (bits << BITS_PER_DIGIT) | ALPHABET.indexOf(text.charAt(i));
            number += BITS_PER_DIGIT;
            if (number >= Byte.SIZE) {
                number -= Byte.SIZE;
                bytes[next++] = (byte) (bits >> number);
            }
        }
        return bytes;
    }

    /** Returns the text in groups, as people read it aloud. */
    static String inGroups(String text, int size) {
        return text.replaceAll("(.{" + size + "})(?!$)", "$1 ");
    }
}
