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
    void saysWhatAnotherLinkIs() {
        Registration renewed = NOOR.renewed(LinkSecret.generate(new Random(3)), NOW);

        assertThat(open(renewed, renewed.ownLink())).isInstanceOf(OpenedLink.Own.class);
        assertThat(open(renewed, renewed.calendarLink())).isInstanceOf(OpenedLink.Entry.class);
        assertThat(open(renewed, NOOR.ownLink())).isEqualTo(new OpenedLink.Ended());
        assertThat(open(renewed, NOOR.calendarLink())).isEqualTo(new OpenedLink.Ended());
        assertThat(open(NOOR, renewed.ownLink())).isEqualTo(new OpenedLink.Unknown());
    }

    @Test
    void needsTheOwnSecret() {
        assertThat(show(new OwnLink(NOOR.id(), LinkSecret.generate(new Random(2)))))
                .isEmpty();
    }

    private static Optional<OwnRegistration> show(OwnLink link) {
        return showing(NOOR).show(SESSION.id(), link);
    }

    private static OpenedLink open(Registration known, OwnLink link) {
        return showing(known).open(SESSION.id(), link);
    }

    private static ShowRegistration showing(Registration known) {
        Registrations onlyNoors = (Registrations) Proxy.newProxyInstance(
                Registrations.class.getClassLoader(),
                new Class<?>[] {Registrations.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "find" -> Optional.of(seen(SESSION, known));
                    case "position" -> OptionalInt.empty();
                    default -> throw new AssertionError("nothing else is asked or written: " + method);
                });
        return new ShowRegistration(onlyNoors, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
