package nl.samenkomst.domain;

/** Counts the UTF-8 bytes that a text takes as a string in JSON, escapes included: so is a response's body carried. */
public final class ResponseSize {

    private ResponseSize() {}

    /** Returns the bytes between the quotes, as Jackson writes them. */
    public static long of(CharSequence text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += of(text.charAt(i));
        }
        return bytes;
    }

    private static int of(char c) {
        if (c < 0x80) {
            return switch (c) {
                case '"', '\\', '\b', '\t', '\n', '\f', '\r' -> 2;
                default -> c < ' ' ? 6 : 1;
            };
        }
        if (c < 0x800) {
            return 2;
        }
        // Jackson writes each half of a surrogate pair as an escape
        // (JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).
        return Character.isSurrogate(c) ? 6 : 3;
    }
}
