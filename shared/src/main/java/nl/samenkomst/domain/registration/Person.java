package nl.samenkomst.domain.registration;

import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;

/** Somebody who signs up, as they call themselves. */
public record Person(String name, EmailAddress email, Optional<String> organisation) {

    /** Without the person, so that nobody reaches a log by accident. */
    @Override
    public String toString() {
        return "Person[…]";
    }
}
