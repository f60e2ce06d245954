package nl.samenkomst.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address with a plain local part and a domain with a dot. {@link #parse} refuses quoted local parts, address
 * literals and non-ASCII local parts (RFC 6531), which the mail service does not take.
 */
public record EmailAddress(String value) {

    /** In octets (RFC 5321 §4.5.3.1): a local part has at most 64, a path 256 including its angle brackets. */
    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_PART_LENGTH = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN =
            Pattern.compile("(?:" + LABEL + "\\.)+(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59})");

    /** Directional embeddings and isolates, which have no effect on an address, unlike overrides. */
    private static final Pattern EMBEDDINGS = Pattern.compile("[\\u202A-\\u202C\\u2066-\\u2069]");

    /** Matches all that any release accepted, and no white space, control character or bracket: they break headers. */
    private static final Pattern STORED = Pattern.compile("[!-~&&[^\"(),:;<>@\\[\\]\\\\]]+@[A-Za-z0-9.-]+");

    /**
     * Accepts any address that this or an earlier release accepted; {@link #parse} applies today's rules.
     *
     * @throws IllegalArgumentException if the value could break a mail header
     */
    public EmailAddress {
        if (!STORED.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /**
     * Parses what a person typed: tidies it, and converts an internationalized domain to ASCII. Empty if it is no
     * address, or if old and new rules map a character of its domain to different names, such as ß.
     */
    public static Optional<EmailAddress> parse(String typed) {
        String address = tidy(typed);
        int at = address.lastIndexOf('@');
        if (at < 0 || address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String ascii = address.substring(0, at + 1) + toAscii(address.substring(at + 1));
        return isAddress(ascii) ? Optional.of(new EmailAddress(ascii)) : Optional.empty();
    }

    /**
     * Returns the address without invisible characters and without white space around it; word processors and contact
     * lists add both. Overrides stay, to be refused: they show another address than this.
     */
    static String tidy(String typed) {
        return SingleLine.visible(EMBEDDINGS.matcher(typed).replaceAll(""));
    }

    /** Returns one form for all spellings of an address: lower case, the local part included. */
    public String normalised() {
        return value.toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the address of the mailbox, in lower case: without the tag after a {@code +}, which most mail services
     * deliver to the same mailbox.
     */
    public String mailbox() {
        String normalised = normalised();
        int at = normalised.lastIndexOf('@');
        int tag = normalised.indexOf('+');
        return tag > 0 && tag < at ? normalised.substring(0, tag) + normalised.substring(at) : normalised;
    }

    /** Returns the part after the {@code @}, in lower case. */
    public String domain() {
        return normalised().substring(value.lastIndexOf('@') + 1);
    }

    /** Parses a mail domain, such as {@code gemeente.example.org}, into lower-case ASCII; empty if it is none. */
    public static Optional<String> parseDomain(String typed) {
        return parse("somebody@" + tidy(typed)).map(EmailAddress::domain);
    }

    private static boolean isAddress(String value) {
        int at = value.lastIndexOf('@');
        return at > 0
                && at <= MAX_LOCAL_PART_LENGTH
                && value.length() <= MAX_LENGTH
                && LOCAL_PART.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }

    private static String toAscii(String domain) {
        if (DOMAIN.matcher(domain).matches()) {
            return domain; // IDN would return it as it is, but loading IDN's tables costs a cold start 15 ms.
        }
        if (domain.codePoints().anyMatch(EmailAddress::isAmbiguous)) {
            return "";
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (RuntimeException notADomain) {
            // Not only IllegalArgumentException: the JDK throws a bare RuntimeException if a label is too long for
            // Punycode.
            return "";
        }
    }

    /**
     * Returns whether {@link IDN} (IDNA 2003, Unicode 3.2) and current software (UTS 46, non-transitional processing,
     * Unicode 18) map this domain character to different names, so that mail would reach another domain. The list is
     * complete: {@code IDN} refuses all other characters that Unicode 3.2 lacks.
     */
    private static boolean isAmbiguous(int c) {
        return switch (c) {
            // The four deviations of UTS 46 §2.3: ß, final sigma, zero width non-joiner and joiner.
            case 0xDF, 0x3C2, 0x200C, 0x200D -> true;
            // Capitals whose small letters came later: palochka, turned F, reversed C.
            case 0x4C0, 0x2132, 0x2183 -> true;
            // Fillers, inherent vowels and a soft hyphen, which one of the two mappings drops.
            case 0x115F, 0x1160, 0x17B4, 0x17B5, 0x1806, 0x3164, 0xFFA0 -> true;
            // Ideographs whose decomposition was corrected (Unicode Corrigendum 4).
            case 0x2F868, 0x2F874, 0x2F91F, 0x2F95F, 0x2F9BF -> true;
            // Georgian capitals (Asomtavruli).
            default -> c >= 0x10A0 && c <= 0x10C5;
        };
    }

    /** Omits the address, to keep it out of logs. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
