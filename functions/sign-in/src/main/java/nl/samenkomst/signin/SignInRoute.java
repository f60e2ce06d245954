package nl.samenkomst.signin;

import java.util.Arrays;

/** Every route around signing in; those of the own account ask for the permission to use the desk, the others for none. */
enum SignInRoute {
    SIGN_IN("GET /organise/sign-in"),
    ASK("POST /organise/sign-in"),
    CODE("GET /organise/sign-in/code"),
    GIVE_CODE("POST /organise/sign-in/code"),
    FACTOR("GET /organise/sign-in/factor"),
    GIVE_FACTOR("POST /organise/sign-in/factor"),
    LINK("GET /organise/sign-in/{token}"),
    GIVE_LINK("POST /organise/sign-in/{token}"),
    SIGN_OUT("POST /organise/sign-out"),
    ACCOUNT("GET /organise/me"),
    RENAME("POST /organise/me/name"),
    END_SESSIONS("POST /organise/me/sessions"),
    NEW_APP("GET /organise/me/factor"),
    ENROL_NEW_APP("POST /organise/me/factor"),
    RECOVERY_CODES("GET /organise/me/recovery-codes"),
    RENEW_RECOVERY_CODES("POST /organise/me/recovery-codes");

    private final String key;

    SignInRoute(String key) {
        this.key = key;
    }

    /** Returns the route as the gateway names it. */
    String key() {
        return key;
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
