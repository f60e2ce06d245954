package nl.samenkomst.domain.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.domain.document.When;
import nl.samenkomst.domain.session.Session;

/** What an organiser may do with the sessions in their {@link Scope}. */
public enum Role {
    /** May do everything, also with colleagues. */
    ADMINISTRATOR,

    /** May do everything with the sessions in scope. */
    ORGANISER,

    /** May see names and mark presence at the door, from a day before the session to a day after it. */
    HOST;

    private static final Duration HOSTS_MARGIN = Duration.ofDays(1);

    /** Returns whether the role gives this permission, disregarding scope and time. */
    public boolean gives(Permission permission) {
        return switch (this) {
            case ADMINISTRATOR -> true;
            case ORGANISER -> permission != Permission.VIEW_COLLEAGUES && permission != Permission.MANAGE_COLLEAGUES;
            case HOST ->
                switch (permission) {
                    case USE_DESK, VIEW_DOOR, MARK_PRESENCE, ADD_AT_DOOR -> true;
                    case VIEW_SESSION,
                            VIEW_PARTICIPANTS,
                            CHANGE_PARTICIPANTS,
                            ERASE_PARTICIPANT,
                            EXPORT,
                            EDIT_SESSION,
                            CANCEL_SESSION,
                            SEND_MESSAGE,
                            SEND_TO_MANY,
                            VIEW_COLLEAGUES,
                            MANAGE_COLLEAGUES -> false;
                };
        };
    }

    /** Returns whether the role lets anybody see this session at {@code now}. */
    boolean sees(Session session, Instant now) {
        When when = session.document().when();
        return this != HOST
                || !(now.isBefore(when.start().toInstant().minus(HOSTS_MARGIN))
                        || now.isAfter(when.end().toInstant().plus(HOSTS_MARGIN)));
    }

    /** Returns the word in forms and the table, such as {@code host}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the role with this word; empty if there is none. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
