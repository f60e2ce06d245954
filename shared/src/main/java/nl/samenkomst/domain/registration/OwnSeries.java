package nl.samenkomst.domain.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import nl.samenkomst.domain.session.SeriesEntry;
import nl.samenkomst.domain.session.Sessions;

/** The other sessions of a series for who was invited, that the same person was invited to: nobody sees any other. */
public final class OwnSeries {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_TO_COME = 12;

    private final Sessions sessions;
    private final Registrations registrations;

    public OwnSeries(Sessions sessions, Registrations registrations) {
        this.sessions = sessions;
        this.registrations = registrations;
    }

    /** Those to come, the next one first, without positions in line; none where everybody may find the series. */
    public List<OwnRegistration> others(OwnRegistration own) {
        return own.session().isPublic()
                ? List.of()
                : own.session()
                        .document()
                        .about()
                        .series()
                        .map(series -> others(own, series))
                        .orElse(List.of());
    }

    private List<OwnRegistration> others(OwnRegistration own, String series) {
        List<OwnRegistration> others = new ArrayList<>();
        sessions.ofSeries(series, false, MOST_AT_ONCE).reversed().stream()
                .filter(entry -> own.now().isBefore(entry.end()))
                .map(SeriesEntry::id)
                .filter(id -> !id.equals(own.session().id()))
                .limit(MOST_TO_COME)
                .forEach(id -> registrations
                        .find(
                                id,
                                RegistrationId.of(
                                        id, own.registration().person().email()),
                                own.now())
                        .ifPresent(seen -> seen.registration()
                                .filter(known -> known.isActive() || known.mayAccept(seen.session()))
                                .ifPresent(known -> others.add(
                                        new OwnRegistration(seen.listing(), known, OptionalInt.empty(), own.now())))));
        return others;
    }
}
