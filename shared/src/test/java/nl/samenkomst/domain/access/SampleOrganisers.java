package nl.samenkomst.domain.access;

import static nl.samenkomst.domain.session.SampleSessions.NOW;

import java.time.Duration;
import java.util.Optional;
import nl.samenkomst.domain.EmailAddress;
import nl.samenkomst.domain.Version;
import nl.samenkomst.domain.audit.OrganiserId;

/** Organisers of a desk, by their role. */
public final class SampleOrganisers {

    public static final Organiser NOOR = organiser("Noor", Role.ADMINISTRATOR, new Scope.All());
    public static final Organiser KARIM = organiser("Karim", Role.ORGANISER, new Scope.All());
    public static final Organiser ELS = organiser("Els", Role.HOST, new Scope.All());

    private SampleOrganisers() {}

    /** Returns an organiser who was added a day ago, enrolled a second factor and signed in. */
    public static Organiser organiser(String name, Role role, Scope scope) {
        String id = (name + "AAAAAAAAAAAAAAAA").substring(0, 16);
        return new Organiser(
                new OrganiserId(id),
                name,
                new EmailAddress(name + "@example.org"),
                role,
                scope,
                NOW.minus(Duration.ofDays(1)),
                Optional.empty(),
                Optional.of(NOW.minus(Duration.ofDays(1))),
                Optional.of(NOW),
                Version.NONE.next());
    }
}
