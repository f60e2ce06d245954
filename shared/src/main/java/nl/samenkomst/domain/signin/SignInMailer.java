package nl.samenkomst.domain.signin;

import nl.samenkomst.domain.access.InvitationLetterRequest;
import nl.samenkomst.domain.sending.Delivery;

/** Sends letters to organisers about signing in, each in one attempt. */
public interface SignInMailer {

    Delivery send(SignInLetterRequest letter);

    Delivery send(InvitationLetterRequest letter);
}
