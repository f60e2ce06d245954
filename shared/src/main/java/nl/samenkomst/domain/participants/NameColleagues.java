package nl.samenkomst.domain.participants;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.access.Organisers;
import nl.samenkomst.domain.audit.Actor;

/** Names the colleagues behind the actors of changes, whose records have no more than ids. */
public final class NameColleagues {

    private final Organisers organisers;

    public NameColleagues(Organisers organisers) {
        this.organisers = organisers;
    }

    /** Returns the names of those actors who are, or were, colleagues; reads nothing if there is none among them. */
    public Map<Actor, String> names(Collection<Actor> actors) {
        Map<Actor, String> names = new HashMap<>();
        if (actors.stream().anyMatch(Actor.ByOrganiser.class::isInstance)) {
            for (Organiser organiser : organisers.all()) {
                if (actors.contains(organiser.actor())) {
                    names.put(organiser.actor(), organiser.name());
                }
            }
        }
        return names;
    }
}
