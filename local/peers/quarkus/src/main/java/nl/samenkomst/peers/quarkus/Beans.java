package nl.samenkomst.peers.quarkus;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.peers.FormPost;

/** The beans of classes without Quarkus annotations. */
final class Beans {

    @Produces
    @Singleton
    Register register() {
        return Wiring.production().register();
    }

    /** Created at startup, as in the other peers, not by the first request. */
    @Produces
    @Singleton
    @Startup
    FormPost formPost(Register register) {
        return new FormPost(register);
    }
}
