package nl.samenkomst.texts;

import java.util.Optional;
import nl.samenkomst.domain.capacity.SignUpState;
import nl.samenkomst.domain.organiser.ChangeOutcome;

/** Why a request is refused as a whole: a code that never changes, with its HTTP status. */
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
    ANSWERS_NOT_ASKED(409, "answers.not-asked"),
    NOT_INVITED(409, "registration.not-invited"),
    NOT_SIGNED(403, "request.not-signed"),
    NOT_PERMITTED(403, "request.not-permitted"),
    SESSION_UNKNOWN(404, "session.unknown"),
    REGISTRATION_UNKNOWN(404, "registration.unknown"),
    CERTIFICATE_UNKNOWN(404, "certificate.unknown"),
    REGISTRATION_GONE(410, "registration.gone"),
    LINK_ENDED(410, "link.ended"),
    LINK_OF_CALENDAR(403, "link.calendar"),
    PAGE_UNKNOWN(404, "page.unknown"),
    DECISION_TOO_LATE(409, "decision.too-late"),
    REGISTRATION_OTHER_PERSON(409, "registration.other-person"),
    MAILBOX_REFUSED(409, "mailbox.refused"),
    REGISTRATION_NOT_WAITLISTED(409, "registration.not-waitlisted"),
    REGISTRATION_NOT_CONFIRMED(409, "registration.not-confirmed"),
    REGISTRATION_INVITED(409, "registration.invited"),
    REGISTRATION_NOT_ACTIVE(409, "registration.not-active"),
    DECISION_TAKEN(409, "decision.taken"),
    DECISION_FINAL(409, "decision.final"),
    PLACES_NONE_AT_THEME(409, "places.none-at-theme"),
    PLACES_FIXED(409, "places.fixed"),
    PRESENCE_TOO_EARLY(409, "presence.too-early"),
    MESSAGE_UNKNOWN(404, "message.unknown"),
    MESSAGES_TOO_MANY(409, "messages.too-many"),
    LIST_CHANGED(409, "list.changed"),
    DRAFT_NEWER(409, "draft.newer"),
    REVISION_STALE(412, "revision.stale"),
    BODY_INVALID(400, "body.invalid"),
    BODY_TOO_LARGE(413, "body.too-large"),
    BODY_TYPE(415, "body.type"),
    UNEXPECTED(500, "unexpected");

    private final int status;
    private final String code;

    Refusal(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /** Returns the refusal for a session's sign-up state; empty if people can sign up. */
    public static Optional<Refusal> of(SignUpState state) {
        return switch (state) {
            case OPEN, WAITING_LIST, REVIEW, INVITED -> Optional.empty();
            case FULL -> Optional.of(SESSION_FULL);
            case NOT_YET -> Optional.of(SESSION_NOT_YET);
            case CLOSED -> Optional.of(SESSION_CLOSED);
            case CANCELLED -> Optional.of(SESSION_CANCELLED);
        };
    }

    /** Returns the refusal of a sign-up that the session did not take: by its state, else {@link #SESSION_CLOSED}. */
    public static Refusal why(SignUpState state) {
        return of(state).orElse(SESSION_CLOSED);
    }

    /** Returns the refusal for an organiser's change that is not possible. */
    public static Refusal of(ChangeOutcome.RefusalReason why) {
        return switch (why) {
            case SESSION_CANCELLED -> SESSION_CANCELLED;
            case SESSION_STARTED -> PLACES_FIXED;
            case DECIDED -> DECISION_TAKEN;
            case CANCELLED -> DECISION_TOO_LATE;
            case INVITED -> REGISTRATION_INVITED;
            case SIGN_UP_CLOSED -> SESSION_CLOSED;
            case OTHER_PERSON -> REGISTRATION_OTHER_PERSON;
            case MAILBOX_REFUSED -> MAILBOX_REFUSED;
            case NOT_WAITING -> REGISTRATION_NOT_WAITLISTED;
            case NOT_CONFIRMED -> REGISTRATION_NOT_CONFIRMED;
            case TOO_EARLY -> PRESENCE_TOO_EARLY;
            case NOT_REGISTERED -> REGISTRATION_NOT_ACTIVE;
            case THEME_FULL -> PLACES_NONE_AT_THEME;
            case DECISION_FINAL -> DECISION_FINAL;
        };
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
