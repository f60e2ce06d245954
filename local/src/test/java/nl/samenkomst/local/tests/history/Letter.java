package nl.samenkomst.local.tests.history;

import java.time.Instant;
import nl.samenkomst.domain.letter.LetterKind;
import nl.samenkomst.domain.registration.RegistrationId;
import nl.samenkomst.domain.registration.RegistrationState;
import nl.samenkomst.domain.session.Session;

/**
 * A letter that left, and what it told.
 *
 * @param isCertain whether the sender knows that it left; if not, it may send the letter once more
 */
record Letter(
        RegistrationId to, LetterKind kind, RegistrationState state, Session session, Instant at, boolean isCertain) {

    Letter uncertain() {
        return new Letter(to, kind, state, session, at, false);
    }
}
