package nl.samenkomst.domain.document;

import java.util.Set;
import nl.samenkomst.domain.EmailAddress;

/** The rule for who may attend: everybody, people the organiser accepts, or invited people only. */
public sealed interface Admission {

    record Open() implements Admission {}

    /**
     * Admission by the organiser's decision, except for addresses in listed domains.
     *
     * @param domains in lower case; an address in one of them or in a subdomain is admitted at once
     * @param holdsPlace whether a registration under review holds a place
     */
    record Reviewed(Set<String> domains, boolean holdsPlace) implements Admission {

        public Reviewed {
            domains = Set.copyOf(domains);
        }

        boolean admits(EmailAddress address) {
            String domain = address.domain();
            return domains.stream().anyMatch(listed -> domain.equals(listed) || domain.endsWith("." + listed));
        }
    }

    record Invited() implements Admission {}

    /** Returns whether the organiser decides about a registration with this address. */
    default boolean isReviewedFor(EmailAddress address) {
        return this instanceof Reviewed reviewed && !reviewed.admits(address);
    }

    /** Returns the word used in session documents, such as {@code reviewed}. */
    default String word() {
        return switch (this) {
            case Open _ -> "open";
            case Reviewed _ -> "reviewed";
            case Invited _ -> "invited";
        };
    }
}
