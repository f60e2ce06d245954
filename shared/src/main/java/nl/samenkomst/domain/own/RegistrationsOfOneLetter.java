package nl.samenkomst.domain.own;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.capacity.OtherRegistrations;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.registration.Registration;

/** Finds the registrations that one letter told a person of: those made together for sessions of a series. */
public final class RegistrationsOfOneLetter {

    private final OtherRegistrations others;

    public RegistrationsOfOneLetter(OtherRegistrations others) {
        this.others = others;
    }

    /** Returns the same person's registrations for other sessions that a letter about this one also told of. */
    List<Registration> of(RegistrationSnapshot seen, Instant now) {
        return seen.registration()
                .map(own -> toldWith(own, others.inSeries(own, seen.session(), now)))
                .orElse(List.of());
    }

    private static List<Registration> toldWith(Registration own, List<Registration> all) {
        Set<String> told = messages(own).collect(Collectors.toSet());
        return all.stream()
                .filter(other -> messages(other).anyMatch(told::contains))
                .toList();
    }

    private static Stream<String> messages(Registration registration) {
        return registration.letters().sent().stream().map(SentLetter::messageId).flatMap(Optional::stream);
    }
}
