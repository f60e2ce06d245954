package nl.samenkomst.signin;

import java.util.Arrays;
import java.util.Optional;
import nl.samenkomst.domain.access.Permission;

/** Every route around signing in; those of the own account ask for the permission to use the desk, the others for none. */
enum SignInRoute {
    SIGN_IN("GET /organise/sign-in"),
    ASK("POST /organise/sign-in"),
    CODE("GET /organise/sign-in/code"),
    GIVE_CODE("POST /organise/sign-in/code"),
    FACTOR("GET /organise/sign-in/factor"),
    GIVE_FACTOR("POST /organise/sign-in/factor"),
    PROVIDER("GET /organise/sign-in/oidc"),
    PROVIDER_RETURN("GET /organise/sign-in/oidc/callback"),
    GIVE_PROVIDER_RETURN("POST /organise/sign-in/oidc/callback"),
    LINK("GET /organise/sign-in/{token}"),
    GIVE_LINK("POST /organise/sign-in/{token}"),
    SIGN_OUT("POST /organise/sign-out"),
    ACCOUNT("GET /organise/me", Permission.USE_DESK),
    RENAME("POST /organise/me/name", Permission.USE_DESK),
    END_SESSIONS("POST /organise/me/sessions", Permission.USE_DESK),
    NEW_APP("GET /organise/me/factor", Permission.USE_DESK),
    ENROL_NEW_APP("POST /organise/me/factor", Permission.USE_DESK),
    RECOVERY_CODES("GET /organise/me/recovery-codes", Permission.USE_DESK),
    RENEW_RECOVERY_CODES("POST /organise/me/recovery-codes", Permission.USE_DESK);

    private final String key;
    private final Optional<Permission> permission;

    SignInRoute(String key) {
        this(key, Optional.empty());
    }

    SignInRoute(String key, Permission permission) {
        this(key, Optional.of(permission));
    }

    SignInRoute(String key, Optional<Permission> permission) {
        this.key = key;
        this.permission = permission;
    }

    /** Returns the route as the gateway names it. */
    String key() {
        return key;
    }

    /** Returns the permission that it asks for; empty if it is there to sign in or out, so for everybody. */
    Optional<Permission> permission() {
        return permission;
    }

    /**
     * Returns the route with this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static SignInRoute of(String key) {
        return Arrays.stream(values())
                .filter(route -> route.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such route here: " + key));
    }
}
