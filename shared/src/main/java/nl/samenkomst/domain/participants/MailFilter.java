package nl.samenkomst.domain.participants;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.samenkomst.domain.registration.MailProblem;
import nl.samenkomst.domain.registration.Registration;

/** What a list of participants may ask about their mail; each shows the people whom a number of the session counts. */
public enum MailFilter {
    /** Letters came back, or are not sent because earlier ones did. */
    RETURNED,
    /** The person reported a letter as unwanted. */
    COMPLAINED,
    /** One of the two above. */
    FAILING,
    /** Nobody has confirmed the address, and it has a place. */
    UNCONFIRMED_PLACE;

    boolean accepts(Registration registration) {
        return switch (this) {
            case RETURNED -> registration.isReturned();
            case COMPLAINED -> isComplaint(registration);
            case FAILING -> registration.isReturned() || isComplaint(registration);
            case UNCONFIRMED_PLACE ->
                registration.isUnconfirmed() && registration.state().holdsPlace();
        };
    }

    private static boolean isComplaint(Registration registration) {
        return registration
                .mailProblem()
                .filter(problem -> problem.kind() == MailProblem.Kind.COMPLAINED)
                .isPresent();
    }

    /** Returns the word in a query, such as {@code unconfirmed-place}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the filter with this word; empty if there is none. */
    public static Optional<MailFilter> of(String word) {
        return Arrays.stream(values())
                .filter(filter -> filter.word().equals(word))
                .findFirst();
    }
}
