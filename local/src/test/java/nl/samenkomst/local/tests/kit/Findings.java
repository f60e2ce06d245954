package nl.samenkomst.local.tests.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what is wrong on many pages: each problem once, with the pages it is on. */
public final class Findings {

    private static final int MAX_PAGES_NAMED = 6;

    private final Map<String, List<String>> pagesByProblem = new TreeMap<>();

    /** Adds a finding; {@code what} must be the same text wherever the same thing is wrong. */
    public void add(String what, String where) {
        pagesByProblem.computeIfAbsent(what, first -> new ArrayList<>()).add(where);
    }

    /** Returns one entry for each problem, with how often and where it occurs. */
    public List<String> lines() {
        return pagesByProblem.entrySet().stream()
                .map(finding -> "%s%n    %d times: %s"
                        .formatted(
                                finding.getKey(),
                                finding.getValue().size(),
                                String.join(
                                        ", ",
                                        finding.getValue().stream()
                                                .limit(MAX_PAGES_NAMED)
                                                .toList())))
                .toList();
    }
}
