package nl.samenkomst.texts;

import java.util.Optional;
import nl.samenkomst.domain.session.SignUpState;

/** Why a request is turned down as a whole: a code that never changes, and the HTTP status that goes with it. */
public enum Refusal {
    SESSION_CLOSED(409, "session.closed"),
    SESSION_NOT_YET(409, "session.not-yet"),
    SESSION_CANCELLED(409, "session.cancelled"),
    SESSION_FULL(409, "session.full"),
    SESSION_STARTED(409, "session.started"),
    NOTICE_PERIOD_PASSED(409, "notice-period.passed"),
    THEME_FULL(409, "theme.full"),
    CHANGES_CLOSED(409, "changes.closed"),
    NOT_REGISTERED(409, "registration.cancelled"),
    SESSION_UNKNOWN(404, "session.unknown"),
    REGISTRATION_UNKNOWN(404, "registration.unknown"),
    REVISION_STALE(412, "revision.stale"),
    BODY_INVALID(400, "body.invalid"),
    BODY_TOO_LARGE(413, "body.too-large"),
    BODY_TYPE(415, "body.type");

    private final int status;
    private final String code;

    Refusal(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** The refusal that goes with a session's state; nothing where somebody can sign up. */
    public static Optional<Refusal> of(SignUpState state) {
        return switch (state) {
            case OPEN, WAITING_LIST, REVIEW, INVITED -> Optional.empty();
            case FULL -> Optional.of(SESSION_FULL);
            case NOT_YET -> Optional.of(SESSION_NOT_YET);
            case CLOSED -> Optional.of(SESSION_CLOSED);
            case CANCELLED -> Optional.of(SESSION_CANCELLED);
        };
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
