package nl.samenkomst.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: a plain local part and a domain with a dot in it. Quoted local parts, address
 * literals and letters beyond ASCII before the {@code @} (RFC 6531) are refused, since the mail service takes none.
 */
public record EmailAddress(String value) {

    /** RFC 5321 §4.5.3.1: 64 octets, the sign, and what is left of a path of 256 with its angle brackets. */
    public static final int MAX_LENGTH = 254;

    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN =
            Pattern.compile("(?:" + LABEL + "\\.)+(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59})");

    /** What no release has ever let through, and no mail header can hold: white space, control characters, brackets. */
    private static final Pattern STORED = Pattern.compile("[!-~&&[^\"(),:;<>@\\[\\]\\\\]]+@[A-Za-z0-9.-]+");

    /** An address that was let through before; {@link #parse} knows what is let through now. */
    public EmailAddress {
        if (!STORED.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /**
     * Reads what a person typed: white space around it is dropped, a domain in another script is put in ASCII. A domain
     * is refused where it has a character that old and new rules map to different names, such as ß.
     */
    public static Optional<EmailAddress> parse(String typed) {
        String address = typed.strip();
        int at = address.lastIndexOf('@');
        if (at < 0 || address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String ascii = address.substring(0, at + 1) + inAscii(address.substring(at + 1));
        return isAddress(ascii) ? Optional.of(new EmailAddress(ascii)) : Optional.empty();
    }

    /** The same for all ways to write one address: case is dropped, also before the {@code @}. */
    public String normalised() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** What follows the {@code @}, in lower case. */
    public String domain() {
        return normalised().substring(value.lastIndexOf('@') + 1);
    }

    /** Reads a mail domain by itself, such as {@code gemeente.example.org}; in lower case and in ASCII. */
    public static Optional<String> parseDomain(String typed) {
        return parse("somebody@" + typed.strip()).map(EmailAddress::domain);
    }

    private static boolean isAddress(String value) {
        int at = value.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL_PART
                && value.length() <= MAX_LENGTH
                && LOCAL_PART.matcher(value.substring(0, at)).matches()
                && DOMAIN.matcher(value.substring(at + 1)).matches();
    }

    private static String inAscii(String domain) {
        if (domain.codePoints().anyMatch(EmailAddress::isAmbiguous)) {
            return "";
        }
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (RuntimeException notADomain) {
            // Not only IllegalArgumentException: the JDK throws a bare one where a label is too long for Punycode.
            return "";
        }
    }

    /**
     * Whether a character of a domain stands for one name to {@link IDN} (IDNA 2003, Unicode 3.2) and for another to
     * today's programs (UTS 46, non-transitional processing, Unicode 18): mail would reach somebody else's domain. These
     * are all such characters; others that Unicode 3.2 lacks are refused by {@code IDN}.
     */
    private static boolean isAmbiguous(int c) {
        return switch (c) {
            // The four deviations of UTS 46 §2.3: ß, final sigma, zero width non-joiner and joiner.
            case 0xDF, 0x3C2, 0x200C, 0x200D -> true;
            // Capitals whose small letters came later: palochka, turned F, reversed C.
            case 0x4C0, 0x2132, 0x2183 -> true;
            // Fillers, inherent vowels and a soft hyphen, which one of the two drops.
            case 0x115F, 0x1160, 0x17B4, 0x17B5, 0x1806, 0x3164, 0xFFA0 -> true;
            // Ideographs whose decomposition was mended (Unicode Corrigendum 4).
            case 0x2F868, 0x2F874, 0x2F91F, 0x2F95F, 0x2F9BF -> true;
            // Georgian capitals (Asomtavruli).
            default -> c >= 0x10A0 && c <= 0x10C5;
        };
    }

    /** Without the address itself, so that none reaches a log by accident. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
