package nl.samenkomst.domain.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest differences between a session's revisions, from which a person is told what changed since they last heard.
 *
 * @param entries oldest first, at most {@value #MAX_ENTRIES}, with texts of at most {@value #MAX_LENGTH} in all
 */
public record ChangeLog(List<Entry> entries) {

    /** Bounds the session's item, which every request reads. */
    static final int MAX_ENTRIES = 30;

    /** Bounds the item too: its document may take 64 KB, and all of it 400 KB. */
    static final int MAX_LENGTH = 30_000; // UTF-16 code units, at most 90 KB

    /** A difference, and the revision that made it. */
    public record Entry(Revision revision, SessionDifference difference) {

        private int length() {
            return difference.subject().length()
                    + difference.before().length()
                    + difference.after().length();
        }
    }

    public static final ChangeLog EMPTY = new ChangeLog(List.of());

    public ChangeLog {
        entries = List.copyOf(entries);
    }

    /** Returns the log with these differences; leaves out the oldest beyond the limits. */
    ChangeLog with(Revision revision, List<SessionDifference> differences) {
        List<Entry> all = new ArrayList<>(entries);
        differences.forEach(difference -> all.add(new Entry(revision, difference)));
        int first = all.size();
        int length = 0;
        while (first > Math.max(0, all.size() - MAX_ENTRIES)
                && length + all.get(first - 1).length() <= MAX_LENGTH) {
            first--;
            length += all.get(first).length();
        }
        return new ChangeLog(all.subList(first, all.size()));
    }

    /** Returns the differences between this revision and the latest: one per thing that is not as it was. */
    public List<SessionDifference> since(Revision known) {
        List<SessionDifference> since = new ArrayList<>();
        for (Entry entry : entries) {
            if (known.isBefore(entry.revision())) {
                add(entry.difference(), since);
            }
        }
        return since;
    }

    /** Adds a difference, joined with the one that it continues; both go if that leads back to the beginning. */
    private static void add(SessionDifference difference, List<SessionDifference> all) {
        for (int i = 0; i < all.size(); i++) {
            SessionDifference earlier = all.get(i);
            if (earlier.isContinuedBy(difference)) {
                if (SessionDifference.isSame(difference.kind(), earlier.before(), difference.after())) {
                    all.remove(i);
                } else {
                    all.set(
                            i,
                            new SessionDifference(
                                    difference.kind(), difference.subject(), earlier.before(), difference.after()));
                }
                return;
            }
        }
        all.add(difference);
    }
}
