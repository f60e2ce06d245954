package nl.samenkomst.domain.own;

import static nl.samenkomst.domain.capacity.SampleSnapshots.seen;
import static nl.samenkomst.domain.capacity.SampleSnapshots.session;
import static nl.samenkomst.domain.registration.SampleRegistrations.NOW;
import static nl.samenkomst.domain.registration.SampleRegistrations.noor;
import static nl.samenkomst.domain.registration.SampleRegistrations.place;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import nl.samenkomst.domain.capacity.Registrations;
import nl.samenkomst.domain.registration.LinkSecret;
import nl.samenkomst.domain.registration.OwnLink;
import nl.samenkomst.domain.registration.Registration;
import nl.samenkomst.domain.session.Session;
import org.junit.jupiter.api.Test;

final class ShowRegistrationTest {

    private static final Session SESSION = session();
    private static final Registration NOOR = noor(SESSION, place());

    @Test
    void showsARegistrationByItsOwnLink() {
        assertThat(show(NOOR.ownLink()).orElseThrow().registration()).isEqualTo(NOOR);
    }

    @Test
    void needsTheOwnSecret() {
        assertThat(show(new OwnLink(NOOR.id(), LinkSecret.generate(new Random(2)))))
                .isEmpty();
    }

    private static Optional<OwnRegistration> show(OwnLink link) {
        Registrations onlyNoors = (Registrations) Proxy.newProxyInstance(
                Registrations.class.getClassLoader(),
                new Class<?>[] {Registrations.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" -> Optional.of(seen(SESSION, NOOR));
                    case "position" -> OptionalInt.empty();
                    default -> throw new AssertionError("nothing else is asked or written: " + method);
                });
        return new ShowRegistration(onlyNoors, Clock.fixed(NOW, ZoneOffset.UTC)).show(SESSION.id(), link);
    }
}
