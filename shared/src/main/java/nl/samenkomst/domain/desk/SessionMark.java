package nl.samenkomst.domain.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.session.Session;

/** A state of a session that an organiser sees at a glance. */
public enum SessionMark {
    CANCELLED,
    ENDED,
    UNDER_WAY,
    FULL,
    INVITATION_ONLY,
    /** The organiser decides about registrations. */
    REVIEWED,
    NOT_OPEN_YET,
    /** Sign-up closed before the start. */
    CLOSED,
    OPEN;

    /** Returns every mark of a session; a cancelled or past one has no marks about signing up. */
    public static List<SessionMark> of(SessionSnapshot snapshot, Instant now) {
        Session session = snapshot.session();
        List<SessionMark> marks = new ArrayList<>();
        boolean isOver = session.document().when().hasEndedBy(now);
        if (session.isCancelled()) {
            marks.add(CANCELLED);
        } else if (isOver) {
            marks.add(ENDED);
        } else if (session.document().when().hasStartedBy(now)) {
            marks.add(UNDER_WAY);
        }
        if (marks.isEmpty()) {
            boolean isFull = snapshot.places().left().orElse(1) == 0;
            switch (session.phase(now)) {
                case NOT_YET -> marks.add(NOT_OPEN_YET);
                case CLOSED, CANCELLED -> marks.add(CLOSED);
                case OPEN -> marks.add(isFull ? FULL : OPEN);
            }
        }
        if (!session.isPublic()) {
            marks.add(INVITATION_ONLY);
            marks.remove(OPEN);
        } else if (session.document().signUp().admission().isReviewed()) {
            marks.add(REVIEWED);
        }
        return List.copyOf(marks);
    }

    /** Returns the word in texts, such as {@code not-open-yet}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
