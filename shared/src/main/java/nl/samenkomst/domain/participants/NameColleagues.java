package nl.samenkomst.domain.participants;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        return actors.stream().anyMatch(Actor.ByOrganiser.class::isInstance)
                ? names(organisers.all(), actors)
                : Map.of();
    }

    /** Returns the names of those actors who are among these organisers. */
    static Map<Actor, String> names(List<Organiser> organisers, Collection<Actor> actors) {
        return organisers.stream()
                .filter(one -> actors.contains(one.actor()))
                .collect(Collectors.toMap(Organiser::actor, Organiser::name));
    }
}
