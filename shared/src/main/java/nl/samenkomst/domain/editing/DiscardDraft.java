package nl.samenkomst.domain.editing;

import java.util.Optional;
import nl.samenkomst.domain.Attempt;
import nl.samenkomst.domain.Retrier;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.draft.Draft;
import nl.samenkomst.domain.draft.Drafts;
import nl.samenkomst.domain.session.SessionId;

/** Throws a draft away, as the organiser saw it. */
public final class DiscardDraft {

    private final Drafts drafts;
    private final Retrier retrier;

    public DiscardDraft(Drafts drafts, Retrier retrier) {
        this.drafts = drafts;
        this.retrier = retrier;
    }

    /** Returns whether there is no draft any more; false if somebody changed it since {@code seen}. */
    public boolean discard(SessionId id, Version seen) {
        return retrier.call(() -> {
            Optional<Draft> draft = drafts.find(id);
            if (draft.isEmpty()) {
                return Attempt.settled(true);
            }
            return draft.get().version().equals(seen)
                    ? Attempt.after(drafts.discard(draft.get()), true)
                    : Attempt.settled(false);
        });
    }
}
