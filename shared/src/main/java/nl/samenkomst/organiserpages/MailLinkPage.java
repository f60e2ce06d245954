package nl.samenkomst.organiserpages;

/**
 * Model of {@code maillink.jte}: what the link in the letter leads to.
 *
 * @param isGood whether this browser asked for the letter, and may sign in with a press of the button
 * @param action the button's target
 */
public record MailLinkPage(boolean isGood, String action, Viewer viewer) implements SignInTexts {

    @Override
    public String template() {
        return "maillink";
    }

    @Override
    public String heading() {
        return isGood ? say("link.good") : say("link.other");
    }
}
