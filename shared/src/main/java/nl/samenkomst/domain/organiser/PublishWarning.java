package nl.samenkomst.domain.organiser;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.document.SessionDocument;
import nl.samenkomst.domain.registration.CancellationDeadline;
import nl.samenkomst.domain.session.Session;

/** A consequence of a published change that its organiser may not intend; the change is made all the same. */
public enum PublishWarning {
    /**
     * The session begins within the notice period, or soon after: people with a place, and those who get one, may
     * cancel until a day after the letter about it.
     */
    NOTICE_PERIOD_SHORT("notice-period.short");

    private final String code;

    PublishWarning(String code) {
        this.code = code;
    }

    /** Returns the stable code in the API. */
    public String code() {
        return code;
    }

    /** Returns the warnings about a session that is new, or that was {@code before}. */
    static List<PublishWarning> about(Optional<Session> before, Session after, Instant now) {
        SessionDocument document = after.document();
        boolean sameDeadline = before.map(known -> known.document().cancelBy())
                .filter(document.cancelBy()::isEqual)
                .isPresent();
        boolean isShort = CancellationDeadline.ofPlaceToldAt(now, document).isAfter(document.cancelBy());
        return isShort && !sameDeadline ? List.of(NOTICE_PERIOD_SHORT) : List.of();
    }
}
