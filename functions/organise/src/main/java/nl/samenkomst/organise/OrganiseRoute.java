package nl.samenkomst.organise;

import java.util.Arrays;
import nl.samenkomst.domain.access.Permission;

/** Every route of the organiser's pages but those to sign in, and the permission that it asks for. */
enum OrganiseRoute {
    OVERVIEW("GET /organise", Permission.USE_DESK),
    PARTICIPANTS("GET /organise/sessions/{id}/participants", Permission.VIEW_PARTICIPANTS),
    ADD_PARTICIPANT_FORM("GET /organise/sessions/{id}/participants/new", Permission.CHANGE_PARTICIPANTS),
    ADD_PARTICIPANT("POST /organise/sessions/{id}/participants/new", Permission.CHANGE_PARTICIPANTS),
    DECISIONS("POST /organise/sessions/{id}/participants/decisions", Permission.CHANGE_PARTICIPANTS),
    DECISIONS_WITHDRAWAL(
            "POST /organise/sessions/{id}/participants/decisions/withdrawal", Permission.CHANGE_PARTICIPANTS),
    INVITATIONS_FORM("GET /organise/sessions/{id}/invitations", Permission.CHANGE_PARTICIPANTS),
    INVITATIONS("POST /organise/sessions/{id}/invitations", Permission.CHANGE_PARTICIPANTS),
    PARTICIPANT("GET /organise/sessions/{id}/participants/{registration}", Permission.VIEW_PARTICIPANTS),
    PARTICIPANT_CHANGES(
            "POST /organise/sessions/{id}/participants/{registration}/changes", Permission.CHANGE_PARTICIPANTS),
    PARTICIPANT_OWN_LINK(
            "POST /organise/sessions/{id}/participants/{registration}/own-link", Permission.CHANGE_PARTICIPANTS),
    PARTICIPANT_PRIORITY(
            "POST /organise/sessions/{id}/participants/{registration}/priority", Permission.CHANGE_PARTICIPANTS),
    PARTICIPANT_CANCELLATION(
            "POST /organise/sessions/{id}/participants/{registration}/cancellation", Permission.CHANGE_PARTICIPANTS),
    PARTICIPANT_ERASURE_FORM(
            "GET /organise/sessions/{id}/participants/{registration}/erasure", Permission.ERASE_PARTICIPANT),
    PARTICIPANT_ERASURE(
            "POST /organise/sessions/{id}/participants/{registration}/erasure", Permission.ERASE_PARTICIPANT),
    SESSIONS("GET /organise/sessions", Permission.USE_DESK),
    SESSION("GET /organise/sessions/{id}", Permission.VIEW_SESSION),
    NEW_SESSION("GET /organise/sessions/new", Permission.EDIT_SESSION),
    START_SESSION("POST /organise/sessions/new", Permission.EDIT_SESSION),
    EDIT("GET /organise/sessions/{id}/edit", Permission.EDIT_SESSION),
    SECTION("GET /organise/sessions/{id}/edit/{section}", Permission.EDIT_SESSION),
    SAVE_SECTION("POST /organise/sessions/{id}/edit/{section}", Permission.EDIT_SESSION),
    FOLLOWING("GET /organise/sessions/{id}/edit/following", Permission.EDIT_SESSION),
    CARRY("POST /organise/sessions/{id}/edit/following", Permission.EDIT_SESSION),
    DISCARD_DRAFT("POST /organise/sessions/{id}/edit/removal", Permission.EDIT_SESSION),
    TAKE_BACK("POST /organise/sessions/{id}/edit/withdrawal", Permission.EDIT_SESSION),
    PREVIEW("GET /organise/sessions/{id}/preview", Permission.EDIT_SESSION),
    PREVIEW_LETTERS("GET /organise/sessions/{id}/preview/letters", Permission.EDIT_SESSION),
    PUBLICATION("GET /organise/sessions/{id}/publication", Permission.EDIT_SESSION),
    PUBLISH("POST /organise/sessions/{id}/publication", Permission.EDIT_SESSION),
    TOGETHER("GET /organise/sessions/{id}/publication/following", Permission.EDIT_SESSION),
    PUBLISH_TOGETHER("POST /organise/sessions/{id}/publication/following", Permission.EDIT_SESSION),
    COPY_FORM("GET /organise/sessions/{id}/copy", Permission.EDIT_SESSION),
    COPY("POST /organise/sessions/{id}/copy", Permission.EDIT_SESSION),
    HISTORY("GET /organise/sessions/{id}/history", Permission.VIEW_SESSION),
    CANCELLATION("GET /organise/sessions/{id}/cancellation", Permission.CANCEL_SESSION),
    CANCEL("POST /organise/sessions/{id}/cancellation", Permission.CANCEL_SESSION),
    REINSTATE("POST /organise/sessions/{id}/reinstatement", Permission.CANCEL_SESSION),
    DOOR("GET /organise/sessions/{id}/door", Permission.VIEW_DOOR),
    MARK_PRESENCE("POST /organise/sessions/{id}/participants/{registration}/presence", Permission.MARK_PRESENCE),
    WALK_IN("GET /organise/sessions/{id}/door/registrations", Permission.ADD_AT_DOOR),
    ADD_WALK_IN("POST /organise/sessions/{id}/door/registrations", Permission.ADD_AT_DOOR),
    ANSWERS("GET /organise/sessions/{id}/answers", Permission.VIEW_PARTICIPANTS),
    ANSWERS_AS_CSV("GET /organise/sessions/{id}/answers.csv", Permission.EXPORT),
    MESSAGES("GET /organise/sessions/{id}/messages", Permission.SEND_MESSAGE),
    NEW_MESSAGE("GET /organise/sessions/{id}/messages/new", Permission.SEND_MESSAGE),
    PREVIEW_MESSAGE("POST /organise/sessions/{id}/messages/new", Permission.SEND_MESSAGE),
    SEND_MESSAGE("POST /organise/sessions/{id}/messages", Permission.SEND_MESSAGE),
    WITHDRAW_MESSAGE("POST /organise/sessions/{id}/messages/{message}/withdrawal", Permission.SEND_MESSAGE),
    LETTERS("GET /organise/sessions/{id}/letters", Permission.VIEW_SESSION),
    CHANGE_LETTERS("POST /organise/sessions/{id}/letters", Permission.EDIT_SESSION),
    SKIP_LETTER("POST /organise/sessions/{id}/letters/skipped", Permission.EDIT_SESSION),
    SESSION_FIGURES("GET /organise/sessions/{id}/figures", Permission.VIEW_SESSION),
    SESSION_FIGURES_AS_CSV("GET /organise/sessions/{id}/figures.csv", Permission.VIEW_SESSION),
    FIGURES("GET /organise/figures", Permission.VIEW_SESSION),
    FIGURES_AS_CSV("GET /organise/figures.csv", Permission.VIEW_SESSION),
    SHARE("GET /organise/sessions/{id}/share", Permission.VIEW_SESSION),
    LISTS("GET /organise/sessions/{id}/lists", Permission.VIEW_PARTICIPANTS),
    LIST_AS_CSV("GET /organise/sessions/{id}/list.csv", Permission.EXPORT),
    LIST_AS_XLSX("GET /organise/sessions/{id}/list.xlsx", Permission.EXPORT),
    LIST_ON_PAPER("GET /organise/sessions/{id}/list.html", Permission.EXPORT),
    COLLEAGUES("GET /organise/colleagues", Permission.VIEW_COLLEAGUES),
    NEW_COLLEAGUE("GET /organise/colleagues/new", Permission.MANAGE_COLLEAGUES),
    INVITE_COLLEAGUE("POST /organise/colleagues", Permission.MANAGE_COLLEAGUES),
    COLLEAGUE("GET /organise/colleagues/{organiser}", Permission.MANAGE_COLLEAGUES),
    CHANGE_COLLEAGUE("POST /organise/colleagues/{organiser}", Permission.MANAGE_COLLEAGUES),
    END_COLLEAGUE("POST /organise/colleagues/{organiser}/end", Permission.MANAGE_COLLEAGUES),
    RESET_FACTOR("POST /organise/colleagues/{organiser}/factor-reset", Permission.MANAGE_COLLEAGUES),
    INVITE_AGAIN("POST /organise/colleagues/{organiser}/invitation", Permission.MANAGE_COLLEAGUES),
    DESK_HISTORY("GET /organise/history", Permission.VIEW_COLLEAGUES);

    private final String key;
    private final Permission permission;

    OrganiseRoute(String key, Permission permission) {
        this.key = key;
        this.permission = permission;
    }

    /** Returns the route as the gateway names it. */
    String key() {
        return key;
    }

    Permission permission() {
        return permission;
    }

    /** Returns whether the page is about a session's draft too, so that the session need not be published. */
    boolean needsDraft() {
        return switch (this) {
            case EDIT,
                    SECTION,
                    SAVE_SECTION,
                    FOLLOWING,
                    CARRY,
                    DISCARD_DRAFT,
                    TAKE_BACK,
                    PREVIEW,
                    PREVIEW_LETTERS,
                    PUBLICATION,
                    PUBLISH,
                    TOGETHER,
                    PUBLISH_TOGETHER,
                    COPY_FORM,
                    COPY -> true;
            default -> false;
        };
    }

    /**
     * Returns the route with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static OrganiseRoute of(String key) {
        return Arrays.stream(values())
                .filter(route -> route.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such route here: " + key));
    }
}
