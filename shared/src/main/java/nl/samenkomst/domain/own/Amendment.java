package nl.samenkomst.domain.own;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.registration.Person;

/**
 * What somebody wants to change about the own registration; what is left out stays as it is.
 *
 * @param organisation nothing to leave it, an empty text to drop it
 * @param theme as typed
 * @param answers as typed, all of them, by the id of the question
 */
public record Amendment(
        Optional<String> name,
        Optional<String> organisation,
        Optional<String> theme,
        Optional<Map<String, String>> answers) {

    /** The same person with what is changed. */
    Person of(Person before) {
        return new Person(
                name.orElse(before.name()),
                before.email(),
                organisation
                        .map(typed -> Optional.of(typed).filter(given -> !given.isEmpty()))
                        .orElse(before.organisation()));
    }

    /** Without what was typed, so that nothing reaches a log by accident. */
    @Override
    public String toString() {
        return "Amendment[…]";
    }
}
