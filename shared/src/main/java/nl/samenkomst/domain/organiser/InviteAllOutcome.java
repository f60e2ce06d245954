package nl.samenkomst.domain.organiser;

import java.util.List;

/** The outcome of inviting a list of people, in the order of the list. */
public sealed interface InviteAllOutcome {

    /** Everybody is invited, or answered an earlier invitation. */
    record All(List<ListedRegistration> invited) implements InviteAllOutcome {
        public All {
            invited = List.copyOf(invited);
        }
    }

    /**
     * Somebody was not invited, and nobody after them was tried.
     *
     * @param invited the people before, who are invited all the same
     * @param why the outcome for the person who was not
     */
    record Stopped(List<ListedRegistration> invited, ChangeOutcome why) implements InviteAllOutcome {
        public Stopped {
            invited = List.copyOf(invited);
        }
    }
}
