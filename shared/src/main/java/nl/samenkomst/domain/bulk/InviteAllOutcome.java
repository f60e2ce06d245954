package nl.samenkomst.domain.bulk;

import java.util.List;
import nl.samenkomst.domain.organiser.ChangeOutcome;
import nl.samenkomst.domain.organiser.ListedRegistration;

/** The outcome of inviting a list of people, in the order of the list. */
public sealed interface InviteAllOutcome {

    /** Everybody is invited, or answered an earlier invitation. */
    record All(List<ListedRegistration> invited) implements InviteAllOutcome {
        public All {
            invited = List.copyOf(invited);
        }
    }

    /** Somebody was not invited; those before are invited all the same, those after were not tried. */
    record Stopped(ChangeOutcome why) implements InviteAllOutcome {}
}
