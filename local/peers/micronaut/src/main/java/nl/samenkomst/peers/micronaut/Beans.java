package nl.samenkomst.peers.micronaut;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.peers.FormPost;

/** The beans of classes without Micronaut annotations. */
@Factory
final class Beans {

    @Singleton
    Register register() {
        return Wiring.production().register();
    }

    @Singleton
    FormPost formPost(Register register) {
        return new FormPost(register);
    }
}
