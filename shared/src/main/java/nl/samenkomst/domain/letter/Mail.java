package nl.samenkomst.domain.letter;

import java.time.Instant;
import java.util.OptionalInt;
import nl.samenkomst.domain.registration.LetterKind;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Listing;
import nl.samenkomst.domain.session.Session;

/**
 * What one letter is about: all that its words may depend on.
 *
 * @param position the place in the queue, for who waits
 * @param now when it leaves
 */
public record Mail(LetterKind kind, Listing listing, Registration registration, OptionalInt position, Instant now) {

    public Session session() {
        return listing.session();
    }
}
