package nl.samenkomst.domain.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The part of a client's address that one household or office has: 24 bits of IPv4, 64 of IPv6. */
public record Network(String value) {

    private static final int IPV4_LENGTH = 4;
    private static final int IPV4_PREFIX = 3;
    private static final int IPV6_PREFIX = 8;

    /** Returns the network of an address; all that are not addresses share one. */
    public static Network of(String sourceIp) {
        try {
            byte[] address = InetAddress.ofLiteral(sourceIp).getAddress();
            int prefix = address.length == IPV4_LENGTH ? IPV4_PREFIX : IPV6_PREFIX;
            return new Network(HexFormat.of().formatHex(Arrays.copyOf(address, prefix)));
        } catch (IllegalArgumentException notAnAddress) {
            return new Network("unknown");
        }
    }

    /** Omits the network, to keep it out of logs. */
    @Override
    public String toString() {
        return "Network[…]";
    }
}
