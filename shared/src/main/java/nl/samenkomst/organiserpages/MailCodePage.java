package nl.samenkomst.organiserpages;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.organiserpages.SignInPage.SignInForm;

/**
 * Model of {@code mailcode.jte}: asks for the code in the letter, and says what to do if none comes.
 *
 * @param form what was typed on the page before
 * @param isMailFailing whether the mail service did not take letters lately
 * @param hasProvider whether people sign in with the account of their organisation
 */
public record MailCodePage(
        SignInForm form,
        boolean isMailFailing,
        boolean hasProvider,
        Map<String, String> mistakes,
        Optional<SignInDone> what,
        Viewer viewer)
        implements SignInTexts {

    @Override
    public String template() {
        return "mailcode";
    }

    @Override
    public String heading() {
        return say("code");
    }

    @Override
    public Optional<String> done() {
        return what.map(done -> done.sentence(this));
    }
}
