package nl.samenkomst.domain.signin;

import java.time.Instant;
import nl.samenkomst.domain.access.Organiser;

/**
 * The input of the letter to sign in with.
 *
 * @param now when it is sent
 */
public record SignInLetterRequest(
        Organiser organiser, SignInQuestion question, Instant askedAt, SignInToken link, MailCode code, Instant now) {}
