package nl.samenkomst.domain.own;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.samenkomst.domain.agenda.AgendaIndex;
import nl.samenkomst.domain.agenda.SeriesEntry;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.session.SessionId;

/** Finds the other sessions of an invitation-only series that the same person was invited to; shows no others. */
public final class OwnSeries {

    /** Sessions of the series looked at, from the last to end backwards. */
    private static final int MAX_LOOKED_AT = 100;

    private static final int MAX_UPCOMING = 12;

    private final AgendaIndex index;
    private final Registrations registrations;

    public OwnSeries(AgendaIndex index, Registrations registrations) {
        this.index = index;
        this.registrations = registrations;
    }

    /** Returns upcoming sessions, next one first, without queue positions; an empty list if the series is public. */
    public List<OwnRegistration> others(OwnRegistration own) {
        Optional<String> series = own.session().document().about().series();
        if (own.session().isPublic() || series.isEmpty()) {
            return List.of();
        }
        return index.ofSeries(series.get(), false, MAX_LOOKED_AT).reversed().stream()
                .filter(entry -> own.now().isBefore(entry.end()))
                .map(SeriesEntry::id)
                .filter(id -> !id.equals(own.session().id()))
                .limit(MAX_UPCOMING)
                .flatMap(id -> other(id, own).stream())
                .toList();
    }

    private Optional<OwnRegistration> other(SessionId id, OwnRegistration own) {
        return registrations
                .findReadable(id, own.registration().person().email(), own.now())
                .flatMap(seen -> seen.registration()
                        .filter(known -> known.isActive() || known.mayAttend(seen.session()))
                        .map(known ->
                                new OwnRegistration(seen.sessionSnapshot(), known, OptionalInt.empty(), own.now())));
    }
}
