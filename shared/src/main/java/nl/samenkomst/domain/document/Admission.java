package nl.samenkomst.domain.document;

import java.util.Set;
import nl.samenkomst.domain.EmailAddress;

/** Who may come: everybody, whom the organiser says yes to, or who was invited. */
public sealed interface Admission {

    record Open() implements Admission {}

    /**
     * The organiser decides about everybody but those of some mail domains.
     *
     * @param domains in lower case; whoever has an address there, or in a subdomain, is in at once
     * @param holdsPlace whether who waits for the decision has a place meanwhile
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

    /** Whether somebody with this address needs the organiser's yes. */
    default boolean isReviewedFor(EmailAddress address) {
        return this instanceof Reviewed reviewed && !reviewed.admits(address);
    }

    /** As it stands in documents: {@code reviewed}. */
    default String word() {
        return switch (this) {
            case Open o -> "open";
            case Reviewed r -> "reviewed";
            case Invited i -> "invited";
        };
    }
}
