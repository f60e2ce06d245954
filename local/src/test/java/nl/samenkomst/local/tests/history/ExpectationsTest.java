package nl.samenkomst.local.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.samenkomst.domain.capacity.Count;
import nl.samenkomst.domain.capacity.Places;
import nl.samenkomst.domain.capacity.SessionSnapshot;
import nl.samenkomst.domain.document.SampleDocuments;
import nl.samenkomst.domain.document.ThemeId;
import nl.samenkomst.domain.registration.AddressProof;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.registration.SampleRegistrations;
import nl.samenkomst.domain.session.Session;
import nl.samenkomst.domain.session.SessionId;
import org.junit.jupiter.api.Test;

class ExpectationsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final Session SESSION =
            Session.published(new SessionId("versnellingskamer"), SampleDocuments.document(), NOW);
    private static final SessionSnapshot LISTING = new SessionSnapshot(SESSION, Places.allFree(SESSION.document()));
    private static final Registration NOOR = SampleRegistrations.waitlisted(SESSION, NOW);

    private final Expectations expectations = new Expectations();

    @Test
    void reportsACancelledPersonWhoIsRegistered() {
        expectations.cancelled(NOOR.id());
        assertThat(violations(NOOR)).hasSize(1).allMatch(invalid -> invalid.startsWith("told CANCELLED"));
    }

    /** The process died after the write; the theme was removed before the second attempt, which was refused. */
    @Test
    void unansweredSignUpMayHaveSucceeded() {
        expectations.cancelled(NOOR.id());
        expectations.before(Map.of(), LISTING);
        expectations.unanswered(NOOR.id(), Optional.of(ThemeId.ANY));
        expectations.nothingHappened(NOOR.id());
        assertThat(violations(NOOR)).isEmpty();
    }

    /** A confirmation written as an update of the registration alone would leave the counters as they were. */
    @Test
    void reportsAnUnconfirmedPersonWhoIsNotCounted() {
        Registration unconfirmed = NOOR.with(new AddressProof.Awaited(Optional.empty()));
        List<String> counted = List.of(NOOR, unconfirmed).stream()
                .map(one -> expectations
                        .invalid(
                                new Expectations.Before(Map.of(), LISTING),
                                Map.of(one.id(), one),
                                new SessionSnapshot(SESSION, LISTING.places().add(Count.WAITING, 1)),
                                Map.of())
                        .stream()
                        .filter(invalid -> invalid.startsWith("counted "))
                        .findFirst()
                        .orElse("right"))
                .toList();

        assertThat(counted).containsExactly("right", "counted {waiting=1}, and there are {unconfirmed=1, waiting=1}");
    }

    /** Returns the violations of what somebody was told or chose. */
    private List<String> violations(Registration registration) {
        Expectations.Before before = new Expectations.Before(Map.of(), LISTING);
        return expectations.invalid(before, Map.of(registration.id(), registration), LISTING, Map.of()).stream()
                .filter(invalid -> invalid.startsWith("told ") || invalid.startsWith("chose "))
                .toList();
    }
}
