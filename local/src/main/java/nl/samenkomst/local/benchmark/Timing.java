package nl.samenkomst.local.benchmark;

/**
 * What one sign-up took, in nanoseconds.
 *
 * @param as what the answer says: {@code place} or {@code waiting-list}
 */
record Timing(long whole, long inSdk, long onTheWire, int roundTrips, String as) {

    long besideTheSdk() {
        return whole - inSdk;
    }

    long besideTheWire() {
        return whole - onTheWire;
    }
}
