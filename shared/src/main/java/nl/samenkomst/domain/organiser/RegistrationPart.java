package nl.samenkomst.domain.organiser;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.QuestionId;
import nl.samenkomst.domain.session.Session;

/**
 * Consecutive registrations of a session's list.
 *
 * @param seen the session, and its places with the numbers of the whole list
 * @param isCut whether there are more after these
 * @param answered every question that somebody on the whole list answered, in this part or another
 */
public record RegistrationPart(
        SessionSnapshot seen, List<ListedRegistration> registrations, boolean isCut, SortedSet<QuestionId> answered) {

    public RegistrationPart {
        registrations = List.copyOf(registrations);
        answered = Collections.unmodifiableSortedSet(new TreeSet<>(answered));
    }

    public Session session() {
        return seen.session();
    }
}
