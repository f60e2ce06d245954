package nl.samenkomst.domain.own;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.capacity.RegistrationSnapshot;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.letter.SentLetter;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;

/** Finds the registrations that one letter told a person of: those made together for sessions of a series. */
public final class RegistrationsOfOneLetter {

    /** Sessions of the series looked at, from the last to end backwards. */
    private static final int MAX_LOOKED_AT = 100;

    private final AgendaIndex index;
    private final Registrations registrations;

    public RegistrationsOfOneLetter(AgendaIndex index, Registrations registrations) {
        this.index = index;
        this.registrations = registrations;
    }

    /** Returns the same person's registrations for coming sessions that a letter about this one also told of. */
    List<Registration> of(RegistrationSnapshot seen, Instant now) {
        Session session = seen.session();
        Optional<String> series = session.document().about().series();
        Optional<Registration> own = seen.registration();
        if (series.isEmpty() || own.isEmpty()) {
            return List.of();
        }
        return index.ofSeries(series.get(), session.isPublic(), MAX_LOOKED_AT).stream()
                .filter(entry -> now.isBefore(entry.end()))
                .map(SeriesEntry::id)
                .filter(id -> !id.equals(session.id()))
                .flatMap(id -> other(id, own.get(), now).stream())
                .toList();
    }

    private Optional<Registration> other(SessionId id, Registration own, Instant now) {
        return registrations
                .findReadable(id, own.person().email(), now)
                .flatMap(RegistrationSnapshot::registration)
                .filter(known -> messages(known).anyMatch(messagesOf(own)::contains));
    }

    private static Set<String> messagesOf(Registration registration) {
        return messages(registration).collect(Collectors.toSet());
    }

    private static Stream<String> messages(Registration registration) {
        return registration.letters().sent().stream().map(SentLetter::messageId).flatMap(Optional::stream);
    }
}
