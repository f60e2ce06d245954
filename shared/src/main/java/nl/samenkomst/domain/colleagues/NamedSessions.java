package nl.samenkomst.domain.colleagues;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.samenkomst.domain.access.Scope;
import nl.samenkomst.domain.capacity.Sessions;
import nl.samenkomst.domain.session.SessionId;

/** Tells which sessions of a scope do not exist, so that a mistyped one is noticed at once. */
final class NamedSessions {

    private final Sessions sessions;

    NamedSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Returns the unknown sessions of a scope; reads only those that were not in the scope before. */
    Set<SessionId> unknown(Scope scope, Scope before) {
        Set<SessionId> added = new HashSet<>(named(scope));
        added.removeAll(named(before));
        if (!added.isEmpty()) {
            sessions.find(List.copyOf(added))
                    .forEach(found -> added.remove(found.session().id()));
        }
        return added;
    }

    private static Set<SessionId> named(Scope scope) {
        return scope instanceof Scope.Named(var sessions) ? sessions : Set.of();
    }
}
