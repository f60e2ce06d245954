package nl.samenkomst.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong on many pages, each thing once, with where it is. */
final class Findings {

    private static final int PLACES_NAMED = 6;

    private final Map<String, List<String>> places = new TreeMap<>();

    /** Notes it; {@code what} is the same wherever it is wrong in the same way. */
    void add(String what, String where) {
        places.computeIfAbsent(what, first -> new ArrayList<>()).add(where);
    }

    /** One line for each thing. */
    List<String> lines() {
        return places.entrySet().stream()
                .map(finding -> "%s%n    %d times: %s"
                        .formatted(
                                finding.getKey(),
                                finding.getValue().size(),
                                String.join(
                                        ", ",
                                        finding.getValue().stream()
                                                .limit(PLACES_NAMED)
                                                .toList())))
                .toList();
    }
}
