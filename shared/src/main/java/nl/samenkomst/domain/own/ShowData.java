package nl.samenkomst.domain.own;

import java.util.List;
import java.util.Optional;
import nl.samenkomst.domain.audit.AuditEntry;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.session.SessionId;

/** Shows a person everything stored about them, by their own link alone; changes nothing. */
public final class ShowData {

    private final ShowRegistration showRegistration;
    private final Sessions sessions;

    public ShowData(ShowRegistration showRegistration, Sessions sessions) {
        this.showRegistration = showRegistration;
        this.sessions = sessions;
    }

    /** Returns the data; empty if the link is unknown, or the registration has expired or was erased. */
    public Optional<OwnData> show(SessionId session, OwnLink link) {
        return showRegistration.show(session, link).map(own -> new OwnData(own, changes(own)));
    }

    private List<AuditEntry> changes(OwnRegistration own) {
        String id = own.registration().id().value();
        return sessions.changes(own.session().id(), own.now()).stream()
                .filter(entry -> entry.isAbout(id))
                .toList();
    }
}
