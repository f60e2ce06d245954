package nl.samenkomst.domain.signup;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Answers;
import nl.samenkomst.domain.registration.DeskKey;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/**
 * One request to register somebody, which stays the same however often it is tried.
 *
 * @param id of the registration it makes, if this is the person's first
 * @param secret the secret of the own link, if this is the person's first registration
 * @param request tells this request's own work from another's
 */
public record SignUpRequest(SignUp signUp, RegistrationId id, LinkSecret secret, UUID request) {

    /** Draws the secret from {@code random}, so it must be a secure source. */
    public static SignUpRequest of(DeskKey key, SessionId session, SignUp signUp, RandomGenerator random) {
        return new SignUpRequest(
                signUp,
                key.registrationId(session, signUp.person().email()),
                LinkSecret.generate(random),
                new UUID(random.nextLong(), random.nextLong()));
    }

    /** Returns the address of the person whom it registers. */
    public EmailAddress email() {
        return signUp.person().email();
    }

    /** Returns whether this request made the registration what it is: then the response to it was lost. */
    public boolean made(Registration registration) {
        return registration.signUp().equals(request);
    }

    /**
     * Returns the registration that this request makes: a first one, or the one seen in a new state with its id and
     * link.
     */
    public Registration registration(
            RegistrationSnapshot seen, Answers answers, RegistrationState state, AddressProof proof, Instant now) {
        Session session = seen.session();
        return Registration.signedUp(
                session,
                seen.registration(),
                seen.registration().map(Registration::id).orElse(id),
                secret,
                seen.places().firstSequence(),
                request,
                signUp.person(),
                signUp.language().orElse(session.document().about().language()),
                answers,
                state,
                proof,
                now);
    }
}
