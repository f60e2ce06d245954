package nl.samenkomst.domain.registration;

import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;

/** The name, address and organisation that a person signs up or is invited with. */
public record Person(String name, EmailAddress email, Optional<String> organisation) {

    /** Omits the person, to keep them out of logs. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
