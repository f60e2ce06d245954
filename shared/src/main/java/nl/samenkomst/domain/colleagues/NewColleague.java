package nl.samenkomst.domain.colleagues;

import java.time.Instant;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.access.Organiser;
import nl.samenkomst.domain.audit.OrganiserId;

/**
 * Somebody to invite.
 *
 * @param id made with the form, so that sending it twice invites once
 */
public record NewColleague(OrganiserId id, EmailAddress email, ColleagueDetails details) {

    /** Returns them as a colleague from now on, with this id, which nobody has. */
    Organiser addedAt(OrganiserId freeId, Instant now) {
        return new Organiser(
                freeId,
                details.name(),
                email,
                details.role(),
                details.scope(),
                now,
                details.endsAt(),
                Optional.empty(),
                Optional.empty(),
                Version.NONE.next());
    }
}
