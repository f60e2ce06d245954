package nl.samenkomst.local.benchmark;

/**
 * Measurements of one sign-up; times in nanoseconds.
 *
 * @param as the outcome in the response: {@code place} or {@code waiting-list}
 */
record Timing(long whole, long inSdk, long onTheWire, int roundTrips, String as) {

    long outsideSdk() {
        return whole - inSdk;
    }

    long outsideNetwork() {
        return whole - onTheWire;
    }
}
