package nl.samenkomst.domain.signin;

import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Language;
import nl.samenkomst.domain.access.BrowserWords;

/**
 * What somebody typed on the sign-in page.
 *
 * @param next the page to go to afterwards; empty for the overview
 * @param stays whether the session may be idle for longer
 * @param language the page's, and the letter's
 * @param browser in words, as {@link BrowserWords} has them
 */
public record SignInQuestion(
        EmailAddress email, Optional<String> next, boolean stays, Language language, String browser) {

    /** That of a browser which has not asked: stored nowhere. */
    static final SignInQuestion UNKNOWN =
            new SignInQuestion(new EmailAddress("unknown@invalid"), Optional.empty(), false, Language.NL, "");
}
