package nl.samenkomst.domain.erasure;

import java.util.Comparator;
import java.util.List;
import nl.samenkomst.domain.capacity.OtherRegistrations;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.own.OwnRegistration;
import nl.samenkomst.domain.registration.Registration;

/** Lists the other sessions that a person is, or was, registered for, so that they can erase those registrations too. */
public final class RegisteredElsewhere {

    private final OtherRegistrations others;
    private final Sessions sessions;

    public RegisteredElsewhere(OtherRegistrations others, Sessions sessions) {
        this.others = others;
        this.sessions = sessions;
    }

    /** Returns those of the same series, as {@link #everywhere} does. */
    public List<SessionSnapshot> inSeries(OwnRegistration own) {
        return sessions(others.inSeries(own.registration(), own.session(), own.now()));
    }

    /** Returns at most {@value ErasureForm#MAX_OTHERS} sessions, by start; leaves out unreadable ones. */
    public List<SessionSnapshot> everywhere(OwnRegistration own) {
        return sessions(others.everywhere(own.registration(), own.now()));
    }

    private List<SessionSnapshot> sessions(List<Registration> registrations) {
        return registrations.isEmpty()
                ? List.of()
                : sessions
                        .find(registrations.stream().map(Registration::session).toList())
                        .stream()
                        .sorted(Comparator.comparing(snapshot ->
                                snapshot.session().document().when().start().toInstant()))
                        .limit(ErasureForm.MAX_OTHERS)
                        .toList();
    }
}
