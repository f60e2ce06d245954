package nl.samenkomst.organiserpages;

/** Model of {@code confirmfactor.jte}: asks for a press of a button before something about the second factor changes. */
public record ConfirmFactorPage(What what, Viewer viewer) implements SignInTexts {

    /** What changes. */
    public enum What {
        RECOVERY_CODES,
        NEW_APP
    }

    @Override
    public String template() {
        return "confirmfactor";
    }

    @Override
    public String heading() {
        return switch (what) {
            case RECOVERY_CODES -> say("renew");
            case NEW_APP -> say("new-app");
        };
    }

    public String explanation() {
        return switch (what) {
            case RECOVERY_CODES -> say("renew.text");
            case NEW_APP -> say("new-app.text");
        };
    }

    public String button() {
        return switch (what) {
            case RECOVERY_CODES -> say("renew.send");
            case NEW_APP -> say("new-app.send");
        };
    }

    public String action() {
        return switch (what) {
            case RECOVERY_CODES -> links().me("recovery-codes");
            case NEW_APP -> links().me("factor");
        };
    }
}
