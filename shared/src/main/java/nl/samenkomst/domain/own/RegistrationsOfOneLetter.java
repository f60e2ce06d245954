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
        return seen.registration().stream()
                .flatMap(own -> others.inSeries(own, seen.session(), now).stream()
                        .filter(other -> messages(other).anyMatch(messagesOf(own)::contains)))
                .toList();
    }

    private static Set<String> messagesOf(Registration registration) {
        return messages(registration).collect(Collectors.toSet());
    }

    private static Stream<String> messages(Registration registration) {
        return registration.letters().sent().stream().map(SentLetter::messageId).flatMap(Optional::stream);
    }
}
