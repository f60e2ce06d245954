package nl.samenkomst.domain.own;

import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.registration.Person;

/**
 * A person's changes to their own registration; absent fields stay as they are.
 *
 * @param organisation an empty text removes it
 * @param theme as typed
 * @param answers all answers, as typed, by question id
 */
public record Amendment(
        Optional<String> name,
        Optional<String> organisation,
        Optional<String> theme,
        Optional<Map<String, String>> answers) {

    /** Returns the person with these changes. */
    Person applyTo(Person before) {
        return new Person(
                name.orElse(before.name()),
                before.email(),
                organisation
                        .map(typed -> Optional.of(typed).filter(given -> !given.isEmpty()))
                        .orElse(before.organisation()));
    }

    /** Omits the input, to keep it out of logs. */
    @Override
    public String toString() {
        return "Amendment[…]";
    }
}
