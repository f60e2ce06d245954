package nl.samenkomst.domain.capacity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.Registration;

/** Counts a session's places anew from its registrations, for a table into which some were restored. */
public final class Recount {

    private Recount() {}

    /**
     * Returns these places with every counter as the registrations make it, and the numbers of the queue among those
     * given out. Counters that outlive registrations stay, or are raised to what the registrations make them.
     */
    public static Places of(Places counted, Collection<Registration> registrations) {
        Map<ThemeId, ThemePlaces> themes = new LinkedHashMap<>();
        counted.themes().forEach((id, theme) -> themes.put(id, new ThemePlaces(theme.limit(), 0, 0, 0, theme.open())));
        Places places = new Places(
                counted.limit(),
                themes,
                Map.of(),
                counted.highestNumber(),
                counted.lowestNumber(),
                counted.revision(),
                counted.version());
        for (Registration registration : registrations) {
            places = CapacityChange.after(places, new RegistrationChange(Optional.empty(), Optional.of(registration)));
        }
        for (Count count : Count.values()) {
            if (count.outlivesRegistrations()) {
                places = places.add(count, Math.max(0, counted.count(count) - places.count(count)));
            }
        }
        return places;
    }
}
