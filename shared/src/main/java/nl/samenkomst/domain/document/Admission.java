package nl.samenkomst.domain.document;

import java.util.Set;
import nl.samenkomst.domain.EmailAddress;

/** The rule for who may attend: everybody, people the organiser accepts, or invited people only. */
public sealed interface Admission {

    record Open() implements Admission {}

    /**
     * Admission by the organiser's decision, except for addresses in listed domains.
     *
     * @param domains in lower case; the owner of an address in one of them or in a subdomain is admitted at once
     * @param holdsPlace whether a registration under review holds a place
     */
    record Reviewed(Set<String> domains, boolean holdsPlace) implements Admission {

        public Reviewed {
            domains = Set.copyOf(domains);
        }

        private boolean lists(EmailAddress address) {
            String domain = address.domain();
            return domains.stream().anyMatch(listed -> domain.equals(listed) || domain.endsWith("." + listed));
        }
    }

    record Invited() implements Admission {}

    /** Returns whether the organiser decides about everybody but the owners of addresses in listed domains. */
    default boolean isReviewed() {
        return this instanceof Reviewed;
    }

    /** Returns whether the owner of this address is in without the organiser's decision. */
    default boolean admits(EmailAddress address) {
        return switch (this) {
            case Open _ -> true;
            case Reviewed reviewed -> reviewed.lists(address);
            case Invited _ -> false;
        };
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
