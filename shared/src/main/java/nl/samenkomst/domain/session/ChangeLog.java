package nl.samenkomst.domain.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest differences between a session's revisions, from which a person is told what changed since they last heard.
 *
 * @param entries oldest first, at most {@value #MAX_ENTRIES}
 */
public record ChangeLog(List<Entry> entries) {

    /** Bounds the session's item, which every request reads. */
    static final int MAX_ENTRIES = 30;

    /** A difference, and the revision that made it. */
    public record Entry(Revision revision, SessionDifference difference) {}

    public static final ChangeLog EMPTY = new ChangeLog(List.of());

    public ChangeLog {
        entries = List.copyOf(entries);
    }

    ChangeLog with(Revision revision, List<SessionDifference> differences) {
        List<Entry> all = new ArrayList<>(entries);
        differences.forEach(difference -> all.add(new Entry(revision, difference)));
        return new ChangeLog(all.subList(Math.max(0, all.size() - MAX_ENTRIES), all.size()));
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
