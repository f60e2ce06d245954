package nl.samenkomst.local.desk;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import nl.samenkomst.Wiring;

/** Creates the handler of a function, wired to its local environment. */
@FunctionalInterface
public interface Handlers {

    RequestStreamHandler create(TemplateFunction function, LocalEnvironment local);

    /** Instantiates the class that the template names, through its constructor that takes the {@link Wiring}. */
    static Handlers named() {
        return (function, local) -> {
            try {
                return Class.forName(function.handler())
                        .asSubclass(RequestStreamHandler.class)
                        .getConstructor(Wiring.class)
                        .newInstance(local.wiring());
            } catch (ReflectiveOperationException notThere) {
                throw new IllegalStateException(
                        function.logicalId() + " cannot be made of " + function.handler(), notThere);
            }
        };
    }
}
