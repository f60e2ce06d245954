package nl.samenkomst.api;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.samenkomst.domain.bulk.CancelUnconfirmedOutcome;
import nl.samenkomst.domain.bulk.UnconfirmedCount;

/** Maps to JSON how many registrations have no confirmed address, and how many of those were cancelled. */
public final class UnconfirmedView {

    private static final String PLACES = "places";

    private UnconfirmedView() {}

    /** Returns a count, with the moment to give as {@code until} to cancel these and nobody who signs up later. */
    public static Map<String, Object> of(UnconfirmedCount count) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("registrations", count.registrations());
        tree.put(PLACES, count.places());
        tree.put("until", count.until().toString());
        return tree;
    }

    /** Returns what a request did, and how many it left for the next one. */
    public static Map<String, Integer> of(CancelUnconfirmedOutcome.Cancelled done) {
        Map<String, Integer> tree = new LinkedHashMap<>();
        tree.put("cancelled", done.registrations());
        tree.put(PLACES, done.places());
        tree.put("remaining", done.remaining());
        return tree;
    }
}
