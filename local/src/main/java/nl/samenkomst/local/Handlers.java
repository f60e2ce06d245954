package nl.samenkomst.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import nl.samenkomst.Wiring;

/** Makes the handler of a function, plugged into what is around it. */
@FunctionalInterface
public interface Handlers {

    RequestStreamHandler create(TemplateFunction function, Surroundings surroundings);

    /** The class that the template names, by its constructor that takes the wiring. */
    static Handlers named() {
        return (function, surroundings) -> {
            try {
                return Class.forName(function.handler())
                        .asSubclass(RequestStreamHandler.class)
                        .getConstructor(Wiring.class)
                        .newInstance(surroundings.wiring());
            } catch (ReflectiveOperationException notThere) {
                throw new IllegalStateException(
                        function.logicalId() + " cannot be made of " + function.handler(), notThere);
            }
        };
    }
}
