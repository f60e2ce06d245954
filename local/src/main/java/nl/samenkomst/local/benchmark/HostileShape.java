package nl.samenkomst.local.benchmark;

import java.util.Locale;

/** Shapes of text that make careless code slow or break it. */
public enum HostileShape {
    LETTERS("a"),
    FOUR_BYTE_LETTERS("\ud83d\ude00"),
    LINE_FEEDS("\n"),
    SPACES(" "),
    WHITE_SPACE(" \n\t\u00a0\u2003"),
    BRACKETS_OPEN("(["),
    BRACKETS_CLOSED("[]()"),
    QUOTES("\"'"),
    MARKUP("<&>'\"--"),
    BIDI_CONTROLS("\u202e\u2066"),
    /** Invisible characters, which are all dropped. */
    ZERO_WIDTH_SPACES("\u200b\ufeff"),
    /** Joiners that shape the letter before them, and so are kept. */
    JOINERS("\u0639\u200c"),
    DIGITS("9"),
    COMMAS(","),
    SEMICOLONS(";q=1,"),
    SLASHES("/~"),
    HYPHENS("a-"),
    PERCENTS("%4"),
    BACKSLASHES("\\"),
    LONE_SURROGATES("\ud800"),
    FORMULAS("\n\t=;"),
    PLACEHOLDERS("{name}$1\\"),
    LINKS("https://a.example/ "),
    /** Each becomes three characters when composed (NFC). */
    EXPANDING("\ufb2c"),
    /** Combining characters in the wrong order, 30 in a row: the maximum of the Stream-Safe Text Format (UAX #15). */
    THIRTY_MARKS("a" + "\u0301".repeat(15) + "\u0316".repeat(15)),
    /** Combining characters in the wrong canonical order, all of which a normalizer must sort. */
    MARKS {
        @Override
        public String of(int length) {
            int half = Math.max(length - 1, 0) / 2;
            return "a" + "\u0301".repeat(half) + "\u0316".repeat(half);
        }
    },
    ONE_LONG_LABEL {
        @Override
        public String of(int length) {
            return "x@" + "\u00e9".repeat(Math.max(length - 5, 1)) + ".nl";
        }
    },
    LONG_LABELS {
        @Override
        public String of(int length) {
            return "x@" + ("\u00e9".repeat(50) + ".").repeat(Math.max(length / 51, 1)) + "nl";
        }
    },
    MANY_LABELS {
        @Override
        public String of(int length) {
            return "x@" + "a.".repeat(Math.max((length - 4) / 2, 1)) + "nl";
        }
    },
    PICTURE {
        @Override
        public String of(int length) {
            return "data:image/png;base64," + "A".repeat(Math.max(length - 22, 1));
        }
    },
    LINK {
        @Override
        public String of(int length) {
            return "https://" + "a.".repeat(Math.max((length - 9) / 2, 1)) + "nl";
        }
    },
    DATA_OF_A_LIST {
        @Override
        public String of(int length) {
            return "a.place,".repeat(Math.max(length / 8, 1));
        }
    };

    private final String unit;

    HostileShape() {
        this("");
    }

    HostileShape(String unit) {
        this.unit = unit;
    }

    /** Returns a text of this shape, of about this many {@code char}s. */
    public String of(int length) {
        return unit.repeat(Math.max(length / unit.length(), 1));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
