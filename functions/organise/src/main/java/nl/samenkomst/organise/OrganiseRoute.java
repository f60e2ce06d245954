package nl.samenkomst.organise;

import java.util.Arrays;
import nl.samenkomst.domain.access.Permission;

/** Every route of the organiser's pages but those to sign in, and the permission that it asks for. */
enum OrganiseRoute {
    OVERVIEW("GET /organise", Permission.USE_DESK),
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
