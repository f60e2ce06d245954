package nl.samenkomst.peers.springcloudfunction;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.function.Function;
import nl.samenkomst.Wiring;
import nl.samenkomst.domain.signup.Register;
import nl.samenkomst.peers.FormPost;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.FunctionTypeUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Registers the function as a bean in code, which starts faster than component scanning. */
@SpringBootConfiguration
public class RegisterApplication implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean(Register.class, () -> Wiring.production().register());
        context.registerBean(FormPost.class, () -> new FormPost(context.getBean(Register.class)));
        context.registerBean("register", FunctionRegistration.class, () -> registration(context));
    }

    private static FunctionRegistration<?> registration(GenericApplicationContext context) {
        Function<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function = context.getBean(FormPost.class)::answer;
        return new FunctionRegistration<>(function, "register")
                .type(FunctionTypeUtils.functionType(APIGatewayV2HTTPEvent.class, APIGatewayV2HTTPResponse.class));
    }
}
